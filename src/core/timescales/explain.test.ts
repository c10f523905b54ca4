import { describe, expect, it } from 'vitest'
import { calendar, known, LookedIn, lookingIn, Stay } from '../../../test/support/counted.ts'
import type { Timescale } from '../counting/chronology.ts'
import { Reader } from '../counting/reader.ts'
import { subjectRecords } from '../counting/records.ts'
import { plainDate } from '../dates/plain-date.ts'
import type { SubjectId } from '../definitions/field.ts'
import { explainSteps } from './explain.ts'

const guest = 1 as SubjectId
const steps = (startedOn: string, timescale: Timescale = lookingIn) => {
  const records = subjectRecords(guest, [known(Stay, guest, { startedOn })], [Stay, LookedIn])
  const [one] = new Reader(records, calendar, plainDate('2023-12-01')).clocks(timescale)
  return one === undefined ? [] : explainSteps(one, calendar)
}

describe('how a due day is worked out', () => {
  it('names what began the clock and the days that were passed over', () => {
    expect(steps('2023-08-24')).toEqual([
      'The clock runs since Thursday 24 August 2023: coming.',
      '5 working days after Thursday 24 August 2023: the day after is the first that can count.',
      'The first working day counted is Friday 25 August 2023.',
      'Saturdays and Sundays do not count: 2 are passed over.',
      'Bank holidays do not count: Monday 28 August 2023, Summer bank holiday.',
      'Working day 5 is Friday 1 September 2023: done on or before that day is in time.',
    ])
  })
  it('says by how much a pause moved it', () => {
    const pauses = [{ from: plainDate('2023-09-04'), to: plainDate('2023-09-06') }]
    const paused: Timescale = {
      ...lookingIn,
      runs: (history) => lookingIn.runs(history).map((run) => ({ ...run, pauses })),
    }
    expect(steps('2023-09-01', paused).slice(-2)).toEqual([
      'Paused from 4 September 2023 to 5 September 2023: those days do not count.',
      'So the last day in time moves from Friday 8 September 2023 to Tuesday 12 September 2023.',
    ])
  })
  it('says only why where the day is fixed', () => {
    const fixed: Timescale = {
      ...lookingIn,
      rules: [{ source: 'x', limit: () => ({ by: plainDate('2023-10-31'), why: 'the end of October' }) }],
    }
    expect(steps('2023-09-01', fixed).at(-1)).toBe('The day is fixed: the end of October.')
  })
})
