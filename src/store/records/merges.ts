import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { type PlainDate, shortText } from '../../core/dates/plain-date.ts'
import type { SubjectId } from '../../core/definitions/field.ts'
import { type Merge, type SamePeople, samePeople } from '../../core/record/same-person.ts'
import { anyId, day } from '../column-types.ts'
import { StoreError } from '../store-error.ts'
import { type Db, within } from './transaction.ts'

/** Who said, and why, and since when it is known. */
type Said = { readonly knownOn: PlainDate; readonly at: Date; readonly by: string; readonly reason: string }

export type StoredMerge = Merge &
  Said & {
    readonly id: number
    /** Null while it holds. */
    readonly ended: Said | null
  }

/**
 * Which numbers belong to one person each, as known on a day, as far as those given and whoever they were merged with. In a transaction each
 * number is looked up once: every question about people asks this first, about the same few.
 */
export async function findSamePeople(db: Db, subjects: readonly SubjectId[], knownOn: PlainDate): Promise<SamePeople> {
  const found = foundSoFar(db, knownOn)
  let next = subjects.filter((subject) => !found.numbers.has(subject))
  // Again for whoever turned up beside those asked about, until nobody does: most of the time, once.
  while (next.length > 0) {
    const merges = await mergesBeside(db, next, knownOn)
    for (const merge of merges) found.merges.set(merge.merged, merge)
    // Not before: somebody else in this transaction may ask about them meanwhile.
    for (const number of next) found.numbers.add(number)
    next = [...new Set(merges.flatMap(({ kept, merged }) => [kept, merged]))].filter((one) => !found.numbers.has(one))
  }
  return samePeople([...found.merges.values()])
}

async function mergesBeside(db: Db, numbers: readonly SubjectId[], knownOn: PlainDate): Promise<readonly Merge[]> {
  const { rows } = await sql<Merge>`
    select kept_id as kept, merged_id as merged from person_merge
    where (kept_id = ${anyId(numbers)} or merged_id = ${anyId(numbers)}) and ${holdsOn(knownOn)}`.execute(db)
  return rows
}

/** Whose merges have been looked up, and those that there were, by the number that was merged. */
type Found = { readonly numbers: Set<SubjectId>; readonly merges: Map<SubjectId, Merge> }

const foundIn = new WeakMap<Db, Map<PlainDate, Found>>()

function foundSoFar(db: Db, knownOn: PlainDate): Found {
  const nothing: Found = { numbers: new Set(), merges: new Map() }
  if (!db.isTransaction) return nothing
  const byDay = foundIn.get(db) ?? new Map<PlainDate, Found>()
  const found = byDay.get(knownOn) ?? nothing
  foundIn.set(db, byDay.set(knownOn, found))
  return found
}

const holdsOn = (knownOn: PlainDate): RawBuilder<SqlBool> => sql<SqlBool>`
  person_merge.known_on <= ${day(knownOn)} and not exists (
    select from person_unmerge where merge_id = person_merge.id and person_unmerge.known_on <= ${day(knownOn)}
  )`

/**
 * Whoever else merges, parts or seals waits until the transaction has ended, and then finds what it did. Take it before you look at what
 * must still be so when you write.
 */
export const holdMerges = async (db: Db): Promise<void> => {
  await sql`lock table person_merge in share row exclusive mode`.execute(db)
  foundIn.delete(db)
}

/**
 * Keeps that two numbers are one person's. No record is touched: they are read under the kept number from now on.
 * @throws StoreError when either is no person, or is merged into somebody already, or both are one person, or the day is before one on which
 * people were merged or parted: what was known then would change
 */
