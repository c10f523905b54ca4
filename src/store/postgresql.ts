import type { Dialect } from 'kysely'
import pg from 'pg'
import { settingsStatement, typesConfig } from './column-types.ts'
import { StoreDialect } from './dialect.ts'
import { PostgresqlDriver } from './postgresql-driver.ts'
import { messageOf, StoreError } from './store-error.ts'

const oldestMajorVersion = 15

/**
 * A pool of connections to a PostgreSQL server, for Kysely.
 * @throws StoreError when the server cannot be reached or is older than version 15.
 */
export async function postgresqlDialect(url: string): Promise<Dialect> {
  await checkServer(url)
  const pool = new pg.Pool({ connectionString: url, types: typesConfig })
  // An idle connection that breaks leaves the pool by itself; with no listener it would end the process.
  pool.on('error', () => {})
  return new StoreDialect(() => new PostgresqlDriver(pool, settingsStatement))
}

async function checkServer(url: string): Promise<void> {
  const version = await serverVersion(url)
  if (Number.parseInt(version, 10) >= oldestMajorVersion) return
  throw new StoreError(
    `The PostgreSQL server is version ${version}; Line of Sight needs ${oldestMajorVersion} or later. ` +
      'Upgrade the server, or leave DATABASE_URL out to use the embedded store.',
  )
}

async function serverVersion(url: string): Promise<string> {
  const { client, where } = clientFor(url)
  try {
    await client.connect()
    const { rows } = await client.query<{ server_version: string }>('show server_version')
    return rows[0]?.server_version ?? 'unknown'
  } catch (error) {
    throw new StoreError(
      `The PostgreSQL database ${where} could not be opened: ${reason(error)}. ` +
        'Check that the server runs and that DATABASE_URL is right.',
      { cause: error },
    )
  } finally {
    await client.end().catch(() => {})
  }
}

/** Never names the address as it was given: a password may stand in it. */
function clientFor(url: string): { client: pg.Client; where: string } {
  try {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
    client.on('error', () => {})
    return { client, where: `"${client.database}" at ${client.host}, port ${client.port},` }
  } catch {
    throw new StoreError(
      'DATABASE_URL is not an address of a PostgreSQL database. Write it like postgresql://user@host/database.',
    )
  }
}

/** A host with several addresses fails with an AggregateError, whose own message is empty. */
function reason(error: unknown): string {
  return error instanceof AggregateError ? error.errors.map(messageOf).join('; ') : messageOf(error)
}
