import { setImmediate as turn } from 'node:timers/promises'
import { countIn, type MemberFacts, mayBeMember, type Task } from '../../core/counting/count.ts'
import { remembered } from '../../core/counting/define.ts'
import type { MemberList } from '../../core/counting/plan.ts'
import { Reader } from '../../core/counting/reader.ts'
import { forgetViews, hasAll, type SubjectRecords } from '../../core/counting/records.ts'
import { searchFor } from '../../core/counting/search.ts'
import type { SubjectId } from '../../core/definitions/field.ts'
import type { RecordType } from '../../core/definitions/record-type.ts'
import type { App } from '../app.ts'
import type { Known } from './known-now.ts'

/** Whose place in which lists is to be worked out. */
export type Tasks<T extends Task> = ReadonlyMap<SubjectId, readonly T[]>

/** Whoever may be a member by any of the tasks, in order, each with those tasks: nobody else is looked at. */
export async function findTasks<T extends Task>(known: Known, tasks: readonly T[]): Promise<Tasks<T>> {
  const searched = tasks.flatMap((task) => {
    const search = searchFor(task.list.each, task.looks)
    return search === undefined ? [] : [{ task, search }]
  })
  const found = await known.candidates(searched.map(({ search }) => search))
  const places = new Map<SubjectId, number[]>()
  for (const [at, subjects] of found.entries())
    for (const subject of subjects) {
      const some = places.get(subject)
      if (some === undefined) places.set(subject, [at])
      else some.push(at)
    }
  const choose = chooser(searched.map(({ task }) => task))
  return new Map([...places].toSorted(([a], [b]) => a - b).map(([subject, some]) => [subject, choose(some)] as const))
}

/** Some of the tasks by their places: the same list for the same places, so that what follows from it is worked out once and not of each subject. */
function chooser<T>(tasks: readonly T[]): (places: readonly number[]) => readonly T[] {
  const chosen = new Map<string, readonly T[]>()
  return (places) => {
    const key = places.join()
    const before = chosen.get(key)
    if (before !== undefined) return before
    const some = places.flatMap((at) => tasks[at] ?? [])
    chosen.set(key, some)
    return some
  }
}

const SUBJECTS_AT_ONCE = 100
/** Fewer at first, for nobody can be counted until they are there; then twice as many each time. */
const SUBJECTS_AT_FIRST = 25
const FEW = 3
/** Whoever may be a member in one of so many periods mostly is. */
const MANY_PERIODS = 12
/** When records are looked at oftener than that, how each was seen is not held: three years of everything would fill the memory. */
const MOST_LOOKS = 250_000
/** So many are counted before others have a turn: a few milliseconds. */
const SUBJECTS_BETWEEN = 10

/** One subject's places in the lists of their tasks. */
export type CountedSubject<T extends Task> = {
  readonly subject: SubjectId
  places(): Iterable<{ readonly task: T; readonly members: readonly MemberFacts[] }>
}

/**
 * Works out the places of subjects in lists, some subjects at a time: while those are counted, the database looks up the next.
 * @param lists those that the tasks may be of, whoever's they are: the database is always asked the same question of them
 */
export async function* countEach<T extends Task>(
  app: App,
  known: Known,
  lists: readonly MemberList[],
  tasks: Tasks<T>,
): AsyncGenerator<CountedSubject<T>> {
  const all = [...tasks]
  const areMany = all.reduce((sum, [, mine]) => sum + looksIn(mine), 0) > MOST_LOOKS
  const types = { placing: placingIn(lists), reading: readingIn(lists) }
  const lookUp = (from: number, to: number) => lookedUp(app, known, types, all.slice(from, to))
  let many = SUBJECTS_AT_FIRST
  let next = lookUp(0, many)
  try {
    for (let at = many; at < all.length + many; at += many) {
      const some = await next
      many = Math.min(2 * many, SUBJECTS_AT_ONCE)
      next = lookUp(at, at + many)
      // It is told when it is waited for.
      next.catch(() => {})
      for (const [index, { records, mine }] of some.entries()) {
        // What the database is asked, and what it answers, has to come and go meanwhile.
        if (index % SUBJECTS_BETWEEN === 0) await turn()
        yield { subject: records.subject, places: () => placesOf(app, records, mine) }
        if (areMany) forgetViews(records)
      }
    }
  } finally {
    // Whoever stops before the end has asked for the next all the same: nothing may be asked when their transaction is over.
    await Promise.allSettled([next])
  }
}

function* placesOf<T extends Task>({ calendar }: App, records: SubjectRecords, tasks: readonly T[]) {
  const counted = countIn(tasks, new Reader(records, calendar))
  for (const [at, task] of tasks.entries()) yield { task, members: counted[at] ?? [] }
}

/** What is known of a subject, and the tasks for which it is enough. */
type LookedUp<T extends Task> = { readonly records: SubjectRecords; readonly mine: readonly T[] }

/**
 * Looks up first what decides whether somebody is in a list, and the rest for those who are: most who were ever in care are in none of the lists of a month, and
 * what there is to know of them is much. Of a few all is looked up at once: to begin a question costs more than what they have. So it is for many periods, for then most are.
 */
async function lookedUp<T extends Task>(
  { calendar }: App,
  known: Known,
  types: Readonly<Record<'placing' | 'reading', ReadonlySet<RecordType>>>,
  some: readonly (readonly [SubjectId, readonly T[]])[],
): Promise<readonly LookedUp<T>[]> {
  if (some.length === 0) return []
  const atOnce = some.length <= FEW || some.every(([, mine]) => mine.every(({ looks }) => looks.length >= MANY_PERIODS))
  const wanted = some.map(([subject, mine]) => ({
    subject,
    mine,
    types: atOnce ? typesRead(mine) : typesPlacing(mine),
  }))
  const first = await known.read(wanted, atOnce ? types.reading : types.placing)
  const placed = wanted.flatMap(({ subject, mine: all }) => {
    const records = first.get(subject)
    if (records === undefined) return []
    // Where nothing is left to look up, nothing is spared: who is placed is seen when they are counted.
    const reader = new Reader(records, calendar)
    const mine = all.filter(({ list, looks }) => hasAll(records, list) || mayBeMember(list, reader, looks))
    return mine.length === 0 ? [] : [{ subject, records, mine }]
  })
  const missing = placed.filter(({ records, mine }) => !mine.every(({ list }) => hasAll(records, list)))
  const every = await known.read(
    missing.map(({ subject, mine }) => ({ subject, types: typesRead(mine) })),
    types.reading,
  )
  return placed.map(({ subject, records, mine }) => ({ records: every.get(subject) ?? records, mine }))
}

/** The types that decide who is placed in some lists, and all that are read for them. */
const placingIn = remembered((lists: readonly MemberList[]) => typesIn(lists, 'placedBy'))
const readingIn = remembered((lists: readonly MemberList[]) => typesIn(lists, 'reads'))
const typesPlacing = remembered((tasks: readonly Task[]) => typesIn(listsIn(tasks), 'placedBy'))
const typesRead = remembered((tasks: readonly Task[]) => typesIn(listsIn(tasks), 'reads'))

const looksIn = remembered((tasks: readonly Task[]) => tasks.reduce((sum, { looks }) => sum + looks.length, 0))

const listsIn = (tasks: readonly Task[]): readonly MemberList[] => tasks.map(({ list }) => list)

function typesIn(lists: readonly MemberList[], what: 'placedBy' | 'reads'): ReadonlySet<RecordType> {
  const types = new Set<RecordType>()
  for (const list of lists) for (const type of list[what]) types.add(type)
  return types
}
