import { setImmediate as turn } from 'node:timers/promises'
import { countSubject } from '../../core/counting/count.ts'
import { type Looked, looked, type MemberList } from '../../core/counting/plan.ts'
import { type SubjectRecords, subjectRecords } from '../../core/counting/records.ts'
import { lastPeriods, type Period, periodContaining } from '../../core/dates/period.ts'
import type { PlainDate } from '../../core/dates/plain-date.ts'
import type { SubjectId } from '../../core/definitions/field.ts'
import type { RecordType } from '../../core/definitions/record-type.ts'
import { findCandidates, loadKnown } from '../../store/counting/known.ts'
import {
  beginPeriods,
  type CountedPeriod,
  findCountedPeriods,
  forgetMembers,
  holdLists,
  type KeptMember,
  MembersKept,
} from '../../store/counting/members.ts'
import { findSamePeople } from '../../store/records/merges.ts'
import { type Db, inTransaction } from '../../store/records/transaction.ts'
import type { App } from '../app.ts'
import { definitionsOf, listsOf } from './lists.ts'

/** A period of a list that is to be counted, and what its members are kept under. */
type Counted = { readonly id: number; readonly looked: Looked }
type Work = { readonly list: MemberList; readonly counted: readonly Counted[] }

const SUBJECTS_AT_ONCE = 100
/** How many months are counted of their own accord, this one included: three years, which is what a trend shows. */
const MONTHS = 36

export type Calculated = { readonly periods: number; readonly subjects: number; readonly members: number }

/**
 * Counts everybody in these periods of every list, in place of what was counted before, with what is known today. All of it, or none.
 * @param onProgress told how many of the subjects have been counted
 */
export function calculate(
  app: App,
  periods: readonly Period[],
  onProgress: (done: number, all: number) => void = () => {},
): Promise<Calculated> {
  const wanted = listsOf(app).map((list) => ({ list, periods }))
  return inTransaction(app.store, (db) => calculateIn(app, db, wanted, onProgress))
}

/**
 * Counts what is not as it should be: periods of the last three years that were never counted, were counted by other definitions, or had
 * not run their course when they were. Call it when a day has passed, and after an import. Of several who call it at once the first counts,
 * and the others wait for that and find it done.
 */
export function bringUpToDate(app: App): Promise<Calculated> {
  return inTransaction(app.store, async (db) => {
    const isWanting = ({ periods }: Wanted) => periods.length > 0
    // Nobody is kept waiting where there is nothing to do.
    if (!(await notCurrent(app, db)).some(isWanting)) return NOTHING
    await holdLists(db)
    return calculateIn(app, db, await notCurrent(app, db), () => {})
  })
}

const NOTHING: Calculated = { periods: 0, subjects: 0, members: 0 }

type Wanted = { readonly list: MemberList; readonly periods: readonly Period[] }

async function notCurrent(app: App, db: Db): Promise<readonly Wanted[]> {
  const lists = listsOf(app)
  const periods = lastPeriods(periodContaining('month', app.clock.today), MONTHS)
  const there = await findCountedPeriods(
    db,
    lists.map(({ key }) => key),
  )
  return lists.map((list) => {
    const definitions = definitionsOf(list)
    const counted = there.filter((one) => one.list === list.key && one.definitions === definitions)
    return { list, periods: periods.filter((period) => !counted.some((one) => isCurrent(app, list, one, period))) }
  })
}

function isCurrent(app: App, list: MemberList, counted: CountedPeriod, period: Period): boolean {
  if (counted.period.kind !== period.kind || counted.period.from !== period.from) return false
  const now = looked(list, period, app.clock.today, app.calendar)
  return counted.asAt === now.asAt && counted.provisional === now.provisional
}

async function calculateIn(
  app: App,
  db: Db,
  wanted: readonly Wanted[],
  onProgress: (done: number, all: number) => void,
): Promise<Calculated> {
  const lists = wanted.filter(({ periods }) => periods.length > 0)
  if (lists.length === 0) return NOTHING
  await holdLists(db)
  const work = await begin(app, db, lists)
  const subjects = await findCandidates(db, new Set(lists.map(({ list }) => list.each.type)), app.clock.today)
  const members = await countThem(app, db, work, subjects, onProgress)
  return { periods: work.reduce((sum, { counted }) => sum + counted.length, 0), subjects: subjects.length, members }
}

