import type { DatabaseConnection } from 'kysely'
import { settingsStatement, typesConfig } from './column-types.ts'
import { StoreConnection } from './connection.ts'
import { copyAtOnce } from './copy-at-once.ts'
import { StoreDialect, StoreDriver } from './dialect.ts'
import { type EmbeddedDatabase, type EmbeddedOptions, startDatabase } from './embedded-database.ts'
import { Prepared } from './prepared.ts'

/** The major version of PostgreSQL inside PGlite: the layout of the files on disk. */
export const embeddedMajorVersion = '18'

/** Starts PGlite with our types and settings. Without `dataDir` it lives in memory. */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedDatabase> {
  const database = await startDatabase(options, typesConfig)
  await database.client.query(settingsStatement)
  return database
}

/**
 * PGlite for Kysely. PGlite is one connection, so whoever asks while a transaction runs waits in a queue until it has ended.
 * The trap: a query on the store's own `db` inside a transaction waits for that transaction for ever. Use `trx` there.
 */
export class EmbeddedDialect extends StoreDialect {
  /** @param again starts it anew from its files, should it end by itself; left out, whoever asks after that is refused */
  constructor(database: EmbeddedDatabase, again?: () => Promise<EmbeddedDatabase>) {
    super(() => new EmbeddedDriver(database, again))
  }
}

class EmbeddedDriver extends StoreDriver {
  #database: EmbeddedDatabase
  #connection: DatabaseConnection
  readonly #again: (() => Promise<EmbeddedDatabase>) | undefined
  readonly #waiting: (() => void)[] = []
  #taken = false
  #isClosed = false

  constructor(database: EmbeddedDatabase, again: (() => Promise<EmbeddedDatabase>) | undefined) {
    super()
    this.#database = database
    this.#connection = connectionTo(database)
    this.#again = again
  }

  /** Should the database have ended by itself, whoever was working was refused and has left nothing half done; whoever comes next finds it started anew. */
  async acquireConnection(): Promise<DatabaseConnection> {
    if (this.#taken) await new Promise<void>((resolve) => this.#waiting.push(resolve))
    this.#taken = true
    if (this.#database.hasEnded() && !this.#isClosed && this.#again !== undefined) await this.#startAgain(this.#again)
    return this.#connection
  }

  async #startAgain(again: () => Promise<EmbeddedDatabase>): Promise<void> {
    try {
      this.#database = await again()
      this.#connection = connectionTo(this.#database)
    } catch (error) {
      await this.releaseConnection()
      throw error
    }
  }

  /** Hands the connection to the next in the queue: it stays taken, so that nobody slips in between. */
  async releaseConnection(): Promise<void> {
    const next = this.#waiting.shift()
    if (next) next()
    else this.#taken = false
  }

  /** Whoever has the connection ends first, as with a server; whoever comes after is refused. */
  async destroy(): Promise<void> {
    this.#isClosed = true
    await this.acquireConnection()
    await this.#database.close()
    await this.releaseConnection()
  }
}

function connectionTo({ client }: EmbeddedDatabase): DatabaseConnection {
  return new StoreConnection(client, new Prepared(), async (statement, lots) => {
    for (const lot of lots) await copyAtOnce(client, statement, lot)
  })
}
