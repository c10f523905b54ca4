import { type Selectable, sql } from 'kysely'
import type { PlainDate } from '../../core/dates/plain-date.ts'
import { day } from '../column-types.ts'
import type { Db } from '../records/transaction.ts'
import type { Tables } from '../tables.ts'
import type { ListIssue, WhoSaid } from './reconciliation-tables.ts'

/** A list as it was loaded: of which days, by whom, when, and what could not be read of it. Its bytes are kept as they came. */
export type TheirList = {
  readonly id: number
  readonly fileName: string
  /** The first day that it is of, and the first after them. */
  readonly from: PlainDate
  readonly to: PlainDate
  readonly items: readonly string[]
  readonly issues: readonly ListIssue[]
  readonly loadedAt: Date
  readonly loadedBy: string
}

export type TheirEntry = {
  readonly id: number
  readonly row: number
  readonly who: WhoSaid
  readonly item: string
  readonly on: PlainDate
}

export type NewList = Omit<TheirList, 'id'> & {
  readonly reconciliation: string
  readonly sha256: string
  readonly bytes: Uint8Array
  readonly account: number | null
  readonly entries: readonly Omit<TheirEntry, 'id'>[]
}

/** Whoever else loads a list waits until the transaction has ended. */
export const holdTheirLists = (db: Db): Promise<unknown> =>
  sql`lock table their_list in share row exclusive mode`.execute(db)

/** So many rows are written with one question: each has as many parameters as columns. */
const AT_ONCE = 1000

// Bytes travel as base64: the embedded database's driver takes seconds for what it is given as bytes.

export async function addList(db: Db, list: NewList): Promise<TheirList> {
  const row = await db
    .insertInto('their_list')
    .values({
      reconciliation: list.reconciliation,
      file_name: list.fileName,
      sha256: list.sha256,
      bytes: sql<Uint8Array>`decode(${Buffer.from(list.bytes).toString('base64')}, 'base64')`,
      from_on: day(list.from),
      to_on: day(list.to),
      items: [...list.items],
      issues: JSON.stringify(list.issues),
      loaded_at: list.loadedAt,
      account_id: list.account,
      loaded_by: list.loadedBy,
    })
    .returning(LISTED)
    .executeTakeFirstOrThrow()
  const entries = list.entries.map(({ row: place, who, item, on }) => ({
    ...{ list_id: row.id, row_in_file: place, item },
    who: JSON.stringify(who),
    on_day: day(on),
  }))
  for (let from = 0; from < entries.length; from += AT_ONCE)
    await db
      .insertInto('their_list_entry')
      .values(entries.slice(from, from + AT_ONCE))
      .execute()
  return stored(row)
}

const LISTED = ['id', 'file_name', 'from_on', 'to_on', 'items', 'issues', 'loaded_at', 'loaded_by'] as const
type Listed = Pick<Selectable<Tables['their_list']>, (typeof LISTED)[number]>

/** The lists of a reconciliation, the last loaded first. */
export async function findLists(db: Db, reconciliation: string): Promise<readonly TheirList[]> {
  const rows = await db
    .selectFrom('their_list')
    .select(LISTED)
    .where('reconciliation', '=', reconciliation)
    .orderBy('id', 'desc')
    .execute()
  return rows.map(stored)
}

/** The list that was loaded from the same bytes for the same days, if there is one. */
export async function findSameList(
  db: Db,
  { reconciliation, sha256, from, to }: Pick<NewList, 'reconciliation' | 'sha256' | 'from' | 'to'>,
): Promise<TheirList | undefined> {
  const row = await db
    .selectFrom('their_list')
    .select(LISTED)
    .where('reconciliation', '=', reconciliation)
    .where('sha256', '=', sha256)
    .where('from_on', '=', day(from))
    .where('to_on', '=', day(to))
    .executeTakeFirst()
  return row && stored(row)
}

const stored = ({ file_name, from_on, to_on, loaded_at, loaded_by, ...row }: Listed): TheirList => ({
  ...row,
  fileName: file_name,
  from: from_on,
  to: to_on,
  loadedAt: loaded_at,
  loadedBy: loaded_by,
})

/** What a list says, in the order of its rows. */
export async function findEntries(db: Db, list: number): Promise<readonly TheirEntry[]> {
  const rows = await db
    .selectFrom('their_list_entry')
    .select(['id', 'row_in_file', 'who', 'item', 'on_day'])
    .where('list_id', '=', list)
    .orderBy('id')
    .execute()
  return rows.map(({ id, row_in_file, who, item, on_day }) => ({ id, row: row_in_file, who, item, on: on_day }))
}
