import { PGlite, type PGliteOptions } from '@electric-sql/pglite'
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
  type TransactionSettings,
} from 'kysely'
import { oids, parsers, sessionSettings } from './column-types.ts'

/** The major version of PostgreSQL inside PGlite: the layout of the files on disk. */
export const embeddedMajorVersion = '18'

/** Starts PGlite with our types and settings. Without `dataDir` it lives in memory. */
export async function startEmbedded(options: Pick<PGliteOptions, 'dataDir' | 'loadDataDir'>): Promise<PGlite> {
  const client = await PGlite.create({ ...options, parsers, serializers: { [oids.date]: dateText } })
  for (const [name, value] of Object.entries(sessionSettings)) {
    await client.query('select set_config($1, $2, false)', [name, value])
  }
  return client
}

// PGlite would take a day number for milliseconds since 1970, and say nothing.
function dateText(value: unknown): string {
  if (typeof value !== 'string') throw new TypeError(`Write a date with day(), not as ${String(value)}`)
  return value
}

/**
 * PGlite for Kysely. PGlite is one connection, so whoever asks while a transaction runs waits in a queue until it has ended.
 * The trap: a query on the store's own `db` inside a transaction waits for that transaction for ever. Use `trx` there.
 */
export class EmbeddedDialect implements Dialect {
  readonly #client: PGlite

  constructor(client: PGlite) {
    this.#client = client
  }

  createDriver = (): Driver => new EmbeddedDriver(this.#client)
  createAdapter = () => new PostgresAdapter()
  createQueryCompiler = () => new PostgresQueryCompiler()
  createIntrospector = (db: Kysely<unknown>) => new PostgresIntrospector(db)
}

class EmbeddedDriver implements Driver {
  readonly #client: PGlite
  readonly #connection: EmbeddedConnection
  readonly #waiting: (() => void)[] = []
  #taken = false

  constructor(client: PGlite) {
    this.#client = client
    this.#connection = new EmbeddedConnection(client)
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<DatabaseConnection> {
    if (this.#taken) await new Promise<void>((resolve) => this.#waiting.push(resolve))
    this.#taken = true
    return this.#connection
  }

  /** Hands the connection to the next in the queue: it stays taken, so that nobody slips in between. */
  async releaseConnection(): Promise<void> {
    const next = this.#waiting.shift()
    if (next) next()
    else this.#taken = false
  }

  async beginTransaction(connection: DatabaseConnection, settings: TransactionSettings): Promise<void> {
    const isolation = settings.isolationLevel ? ` isolation level ${settings.isolationLevel}` : ''
    const access = settings.accessMode ? ` ${settings.accessMode}` : ''
    await connection.executeQuery(CompiledQuery.raw(`start transaction${isolation}${access}`))
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('commit'))
  }

  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('rollback'))
  }

  async destroy(): Promise<void> {
    await this.#client.close()
  }
}

class EmbeddedConnection implements DatabaseConnection {
  readonly #client: PGlite

  constructor(client: PGlite) {
    this.#client = client
  }

  async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    const { rows, affectedRows } = await this.#client.query<Row>(query.sql, [...query.parameters])
    return affectedRows === undefined ? { rows } : { rows, numAffectedRows: BigInt(affectedRows) }
  }

  streamQuery(): AsyncIterableIterator<never> {
    throw new Error('The embedded store cannot stream rows. Fetch them in pages.')
  }
}
