import type { Timescale } from '../counting/chronology.ts'
import type { Tracker } from '../counting/tracker.ts'
import type { WorkList } from '../counting/work-list.ts'
import type { QualityRule } from '../quality/rule.ts'
import type { Reconciliation } from '../reconciliation/reconciliation.ts'
import type { Completion } from './completion.ts'
import type { PracticeFramework } from './framework.ts'
import type { Indicator } from './indicator.ts'
import type { Letter } from './letter.ts'
import type { RecordType } from './record-type.ts'
import type { Report } from './report.ts'
import type { Supply } from './supply.ts'
import type { Tag } from './tag.ts'

/** One heading of a dataset and the indicators under it, in the order they are read. */
export type Section = {
  readonly key: string
  readonly label: string
  readonly indicators: readonly Indicator[]
  /** Why the public is never shown it; left out where it is published as any other. */
  readonly notForPublic?: string
}

/** A set of indicators that a board or team reads together, month by month. */
export type Dataset = {
  readonly key: string
  readonly label: string
  readonly audience: string
  readonly source: string
  readonly sections: readonly Section[]
}

/** Records that people write for one purpose, the most used first. */
type RecordGroup = { readonly label: string; readonly records: readonly RecordType[] }

/** One service area: everything the product knows about it. */
export type Area = {
  readonly key: string
  readonly label: string
  readonly indicators: readonly Indicator[]
  /** Keys of the few that say first how the service stands, three to five; left out, its first few are. */
  readonly headline?: readonly string[]
  readonly datasets?: readonly Dataset[]
  readonly records?: readonly RecordType[]
  /** How somebody who is about to record something finds what. Records in no group come last, under the area's own label. */
  readonly groups?: readonly RecordGroup[]
  readonly completions?: readonly Completion[]
  readonly timescales?: readonly Timescale[]
  readonly workLists?: readonly WorkList[]
  readonly trackers?: readonly Tracker[]
  /** The list of whom the worst few stand on the dashboard by name, with what it says of them. */
  readonly namesFirst?: WorkList
  readonly tags?: readonly Tag[]
  readonly letters?: readonly Letter[]
  readonly reports?: readonly Report[]
  readonly frameworks?: readonly PracticeFramework[]
  /** What of the record can contradict itself. */
  readonly quality?: readonly QualityRule[]
  /** Lists that others keep of the same people, held against its records. */
  readonly reconciliations?: readonly Reconciliation[]
  /** Figures that others count and send. */
  readonly supplies?: readonly Supply[]
}
