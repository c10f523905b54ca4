import type { Kysely } from 'kysely'
import type { Opens } from '../access-tables.ts'
import { type Account, account } from '../accounts.ts'
import type { Tables } from '../tables.ts'

/** A token that a program asks with, in place of whose account it is; of the token itself only a hash is kept. */
export type ProgramToken = {
  readonly id: number
  readonly name: string
  readonly opens: Opens
  readonly madeAt: Date
  readonly madeBy: string
  readonly endsAt: Date
  readonly usedAt: Date | null
  readonly endedAt: Date | null
  /** Who ended it, and why; what it is for. Nobody said, where it is of a time before that was asked. */
  readonly endedBy: string | null
  readonly endedReason: string | null
  readonly purpose: string | null
  readonly account: Account
}

type NewToken = Pick<ProgramToken, 'name' | 'opens' | 'madeAt' | 'madeBy' | 'endsAt' | 'purpose'> & {
  readonly account: number
  readonly tokenHash: string
}

/** Keeps a token. Two of one name are refused by the database. */
export async function addToken(db: Kysely<Tables>, made: NewToken): Promise<void> {
  await db
    .insertInto('program_token')
    .values({
      name: made.name,
      account_id: made.account,
      opens: made.opens,
      token_hash: made.tokenHash,
      made_at: made.madeAt,
      made_by: made.madeBy,
      ends_at: made.endsAt,
      purpose: made.purpose,
    })
    .execute()
}

const withAccounts = (db: Kysely<Tables>) =>
  db
    .selectFrom('program_token')
    .innerJoin('account', 'account.id', 'program_token.account_id')
    .selectAll('account')
    .select([
      'program_token.id as token_id',
      'program_token.name as token_name',
      'program_token.opens',
      'program_token.made_at as token_made_at',
      'program_token.made_by as token_made_by',
      'program_token.ends_at as token_ends_at',
      'program_token.used_at as token_used_at',
      'program_token.ended_at as token_ended_at',
      'program_token.ended_by as token_ended_by',
      'program_token.ended_reason as token_ended_reason',
      'program_token.purpose',
    ])

type Row = Awaited<ReturnType<ReturnType<typeof withAccounts>['executeTakeFirstOrThrow']>>

const tokenOf = (row: Row): ProgramToken => ({
  id: row.token_id,
  name: row.token_name,
  opens: row.opens,
  madeAt: row.token_made_at,
  madeBy: row.token_made_by,
  endsAt: row.token_ends_at,
  usedAt: row.token_used_at,
  endedAt: row.token_ended_at,
  endedBy: row.token_ended_by,
  endedReason: row.token_ended_reason,
  purpose: row.purpose,
  account: account(row),
})

/** The token of a hash, whether it has ended or not. */
export async function findToken(db: Kysely<Tables>, tokenHash: string): Promise<ProgramToken | undefined> {
  const row = await withAccounts(db).where('token_hash', '=', tokenHash).executeTakeFirst()
  return row && tokenOf(row)
}

/** Every token there is or was, by name. */
export async function listTokens(db: Kysely<Tables>): Promise<readonly ProgramToken[]> {
  const rows = await withAccounts(db).orderBy('program_token.name').execute()
  return rows.map(tokenOf)
}

export async function touchToken(db: Kysely<Tables>, id: number, usedAt: Date): Promise<void> {
  await db.updateTable('program_token').set({ used_at: usedAt }).where('id', '=', id).execute()
}

/** Ends a token for good: its name stays taken. */
export async function endToken(
  db: Kysely<Tables>,
  id: number,
  { at, by, reason }: { readonly at: Date; readonly by: string; readonly reason: string },
): Promise<void> {
  await db
    .updateTable('program_token')
    .set({ ended_at: at, ended_by: by, ended_reason: reason })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .execute()
}
