import type { Kysely } from 'kysely'
import type { SubjectId } from '../core/definitions/field.ts'
import type { Verdict } from './access-tables.ts'
import type { Tables } from './tables.ts'

type Breaking = {
  readonly account: number
  readonly subject: SubjectId
  readonly reason: string
  readonly at: Date
  readonly endsAt: Date
}

/** Keeps that an account opened a record without leave, why, and until when it may. */
export async function addGlassBroken(
  db: Kysely<Tables>,
  { account, subject, reason, at, endsAt }: Breaking,
): Promise<void> {
  await db
    .insertInto('broken_glass')
    .values({ account_id: account, subject_id: subject, reason, broken_at: at, ends_at: endsAt })
    .execute()
}

/** Whose records an account may read at a moment because it broke the glass. */
export async function listGlassBroken(db: Kysely<Tables>, account: number, at: Date): Promise<readonly SubjectId[]> {
  const rows = await db
    .selectFrom('broken_glass')
    .select('subject_id')
    .distinct()
    .where('account_id', '=', account)
    .where('broken_at', '<=', at)
    .where('ends_at', '>', at)
    .execute()
  return rows.map(({ subject_id }) => subject_id)
}

/** That an account opened a record without leave. */
export type Opening = Breaking & { readonly id: number; readonly accountName: string; readonly reviewed: boolean }

/** Openings that nobody has looked at yet, the oldest first. */
export const listOpeningsWaiting = async (db: Kysely<Tables>, most: number): Promise<readonly Opening[]> =>
  (await openings(db).where('reviewed_at', 'is', null).orderBy('broken_at').orderBy('id').limit(most).execute()).map(
    opening,
  )

export async function findOpening(db: Kysely<Tables>, id: number): Promise<Opening | undefined> {
  const row = await openings(db).where('broken_glass.id', '=', id).executeTakeFirst()
  return row && opening(row)
}

/** What was found, once: false when somebody else was quicker. */
export async function reviewOpening(
  db: Kysely<Tables>,
  review: {
    readonly opening: number
    readonly by: string
    readonly at: Date
    readonly verdict: Verdict
    readonly finding: string
  },
): Promise<boolean> {
  const done = await db
    .updateTable('broken_glass')
    .set({ reviewed_by: review.by, reviewed_at: review.at, verdict: review.verdict, finding: review.finding })
    .where('id', '=', review.opening)
    .where('reviewed_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return done !== undefined
}

/** What was read under an opening, in the order in which it was: the words of the audit, each once. */
export async function listOpened(
  db: Kysely<Tables>,
  { account, subject, at, endsAt }: Opening,
): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('audit')
    .select('detail')
    .where('account_id', '=', account)
    .where('subject_id', '=', subject)
    .where('by_role', '=', 'broken glass')
    .where('at', '>=', at)
    .where('at', '<=', endsAt)
    .orderBy('id')
    .execute()
  return [...new Set(rows.map(({ detail }) => detail))]
}

const openings = (db: Kysely<Tables>) =>
  db
    .selectFrom('broken_glass')
    .innerJoin('account', 'account.id', 'account_id')
    .selectAll('broken_glass')
    .select('account.name as account_name')

type Row = Awaited<ReturnType<ReturnType<typeof openings>['execute']>>[number]

const opening = (row: Row): Opening => ({
  id: row.id,
  account: row.account_id,
  accountName: row.account_name,
  subject: row.subject_id,
  reason: row.reason,
  at: row.broken_at,
  endsAt: row.ends_at,
  reviewed: row.reviewed_at !== null,
})
