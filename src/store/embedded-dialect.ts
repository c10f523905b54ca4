import { PGlite, type PGliteOptions } from '@electric-sql/pglite'
import type { CompiledQuery, DatabaseConnection, QueryResult } from 'kysely'
import { oids, parsers, sessionSettings } from './column-types.ts'
import { type CopiedRows, rowsToCopy } from './copy-rows.ts'
import { StoreDialect, StoreDriver } from './dialect.ts'
import { EmbeddedQuestions } from './embedded-questions.ts'
import { Prepared } from './prepared.ts'

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
export class EmbeddedDialect extends StoreDialect {
  constructor(client: PGlite) {
    super(() => new EmbeddedDriver(client))
  }
}

class EmbeddedDriver extends StoreDriver {
  readonly #client: PGlite
  readonly #connection: EmbeddedConnection
  readonly #waiting: (() => void)[] = []
  #taken = false

  constructor(client: PGlite) {
    super()
    this.#client = client
    this.#connection = new EmbeddedConnection(client)
  }

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

  async destroy(): Promise<void> {
    await this.#client.close()
  }
}

class EmbeddedConnection implements DatabaseConnection {
  readonly #client: PGlite
  readonly #prepared = new Prepared()
  readonly #questions: EmbeddedQuestions

  constructor(client: PGlite) {
    this.#client = client
    this.#questions = new EmbeddedQuestions(client)
  }

  async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    const copied = rowsToCopy(query)
    if (copied !== undefined) return this.#copy(query.sql, copied)
    const name = this.#prepared.nameOf(query.sql)
    if (name !== undefined) return { rows: await this.#questions.ask<Row>(name, query.sql, query.parameters) }
    const { rows, affectedRows } = await this.#client.query<Row>(query.sql, [...query.parameters])
    return affectedRows === undefined ? { rows } : { rows, numAffectedRows: BigInt(affectedRows) }
  }

  /** PGlite copies from what it is given as a file. */
  async #copy(statement: string, { lots }: CopiedRows): Promise<QueryResult<never>> {
    const fromFile = statement.replace(/ from stdin$/, " from '/dev/blob'")
    for (const lot of lots) await this.#client.query(fromFile, [], { blob: new Blob([lot]) })
    return { rows: [] }
  }

  streamQuery(): AsyncIterableIterator<never> {
    throw new Error('The embedded store cannot stream rows. Fetch them in pages.')
  }
}
