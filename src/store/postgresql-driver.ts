import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { DatabaseConnection } from 'kysely'
import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { StoreConnection } from './connection.ts'
import { StoreDriver } from './dialect.ts'
import { Prepared } from './prepared.ts'

/** Connections of a pool, for Kysely. Its own driver cannot copy rows in. */
export class PostgresqlDriver extends StoreDriver {
  readonly #pool: pg.Pool
  readonly #connections = new WeakMap<pg.PoolClient, DatabaseConnection>()
  readonly #clients = new WeakMap<DatabaseConnection, pg.PoolClient>()
  readonly #firstStatement: string
  readonly #prepared = new Prepared()

  /** @param firstStatement what every new connection begins with */
  constructor(pool: pg.Pool, firstStatement: string) {
    super()
    this.#pool = pool
    this.#firstStatement = firstStatement
  }

  async acquireConnection(): Promise<DatabaseConnection> {
    const client = await this.#pool.connect()
    const known = this.#connections.get(client)
    if (known !== undefined) return known
    await client.query(this.#firstStatement).catch((error: unknown) => {
      client.release(true)
      throw error
    })
    const connection = new StoreConnection(client, this.#prepared, (statement, lots) =>
      pipeline(Readable.from(lots), client.query(copyFrom(statement))),
    )
    this.#connections.set(client, connection)
    this.#clients.set(connection, client)
    return connection
  }

  async releaseConnection(connection: DatabaseConnection): Promise<void> {
    this.#clients.get(connection)?.release()
  }

  destroy(): Promise<void> {
    return this.#pool.end()
  }
}
