import { protocol } from '@electric-sql/pglite'
import type pg from 'pg'

/**
 * Copies rows in, with one message: the embedded database does not wait for what comes after.
 * @param statement ends with `from stdin`
 */
export const copyAtOnce = (client: pg.Client, statement: string, rows: Uint8Array): Promise<void> =>
  new Promise((resolve, reject) => {
    client.query(new CopyAtOnce(statement, rows, (error) => (error === undefined ? resolve() : reject(error))))
  })

class CopyAtOnce implements pg.Submittable {
  readonly #message: Buffer
  readonly #done: (error?: Error) => void

  constructor(statement: string, rows: Uint8Array, done: (error?: Error) => void) {
    const { query, copyDone } = protocol.serialize
    this.#message = Buffer.concat([query(statement), headOf(rows), rows, copyDone()])
    this.#done = done
  }

  submit(connection: pg.Connection): void {
    connection.stream.write(this.#message)
  }

  // What the driver calls as the database answers. After an error it calls nothing more.
  handleCopyInResponse(): void {}
  handleCommandComplete(): void {}
  handleReadyForQuery(): void {
    this.#done()
  }
  handleError(error: Error): void {
    this.#done(error)
  }
}

/** A message of rows begins with its letter, and its length without that. */
function headOf(rows: Uint8Array): Buffer {
  const head = Buffer.alloc(5)
  head.write('d')
  head.writeInt32BE(rows.length + 4, 1)
  return head
}
