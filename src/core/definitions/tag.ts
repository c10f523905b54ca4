import type { PlainDate } from '../dates/plain-date.ts'
import type { RecordAsAt } from '../record/chronology.ts'
import type { SubjectId } from './field.ts'
import type { Icon } from './icon.ts'
import type { RecordType } from './record-type.ts'

/** A status as it is shown. `past`: it held once, and whoever reads the page should know. `why`: how one that is worked out came about, in sentences. */
export type TagShown = {
  readonly kind: 'risk' | 'status' | 'past'
  readonly icon: Icon
  readonly text: string
  readonly why?: string
}

/**
 * Whom a tag is about. `records`: those of the types it reads, in date order, in which the person stands in any role; and those about the
 * teams, households and places that these name. Fields that the viewer may not read are null.
 */
export type Tagged = {
  readonly subject: SubjectId
  readonly asAt: PlainDate
  readonly records: readonly RecordAsAt[]
}

/** A lasting status that stands beside somebody's name on every page about them: an order, a plan, a risk. */
export type Tag = {
  readonly key: string
  readonly label: string
  readonly source: string
  /** Only at the head of a person's page: on a list of a team's people it would say the same of each. */
  readonly onlyAtHead?: true
  /** A viewer who may not read one of these types does not see the tag at all: half of what it needs would make it wrong. */
  readonly reads: readonly RecordType[]
  /** What to show, the gravest first; nothing where the status does not hold. */
  readonly of: (tagged: Tagged) => readonly TagShown[]
}

/** Defines a tag. What can only be checked when everything is defined is checked at start-up. */
export const tag = (key: string, definition: Omit<Tag, 'key'>): Tag => ({ ...definition, key })
