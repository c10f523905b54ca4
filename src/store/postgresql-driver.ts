import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { CompiledQuery, DatabaseConnection, QueryResult } from 'kysely'
import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { type CopiedRows, rowsToCopy } from './copy-rows.ts'
import { StoreDriver } from './dialect.ts'
import { Prepared } from './prepared.ts'

/** Connections of a pool, for Kysely. Its own driver cannot copy rows in. */
export class PostgresqlDriver extends StoreDriver {
  readonly #pool: pg.Pool
  readonly #connections = new WeakMap<pg.PoolClient, PostgresqlConnection>()
  readonly #firstStatement: string
  readonly #prepared = new Prepared()

  /** @param firstStatement what every new connection begins with */
  constructor(pool: pg.Pool, firstStatement: string) {
    super()
    this.#pool = pool
    this.#firstStatement = firstStatement
  }

  async acquireConnection(): Promise<PostgresqlConnection> {
    const client = await this.#pool.connect()
    const known = this.#connections.get(client)
    if (known !== undefined) return known
    await client.query(this.#firstStatement).catch((error: unknown) => {
      client.release(true)
      throw error
    })
    const connection = new PostgresqlConnection(client, this.#prepared)
    this.#connections.set(client, connection)
    return connection
  }

  async releaseConnection(connection: DatabaseConnection): Promise<void> {
    if (connection instanceof PostgresqlConnection) connection.release()
  }

  destroy(): Promise<void> {
    return this.#pool.end()
  }
}

class PostgresqlConnection implements DatabaseConnection {
  readonly #client: pg.PoolClient
  readonly #prepared: Prepared

  constructor(client: pg.PoolClient, prepared: Prepared) {
    this.#client = client
    this.#prepared = prepared
  }

  async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    const copied = rowsToCopy(query)
    if (copied !== undefined) return this.#copy(query.sql, copied)
    const name = this.#prepared.nameOf(query.sql)
    const asked = { text: query.sql, values: [...query.parameters], ...(name === undefined ? {} : { name }) }
    const { command, rowCount, rows } = await this.#client.query(asked)
    return WRITING.has(command) ? { rows, numAffectedRows: BigInt(rowCount ?? 0) } : { rows }
  }

  async #copy(statement: string, { lots }: CopiedRows): Promise<QueryResult<never>> {
    await pipeline(Readable.from(lots), this.#client.query(copyFrom(statement)))
    return { rows: [] }
  }

  streamQuery(): AsyncIterableIterator<never> {
    throw new Error('The store does not stream rows. Fetch them in pages.')
  }

  release(): void {
    this.#client.release()
  }
}

const WRITING: ReadonlySet<string> = new Set(['INSERT', 'UPDATE', 'DELETE', 'MERGE'])
