import type { Chronology } from '../../core/counting/chronology.ts'
import { remembered, subjectsWithBegun } from '../../core/counting/define.ts'
import type { PlainDate } from '../../core/dates/plain-date.ts'
import type { RecordOf } from '../../core/definitions/record-type.ts'
import { noTwoAtOnce } from '../../core/quality/overlaps.ts'
import { type QualityRule, qualityRule } from '../../core/quality/rule.ts'
import { AdoptionDecision } from './adoption-plans.ts'
import { type EpisodeFaultKind, episodeFaults } from './episode-faults.ts'
import { Episode } from './episodes.ts'
import { DeprivationOfLiberty } from './liberty.ts'
import { MissingEpisode } from './missing-episodes.ts'

/** What each contradiction is called where there are many of it. */
const labels: Readonly<Record<EpisodeFaultKind, string>> = {
  'ends before it begins': 'Episodes that end before they begin',
  'ends on the day it begins': 'Episodes that begin and end on one day',
  'end without a reason': 'Episodes that ended without a reason',
  'reason without an end': 'Episodes with a reason for their end, and no end',
  'not closed': 'Episodes that were not closed when the next began',
  'two open': 'Children with two open episodes',
  overlaps: 'Episodes that overlap',
  gap: 'Episodes missing between two others',
  'nothing follows': 'Episodes after which another should follow, and none does',
  'ended, and goes on': 'Care that ended, and went on the same day',
  'came back on the day it ended': 'Care that began anew on the day it ended',
  'no beginning': 'Periods of care without a beginning',
  'need changed': 'Categories of need that change within a period of care',
  'begins with an absence': 'Care that begins with a time away',
  'ends with an absence': 'Care that ends with a time away',
}

const faultsOf = remembered((episodes: readonly RecordOf<typeof Episode>[]) => episodeFaults(episodes))

const find = (kind: EpisodeFaultKind) => (history: Chronology) =>
  faultsOf(history.all(Episode))
    .filter((fault) => fault.kind === kind)
    .map(({ message, episode, other }) => ({
      why: message,
      because: [episode.id, ...(other === null ? [] : [other.id])],
    }))

const kinds = Object.keys(labels).filter((kind): kind is EpisodeFaultKind => Object.hasOwn(labels, kind))

/** What in the episodes of a child cannot be so: the same as is told when a return is loaded, for as long as it is so. */
const ofEpisodes = kinds.map((kind) =>
  qualityRule({
    key: `episodes-${kind.replaceAll(',', '').replaceAll(' ', '-')}`,
    label: labels[kind],
    source: 'DfE, Children looked after by local authorities in England: guide to the SSDA903 collection, episodes',
    each: subjectsWithBegun(Episode, 'child'),
    reads: [Episode],
    find: find(kind),
  }),
)

const days = {
  from: ({ startedOn }: { readonly startedOn: PlainDate | null }) => startedOn,
  to: ({ endedOn }: { readonly endedOn: PlainDate | null }) => endedOn,
}

export const quality: readonly QualityRule[] = [
  ...ofEpisodes,
  noTwoAtOnce({
    ...{ key: 'missing-overlaps', label: 'Times missing or away that overlap', type: MissingEpisode, role: 'child' },
    source: 'DfE, Children looked after by local authorities in England: guide to the SSDA903 collection, missing',
    ...days,
  }),
  noTwoAtOnce({
    ...{ key: 'liberty-overlaps', label: 'Deprivation of liberty orders that overlap' },
    ...{ type: DeprivationOfLiberty, role: 'child' },
    source:
      'DfE, Children looked after by local authorities in England: guide to the SSDA903 collection, deprivation of liberty',
    ...days,
  }),
  noTwoAtOnce({
    ...{ key: 'adoption-decisions-overlap', label: 'Decisions to place for adoption that overlap' },
    ...{ type: AdoptionDecision, role: 'child' },
    source:
      'DfE, Children looked after by local authorities in England: guide to the SSDA903 collection, placed for adoption',
    from: ({ decidedOn }) => decidedOn,
    to: ({ reversedOn }) => reversedOn,
  }),
]
