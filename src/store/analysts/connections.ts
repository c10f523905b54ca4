import { sql } from 'kysely'
import type { Db } from '../records/transaction.ts'
import { scramVerifier } from './scram.ts'

// Roles belong to the whole server, and one server may hold several stores: the database's name is in theirs.

/** A connection of its own for one analyst: its name on the server is theirs, and so is what the server's log says of it. */
export type Connection = { readonly userName: string; readonly role: string }

/** As long as a name may be on the server. */
const LONGEST = 63

async function names(db: Db) {
  const { rows } = await sql<{ database: string }>`select current_database() as database`.execute(db)
  const [{ database } = { database: '' }] = rows
  return { group: `${database}_report`, prefix: `${database}_analyst_` }
}

/** The role that reads the schema `report`, of which every analyst's connection is a member; undefined where nobody has one yet. */
export async function findGroup(db: Db): Promise<string | undefined> {
  const { group } = await names(db)
  return (await isRole(db, group)) ? group : undefined
}

const isRole = async (db: Db, name: string): Promise<boolean> =>
  (await sql`select from pg_roles where rolname = ${name}`.execute(db)).rows.length > 0

/** Everybody who has a connection, by user name. */
export async function listConnections(db: Db): Promise<readonly Connection[]> {
  const { prefix } = await names(db)
  const { rows } = await sql<{ role: string }>`
    select rolname as role from pg_roles where starts_with(rolname, ${prefix}) order by rolname`.execute(db)
  return rows.map(({ role }) => ({ userName: role.slice(prefix.length), role }))
}

/**
 * Makes a connection that reads the schema `report` and nothing else, writes nothing, and gives up a question after ten minutes. In place of one that
 * there was: then it has the new password.
 * @throws RangeError when the name would be too long for the server
 */
export async function makeConnection(db: Db, userName: string, password: string): Promise<Connection> {
  const { group, prefix } = await names(db)
  const role = `${prefix}${userName}`
  if (Buffer.byteLength(role) > LONGEST) throw new RangeError(`“${role}” is longer than the server’s names may be.`)
  if (!(await isRole(db, group))) await sql`create role ${sql.id(group)} nologin`.execute(db)
  const isThere = await isRole(db, role)
  const verb = sql.raw(isThere ? 'alter' : 'create')
  await sql`${verb} role ${sql.id(role)} login connection limit 5 password ${sql.lit(scramVerifier(password))}`.execute(
    db,
  )
  if (isThere) return { userName, role }
  await sql`grant ${sql.id(group)} to ${sql.id(role)}`.execute(db)
  for (const [setting, value] of settings)
    await sql`alter role ${sql.id(role)} set ${sql.raw(setting)} = ${sql.lit(value)}`.execute(db)
  return { userName, role }
}

const settings = [
  ['default_transaction_read_only', 'on'],
  ['search_path', 'report'],
  ['statement_timeout', '10min'],
  ['idle_in_transaction_session_timeout', '10min'],
] as const

/**
 * Has the server's log say what is asked on a connection. Only a superuser, or whoever was granted it, may turn that on: otherwise false, and the server's
 * administrator has to. Not to be called in a transaction.
 */
export async function logConnection(db: Db, { role }: Connection): Promise<boolean> {
  try {
    await sql`alter role ${sql.id(role)} set log_statement = 'all'`.execute(db)
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === INSUFFICIENT_PRIVILEGE) return false
    throw error
  }
}

const INSUFFICIENT_PRIVILEGE = '42501'

/** Ends a connection for good, whatever it is asking just now. False where there is none. */
export async function dropConnection(db: Db, userName: string): Promise<boolean> {
  const { prefix } = await names(db)
  const role = `${prefix}${userName}`
  if (!(await isRole(db, role))) return false
  await sql`alter role ${sql.id(role)} nologin`.execute(db)
  await sql`select pg_terminate_backend(pid) from pg_stat_activity where usename = ${role}`.execute(db)
  await sql`drop role ${sql.id(role)}`.execute(db)
  return true
}
