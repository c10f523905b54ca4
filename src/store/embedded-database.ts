import { once } from 'node:events'
import { Duplex } from 'node:stream'
import { Worker } from 'node:worker_threads'
import type { PGliteOptions } from '@electric-sql/pglite'
import pg from 'pg'

/** PGlite in a thread of its own, which is spoken to in the protocol of PostgreSQL as a server is. */
export type EmbeddedDatabase = {
  readonly client: pg.Client
  /** All that is in it, as an archive that another can begin with. */
  image(): Promise<Uint8Array<ArrayBuffer>>
  /** Whether its thread has ended, closed or not: it answers nobody any more, and its files are free for another. */
  hasEnded(): boolean
  close(): Promise<void>
}

export type EmbeddedOptions = Pick<PGliteOptions, 'dataDir' | 'loadDataDir'>

/**
 * Starts it. Without `dataDir` it lives in memory.
 * @throws Error, when its files cannot be read or made
 */
export async function startDatabase(options: EmbeddedOptions, types: pg.CustomTypesConfig): Promise<EmbeddedDatabase> {
  const workerData = program === undefined ? options : { ...options, pgliteWasmModule: program }
  const thread = new Worker(new URL('./embedded-thread.mjs', import.meta.url), { workerData })
  program = await begun(thread)
  const stream = new ThreadStream(thread)
  const client = new pg.Client({ stream: () => stream, user: 'postgres', database: 'postgres', types })
  // Whoever asked is told what failed; with no listener it would end the process.
  client.on('error', () => {})
  await client.connect()
  return { client, image: () => stream.image(), hasEnded: () => stream.hasEnded, close: () => client.end() }
}

/** The database itself, as the first thread compiled it: for those that are started after it. */
let program: PGliteOptions['pgliteWasmModule']

/** Waits for its first message, which is its program. */
async function begun(thread: Worker): Promise<PGliteOptions['pgliteWasmModule']> {
  const ended = once(thread, 'exit').then(([code]) => {
    throw new Error(`The embedded database ended as it began, with ${code}`)
  })
  const [message] = await Promise.race([once(thread, 'message'), ended])
  return message
}

/**
 * The messages that go to the thread and come back, as a connection that the driver can use. What it writes at once goes as one message, whole questions only, and
 * is answered by one. The program does not wait for a thread that has nothing to do.
 */
class ThreadStream extends Duplex {
  hasEnded = false
  readonly #thread: Worker
  #answers = 0
  #imaged: ((image: Uint8Array<ArrayBuffer>) => void) | undefined

  constructor(thread: Worker) {
    super()
    this.#thread = thread
    thread.unref()
    thread.on('message', (answer: Uint8Array<ArrayBuffer>) => {
      if (--this.#answers === 0) thread.unref()
      const imaged = this.#imaged
      this.#imaged = undefined
      if (imaged !== undefined) imaged(answer)
      else this.push(Buffer.from(answer.buffer, answer.byteOffset, answer.byteLength))
    })
    thread.on('error', (error) => this.destroy(error))
    thread.on('exit', () => {
      this.hasEnded = true
      this.destroy()
    })
  }

  /** Only while nothing is asked. */
  image(): Promise<Uint8Array<ArrayBuffer>> {
    return new Promise((resolve) => {
      this.#imaged = resolve
      this.#ask('image')
    })
  }

  #ask(message: Uint8Array | 'image' | 'close'): void {
    if (this.#answers++ === 0) this.#thread.ref()
    this.#thread.postMessage(message)
  }

  override _read(): void {}

  override _write(message: Buffer, _encoding: BufferEncoding, done: () => void): void {
    this.#ask(message)
    done()
  }

  override _writev(messages: { readonly chunk: Buffer }[], done: () => void): void {
    this.#ask(Buffer.concat(messages.map(({ chunk }) => chunk)))
    done()
  }

  override _final(done: () => void): void {
    this.#thread.once('exit', () => done())
    this.#ask('close')
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    this.#thread.terminate().then(
      () => done(error),
      () => done(error),
    )
  }

  // What the driver expects of a socket.
  connect(): void {
    setImmediate(() => this.emit('connect'))
  }
  setNoDelay(): void {}
  setKeepAlive(): void {}
  ref(): void {}
  unref(): void {}
}
