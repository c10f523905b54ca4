import { createHash } from 'node:crypto'
import { type Kysely, type Selectable, sql, type Transaction } from 'kysely'
import type { PlainDate } from '../core/dates/plain-date.ts'
import type { RecordId, Sensitivity, SubjectId } from '../core/definitions/field.ts'
import type { AccessTables } from './access-tables.ts'
import { anyOf, day } from './column-types.ts'
import type { Tables } from './tables.ts'

/** Who did, or tried to do, what with what is held about whom, and how that was decided. */
export type AuditEntry = {
  readonly at: Date
  readonly account: number | null
  readonly accountName: string
  readonly action: string
  readonly subject: SubjectId | null
  /** The other numbers of somebody who was recorded twice: it is kept for each of them. */
  readonly otherNumbers?: readonly SubjectId[]
  readonly record: RecordId | null
  readonly decision: 'yes' | 'no' | 'restricted' | 'not there'
  readonly byRole: string | null
  /** How closely it is kept that this was done: that an allegation was looked at is itself of that kind. */
  readonly sensitivity: Sensitivity
  /** What exactly: the page, the list, the words searched for. */
  readonly detail: string
}
export type StoredEntry = AuditEntry & {
  readonly id: number
  /** The row of which this is the like, for another number of the same person. */
  readonly like?: number
}

/** Adds rows to the audit. Give it the transaction of the read itself: then neither is there without the other. */
export async function writeAudit(db: Kysely<Tables>, entries: readonly AuditEntry[]): Promise<void> {
  if (entries.length === 0) return
  const rows = await db.insertInto('audit').values(entries.map(rowOf)).returning('id').execute()
  const alike = entries.flatMap((entry, at) =>
    (entry.otherNumbers ?? []).map((subject) => ({ ...rowOf({ ...entry, subject }), like_row: rows[at]?.id ?? null })),
  )
  if (alike.length > 0) await db.insertInto('audit').values(alike).execute()
}

const rowOf = (entry: AuditEntry) => ({
  at: entry.at,
  account_id: entry.account,
  account_name: entry.accountName,
  action: entry.action,
  subject_id: entry.subject,
  record_id: entry.record,
  decision: entry.decision,
  by_role: entry.byRole,
  sensitivity: entry.sensitivity,
  detail: entry.detail,
})

/** Of the rows about somebody: those of one account's name, of one day in England, before a row, kept as one of these; so many at most. */
type Wanted = {
  readonly by?: string
  readonly on?: PlainDate
  readonly before?: number
  readonly of?: readonly Sensitivity[]
  readonly most?: number
}

/** The audit about one subject, latest first; or about all numbers of one person, each look once. */
export async function findAudit(
  db: Kysely<Tables>,
  subject: SubjectId | readonly SubjectId[],
  { by, on, before, of, most = 200 }: Wanted = {},
): Promise<readonly StoredEntry[]> {
  const numbers = [subject].flat()
  let query = db.selectFrom('audit').selectAll().where('subject_id', 'in', numbers)
  if (by !== undefined) query = query.where('account_name', '=', by)
  if (on !== undefined) query = query.where(sql`(at at time zone 'Europe/London')::date`, '=', day(on))
  if (before !== undefined) query = query.where('id', '<', before)
  if (of !== undefined) query = query.where(sql`sensitivity`, '=', anyOf(of))
  const rows = await query
    .orderBy('id', 'desc')
    .limit(most * numbers.length)
    .execute()
  const looks = new Map(rows.map((row) => [row.like_row ?? row.id, row] as const))
  return [...looks.values()].map(entry).slice(0, most)
}

/** The names of everybody who stands in the audit about a subject, under any of its numbers, in rows kept as one of these, in order. */
export async function listLookers(
  db: Kysely<Tables>,
  numbers: readonly SubjectId[],
  of: readonly Sensitivity[],
): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('audit')
    .select('account_name')
    .distinct()
    .where('subject_id', 'in', numbers)
    .where(sql`sensitivity`, '=', anyOf(of))
    .orderBy('account_name')
    .execute()
  return rows.map(({ account_name }) => account_name)
}

/** What an account has done with people's records lately, the latest first: what was allowed, not what was only looked for. */
export async function findDoings(
  db: Kysely<Tables>,
  account: number,
  { actions, most }: { readonly actions: readonly string[]; readonly most: number },
): Promise<readonly StoredEntry[]> {
  const rows = await db
    .selectFrom('audit')
    .selectAll()
    .where('account_id', '=', account)
    .where('action', '=', anyOf(actions))
    .where('subject_id', 'is not', null)
    .where('decision', '=', 'yes')
    .orderBy('id', 'desc')
    .limit(most)
    .execute()
  return rows.map(entry)
}

