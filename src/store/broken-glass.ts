import type { Kysely } from 'kysely'
import type { SubjectId } from '../core/definitions/field.ts'
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
