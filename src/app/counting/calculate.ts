import { type Change, looksAt, seenOtherwiseFrom } from '../../core/counting/change.ts'
import type { Task } from '../../core/counting/count.ts'
import { type Looked, looked, type MemberList } from '../../core/counting/plan.ts'
import { lastPeriods, type Period, periodContaining } from '../../core/dates/period.ts'
import type { PlainDate } from '../../core/dates/plain-date.ts'
import type { SubjectId } from '../../core/definitions/field.ts'
import { FROM_THE_START } from '../../core/record/chronology.ts'
import {
  beginPeriods,
  type CountedPeriod,
  findCountedPeriods,
  holdLists,
  type KeptMember,
  type KeptUnder,
} from '../../store/counting/members.ts'
import { forgetMembers, MembersKept } from '../../store/counting/members-kept.ts'
import { findSamePeople } from '../../store/records/merges.ts'
import { type Db, inTransaction } from '../../store/records/transaction.ts'
import type { App } from '../app.ts'
import { countEach, findTasks, type Tasks } from './count-each.ts'
import { type Known, knownOn } from './known-now.ts'
import { definitionsOf, listsOf } from './lists.ts'

/** A list with the periods that are to be counted, and what the members of each are kept under. */
type Work = Task & { readonly under: readonly KeptUnder[] }

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
  // Asked before anything is written, or nothing of it could be held: and after waiting for whoever counted, for they knew less.
  const [known, { work, begin }] = await Promise.all([knownOn(app, db, app.clock.today), plan(app, db, lists)])
  const tasks = await findTasks(known, work)
  const members = await countThem(app, db, known, { lists: listsOf(app), tasks, begin }, onProgress)
  return {
    periods: work.reduce((sum, { under }) => sum + under.length, 0),
    subjects: tasks.size,
    members,
  }
}

async function plan(
  app: App,
  db: Db,
  wanted: readonly { readonly list: MemberList; readonly periods: readonly Period[] }[],
): Promise<{ readonly work: readonly Work[]; begin(): Promise<unknown> }> {
  const { today } = app.clock
  const days = wanted.map(({ list, periods }) => ({
    list,
    looks: periods.map((period) => looked(list, period, today, app.calendar)),
  }))
  const { under, begin } = await beginPeriods(
    db,
    days.flatMap(({ list, looks }) => {
      const about = { list: list.key, answeredOn: today, definitions: definitionsOf(list), countedAt: app.clock.now() }
      return looks.map((one) => ({ ...about, looked: one }))
    }),
  )
  let at = 0
  const work = days.map(({ list, looks }) => {
    const from = at
    at += looks.length
    return { list, looks, under: under.slice(from, at) }
  })
  return { work, begin }
}

/**
 * Counts some subjects again in every period that has been counted: call it in the transaction that changed what is recorded about them.
 * Does nothing for whoever is in no list.
 */
export const recount = (app: App, db: Db, changed: readonly SubjectId[]): Promise<void> =>
  recountIn(app, db, changed, listsOf(app), FROM_THE_START)

/**
 * The same after one record changed: everybody whom it is or was about, in the lists that read such records, and in the periods that look at a day on which it is
 * seen otherwise. All other answers are as they were.
 */
export async function recountAfter(app: App, db: Db, change: Change): Promise<void> {
  const about = [change.after, ...(change.before === undefined ? [] : [change.before])]
  const changed = new Set(about.flatMap(({ subjects }) => Object.values(subjects).flat()))
  const lists = listsOf(app).filter(({ reads }) => reads.includes(change.type))
  await recountIn(app, db, [...changed], lists, seenOtherwiseFrom(change))
}

async function recountIn(
  app: App,
  db: Db,
  changed: readonly SubjectId[],
  lists: readonly MemberList[],
  otherwiseFrom: number,
): Promise<void> {
  if (changed.length === 0 || lists.length === 0) return
  const periods = await findCountedPeriods(
    db,
    lists.map(({ key }) => key),
  )
  const work = lists.flatMap((list) => workAgain(app, list, periods, otherwiseFrom))
  if (work.length === 0) return
  const same = await findSamePeople(db, changed, app.clock.today)
  const subjects = [...new Set(changed.map(same.kept))]
  const numbers = [...new Set([...changed, ...subjects])]
  await forgetMembers(
    db,
    numbers,
    work.flatMap(({ under }) => under.map(({ id }) => id)),
  )
  // After waiting for whoever else counts them: what they wrote is known by then.
  const known = await knownOn(app, db, app.clock.today)
  // What is asked of the store depends on the lists alone, so that it is asked the same for every change to a type of record.
  await countThem(app, db, known, { lists, tasks: new Map(subjects.map((subject) => [subject, work] as const)) })
}

function workAgain(
  app: App,
  list: MemberList,
  periods: readonly CountedPeriod[],
  otherwiseFrom: number,
): readonly Work[] {
  const definitions = definitionsOf(list)
  const wanted = periods.flatMap(({ id, batch, list: key, definitions: madeBy, period, answeredOn }) => {
    if (key !== list.key || madeBy !== definitions) return []
    const look = looked(list, period, answeredOn, app.calendar)
    return looksAt(look, otherwiseFrom) ? [{ id, batch, look }] : []
  })
  return wanted.length === 0 ? [] : [{ list, looks: wanted.map(({ look }) => look), under: wanted }]
}

type ToCount = {
  readonly lists: readonly MemberList[]
  readonly tasks: Tasks<Work>
  /** What is to be done in the store besides, before it is over. */
  begin?(): Promise<unknown>
}

async function countThem(
  app: App,
  db: Db,
  known: Known,
  { lists, tasks, begin = async () => {} }: ToCount,
  onProgress: (done: number, all: number) => void = () => {},
): Promise<number> {
  const kept = new MembersKept(db)
  let done = 0
  let begun: Promise<unknown> | undefined
  try {
    for await (const { places } of countEach(app, known, lists, tasks)) {
      // Not before: by now the store was asked for those who come first and next, and nobody waits for this. It is told when it is waited for.
      begun ??= begin()
      begun.catch(() => {})
      for (const { task, members } of places()) {
        for (const facts of members) kept.add(periodAt(task.under, facts.period), facts)
        kept.close()
      }
      await kept.send()
      onProgress(++done, tasks.size)
    }
    await kept.end()
    await (begun ?? begin())
  } finally {
    // Whatever becomes of the counting: nothing may be asked when the transaction is over.
    await Promise.allSettled([begun])
  }
  return kept.count
}

function periodAt(under: readonly KeptUnder[], at: number): KeptUnder {
  const period = under[at]
  if (period === undefined) throw new RangeError(`There is no period ${at} among those counted`)
  return period
}

/** The members of a list in some periods with what was known on a day, worked out and not kept. */
export async function countAsKnown(
  app: App,
  db: Db,
  list: MemberList,
  periods: readonly Period[],
  day: PlainDate,
): Promise<{ readonly looked: readonly Looked[]; readonly members: readonly KeptMember[] }> {
  const looks = periods.map((period) => looked(list, period, day, app.calendar))
  const members: KeptMember[] = []
  const known = await knownOn(app, db, day)
  const tasks = await findTasks(known, [{ list, looks }])
  for await (const counted of countEach(app, known, [list], tasks))
    for (const place of counted.places())
      for (const { period, ...kept } of place.members) members.push({ ...kept, periodId: period })
  return { looked: looks, members }
}
