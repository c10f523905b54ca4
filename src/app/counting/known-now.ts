import { addTables, type SubjectRecords, subjectRecords, withoutTypes } from '../../core/counting/records.ts'
import type { KnownRows } from '../../core/counting/rows.ts'
import type { Search } from '../../core/counting/search.ts'
import { type PlainDate, toText } from '../../core/dates/plain-date.ts'
import type { SubjectId } from '../../core/definitions/field.ts'
import type { RecordType } from '../../core/definitions/record-type.ts'
import { findCandidates, loadAsked } from '../../store/counting/known.ts'
import type { Db } from '../../store/records/transaction.ts'
import type { App } from '../app.ts'
import { HeldOf, type Holding } from '../held.ts'

/** A subject, and the types of record that are wanted of them. */
type Wanting = { readonly subject: SubjectId; readonly types: ReadonlySet<RecordType> }

/** What is known on a day about whoever is asked about: looked up when it is first asked for. It asks nobody's leave, and is not for showing. */
export type Known = {
  /**
   * The records of subjects, with at least the types that are wanted of each.
   * @param all the types that there may be: the database is asked the same question of them, unless few are missing
   */
  read(wanted: readonly Wanting[], all: Iterable<RecordType>): Promise<ReadonlyMap<SubjectId, SubjectRecords>>
  /** Whoever may be found by each of the searches, in their order, and perhaps some more, about whom something was written meanwhile: who counts them decides. */
  candidates(searches: readonly Search[]): Promise<readonly (readonly SubjectId[])[]>
}

const records = new HeldOf(withoutTypes)
const found = new WeakMap<object, Map<string, readonly SubjectId[]>>()

/** What is known on a day. What is known today is held: what was read once of somebody is not read again while none of its type is written about them. */
export const knownOn = async (app: App, db: Db, day: PlainDate): Promise<Known> =>
  knownBy(db, day, day === app.clock.today ? await records.open(app, db) : holdingNothing())

const knownBy = (db: Db, day: PlainDate, holding: Holding<SubjectRecords>): Known => ({
  read: (wanted, all) => readKnown(db, holding, { wanted, all, day }),
  candidates: (searches) => candidatesKnown(db, holding, searches, day),
})

/** What is read is held for this once. */
function holdingNothing(): Holding<SubjectRecords> {
  const of = new Map<SubjectId, SubjectRecords>()
  return {
    of: (subject) => of.get(subject),
    keep: (subject, one) => of.set(subject, one),
    written: new Set(),
    whole: of,
  }
}

type Reading = {
  readonly wanted: readonly Wanting[]
  readonly all: Iterable<RecordType>
  readonly day: PlainDate
}

async function readKnown(
  db: Db,
  holding: Holding<SubjectRecords>,
  { wanted, all, day }: Reading,
): Promise<ReadonlyMap<SubjectId, SubjectRecords>> {
  const read = wanted.map(({ subject, types }) => {
    const own = holding.of(subject) ?? subjectRecords(subject, [], [])
    return { subject, own, missing: missingOf(own, types) }
  })
  const asking = read.filter(({ missing }) => missing.size > 0)
  if (asking.length > 0) {
    const known = await loadMissing(db, asking, { all, day })
    for (const { subject, own, missing } of asking) {
      addTables(own, missing, (type) => known.get(type)?.get(subject))
      holding.keep(subject, own)
    }
  }
  return new Map(read.map(({ subject, own }) => [subject, own] as const))
}

/** So few types are asked for each by itself. */
const FEW = 2

type Asking = { readonly subject: SubjectId; readonly missing: ReadonlySet<RecordType> }

/**
 * What is missing of each. Where only a type or two is, as when one record was written, those are asked for: to begin a question about all of them costs more. Otherwise
 * it is the question about all, which is planned once.
 */
async function loadMissing(
  db: Db,
  asking: readonly Asking[],
  { all, day }: Pick<Reading, 'all' | 'day'>,
): Promise<KnownRows> {
  const asked = new Map([...all].map((type) => [type, [] as SubjectId[]] as const))
  for (const { subject, missing } of asking) for (const type of missing) askedOf(asked, type).push(subject)
  const subjects = asking.map(({ subject }) => subject)
  const wanted = [...asked].filter(([, some]) => some.length > 0)
  if (wanted.length > FEW) return loadAsked(db, subjects, asked, day)
  const each = await Promise.all(wanted.map((one) => loadAsked(db, subjects, new Map([one]), day)))
  return new Map(each.flatMap((known) => [...known]))
}

const NOTHING: ReadonlySet<RecordType> = new Set()

/** The types of which it was not yet read what there is. Of most who are held nothing is missing. */
function missingOf({ tables }: SubjectRecords, types: ReadonlySet<RecordType>): ReadonlySet<RecordType> {
  let missing: Set<RecordType> | undefined
  for (const type of types) {
    if (tables.get(type.key)?.type === type) continue
    missing ??= new Set()
    missing.add(type)
  }
  return missing ?? NOTHING
}

/** @throws Error for a type that the caller did not say there may be: it must not be taken for one of which nothing is known */
function askedOf(asked: ReadonlyMap<RecordType, SubjectId[]>, type: RecordType): SubjectId[] {
  const some = asked.get(type)
  if (some === undefined) throw new Error(`Records of type ${type.key} are asked for, which were not among all types`)
  return some
}

async function candidatesKnown(
  db: Db,
  holding: Holding<SubjectRecords>,
  searches: readonly Search[],
  day: PlainDate,
): Promise<readonly (readonly SubjectId[])[]> {
  const before = found.get(holding.whole) ?? new Map<string, readonly SubjectId[]>()
  found.set(holding.whole, before)
  const asked = [...new Map(searches.map((search) => [keyOf(search), search] as const))].filter(
    ([key]) => !before.has(key),
  )
  const answers = await findCandidates(
    db,
    asked.map(([, search]) => search),
    day,
  )
  for (const [at, [key]] of asked.entries()) before.set(key, answers[at] ?? [])
  return searches.map((search) => {
    const some = before.get(keyOf(search)) ?? []
    return holding.written.size === 0 ? some : [...new Set([...some, ...holding.written])].toSorted((a, b) => a - b)
  })
}

/** A search in words: two that say the same find the same. */
function keyOf({ type, role, when, on, of, from, to }: Search): string {
  const codes = of === undefined ? '' : `${of.field} ${of.codes.join()}`
  // Of what had begun by a day it does not matter since when it is looked for.
  const since = when === 'begun' ? '' : toText(from)
  return [type.key, role, when, on, codes, since, toText(to)].join('|')
}
