import { Episode } from '../../src/areas/children-in-care/episodes.ts'
import { Person } from '../../src/areas/people/person.ts'
import type { KnownRecord } from '../../src/core/counting/records.ts'
import { recorded } from './one-child.ts'

export const born = (bornOn: string): KnownRecord => recorded(Person, { bornOn })

/** A period of care with one placement. */
export const inCare = (startedOn: string, endedOn: string | null = null): KnownRecord =>
  recorded(Episode, {
    startedOn,
    endedOn,
    reasonStarted: 'S',
    reasonEnded: endedOn === null ? null : 'E4A',
    legalStatus: 'C2',
    categoryOfNeed: 'N1',
    placement: 'U6',
    provider: 'PR1',
  })
