import { countSubject } from '../../core/counting/count.ts'
import { type Looked, looked, type MemberList } from '../../core/counting/plan.ts'
import { subjectRecords } from '../../core/counting/records.ts'
import { lastPeriods, type Period, periodContaining } from '../../core/dates/period.ts'
import type { PlainDate } from '../../core/dates/plain-date.ts'
import type { SubjectId } from '../../core/definitions/field.ts'
import type { RecordType } from '../../core/definitions/record-type.ts'
import { findCandidates, loadKnown } from '../../store/counting/known.ts'
import {
  addMembers,
  beginPeriod,
  type CountedPeriod,
  findCountedPeriods,
  forgetMembers,
  holdLists,
  type KeptMember,
} from '../../store/counting/members.ts'
import { findSamePeople } from '../../store/records/merges.ts'
import { type Db, inTransaction } from '../../store/records/transaction.ts'
import type { App } from '../app.ts'
import { definitionsOf, listsOf } from './lists.ts'

/** A period of a list that is to be counted, and what its members are kept under. */
type Counted = { readonly id: number; readonly looked: Looked }
type Work = { readonly list: MemberList; readonly counted: readonly Counted[] }

const SUBJECTS_AT_ONCE = 500
const MEMBERS_AT_ONCE = 5000
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
  return lists.map((list) => ({
    list,
    periods: periods.filter(
      (period) => !there.some((one) => one.list === list.key && isCurrent(app, list, one, period)),
    ),
  }))
}

function isCurrent(app: App, list: MemberList, counted: CountedPeriod, period: Period): boolean {
  if (counted.period.kind !== period.kind || counted.period.from !== period.from) return false
  if (counted.definitions !== definitionsOf(list)) return false
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
  const work: Work[] = []
  for (const { list, periods } of lists) work.push({ list, counted: await begin(app, db, list, periods) })
  const subjects = await findCandidates(db, new Set(lists.map(({ list }) => list.each.type)), app.clock.today)
  let members = 0
  for (let at = 0; at < subjects.length; at += SUBJECTS_AT_ONCE) {
    members += await countSome(app, db, work, subjects.slice(at, at + SUBJECTS_AT_ONCE))
    onProgress(Math.min(at + SUBJECTS_AT_ONCE, subjects.length), subjects.length)
  }
  return { periods: work.reduce((sum, { counted }) => sum + counted.length, 0), subjects: subjects.length, members }
}

async function begin(app: App, db: Db, list: MemberList, periods: readonly Period[]): Promise<readonly Counted[]> {
  const { today } = app.clock
  const counted: Counted[] = []
  for (const period of periods) {
    const days = looked(list, period, today, app.calendar)
    const about = { list: list.key, answeredOn: today, definitions: definitionsOf(list), countedAt: app.clock.now() }
    counted.push({ looked: days, id: await beginPeriod(db, { ...about, looked: days }) })
  }
  return counted
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
  const work = lists.map((list) => ({
    list,
    counted: periods
      .filter((one) => one.list === list.key && one.definitions === definitionsOf(list))
      .map(({ id, period, answeredOn }) => ({ id, looked: looked(list, period, answeredOn, app.calendar) })),
  }))
  for (let at = 0; at < subjects.length; at += SUBJECTS_AT_ONCE)
    await countSome(app, db, work, subjects.slice(at, at + SUBJECTS_AT_ONCE))
}

async function countSome(app: App, db: Db, work: readonly Work[], subjects: readonly SubjectId[]): Promise<number> {
  let count = 0
  let waiting: KeptMember[] = []
  const keep = async () => {
    await addMembers(db, waiting)
    count += waiting.length
    waiting = []
  }
  const types = readBy(work.map(({ list }) => list))
  for (const [subject, known] of await loadKnown(db, subjects, types, app.clock.today)) {
    const records = subjectRecords(subject, known, types)
    for (const { list, counted } of work) {
      const periods = counted.map((one) => one.looked)
      for (const { period, ...facts } of countSubject(list, records, periods, app.calendar))
        waiting.push({ ...facts, periodId: idAt(counted, period) })
    }
    if (waiting.length >= MEMBERS_AT_ONCE) await keep()
  }
  await keep()
  return count
}

function idAt(counted: readonly Counted[], at: number): number {
  const id = counted[at]?.id
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
