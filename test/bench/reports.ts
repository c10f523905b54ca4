import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { Bench, Measurement } from './bench.ts'
import type { Taken } from './reports/one-format.ts'

const AIM = { seconds: 10, megabytes: 150 } as const
const program = fileURLToPath(new URL('reports/start.mjs', import.meta.url))

/** In each of four tables, with a name and 19 figures each: 200,000 cells at scale 1. */
const ROWS = 2_500

/** A large report in the formats that take one, each in a process of its own. */
export const reports: Bench = {
  key: 'reports',
  label: 'Writing a report of 200,000 cells (at scale 1)',
  async run({ scale }) {
    const rows = Math.max(25, Math.round(ROWS * scale))
    const all: Measurement[] = []
    for (const format of ['xlsx', 'csv']) {
      const { stdout } = await promisify(execFile)(process.execPath, [program, format, String(rows)])
      const { seconds, before, most }: Taken = JSON.parse(stdout)
      all.push(
        { what: format, value: seconds, unit: 's', aim: AIM.seconds },
        { what: `${format}, memory when it begins`, value: before, unit: 'MB' },
        { what: `${format}, most memory in all`, value: most, unit: 'MB', aim: AIM.megabytes },
      )
    }
    return all
  },
}
