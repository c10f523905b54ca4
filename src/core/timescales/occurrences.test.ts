import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { calendar, known, LookedIn, lookingIn, Stay } from '../../../test/support/counted.ts'
import type { Timescale } from '../counting/chronology.ts'
import { Reader } from '../counting/reader.ts'
import { type KnownRecord, subjectRecords } from '../counting/records.ts'
import { plainDate, toText } from '../dates/plain-date.ts'
import type { SubjectId } from '../definitions/field.ts'
import { occurrencesAsAt, wholeOccurrences } from './occurrences.ts'

const guest = 1 as SubjectId
const stay = (startedOn: string, endedOn: string | null = null) => known(Stay, guest, { startedOn, endedOn })
const look = (on: string, seen = 'yes') => known(LookedIn, guest, { on, seen })
const reader = (records: readonly KnownRecord[], asAt: string) =>
  new Reader(subjectRecords(guest, records, [Stay, LookedIn]), calendar, plainDate(asAt))
const clocks = (records: readonly KnownRecord[], asAt: string, timescale: Timescale = lookingIn) =>
  reader(records, asAt)
    .clocks(timescale)
    .map(({ due, done, state }) => [due && toText(due), done && toText(done), state])

describe('a clock', () => {
  it('is due, and overdue from the day after', () => {
    expect(clocks([stay('2023-09-01')], '2023-09-08')).toEqual([['2023-09-08', null, 'due']])
    expect(clocks([stay('2023-09-01')], '2023-09-09')).toEqual([['2023-09-08', null, 'overdue']])
  })
  it('starts again from the day on which it was really met, late or not', () => {
    expect(clocks([stay('2023-09-01'), look('2023-09-11'), look('2023-09-25')], '2023-10-10')).toEqual([
      ['2023-09-08', '2023-09-11', 'late'],
      ['2023-09-25', '2023-09-25', 'in time'],
      ['2023-10-09', null, 'overdue'],
    ])
  })
  it('is not met by what does not count', () => {
    expect(clocks([stay('2023-09-01'), look('2023-09-05', 'no')], '2023-09-06')).toEqual([['2023-09-08', null, 'due']])
  })
  it('ends with what it ran in: what was due stays missed, what was not yet due was not required', () => {
    expect(clocks([stay('2023-09-01', '2023-09-20')], '2023-12-01')).toEqual([['2023-09-08', null, 'missed']])
    expect(clocks([stay('2023-09-01', '2023-09-20')], '2023-09-19')).toEqual([['2023-09-08', null, 'overdue']])
    expect(clocks([stay('2023-09-01', '2023-09-08')], '2023-12-01')).toEqual([['2023-09-08', null, 'not required']])
  })
  it('goes by the rule of the day on which it began', () => {
    expect(clocks([stay('2021-12-31')], '2022-03-01')).toEqual([['2022-01-31', null, 'overdue']])
    expect(clocks([stay('2022-01-01')], '2022-03-01')).toEqual([['2022-01-10', null, 'overdue']])
  })
  it('says that it does not know where no bank holidays are loaded', () => {
    expect(
      clocks([stay('2010-01-04')], '2010-03-01', {
        ...lookingIn,
        rules: [lookingIn.rules[1] ?? lookingIn.rules[0]].map((rule) => ({
          source: rule.source,
          limit: rule.limit,
        })) as never,
      }),
    ).toEqual([[null, null, 'not known']])
  })
  it('asks once where it does not recur, or for nothing where the rule says so', () => {
    const once = { ...lookingIn, recurs: false }
    expect(clocks([stay('2023-09-01'), look('2023-09-04')], '2023-12-01', once)).toEqual([
      ['2023-09-08', '2023-09-04', 'in time'],
    ])
    const never: Timescale = {
      ...lookingIn,
      rules: [{ source: 'x', limit: () => ({ notRequired: 'Guests of a day' }) }],
    }
    expect(clocks([stay('2023-09-01')], '2023-12-01', never)).toEqual([[null, null, 'not required']])
  })
  it('does not count the days of a pause', () => {
    const pauses = [{ from: plainDate('2023-09-04'), to: plainDate('2023-09-06') }]
    const paused: Timescale = {
      ...lookingIn,
      runs: (history) => lookingIn.runs(history).map((run) => ({ ...run, pauses })),
    }
    expect(clocks([stay('2023-09-01')], '2023-09-09', paused)).toEqual([['2023-09-12', null, 'due']])
  })
  it('keeps to a fixed day', () => {
    const by = plainDate('2023-10-31')
    const fixed: Timescale = {
      ...lookingIn,
      recurs: false,
      rules: [{ source: 'x', limit: () => ({ by, why: 'the end of October' }) }],
    }
    expect(clocks([stay('2023-09-01')], '2023-10-31', fixed)).toEqual([['2023-10-31', null, 'due']])
  })
})

describe('laws of clocks', () => {
  const day = fc.integer({ min: 0, max: 300 }).map((days) => toText((plainDate('2022-06-01') + days) as never))
  const records = fc
    .tuple(
      fc.array(fc.tuple(day, fc.option(fc.integer({ min: 1, max: 120 }))), { maxLength: 3 }),
      fc.array(day, { maxLength: 8 }),
    )
    .map(([stays, looks]) => [
      ...stays.map(([from, length]) =>
        stay(from, length === null ? null : toText((plainDate(from) + length) as never)),
      ),
      ...looks.map((on) => look(on)),
    ])

  it('a date sees what it would see if nothing later had ever been recorded', () => {
    fc.assert(
      fc.property(records, day, (all, asAt) => {
        const date = plainDate(asAt)
        const until = all
          .filter(({ content }) => Number(content.fields['startedOn'] ?? content.fields['on']) <= date)
          .map((one) => {
            const ended = one.content.fields['endedOn']
            if (typeof ended !== 'number' || ended <= date) return one
            return { ...one, content: { ...one.content, fields: { ...one.content.fields, endedOn: null } } }
          })
        expect(clocks(all, asAt)).toEqual(clocks(until, asAt))
      }),
    )
  })

  it('cut at a date, or worked out again at that date, it is the same', () => {
    fc.assert(
      fc.property(records, day, (all, asAt) => {
        const then = reader(all, asAt)
        const again = occurrencesAsAt(wholeOccurrences(lookingIn, then, calendar), plainDate(asAt))
        const states = (of: readonly { due: unknown; done: unknown; state: unknown }[]) =>
          of.map(({ due, done, state }) => [due, done, state])
        expect(states(then.clocks(lookingIn))).toEqual(states(again))
      }),
    )
  })

  it('is seen on a day as on that day alone, whatever other days were looked at before', () => {
    fc.assert(
      fc.property(records, fc.array(day, { maxLength: 5 }), (all, days) => {
        const one = reader(all, '2023-01-01')
        for (const on of days) {
          one.asAt = plainDate(on)
          expect(one.clocks(lookingIn)).toEqual(reader(all, on).clocks(lookingIn))
        }
      }),
    )
  })

  it('is never in time after the due day, and never late on or before it', () => {
    fc.assert(
      fc.property(records, day, (all, asAt) => {
        for (const { due, done, state } of reader(all, asAt).clocks(lookingIn)) {
          if (due === null || done === null) continue
          expect(state).toBe(done <= due ? 'in time' : 'late')
        }
      }),
    )
  })
})
