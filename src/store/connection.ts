import type { CompiledQuery, DatabaseConnection, QueryResult } from 'kysely'
import type pg from 'pg'
import { rowsToCopy } from './copy-rows.ts'
import type { Prepared } from './prepared.ts'

/** Copies rows in, some at a time, by a statement that says into what. */
type Copy = (statement: string, lots: Iterable<Uint8Array>) => Promise<void>

/** One connection, to whichever of the two databases, for Kysely. */
export class StoreConnection implements DatabaseConnection {
  readonly #client: pg.ClientBase
  readonly #prepared: Prepared
  readonly #copy: Copy
  /** The driver warns whoever asks while others wait. */
  #before: Promise<unknown> = Promise.resolve()

  constructor(client: pg.ClientBase, prepared: Prepared, copy: Copy) {
    this.#client = client
    this.#prepared = prepared
    this.#copy = copy
  }

  /** One after the other, in the order in which they are asked, whatever becomes of those before. */
  executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    const answer = this.#before.then(() => this.#ask<Row>(query))
    // Not the answer itself, which may be large.
    this.#before = answer.then(DONE, DONE)
    return answer
  }

  async #ask<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    const copied = rowsToCopy(query)
    if (copied !== undefined) {
      await this.#copy(query.sql, copied.lots)
      return { rows: [] }
    }
    const name = this.#prepared.nameOf(query.sql)
    const asked = { text: query.sql, values: [...query.parameters], ...(name === undefined ? {} : { name }) }
    const { command, rowCount, rows } = await this.#client.query(asked)
    return WRITING.has(command) ? { rows, numAffectedRows: BigInt(rowCount ?? 0) } : { rows }
  }

  streamQuery(): AsyncIterableIterator<never> {
    throw new Error('The store does not stream rows. Fetch them in pages.')
  }
}

const DONE = () => {}
const WRITING: ReadonlySet<string> = new Set(['INSERT', 'UPDATE', 'DELETE', 'MERGE'])
