import type { Kysely, Selectable, Transaction } from 'kysely'
import type { SubjectId } from '../core/definitions/field.ts'
import type { AccessTables } from './access-tables.ts'
import type { Tables } from './tables.ts'

/** Somebody who may sign in. `roles` are keys of roles; `worker` is who they are in the records, if they are in them. */
type Login = {
  readonly id: number
  readonly userName: string
  readonly name: string
  readonly worker: SubjectId | null
  readonly roles: readonly string[]
  readonly passwordHash: string
  /** Somebody else chose it, and so knows it: it must be changed before anything else is done. */
  readonly passwordIsFirst: boolean
  readonly failures: number
  readonly lockedUntil: Date | null
  readonly endedAt: Date | null
}

/** Somebody who works here. */
export type Account = Login & { readonly partnerOf: null }

/** Somebody of another agency, who sees figures of these localities and nothing else. It is no `Account`: nothing that asks for one can be done with it. */
export type Partner = Login & { readonly partnerOf: readonly string[] }

export type AnyAccount = Account | Partner

type NewAccount = Pick<Login, 'userName' | 'name' | 'worker' | 'roles' | 'passwordHash'> & {
  readonly partnerOf?: readonly string[]
  readonly passwordIsFirst?: boolean
  readonly madeAt: Date
}

const login = (row: Selectable<AccessTables['account']>): Login => ({
  id: row.id,
  userName: row.user_name,
  name: row.name,
  worker: row.worker_id,
  roles: row.roles,
  passwordHash: row.password_hash,
  passwordIsFirst: row.password_is_first,
  failures: row.failures,
  lockedUntil: row.locked_until,
  endedAt: row.ended_at,
})

const anyAccount = (row: Selectable<AccessTables['account']>): AnyAccount => {
  const { partner_of: partnerOf } = row
  return partnerOf === null ? { ...login(row), partnerOf } : { ...login(row), partnerOf }
}

/** The account of somebody who works here, from a row of one. */
export const account = (row: Selectable<AccessTables['account']>): Account => {
  if (row.partner_of !== null) throw new Error(`${row.user_name} is a partner, and was asked for as staff`)
  return { ...login(row), partnerOf: null }
}

