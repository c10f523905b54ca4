import { describe, expect, it } from 'vitest'
import { calendar, guests, inTheAttic, known, LookedIn, lookingIn, Stay } from '../../../test/support/counted.ts'
import { plainDate, toText } from '../dates/plain-date.ts'
import type { SubjectId } from '../definitions/field.ts'
import { attribute, narrow, test } from './define.ts'
import { type KnownRecord, subjectRecords } from './records.ts'
import { readsOfWork, type WorkList, workList, workOf, worstFirst } from './work-list.ts'

const guest = 1 as SubjectId
const about = { key: 'looking-in', label: 'Looking in', source: 'Made up', timescale: lookingIn }
const everybody = workList({ ...about, population: guests })
const inAttic = workList({
  ...about,
  population: narrow(guests, { key: 'up', label: 'Up', source: 'Made up', include: { 'in the attic': inTheAttic } }),
})
const on = (day: string, work: WorkList, ...records: readonly KnownRecord[]) =>
  workOf(work, subjectRecords(guest, records, [Stay, LookedIn]), calendar)(plainDate(day))
const stay = (startedOn: string, room: string | null, endedOn: string | null = null) =>
  known(Stay, guest, { startedOn, room, endedOn })
const needs = (...asked: Parameters<typeof on>) => on(...asked).needs.map(({ due, days }) => [toText(due), days])

describe('what somebody needs', () => {
  it('is what is due or overdue, with the days since', () => {
    expect(needs('2023-09-06', everybody, stay('2023-09-01', 'attic'))).toEqual([['2023-09-08', -2]])
    expect(needs('2023-09-11', everybody, stay('2023-09-01', 'attic'))).toEqual([['2023-09-08', 3]])
    expect(needs('2023-09-11', everybody, stay('2023-09-01', 'attic', '2023-09-10'))).toEqual([])
  })
  it('is nothing for those who do not belong, and not known where that is not known', () => {
    expect(on('2023-09-11', inAttic, stay('2023-09-01', 'garden'))).toEqual({ needs: [], unknown: [] })
    expect(on('2023-09-11', inAttic, stay('2023-09-01', null))).toMatchObject({
      needs: [],
      unknown: [{ occurrence: null }],
    })
  })
  it('is not known where the day cannot be worked out, for as long as the clock runs', () => {
    const timescale = {
      ...lookingIn,
      rules: lookingIn.rules.slice(1).map(({ to: _, from: __, ...rule }) => rule) as never,
    }
    const old = { ...everybody, timescale }
    expect(on('2010-03-01', old, stay('2010-01-04', 'attic'))).toMatchObject({
      needs: [],
      unknown: [{ occurrence: { due: null } }],
    })
    expect(on('2010-03-01', old, stay('2010-01-04', 'attic', '2010-02-01')).unknown).toEqual([])
  })
  it('can be asked of several days at once', () => {
    const ask = workOf(everybody, subjectRecords(guest, [stay('2023-09-01', 'attic')], [Stay, LookedIn]), calendar)
    const days = ['2023-08-31', '2023-09-08', '2023-09-15', '2023-09-07'].map(
      (day) => ask(plainDate(day)).needs[0]?.days,
    )
    expect(days).toEqual([undefined, 0, 7, -1])
  })
  it('reads nothing of what figures are broken down by but whose work somebody is', () => {
    const secret = { ...LookedIn, key: 'secret' }
    const population = { ...guests, by: { ...guests.by, secret: attribute('Secret', [secret], () => 'x') } }
    expect(readsOfWork({ ...everybody, population })).toEqual([Stay, LookedIn])
    const named = attribute('Team', [secret], () => 'x', { named: 'subject' })
    expect(readsOfWork({ ...everybody, population: { ...guests, by: { named } } })).toContain(secret)
    expect(
      readsOfWork({ ...everybody, population: { ...guests, include: { x: test([secret], () => true) } } }),
    ).toContain(secret)
  })
  it('stands worst first', () => {
    const [a, b, c] = ['2023-09-20', '2023-09-01', '2023-09-11'].flatMap(
      (day) => on(day, everybody, stay('2023-09-01', 'attic')).needs,
    )
    expect([b, c, a].flatMap((one) => one ?? []).toSorted(worstFirst)).toEqual([a, c, b])
  })
})
