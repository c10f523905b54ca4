import type { Chronology, Met, Run } from '../../core/counting/chronology.ts'
import { timescale } from '../../core/timescales/timescale.ts'
import { Episode } from '../children-in-care/episodes.ts'
import { inCareRuns, metIn } from '../children-in-care/timescales.ts'
import { Allocation } from '../organisation/allocation.ts'
import { ReviewingContact } from './contact-records.ts'
import { reviewingStandards } from './standards.ts'

/** An officer who is allocated already as the child comes back into care is there from that day. */
const allocated = (history: Chronology, run: Run): readonly Met[] =>
  history
    .all(Allocation)
    .flatMap(({ id, person, role, worker, startedOn, endedOn }) =>
      person === history.subject &&
      role === 'reviewing-officer' &&
      worker !== null &&
      startedOn !== null &&
      (endedOn === null || endedOn > run.from)
        ? [{ on: metIn(run, startedOn), because: [id] }]
        : [],
    )
    .toSorted((one, other) => one.on - other.on)

/** A named reviewing officer, within five working days of coming into care. */
export const officerAllocated = timescale({
  key: 'reviewing-officer-allocated',
  label: 'Reviewing officer',
  done: 'allocated',
  source: `Children Act 1989, section 25A; ${reviewingStandards.allocated.source}`,
  reads: [Episode, Allocation],
  recurs: false,
  runs: inCareRuns,
  met: allocated,
  rules: [
    {
      source: reviewingStandards.allocated.source,
      limit: () => ({ within: reviewingStandards.allocated.within, after: 'coming into care' }),
    },
  ],
})

/** Each child hears from their reviewing officer at least every six months, in whatever way. */
export const officerContacts = timescale({
  key: 'reviewing-contact',
  label: 'Contact by the reviewing officer',
  done: 'made',
  source: reviewingStandards.contact.source,
  reads: [Episode, ReviewingContact],
  recurs: true,
  runs: inCareRuns,
  met: (history) =>
    history
      .all(ReviewingContact)
      .flatMap(({ id, contactedOn }) => (contactedOn === null ? [] : [{ on: contactedOn, because: [id] }])),
  rules: [
    {
      source: reviewingStandards.contact.source,
      limit: ({ number }) => ({
        within: reviewingStandards.contact.within,
        after: number === 1 ? 'coming into care' : 'the last contact',
      }),
    },
  ],
})
