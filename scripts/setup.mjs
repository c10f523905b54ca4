// Makes a fresh checkout ready: plain Node with no dependencies, because it runs before there are any.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath, pathToFileURL } from 'node:url'

export const root = fileURLToPath(new URL('..', import.meta.url))
const LEAST_NODE = [20, 19]

const busy = `${root}.installing`

/** Checks Node's version and installs the dependencies when they are missing or no longer those of package-lock.json. */
export function makeReady() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major < LEAST_NODE[0] || (major === LEAST_NODE[0] && minor < LEAST_NODE[1]))
    stop(
      `Line of Sight needs Node ${LEAST_NODE.join('.')} or later; this is ${process.versions.node}. Install a newer Node and try again.`,
    )
  if (isReady()) return
  if (!begin()) return waitForAnother()
  try {
    if (!isReady()) install()
  } finally {
    rmSync(busy, { force: true })
  }
}

const wanted = () =>
  createHash('sha256')
    .update(readFileSync(`${root}package-lock.json`))
    .digest('hex')
const mark = `${root}node_modules/.installed-for`
const isReady = () => existsSync(mark) && readFileSync(mark, 'utf8') === wanted()

/** Whether it is ours to install: of two commands at once, one must wait, or each would take away what the other puts there. */
function begin() {
  try {
    writeFileSync(busy, `${process.pid}`, { flag: 'wx' })
    return true
  } catch {
    return false
  }
}

/** Waits for the other command; when that has gone without finishing, does its work. */
function waitForAnother() {
  process.stderr.write('Waiting for another command that is installing what Line of Sight needs...\n')
  while (!isReady()) {
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1000)
    if (isReady() || isAtWork()) continue
    rmSync(busy, { force: true })
    return makeReady()
  }
}

function isAtWork() {
  try {
    return process.kill(Number(readFileSync(busy, 'utf8')), 0)
  } catch (error) {
    return error.code === 'EPERM'
  }
}

function install() {
  process.stderr.write('Installing what Line of Sight needs (once, about a minute)...\n')
  // The output goes to standard error: a command's own answer must stand alone on standard output.
  const done = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  })
  if (done.status !== 0) {
    rmSync(busy, { force: true })
    stop(
      'The dependencies could not be installed. See what npm says above; when it is put right, run the same command again.',
    )
  }
  writeFileSync(mark, wanted())
}

function stop(message) {
  process.stderr.write(`${message}\n`)
  process.exit(1)
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) makeReady()
