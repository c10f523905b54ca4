import { expect, it } from 'vitest'
import { calendar } from '../../../test/support/counted.ts'
import { child, recorded } from '../../../test/support/one-child.ts'
import { explainNeed } from '../../core/counting/explain-need.ts'
import { subjectRecords } from '../../core/counting/records.ts'
import { readsOfWork, workOf } from '../../core/counting/work-list.ts'
import { plainDate } from '../../core/dates/plain-date.ts'
import { PlacementSearch } from './care-given.ts'
import { searchesForMeeting } from './searches.ts'

it('has every search that is open with the days, what was refused and what stands in the way, by which it is counted', () => {
  const needs = (given: object) => {
    const search = recorded(PlacementSearch, { openedOn: '2023-06-01', wanted: 'any', ...given })
    const records = subjectRecords(child, [search], readsOfWork(searchesForMeeting))
    return workOf(searchesForMeeting, records, calendar)(plainDate('2023-06-30')).needs
  }
  const offers = [
    { provider: 'Sea View', answer: 'they-refused', why: null },
    { provider: 'Hill House', answer: 'open', why: null },
  ]
  const [need] = needs({ barrier: 'no-vacancy', offers: offers as never })
  if (need === undefined || !('holding' in need)) throw new Error('There is nobody on the list')
  expect([explainNeed(need), need.days, need.says]).toEqual([
    'A place is looked for since 1 June 2023: no vacancy; 1 offer refused.',
    29,
    { barrier: 'no-vacancy', refusals: 1 },
  ])
  expect(needs({}).map(explainNeed)).toEqual([
    'A place is looked for since 1 June 2023: what stands in the way is not recorded; nothing was refused.',
  ])
  expect(needs({ endedOn: '2023-06-20' })).toEqual([])
})
