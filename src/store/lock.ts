import { randomUUID } from 'node:crypto'
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { messageOf, StoreError, StoreInUse } from './store-error.ts'

type Holder = {
  readonly id: string
  readonly pid: number
  /** The boot of the machine and the tick at which the process began, where the system tells: pids are used again. */
  readonly processStarted: string | null
  readonly host: string
  readonly holder: string
  readonly since: string
}

export type Lock = { release(): void }

/**
 * Takes the lock of an embedded store: nothing else keeps a second process from opening the folder, which destroys it.
 * `holder` says who holds it, for others to read. It is released by `release()` and when the process ends; a lock whose
 * process is gone is taken over.
 * @throws StoreInUse when a living process, or one on another computer, holds it.
 */
export function takeLock(folder: string, holder: string): Lock {
  const file = join(folder, 'lock.json')
  const mine: Holder = {
    id: randomUUID(),
    pid: process.pid,
    processStarted: processStarted(process.pid),
    host: hostname(),
    holder,
    since: new Date().toISOString(),
  }
  take(folder, file, mine)
  const release = () => {
    process.off('exit', release)
    dropLock(file, mine)
  }
  process.on('exit', release)
  return { release }
}

/**
 * A lock file appears by `link`, whole and only where there is none. A stale one may be replaced only by whoever holds the
 * claim on it: a lock of the same kind, named after the very record that it replaces, so that a slow rival who saw the old
 * record cannot replace the new one. A claim whose process is gone is itself taken over in the same way.
 */
function take(folder: string, file: string, mine: Holder): void {
  while (!created(file, mine)) {
    const there = readHolder(file)
    if (there === 'none') continue
    if (there !== 'unreadable' && isAlive(there)) throw inUse(folder, file, there)
    const id = idOf(there)
    const claim = `${file}.${id}`
    take(folder, claim, mine)
    try {
      if (idOf(readHolder(file)) === id) {
        renameSync(written(file, mine), file)
        return
      }
    } finally {
      dropLock(claim, mine)
    }
  }
}

function created(file: string, mine: Holder): boolean {
  const whole = written(file, mine)
  try {
    linkSync(whole, file)
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    throw new StoreError(
      `The lock ${file} could not be made: ${messageOf(error)}. Keep the store on a disk of this computer.`,
      { cause: error },
    )
  } finally {
    rmSync(whole, { force: true })
  }
}

function written(file: string, mine: Holder): string {
  const path = `${file}.${randomUUID()}.part`
  writeFileSync(path, `${JSON.stringify(mine, null, 2)}\n`, { mode: 0o600 })
  return path
}

function dropLock(file: string, mine: Holder): void {
  if (idOf(readHolder(file)) === mine.id) rmSync(file, { force: true })
}

const idOf = (found: Holder | 'none' | 'unreadable'): string => (typeof found === 'string' ? found : found.id)

/** `unreadable` after a crash of the computer only: see `take`. */
function readHolder(file: string): Holder | 'none' | 'unreadable' {
  try {
    const found: unknown = JSON.parse(readFileSync(file, 'utf8'))
    return isHolder(found) ? found : 'unreadable'
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return 'none'
    if (error instanceof SyntaxError) return 'unreadable'
    throw new StoreError(`The lock ${file} could not be read: ${messageOf(error)}.`, { cause: error })
  }
}

function isHolder(found: unknown): found is Holder {
  if (typeof found !== 'object' || found === null) return false
  const record = new Map<string, unknown>(Object.entries(found))
  const started = record.get('processStarted')
  return (
    ['id', 'host', 'holder', 'since'].every((key) => typeof record.get(key) === 'string') &&
    Number.isSafeInteger(record.get('pid')) &&
    (started === null || typeof started === 'string')
  )
}

/** A process of another computer counts as alive: from here nobody can tell. */
function isAlive(there: Holder): boolean {
  if (there.host !== hostname()) return true
  try {
    process.kill(there.pid, 0)
  } catch (error) {
    if (codeOf(error) === 'ESRCH') return false
  }
  const started = processStarted(there.pid)
  return started === null || there.processStarted === null || started === there.processStarted
}

/** Null where the system has no /proc. A process that has ended but has not been waited for counts as ended. */
function processStarted(pid: number): string | null {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The second field is the name in brackets, and may hold spaces and brackets; the fields after it are counted from 3.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    const [state, startedTick] = [fields[0], fields[22 - 3]]
    return state === 'Z' || state === 'X' ? 'ended' : `${boot} ${startedTick}`
  } catch {
    return null
  }
}

function inUse(folder: string, file: string, there: Holder): StoreInUse {
  const who = `The store in ${folder} is in use by "${there.holder}"`
  if (there.host === hostname()) {
    return new StoreInUse(
      `${who} (process ${there.pid}, since ${clock(there.since)}). Stop it (Ctrl-C there) and try again, or use its pages instead.`,
    )
  }
  return new StoreInUse(
    `${who} on another computer, ${there.host} (process ${there.pid}, since ${clock(there.since)}). Stop it there and try ` +
      `again. If you are sure that it no longer runs, remove ${file} and try again.`,
  )
}

/** `10:03`, with the date before it when that is not today. */
function clock(since: string): string {
  const at = new Date(since)
  if (Number.isNaN(at.getTime())) return since
  const time = at.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })
  const isToday = at.toDateString() === new Date().toDateString()
  return isToday
    ? time
    : `${at.toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' })}, ${time}`
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined
}