/** What a program asked for in the place of an account, under the name that it had in the audit, the latest first; refused or not. */
export async function findAsked(
  db: Kysely<Tables>,
  { account, name }: { readonly account: number; readonly name: string },
  most: number,
): Promise<readonly StoredEntry[]> {
  const rows = await db
    .selectFrom('audit')
    .selectAll()
    .where('account_id', '=', account)
    .where('account_name', '=', name)
    .where('action', '=', 'program')
    .orderBy('id', 'desc')
    .limit(most)
    .execute()
  return rows.map(entry)
}

/** When an account has read, or printed, one of these pages about somebody, the latest first. */
export async function findLooks(
  db: Kysely<Tables>,
  {
    account,
    subject,
    pages,
  }: { readonly account: number; readonly subject: SubjectId; readonly pages: readonly string[] },
  most = 500,
): Promise<readonly Date[]> {
  const rows = await db
    .selectFrom('audit')
    .select('at')
    .where('subject_id', '=', subject)
    .where('account_id', '=', account)
    .where('action', '=', anyOf(['read', 'print']))
    .where('detail', '=', anyOf(pages))
    .where('decision', '=', 'yes')
    .orderBy('id', 'desc')
    .limit(most)
    .execute()
  return rows.map(({ at }) => at)
}

/** So many rows an account leaves in a day, at the very most. */
const MOST_IN_A_DAY = 5000

/** Who has been on a list, of those called so, that an account was shown since a moment of the last day. */
export async function findListedSince(
  db: Kysely<Tables>,
  account: number,
  { list, since }: { readonly list: string; readonly since: Date },
): Promise<ReadonlySet<SubjectId>> {
  const latest = db
    .selectFrom('audit')
    .select(['subject_id', 'action', 'detail', 'at'])
    .where('account_id', '=', account)
    .orderBy('id', 'desc')
    .limit(MOST_IN_A_DAY)
  const rows = await db
    .selectFrom(latest.as('latest'))
    .select('subject_id')
    .distinct()
    .where('action', '=', 'list')
    .where('detail', '=', list)
    .where('at', '>=', since)
    .execute()
  return new Set(rows.flatMap(({ subject_id }) => subject_id ?? []))
}

function entry(row: Selectable<AccessTables['audit']>): StoredEntry {
  return {
    id: row.id,
    at: row.at,
    account: row.account_id,
    accountName: row.account_name,
    action: row.action,
    subject: row.subject_id,
    record: row.record_id as RecordId | null,
    decision: row.decision,
    byRole: row.by_role,
    sensitivity: row.sensitivity,
    detail: row.detail,
    ...(row.like_row === null ? {} : { like: row.like_row }),
  }
}

const CHUNK = 5000

/** Seals what has been added since the last seal: a hash over it and that seal, so that a later change to any row shows. */
export async function sealAudit(db: Transaction<Tables>, at: Date): Promise<void> {
  // Waits for whoever is writing: a row that got its number before the seal and was committed after it would break the seal.
  await sql`lock table audit in share row exclusive mode`.execute(db)
  const last = await lastSeal(db)
  const { upTo, rows, hash } = await hashOf(db, last?.up_to ?? 0, undefined, last?.hash ?? '')
  if (rows === 0) return
  await db.insertInto('audit_seal').values({ up_to: upTo, rows_sealed: rows, hash, sealed_at: at }).execute()
}

/** The number of the first seal that the rows no longer match, or undefined when all do. */
export async function findBrokenSeal(db: Kysely<Tables>): Promise<number | undefined> {
  const seals = await db.selectFrom('audit_seal').selectAll().orderBy('up_to').execute()
  let [after, previous] = [0, '']
  for (const seal of seals) {
    const { rows, hash } = await hashOf(db, after, seal.up_to, previous)
    if (hash !== seal.hash || rows !== seal.rows_sealed) return seal.up_to
    after = seal.up_to
    previous = seal.hash
  }
  return undefined
}

/** What is hashed. Rows from before there was a sensitivity were sealed without one: `ordinary` says nothing here. */
function sealed(row: Selectable<AccessTables['audit']>): readonly unknown[] {
  const { sensitivity, ...others } = entry(row)
  return [...Object.values(others), ...(sensitivity === 'ordinary' ? [] : [sensitivity])]
}

const lastSeal = (db: Kysely<Tables>) =>
  db.selectFrom('audit_seal').selectAll().orderBy('up_to', 'desc').limit(1).executeTakeFirst()

async function hashOf(db: Kysely<Tables>, after: number, upTo: number | undefined, previous: string) {
  const hash = createHash('sha256').update(previous)
  let [last, count] = [after, 0]
  for (;;) {
    let query = db.selectFrom('audit').selectAll().where('id', '>', last).orderBy('id').limit(CHUNK)
    if (upTo !== undefined) query = query.where('id', '<=', upTo)
    const rows = await query.execute()
    for (const row of rows) hash.update(JSON.stringify(sealed(row)))
    count += rows.length
    last = rows.at(-1)?.id ?? last
    if (rows.length < CHUNK) return { upTo: last, rows: count, hash: hash.digest('hex') }
  }
}
