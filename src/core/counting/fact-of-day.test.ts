import { describe, expect, it } from 'vitest'
import { calendar, known, LookedIn, numberOfGuests, Stay } from '../../../test/support/counted.ts'
import { parsePeriod } from '../dates/period.ts'
import { plainDate } from '../dates/plain-date.ts'
import type { SubjectId } from '../definitions/field.ts'
import type { Indicator } from '../definitions/indicator.ts'
import { countIn } from './count.ts'
import { test as ask, factOfDay, population, subjectsWithOpen } from './define.ts'
import { explain } from './explain.ts'
import { looked, type MemberList, planLists } from './plan.ts'
import { Reader } from './reader.ts'
import { subjectRecords } from './records.ts'

const ann = 1 as SubjectId
const stay = known(Stay, ann, { startedOn: '2023-08-01', room: 'attic' })
const records = subjectRecords(ann, [stay, known(LookedIn, ann, { on: '2023-08-20', minutes: 5 })], [Stay, LookedIn])
const month = parsePeriod('2023-09')
const months = [parsePeriod('2023-08'), month]

/** A list of guests of whom these tests are asked. */
function listOf(key: string, covers: Indicator['covers'], include: Record<string, ReturnType<typeof ask>>): MemberList {
  const each = subjectsWithOpen(Stay, 'guest')
  const guests = population({ key, label: key, source: 'the house', each, include })
  const [list] = planLists([{ ...numberOfGuests, covers, counts: { population: guests, whenNotKnown: 'stays' } }])
  if (list === undefined) throw new Error('There is one')
  return list
}

function workedOut() {
  const days: string[] = []
  const room = factOfDay([Stay], ({ history, asAt }) => {
    days.push(`${asAt}`)
    return history.latest(Stay)?.room ?? undefined
  })
  const inAttic = ask([room], (member) => room(member) === 'attic')
  return { days, room, inAttic }
}

describe('a fact of the day', () => {
  it('is worked out once for all lists that look at the same day, whatever days before it they look at, month after month', () => {
    const { days, inAttic } = workedOut()
    const tasks = (['at the end', 'rolling 12 months'] as const).map((covers) => {
      const list = listOf(covers, covers, { 'in the attic': inAttic })
      return { list, looks: months.map((month) => looked(list, month, plainDate('2023-12-31'), calendar)) }
    })
    const placed = countIn(tasks, new Reader(records, calendar)).map((members) => members.map(({ placed }) => placed))
    expect(placed).toEqual([
      ['1', '1'],
      ['1', '1'],
    ])
    expect(days).toEqual([`${plainDate('2023-08-31')}`, `${plainDate('2023-09-30')}`])
  })

  it('is worked out anew on another day, and of somebody else', () => {
    const { days, room } = workedOut()
    const [early, late] = [plainDate('2023-07-31'), plainDate('2023-09-30')]
    const reader = new Reader(records, calendar)
    const on = (asAt: typeof early, history = reader) => {
      history.asAt = asAt
      return room({ history, asAt })
    }
    expect([on(early), on(late), on(late), on(early)]).toEqual([undefined, 'attic', 'attic', undefined])
    expect(days).toHaveLength(3)
    expect(on(early, new Reader(subjectRecords(2 as SubjectId, [], [Stay]), calendar))).toBeUndefined()
    expect(days).toHaveLength(4)
  })

  it('names its records for each of the tests that it decides', () => {
    const { inAttic, room } = workedOut()
    const somewhere = ask([room], (member) => room(member) !== undefined)
    const list = listOf('both', 'at the end', { 'in the attic': inAttic, 'in a room': somewhere })
    const [counting] = list.countings
    if (counting === undefined) throw new Error('There is one')
    const reasons = explain(
      list,
      counting,
      records,
      looked(list, month, plainDate('2023-12-31'), calendar),
      null,
      calendar,
    )
    expect(reasons.map(({ name, because }) => [name, because])).toEqual([
      ['in the attic', [stay.record]],
      ['in a room', [stay.record]],
    ])
  })
})
