import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { describe, expect, inject, onTestFinished, test } from 'vitest'
import { newFolder } from '../../test/databases/each-database.ts'
import { placeEmbedded } from '../../test/databases/embedded.ts'
import { takeLock } from './lock.ts'
import { openStore } from './open.ts'
import { findSetting } from './settings.ts'
import { StoreInUse } from './store-error.ts'

const runner = fileURLToPath(new URL('../../scripts/run.mjs', import.meta.url))
const otherProgram = 'test/databases/other-process.ts'

/** Above the largest process number that Linux or macOS gives out. */
const pidOfNobody = 4_194_305

const gone = {
  id: 'c0ffee',
  pid: pidOfNobody,
  processStarted: null,
  host: hostname(),
  holder: 'los demo',
  since: '2023-10-04T09:03:00.000Z',
}

function folderLockedBy(content: string): string {
  const folder = newFolder()
  writeFileSync(join(folder, 'lock.json'), content)
  return folder
}

class OtherProcess {
  readonly child: ChildProcess
  readonly #lines: AsyncIterator<string>

  constructor() {
    const child = spawn(process.execPath, [runner, otherProgram], { stdio: ['pipe', 'pipe', 'inherit'] })
    this.#lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
    this.child = child
    onTestFinished(() => this.kill())
  }

  async line(): Promise<string> {
    const { value } = await this.#lines.next()
    return String(value)
  }

  ask(command: string): Promise<string> {
    this.child.stdin?.write(`${command}\n`)
    return this.line()
  }

  async kill(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return
    this.child.kill('SIGKILL')
    await once(this.child, 'exit')
  }
}

async function otherProcess(): Promise<OtherProcess> {
  const other = new OtherProcess()
  expect(await other.line()).toBe('ready')
  return other
}

describe('one process', () => {
  test('holds the lock until it releases it, and leaves nothing behind', () => {
    const folder = newFolder()
    const lock = takeLock(folder, 'los serve at http://localhost:3000')
    expect(() => takeLock(folder, 'los import')).toThrow(StoreInUse)
    lock.release()
    expect(readdirSync(folder)).toEqual([])
    takeLock(folder, 'los import').release()
  })

  test('is told who holds it, which process, since when, and what to do', () => {
    const folder = newFolder()
    const lock = takeLock(folder, 'los serve at http://localhost:3000')
    onTestFinished(() => lock.release())
    const file = join(folder, 'lock.json')
    writeFileSync(file, readFileSync(file, 'utf8').replace(/"since": "[^"]*"/, '"since": "2023-10-04T12:03:00.000Z"'))
    expect(() => takeLock(folder, 'los import')).toThrow(
      new RegExp(
        `The store in ${folder} is in use by "los serve at http://localhost:3000" \\(process ${process.pid}, ` +
          'since 4 October 2023, \\d\\d:03\\). Stop it \\(Ctrl-C there\\) and try again, or use its pages instead.',
      ),
    )
  })

  test('does not release a lock that has become another’s', () => {
    const folder = newFolder()
    const lock = takeLock(folder, 'los serve')
    const anothers = JSON.stringify({ ...gone, id: 'another' })
    writeFileSync(join(folder, 'lock.json'), anothers)
    lock.release()
    expect(readFileSync(join(folder, 'lock.json'), 'utf8')).toBe(anothers)
  })

  test.each([
    ['of a process that is gone', JSON.stringify(gone)],
    [
      'of an earlier process with the number of a living one',
      JSON.stringify({ ...gone, pid: process.pid, processStarted: 'long ago' }),
    ],
    ['that is empty', ''],
    ['that was cut off while it was written', JSON.stringify(gone).slice(0, 40)],
    ['that is JSON but no lock', '{"pid": "7"}'],
  ])('takes over a lock %s', (_what, content) => {
    // A process that lives but began at another time can only be told apart where the system has /proc.
    if (content.includes('long ago') && !existsSync('/proc/self/stat')) return
    const folder = folderLockedBy(content)
    const lock = takeLock(folder, 'los import')
    expect(() => takeLock(folder, 'los demo')).toThrow(/in use by "los import"/)
    lock.release()
    expect(readdirSync(folder)).toEqual([])
  })

  test('takes over from one that was itself stopped while taking over', () => {
    const folder = folderLockedBy(JSON.stringify(gone))
    writeFileSync(join(folder, `lock.json.${gone.id}`), JSON.stringify({ ...gone, id: 'claimant' }))
    takeLock(folder, 'los import').release()
    expect(readdirSync(folder)).toEqual([])
  })

  test('never takes over from another computer, and says which file to remove', () => {
    const content = JSON.stringify({ ...gone, host: 'office-2' })
    const folder = folderLockedBy(content)
    expect(() => takeLock(folder, 'los import')).toThrow(
      /in use by "los demo" on another computer, office-2 \(process 4194305, since 4 October 2023, .*remove .*lock\.json/,
    )
    expect(readFileSync(join(folder, 'lock.json'), 'utf8')).toBe(content)
  })
})

describe('two processes', () => {
  test('cannot both have a store open; when the first is killed, the second finds what it saved', async () => {
    const folder = newFolder()
    await placeEmbedded(inject('databaseWorkshop'), folder)
    const other = await otherProcess()
    expect(await other.ask(`open ${folder}`)).toBe('held')
    const place = { kind: 'embedded', folder, holder: 'los import' } as const
    await expect(openStore(place, new Map())).rejects.toThrow(
      new RegExp(`"los serve at http://localhost:3000" \\(process ${other.child.pid}, since \\d\\d:\\d\\d\\)`),
    )
    await other.kill()
    const store = await openStore(place, new Map())
    const saved = await findSetting(store, 'saved by')
    await store.close()
    expect(saved).toBe('the other process')
  })

  test('a process that ends by itself leaves no lock', async () => {
    const folder = newFolder()
    const other = await otherProcess()
    expect(await other.ask(`take ${folder}`)).toBe('held')
    other.child.stdin?.end()
    await once(other.child, 'exit')
    expect(readdirSync(folder)).toEqual([])
  })

  test('of ten that race for a lock, whatever state it was left in, exactly one has it', async () => {
    const racers = await Promise.all(Array.from({ length: 10 }, otherProcess))
    const claimed = folderLockedBy(JSON.stringify(gone))
    writeFileSync(join(claimed, `lock.json.${gone.id}`), JSON.stringify({ ...gone, id: 'claimant' }))
    const stale = Array.from({ length: 10 }, () => folderLockedBy(JSON.stringify(gone)))
    for (const folder of [newFolder(), folderLockedBy(''), claimed, ...stale]) {
      const answers = await Promise.all(racers.map((racer) => racer.ask(`take ${folder}`)))
      expect(answers.filter((answer) => answer === 'held')).toHaveLength(1)
      expect(answers.filter((answer) => answer.includes('is in use by "process'))).toHaveLength(9)
      await Promise.all(racers.map((racer) => racer.ask('drop')))
      expect(readdirSync(folder)).toEqual([])
    }
  })
})
