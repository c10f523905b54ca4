// npm run bench: how fast the product is, on this machine. See docs/bench.md.
import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { Place } from '../../src/store/open.ts'
import { startPostgresql, stopPostgresql } from '../databases/postgresql-server.ts'
import type { StoreKind } from './bench.ts'
import { machine } from './machine.ts'
import type { Job, Measured } from './one-store.ts'
import { BadOption, type Options, readOptions } from './options.ts'
import { type Result, report } from './report.ts'

const runner = fileURLToPath(new URL('../../scripts/run.mjs', import.meta.url))
const program = 'test/bench/one-store.ts'

/** Runs on PostgreSQL as it comes, not with the settings of the tests, which give up safety for speed. */
async function placeFor(kind: StoreKind, workshop: string): Promise<Place> {
  return kind === 'embedded'
    ? { kind, folder: workshop, holder: 'npm run bench' }
    : { kind, url: await startPostgresql(workshop, []) }
}

async function measure(kind: StoreKind, scale: number, only: readonly string[]): Promise<readonly Measured[]> {
  const workshop = mkdtempSync(join(tmpdir(), 'los-bench-'))
  try {
    const about = { place: await placeFor(kind, workshop), scale, only }
    const loading = await inProcess({ ...about, part: 'loading' })
    const apart = await inProcess({ ...about, part: 'apart' })
    return loading.map(({ bench, measurements }) => ({
      bench,
      measurements: [...measurements, ...apart.flatMap((one) => (one.bench === bench ? one.measurements : []))],
    }))
  } finally {
    if (kind === 'postgresql') stopPostgresql(workshop)
    rmSync(workshop, { recursive: true, force: true })
  }
}

async function inProcess(job: Job): Promise<readonly Measured[]> {
  const running = promisify(execFile)(process.execPath, [runner, program, JSON.stringify(job)], {
    maxBuffer: 10_000_000,
  })
  running.child.stderr?.pipe(process.stderr)
  return JSON.parse((await running).stdout)
}

async function run({ scales, stores, only, json }: Options): Promise<void> {
  const on = machine()
  const results: Result[] = []
  for (const scale of scales) {
    for (const store of stores) results.push({ store, scale, measured: await measure(store, scale, only) })
  }
  process.stdout.write(json ? `${JSON.stringify({ machine: on, results }, null, 2)}\n` : report(on, results))
}

try {
  await run(readOptions(process.argv.slice(2)))
} catch (error) {
  if (!(error instanceof BadOption)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 2
}