async function begin(
  app: App,
  db: Db,
  wanted: readonly { readonly list: MemberList; readonly periods: readonly Period[] }[],
): Promise<readonly Work[]> {
  const { today } = app.clock
  const days = wanted.map(({ list, periods }) => ({
    list,
    looks: periods.map((period) => looked(list, period, today, app.calendar)),
  }))
  const ids = await beginPeriods(
    db,
    days.flatMap(({ list, looks }) => {
      const about = { list: list.key, answeredOn: today, definitions: definitionsOf(list), countedAt: app.clock.now() }
      return looks.map((one) => ({ ...about, looked: one }))
    }),
  )
  let at = 0
  return days.map(({ list, looks }) => ({ list, counted: looks.map((one) => ({ looked: one, id: idAt(ids, at++) })) }))
}

/**
 * Counts some subjects again in every period that has been counted: call it in the transaction that changed what is recorded about them.
 * Does nothing for whoever is in no list.
 */
export async function recount(app: App, db: Db, changed: readonly SubjectId[]): Promise<void> {
  const lists = listsOf(app)
  const periods = await findCountedPeriods(
    db,
    lists.map(({ key }) => key),
  )
  if (periods.length === 0 || changed.length === 0) return
  const same = await findSamePeople(db, changed, app.clock.today)
  const subjects = [...new Set(changed.map(same.kept))]
  await forgetMembers(db, [...new Set([...changed, ...subjects])])
  const work = lists.map((list) => {
    const definitions = definitionsOf(list)
    return {
      list,
      counted: periods
        .filter((one) => one.list === list.key && one.definitions === definitions)
        .map(({ id, period, answeredOn }) => ({ id, looked: looked(list, period, answeredOn, app.calendar) })),
    }
  })
  await countThem(app, db, work, subjects)
}

/** Counts subjects some at a time: while those are counted, the database looks up the next. */
async function countThem(
  app: App,
  db: Db,
  work: readonly Work[],
  subjects: readonly SubjectId[],
  onProgress: (done: number, all: number) => void = () => {},
): Promise<number> {
  const members = new MembersKept(db)
  const types = readBy(work.map(({ list }) => list))
  const load = (from: number) => loadKnown(db, subjects.slice(from, from + SUBJECTS_AT_ONCE), types, app.clock.today)
  let next = load(0)
  for (let at = SUBJECTS_AT_ONCE; at < subjects.length + SUBJECTS_AT_ONCE; at += SUBJECTS_AT_ONCE) {
    const some = await next
    next = load(at)
    // It is told when it is waited for.
    next.catch(() => {})
    for (const [subject, known] of some) {
      // What the database is asked, and what it answers, has to come and go meanwhile.
      await turn()
      countOne(app, work, subjectRecords(subject, known, types), members)
      await members.send()
    }
    onProgress(Math.min(at, subjects.length), subjects.length)
  }
  await members.end()
  return members.count
}

function countOne(app: App, work: readonly Work[], records: SubjectRecords, members: MembersKept): void {
  for (const { list, counted } of work) {
    const looks = counted.map((one) => one.looked)
    for (const member of countSubject(list, records, looks, app.calendar)) {
      const period = counted[member.period]
      if (period === undefined) throw new RangeError(`There is no period ${member.period} among those counted`)
      members.add(period.id, member)
    }
  }
}

function idAt(ids: readonly number[], at: number): number {
  const id = ids[at]
  if (id === undefined) throw new RangeError(`There is no period ${at} among those counted`)
  return id
}

/** Every record type that any of the lists reads. */
const readBy = (lists: readonly MemberList[]): ReadonlySet<RecordType> => new Set(lists.flatMap(({ reads }) => reads))

/** The members of a list in some periods with what was known on a day, worked out and not kept. */
export async function countAsKnown(
  app: App,
  db: Db,
  list: MemberList,
  periods: readonly Period[],
  knownOn: PlainDate,
): Promise<{ readonly looked: readonly Looked[]; readonly members: readonly KeptMember[] }> {
  const days = periods.map((period) => looked(list, period, knownOn, app.calendar))
  const members: KeptMember[] = []
  const subjects = await findCandidates(db, [list.each.type], knownOn)
  for (let at = 0; at < subjects.length; at += SUBJECTS_AT_ONCE) {
    const known = await loadKnown(db, subjects.slice(at, at + SUBJECTS_AT_ONCE), list.reads, knownOn)
    for (const [subject, records] of known)
      for (const { period, ...facts } of countSubject(
        list,
        subjectRecords(subject, records, list.reads),
        days,
        app.calendar,
      ))
        members.push({ ...facts, periodId: period })
  }
  return { looked: days, members }
}
