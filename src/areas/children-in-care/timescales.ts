import type { Chronology, Limit, Occasion, Run } from '../../core/counting/chronology.ts'
import type { PlainDate } from '../../core/dates/plain-date.ts'
import { timescale } from '../../core/timescales/timescale.ts'
import { periodsIn } from './care-facts.ts'
import { Episode } from './episodes.ts'
import { CareReview } from './reviews-and-visits.ts'

const regulations = 'Care Planning, Placement and Case Review (England) Regulations 2010'

/** The periods of care of a child, short breaks left out. */
export const careOf = (history: Chronology) => periodsIn(history.all(Episode)).filter(({ kind }) => kind === 'care')

/** The clock of each period of care. One whose beginning is not known runs from the first day that is. */
export const inCareRuns = (history: Chronology): readonly Run[] =>
  careOf(history).map(({ startedOn, endedOn, episodes }) => ({
    from: startedOn,
    until: endedOn,
    began: 'coming into care',
    because: episodes.slice(0, 1).map(({ id }) => id),
  }))

/** When something meets a run: what was there already as it began, on that first day. */
export const metIn = ({ from }: Run, on: PlainDate): PlainDate => (on < from ? from : on)

/** Reviews of a child in care: within 20 working days, then three months after the first really was, then every six months. */
export const careReviews = timescale({
  key: 'care-review',
  label: 'Review',
  done: 'held',
  source: `${regulations}, regulation 33`,
  reads: [Episode, CareReview],
  recurs: true,
  runs: inCareRuns,
  met: (history) =>
    history.all(CareReview).flatMap(({ id, heldOn }) => (heldOn === null ? [] : [{ on: heldOn, because: [id] }])),
  rules: [{ source: `${regulations}, regulation 33(1) and (2)`, limit: reviewLimit }],
})

function reviewLimit({ number }: Occasion): Limit {
  if (number === 1) return { within: '20 working days', after: 'coming into care' }
  return number === 2
    ? { within: '3 months', after: 'the first review' }
    : { within: '6 months', after: 'the last review' }
}
