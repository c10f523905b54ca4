import { setImmediate as turn } from 'node:timers/promises'
import { countSubject, type MemberFacts, mayBeMember } from '../../core/counting/count.ts'
import type { Looked, MemberList } from '../../core/counting/plan.ts'
import { addTables, type SubjectRecords, subjectRecords } from '../../core/counting/records.ts'
import { searchFor } from '../../core/counting/search.ts'
import type { PlainDate } from '../../core/dates/plain-date.ts'
import type { SubjectId } from '../../core/definitions/field.ts'
import type { RecordType } from '../../core/definitions/record-type.ts'
import { findCandidates, loadAsked } from '../../store/counting/known.ts'
import type { Db } from '../../store/records/transaction.ts'
import type { App } from '../app.ts'

/** A list, and the periods for which somebody's place in it is to be worked out. */
export type Task = { readonly list: MemberList; readonly looks: readonly Looked[] }

/** Whose place in which lists is to be worked out. */
export type Tasks<T extends Task> = ReadonlyMap<SubjectId, readonly T[]>

/** Whoever may be a member by any of the tasks, in order, each with those tasks: nobody else is looked at. */
export async function findTasks<T extends Task>(db: Db, tasks: readonly T[], knownOn: PlainDate): Promise<Tasks<T>> {
  const searched = tasks.flatMap((task) => {
    const search = searchFor(task.list.each, task.looks)
    return search === undefined ? [] : [{ task, search }]
  })
  const found = await findCandidates(
    db,
    searched.map(({ search }) => search),
    knownOn,
  )
  const bySubject = new Map<SubjectId, T[]>()
  for (const [at, { task }] of searched.entries())
    for (const subject of found[at] ?? []) {
      const some = bySubject.get(subject)
      if (some === undefined) bySubject.set(subject, [task])
      else some.push(task)
    }
  return new Map([...bySubject].toSorted(([a], [b]) => a - b))
}

const SUBJECTS_AT_ONCE = 100

/** One subject's places in the lists of their tasks. */
export type CountedSubject<T extends Task> = {
  readonly subject: SubjectId
  members(): Iterable<{ readonly task: T; readonly facts: MemberFacts }>
}

/**
 * Works out the places of subjects in lists, some subjects at a time: while those are counted, the database looks up the next.
 * @param lists all there are, whoever's tasks they are: the database is always asked the same question of them
 */
export async function* countEach<T extends Task>(
  app: App,
  db: Db,
  lists: readonly MemberList[],
  tasks: Tasks<T>,
  knownOn: PlainDate,
): AsyncGenerator<CountedSubject<T>> {
  const all = [...tasks]
  const lookUp = (from: number) => lookedUp(app, db, lists, all.slice(from, from + SUBJECTS_AT_ONCE), knownOn)
  let next = lookUp(0)
  for (let at = 0; at < all.length; at += SUBJECTS_AT_ONCE) {
    const some = await next
    next = lookUp(at + SUBJECTS_AT_ONCE)
    // It is told when it is waited for.
    next.catch(() => {})
    for (const { records, mine } of some) {
      // What the database is asked, and what it answers, has to come and go meanwhile.
      await turn()
      yield { subject: records.subject, members: () => membersOf(app, records, mine) }
    }
  }
}

function* membersOf<T extends Task>({ calendar }: App, records: SubjectRecords, tasks: readonly T[]) {
  for (const task of tasks)
    for (const facts of countSubject(task.list, records, task.looks, calendar)) yield { task, facts }
}

/** What is known of a subject, and the tasks for which it is enough. */
type LookedUp<T extends Task> = { readonly records: SubjectRecords; readonly mine: readonly T[] }

/**
 * Looks up first what decides whether somebody is in a list, and the rest for those who are: most who were ever in care are in none of the lists of a month, and
 * what there is to know of them is much.
 */
async function lookedUp<T extends Task>(
  { calendar }: App,
  db: Db,
  lists: readonly MemberList[],
  some: readonly (readonly [SubjectId, readonly T[]])[],
  knownOn: PlainDate,
): Promise<readonly LookedUp<T>[]> {
  if (some.length === 0) return []
  const [first, every] = [typesIn(lists, 'placedBy'), typesIn(lists, 'reads')]
  const wanted = some.map(([subject, mine]) => ({ subject, mine, types: typesOf(mine, 'placedBy') }))
  const known = await look(db, first, wanted, knownOn)
  const placed = wanted.flatMap(({ subject, mine, types }) => {
    const records = subjectRecords(subject, known.get(subject) ?? [], types)
    const may = mine.filter(({ list, looks }) => mayBeMember(list, records, looks, calendar))
    if (may.length === 0) return []
    return [{ subject, mine: may, records, types: without(typesOf(may, 'reads'), types) }]
  })
  const more = await look(db, every, placed, knownOn)
  for (const { subject, records, types } of placed) addTables(records, more.get(subject) ?? [], types)
  return placed
}

type Wanting = { readonly subject: SubjectId; readonly types: ReadonlySet<RecordType> }

function look(db: Db, types: Iterable<RecordType>, wanted: readonly Wanting[], knownOn: PlainDate) {
  const asked = new Map([...types].map((type) => [type, [] as SubjectId[]] as const))
  for (const { subject, types: own } of wanted) for (const type of own) asked.get(type)?.push(subject)
  return loadAsked(
    db,
    wanted.map(({ subject }) => subject),
    asked,
    knownOn,
  )
}

const typesOf = (tasks: readonly Task[], what: 'placedBy' | 'reads'): ReadonlySet<RecordType> =>
  typesIn(
    tasks.map(({ list }) => list),
    what,
  )

const without = (all: ReadonlySet<RecordType>, those: ReadonlySet<RecordType>): ReadonlySet<RecordType> =>
  new Set([...all].filter((type) => !those.has(type)))

const typesIn = (lists: readonly MemberList[], what: 'placedBy' | 'reads'): ReadonlySet<RecordType> =>
  new Set(lists.flatMap((list) => list[what]))
