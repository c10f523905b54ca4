import type { Chronology, Run } from '../../core/counting/chronology.ts'
import type { PlainDate } from '../../core/dates/plain-date.ts'
import { periodsIn } from './care-facts.ts'
import { Episode } from './episodes.ts'

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
