import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { type PlainDate, shortText } from '../../core/dates/plain-date.ts'
import type { SubjectId } from '../../core/definitions/field.ts'
import { type Merge, type SamePeople, samePeople } from '../../core/record/same-person.ts'
import { day } from '../column-types.ts'
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

// Each number looks for its own merges by the index: a join would read through all merges, every time that anybody is read.
/** Which numbers belong to one person each, as known on a day, as far as those given and whoever they were merged with. */
export async function findSamePeople(db: Db, subjects: readonly SubjectId[], knownOn: PlainDate): Promise<SamePeople> {
  if (subjects.length === 0) return samePeople([])
  const holds = holdsOn(knownOn)
  const { rows } = await sql<Merge>`
    with recursive linked (id) as (
      select id from unnest(${[...subjects]}::bigint[]) as given (id)
      union
      select beside.id from linked cross join lateral (
        select merged_id as id from person_merge where kept_id = linked.id and ${holds}
        union all
        select kept_id from person_merge where merged_id = linked.id and ${holds}
      ) as beside
    )
    select kept_id as kept, linked.id as merged from linked cross join lateral (
      select kept_id from person_merge where merged_id = linked.id and ${holds} limit 1
    ) as into_another`.execute(db)
  return samePeople(rows)
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
