import { describe, expect, it } from 'vitest'
import { parsePeriod, periodText } from '../dates/period.ts'
import { plainDate } from '../dates/plain-date.ts'
import { filedLately, owed } from './owed.ts'

describe('what an agency can have sent by the end of a month', () => {
  it.each([
    ['month', '2023-09', ['2023-09', '2023-08', '2023-07', '2023-06', '2023-05', '2023-04']],
    ['quarter', '2023-09', ['2023-09', '2023-06']],
    ['quarter', '2023-08', ['2023-06', '2023-03']],
    ['financial year', '2023-09', ['2023-03']],
    ['financial year', '2024-03', ['2024-03']],
    ['academic year', '2023-09', ['2023-08']],
    ['academic year', '2023-07', ['2022-08']],
  ] as const)('sent by the %s, by %s, is filed under %j', (every, month, filed) => {
    expect(filedLately(every, parsePeriod(month)).map(periodText)).toEqual(filed)
  })
})

describe('how it stands', () => {
  const [due, today] = [plainDate('2023-10-20'), plainDate('2023-10-20')]
  it.each([
    ['awaited on the day on which it is due', undefined, due, 'awaited'],
    ['overdue the day after', undefined, plainDate('2023-10-21'), 'overdue'],
    ['sent when it came on that day', due, today, 'sent'],
    ['sent late when it came after', plainDate('2023-10-21'), plainDate('2023-11-01'), 'sent late'],
  ] as const)('%s', (_, cameOn, on, state) => {
    expect(owed({ due, cameOn, today: on })).toBe(state)
  })
})