/** Adds an account and gives its number. Two of one user name are refused by the database. */
export async function addAccount(db: Kysely<Tables>, made: NewAccount): Promise<number> {
  const { id } = await db
    .insertInto('account')
    .values({
      user_name: made.userName,
      name: made.name,
      worker_id: made.worker,
      roles: made.roles,
      partner_of: made.partnerOf ?? null,
      password_hash: made.passwordHash,
      password_is_first: made.passwordIsFirst,
      made_at: made.madeAt,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** The account of somebody who works here; none of a partner's. */
export async function findAccount(db: Kysely<Tables>, userName: string): Promise<Account | undefined> {
  const found = await findAnyAccount(db, userName)
  return found?.partnerOf === null ? found : undefined
}

/** An account, whoever’s it is: for signing in, and for who gives and ends accounts. */
export async function findAnyAccount(db: Kysely<Tables>, userName: string): Promise<AnyAccount | undefined> {
  const row = await db.selectFrom('account').selectAll().where('user_name', '=', userName).executeTakeFirst()
  return row && anyAccount(row)
}

/** The account, held until the transaction ends: whoever else tries to sign in to it meanwhile waits, so that no failure goes uncounted. */
export async function holdAccount(db: Transaction<Tables>, id: number): Promise<AnyAccount> {
  return anyAccount(
    await db.selectFrom('account').selectAll().where('id', '=', id).forUpdate().executeTakeFirstOrThrow(),
  )
}

/** The accounts of everybody who works here, by user name. */
export const listAccounts = async (db: Kysely<Tables>): Promise<readonly Account[]> =>
  (await listEveryAccount(db)).flatMap((one) => (one.partnerOf === null ? [one] : []))

/** Every account, those of partners too, by user name. */
export async function listEveryAccount(db: Kysely<Tables>): Promise<readonly AnyAccount[]> {
  const rows = await db.selectFrom('account').selectAll().orderBy('user_name').execute()
  return rows.map(anyAccount)
}

/** Keeps how a sign-in went: failures counted, or forgotten after a success; a lock until a moment, or none. */
export async function noteSignIn(
  db: Kysely<Tables>,
  id: number,
  failures: number,
  lockedUntil: Date | null,
): Promise<void> {
  await db.updateTable('account').set({ failures, locked_until: lockedUntil }).where('id', '=', id).execute()
}

/** Keeps a new password, and whether somebody else chose it. */
export async function changePasswordHash(
  db: Kysely<Tables>,
  id: number,
  { passwordHash, passwordIsFirst }: Pick<Login, 'passwordHash' | 'passwordIsFirst'>,
): Promise<void> {
  await db
    .updateTable('account')
    .set({ password_hash: passwordHash, password_is_first: passwordIsFirst, failures: 0, locked_until: null })
    .where('id', '=', id)
    .execute()
}

export async function changeRoles(db: Kysely<Tables>, id: number, roles: readonly string[]): Promise<void> {
  await db.updateTable('account').set({ roles }).where('id', '=', id).execute()
}

/** Gives a partner other localities in place of those that they see figures of. */
export async function changeLocalities(db: Kysely<Tables>, id: number, partnerOf: readonly string[]): Promise<void> {
  await db.updateTable('account').set({ partner_of: partnerOf }).where('id', '=', id).execute()
}

/** Ends an account for good: its name stays taken, so that nobody else is ever taken for who had it. */
export async function endAccount(db: Kysely<Tables>, id: number, endedAt: Date): Promise<void> {
  await db.updateTable('account').set({ ended_at: endedAt }).where('id', '=', id).execute()
}

type NewSession = { readonly tokenHash: string; readonly account: number; readonly madeAt: Date; readonly endsAt: Date }

export async function addSession(
  db: Kysely<Tables>,
  { tokenHash, account, madeAt, endsAt }: NewSession,
): Promise<void> {
  await db
    .insertInto('session')
    .values({ token_hash: tokenHash, account_id: account, made_at: madeAt, seen_at: madeAt, ends_at: endsAt })
    .execute()
}

export type Session = {
  readonly account: AnyAccount
  readonly madeAt: Date
  readonly seenAt: Date
  readonly endsAt: Date
}

/** The session of a token, with its account, whether it has ended or not. */
export async function findSession(db: Kysely<Tables>, tokenHash: string): Promise<Session | undefined> {
  const row = await db
    .selectFrom('session')
    .innerJoin('account', 'account.id', 'session.account_id')
    .selectAll('account')
    .select(['session.made_at as session_made_at', 'session.seen_at', 'session.ends_at'])
    .where('token_hash', '=', tokenHash)
    .executeTakeFirst()
  return row && { account: anyAccount(row), madeAt: row.session_made_at, seenAt: row.seen_at, endsAt: row.ends_at }
}

/** Keeps a session alive: when it was last used, and until when it lasts now. */
export async function touchSession(db: Kysely<Tables>, tokenHash: string, seenAt: Date, endsAt: Date): Promise<void> {
  await db
    .updateTable('session')
    .set({ seen_at: seenAt, ends_at: endsAt })
    .where('token_hash', '=', tokenHash)
    .execute()
}

export async function endSession(db: Kysely<Tables>, tokenHash: string): Promise<void> {
  await db.deleteFrom('session').where('token_hash', '=', tokenHash).execute()
}

/** The sessions of an account that have not ended, the last used first; `tokenHash` tells them apart. */
export async function listSessions(
  db: Kysely<Tables>,
  account: number,
  at: Date,
): Promise<readonly { readonly tokenHash: string; readonly madeAt: Date; readonly seenAt: Date }[]> {
  const rows = await db
    .selectFrom('session')
    .select(['token_hash', 'made_at', 'seen_at'])
    .where('account_id', '=', account)
    .where('ends_at', '>', at)
    .orderBy('seen_at', 'desc')
    .execute()
  return rows.map((row) => ({ tokenHash: row.token_hash, madeAt: row.made_at, seenAt: row.seen_at }))
}

/** Ends every session of an account, but for one if it is named. */
export async function endSessionsOf(db: Kysely<Tables>, account: number, except?: string): Promise<void> {
  let query = db.deleteFrom('session').where('account_id', '=', account)
  if (except !== undefined) query = query.where('token_hash', '<>', except)
  await query.execute()
}

/** Sessions that have ended tell nothing that the audit does not. */
export async function forgetEndedSessions(db: Kysely<Tables>, at: Date): Promise<void> {
  await db.deleteFrom('session').where('ends_at', '<=', at).execute()
}
