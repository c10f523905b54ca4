import { describe, expect, test } from 'vitest'
import type { Need } from '../../core/counting/work-list.ts'
import { addDays, plainDate } from '../../core/dates/plain-date.ts'
import type { SubjectId } from '../../core/definitions/field.ts'
import type { WorksWith } from '../people/works-with.ts'
import { attention } from './attention.ts'
import type { WorkPerson } from './people.ts'

const today = plainDate('2023-10-04')
const [tom, nasreen, north] = [1, 2, 11].map((id) => id as SubjectId)

const allocation: WorksWith = {
  role: 'Social worker',
  ofFamily: false,
  worker: 'Tom Fairweather',
  workerId: tom ?? null,
  team: 'North team',
  teamId: north ?? null,
  phone: null,
  since: plainDate('2023-01-09'),
  coverFor: null,
  endsOn: null,
}
const waiting = (days: number): WorksWith => ({
  ...allocation,
  worker: null,
  workerId: null,
  since: addDays(today, -days),
})
const cover = (days: number): WorksWith => ({ ...allocation, coverFor: 'Callum Brody', endsOn: addDays(today, days) })

const person = (name: string, ...workers: readonly WorksWith[]): WorkPerson => ({
  kind: 'person',
  subject: 100 as SubjectId,
  name,
  bornOn: null,
  tags: [],
  workers,
})
const looked = { today, left: new Set<SubjectId>(), isOurs: () => true, needs: (): readonly Need[] => [] }
const found = (people: readonly WorkPerson[], changes: Partial<typeof looked> = {}) =>
  attention(people, { ...looked, ...changes }).map(
    ({ person: { name }, state, stands }) => `${name}: ${stands} (${state})`,
  )

describe('what needs somebody', () => {
  test('nobody, where everybody has a worker and no end is near', () => {
    expect(found([person('Maya', allocation), person('Kofi', cover(16))])).toEqual([])
  })

  test('the longest wait first, then what ends first', () => {
    expect(
      found([
        person('Kofi', cover(9)),
        person('Ruby', waiting(1)),
        person('Noah', cover(2)),
        person('Zofia', waiting(30)),
        person('Dev', cover(1)),
        person('Isla', waiting(0)),
      ]),
    ).toEqual([
      'Zofia: 30 days without a worker (late)',
      'Ruby: 1 day without a worker (late)',
      'Isla: Without a worker since today (late)',
      'Dev: Cover ends today (soon)',
      'Noah: Cover ends in 1 day (soon)',
      'Kofi: Cover ends in 8 days (soon)',
    ])
  })

  test('not cover that somebody follows in the same role, and cover that only another role outlasts', () => {
    const next = { ...allocation, worker: 'Nasreen Holt', workerId: nasreen ?? null }
    expect(found([person('Kofi', cover(3), next)])).toEqual([])
    expect(found([person('Kofi', cover(3), { ...next, role: 'Reviewing officer' })])).toHaveLength(1)
    expect(found([person('Kofi', cover(3), { ...next, worker: null, workerId: null })])).toHaveLength(2)
  })

  test('whose worker has left, though the allocation stands', () => {
    expect(found([person('Maya', allocation)], { left: new Set(tom === undefined ? [] : [tom]) })).toEqual([
      'Maya: Their worker has left (late)',
    ])
  })

  test('only what is of this worker or team', () => {
    expect(found([person('Ruby', waiting(9))], { isOurs: () => false })).toEqual([])
  })
})
