// The embedded database, in a thread of its own: this program goes on with its own work while the database answers, as with a server. It is started by
// embedded-database.ts, and answers each message with one.
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import { PGlite } from '@electric-sql/pglite'

// Compiled once for all that are started in one process.
const program = workerData.pgliteWasmModule ?? (await compiled())
const database = await PGlite.create({ ...workerData, pgliteWasmModule: program })

parentPort?.on('message', async (asked) => {
  if (asked === 'close') {
    await database.close()
    parentPort?.close()
    return
  }
  const answer = asked === 'image' ? await image() : await answerTo(asked)
  parentPort?.postMessage(answer, [answer.buffer])
})
parentPort?.postMessage(program)

/** What the database says to messages of its protocol. It is not read here: whoever asked does. */
async function answerTo(message) {
  const parts = []
  // A part lies in the memory of the database, which it goes on writing.
  const onRawData = (part) => parts.push(part.slice())
  await database.execProtocolRawStream(message, { syncToFs: false, onRawData })
  if (parts.length === 1) return parts[0]
  const answer = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    answer.set(part, at)
    at += part.length
  }
  return answer
}

async function compiled() {
  const folder = dirname(createRequire(import.meta.url).resolve('@electric-sql/pglite'))
  return WebAssembly.compile(await readFile(join(folder, 'pglite.wasm')))
}

const image = async () => new Uint8Array(await (await database.dumpDataDir('none')).arrayBuffer())