export async function addMerge(db: Db, { kept, merged, ...said }: Merge & Said): Promise<number> {
  return within(db, async (trx) => {
    await holdMerges(trx)
    await refuseEarlier(trx, said.knownOn)
    await refuseNobody(trx, [kept, merged])
    const same = await findSamePeople(trx, [kept, merged], said.knownOn)
    if (same.kept(kept) === same.kept(merged))
      throw new StoreError(`The numbers ${kept} and ${merged} are one person already.`)
    for (const number of [kept, merged])
      if (same.kept(number) !== number)
        throw new StoreError(`Number ${number} is known as number ${same.kept(number)}. Merge that one.`)
    const { id } = await trx
      .insertInto('person_merge')
      .values({
        kept_id: kept,
        merged_id: merged,
        known_on: day(said.knownOn),
        merged_at: said.at,
        merged_by: said.by,
        reason: said.reason,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    foundIn.delete(trx)
    return id
  })
}

/**
 * Takes back that two numbers are one person's: each has again what names it, and who looked meanwhile stays known for both.
 * @throws StoreError when there is no such merge or it was taken back before, or on an earlier day than the last one
 */
export async function endMerge(db: Db, { merge, ...said }: Said & { readonly merge: number }): Promise<void> {
  await within(db, async (trx) => {
    await holdMerges(trx)
    await refuseEarlier(trx, said.knownOn)
    const found = await findMerge(trx, merge)
    if (found === undefined) throw new StoreError(`There is no merge with the number ${merge}.`)
    if (found.ended !== null) throw new StoreError(`${found.ended.by} has taken that back already.`)
    await trx
      .insertInto('person_unmerge')
      .values({
        merge_id: merge,
        known_on: day(said.knownOn),
        unmerged_at: said.at,
        unmerged_by: said.by,
        reason: said.reason,
      })
      .execute()
    foundIn.delete(trx)
  })
}

/** Every merge, in force or not, in which any of the numbers stands; the first made first. */
export const findMergesOf = async (db: Db, numbers: readonly SubjectId[]): Promise<readonly StoredMerge[]> =>
  (
    await merges(db)
      .where((build) => build.or([build('kept_id', 'in', [...numbers]), build('merged_id', 'in', [...numbers])]))
      .orderBy('person_merge.id')
      .execute()
  ).map(stored)

async function findMerge(db: Db, id: number): Promise<StoredMerge | undefined> {
  const row = await merges(db).where('person_merge.id', '=', id).executeTakeFirst()
  return row && stored(row)
}

const merges = (db: Db) =>
  db
    .selectFrom('person_merge')
    .leftJoin('person_unmerge', 'merge_id', 'person_merge.id')
    .selectAll('person_merge')
    .select(['person_unmerge.known_on as ended_known_on', 'unmerged_at', 'unmerged_by'])
    .select('person_unmerge.reason as ended_reason')

type Row = Awaited<ReturnType<ReturnType<typeof merges>['execute']>>[number]

function stored(row: Row): StoredMerge {
  const { ended_known_on, unmerged_at, unmerged_by, ended_reason } = row
  const hasEnded = ended_known_on !== null && unmerged_at !== null && unmerged_by !== null && ended_reason !== null
  return {
    id: row.id,
    kept: row.kept_id,
    merged: row.merged_id,
    knownOn: row.known_on,
    at: row.merged_at,
    by: row.merged_by,
    reason: row.reason,
    ended: hasEnded ? { knownOn: ended_known_on, at: unmerged_at, by: unmerged_by, reason: ended_reason } : null,
  }
}

async function refuseEarlier(db: Db, knownOn: PlainDate): Promise<void> {
  const { rows } = await sql<{ last: PlainDate | null }>`
    select greatest((select max(known_on) from person_merge), (select max(known_on) from person_unmerge)) as last`.execute(
    db,
  )
  const last = rows[0]?.last ?? null
  if (last !== null && knownOn < last)
    throw new StoreError(
      `People were merged or parted as known on ${shortText(last)}, so it cannot be done as known on ${shortText(knownOn)}. ` +
        'Check the date that the system takes for today.',
    )
}

async function refuseNobody(db: Db, numbers: readonly SubjectId[]): Promise<void> {
  const people = await db
    .selectFrom('subject')
    .select('id')
    .where('kind', '=', 'person')
    .where('id', 'in', [...numbers])
    .execute()
  const missing = numbers.find((number) => !people.some(({ id }) => id === number))
  if (missing !== undefined) throw new StoreError(`There is nobody with the number ${missing}.`)
}
