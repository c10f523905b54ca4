import { describe, expect, it } from 'vitest'
import { calendar, guests, inTheAttic, known, LookedIn, lookingIn, Stay } from '../../../test/support/counted.ts'
import { plainDate, toText } from '../dates/plain-date.ts'
import type { SubjectId } from '../definitions/field.ts'
import { column, countedColumns } from './column.ts'
import { attribute, fact, type Member, narrow, test } from './define.ts'
import { explainNeed, explainUnknown } from './explain-need.ts'
import { type KnownRecord, subjectRecords } from './records.ts'
import { isWatched, needTest, readsOfWork, type WorkList, workList, workOf, worstFirst } from './work-list.ts'

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
const needs = (...asked: Parameters<typeof on>) => on(...asked).needs.map(({ due, days }) => [due && toText(due), days])

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
      unknown: [{ occurrence: null, question: null }],
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

const latestStay = fact([Stay], ({ history }: Member) => history.latest(Stay))
const up = workList({
  key: 'up',
  label: 'Up',
  source: 'Made up',
  population: guests,
  test: needTest('in the attic', inTheAttic, {
    why: fact([latestStay], (member) => latestStay(member)?.room ?? undefined),
    since: fact([latestStay], (member) => latestStay(member)?.startedOn ?? undefined),
    gravity: fact([LookedIn], ({ history }: Member) => history.howMany(LookedIn, () => true)),
  }),
})

describe('what somebody needs by a test', () => {
  it('is that it is so, since when and why; not known where the record does not say', () => {
    const { needs: found, unknown } = on('2023-09-11', up, stay('2023-09-01', 'attic'))
    expect(found).toMatchObject([{ isNow: true, due: null, days: 10, gravity: 0 }])
    expect(found.map(explainNeed)).toEqual(['In the attic since 1 September 2023: attic.'])
    expect(unknown).toEqual([])
    expect(on('2023-09-11', up, stay('2023-09-01', 'garden'))).toEqual({ needs: [], unknown: [] })
    const notKnown = on('2023-09-11', up, stay('2023-09-01', null))
    expect(notKnown).toMatchObject({ needs: [], unknown: [{ occurrence: null, question: 'in the attic' }] })
    expect(notKnown.unknown.map(explainUnknown)).toEqual(['The record does not say whether this is so: in the attic.'])
    expect(readsOfWork(up)).toEqual([Stay, LookedIn])
  })
  it('stands by how grave it is, and then by how long it has been so', () => {
    const looks = [known(LookedIn, guest, { on: '2023-09-10', seen: 'yes' })]
    const [grave] = on('2023-09-11', up, stay('2023-09-09', 'attic'), ...looks).needs
    const [long] = on('2023-09-11', up, stay('2023-09-01', 'attic')).needs
    const [short] = on('2023-09-11', up, stay('2023-09-10', 'attic')).needs
    expect([short, long, grave].flatMap((one) => one ?? []).toSorted(worstFirst)).toEqual([grave, long, short])
  })
})

describe('what a list says beside the reason', () => {
  const columns = {
    room: column('Room', [latestStay], (member) => latestStay(member)?.room),
    came: column('Came', [latestStay], (member) => latestStay(member)?.startedOn, { written: 'date' }),
    minutes: column('Minutes', [LookedIn], () => undefined, { written: 'number' }),
  }
  const known = stay('2023-09-01', 'attic')

  it('stands beside everybody on it, by a clock or by a test', () => {
    const says = { room: 'attic', came: plainDate('2023-09-01'), minutes: null }
    expect(on('2023-09-11', { ...up, columns }, known).needs).toMatchObject([{ says }])
    expect(on('2023-09-06', { ...everybody, columns }, known).needs).toMatchObject([{ says }])
  })
  it('is read, and closes the list to whoever may not', () => {
    const secret = { ...LookedIn, key: 'secret' }
    expect(readsOfWork({ ...up, columns: { x: column('X', [secret], () => 'x') } })).toContain(secret)
  })
  it('is counted where it is a value, and not where it is only read', () => {
    expect(countedColumns(columns).map(([key]) => key)).toEqual(['room'])
  })
  it('says of a list that is only looked through that nobody needs somebody', () => {
    const watched = { ...up, test: needTest('in the attic', inTheAttic, { standing: 'watched' }) }
    expect(on('2023-09-11', watched, known).needs).toMatchObject([{ isNow: false }])
    expect([isWatched(watched), isWatched(up), isWatched(everybody)]).toEqual([true, false, false])
  })
})
