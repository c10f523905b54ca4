import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, inject, type TestContext } from 'vitest'
import { placeEmbedded } from '../databases/embedded.ts'
import { productTypes } from '../support/app.ts'

export const checkout = fileURLToPath(new URL('../../', import.meta.url))

export type Ran = { readonly code: number | null; readonly out: string; readonly err: string }

/** The environment of the tests without what would point the program at someone's own store. */
function surroundings(): NodeJS.ProcessEnv {
  const own = ['DATABASE_URL', 'LOS_DATA', 'LOS_TODAY', 'LOS_HOST', 'LOS_ADDRESS', 'LOS_LARGEST_FILE']
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !own.includes(name)))
}

function start(args: readonly string[], root: string) {
  const child = spawn(process.execPath, [join(root, 'bin', 'los'), ...args], {
    cwd: root,
    env: surroundings(),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const said = { out: '', err: '' }
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said.out += text
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said.err += text
  })
  const ended = new Promise<Ran>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, ...said }))
  })
  return { child, said, ended }
}

/** Runs `los` in a process of its own until it ends. */
export const los = (args: readonly string[], root = checkout): Promise<Ran> => start(args, root).ended

export type Served = { readonly address: string; readonly pid: number | undefined; stop(): Promise<Ran> }

/** Runs `los serve` on a free port; it answers from then on. Stopped by SIGTERM, at the latest when the test has finished. */
export async function serve(test: TestContext, args: readonly string[], root = checkout): Promise<Served> {
  const { child, said, ended } = start(['serve', '--port', '0', ...args], root)
  const stop = () => {
    child.kill('SIGTERM')
    return ended
  }
  test.onTestFinished(async () => {
    await stop()
  })
  const address = await new Promise<string>((resolve, reject) => {
    child.stderr.on('data', () => {
      const [, found] = /is at (http\S+)/.exec(said.err) ?? []
      if (found !== undefined) resolve(found)
    })
    ended.then(({ code, err }) => reject(new Error(`los serve ended with ${code}: ${err}`)), reject)
  })
  return { address, pid: child.pid, stop }
}

/** A temporary folder for the tests of the file; its name comes from a running test. */
export function sharedFolder(): () => string {
  let folder = ''
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'los-command-line-'))
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  return () => folder
}

/** As `sharedFolder`, with an empty store in it: making one from nothing takes each process seconds. */
export function sharedStore(): () => string {
  const folder = sharedFolder()
  beforeAll(() => placeEmbedded(inject('databaseWorkshop'), folder(), productTypes))
  return folder
}

/** The lines of standard error, which is to be readable: no stack, and nothing of how the program is built. */
export function readable({ err }: Ran): readonly string[] {
  const unreadable = /^\s+at |node:internal|Error:|undefined|\[object|Please report/m.exec(err)
  if (unreadable) throw new Error(`Not for the person who can act: ${err}`)
  return err.trimEnd().split('\n')
}
