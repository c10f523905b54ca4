import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { plainDate } from '../../src/core/dates/plain-date.ts'
import type { SubjectId } from '../../src/core/definitions/field.ts'
import { validate } from '../../src/core/record/validate.ts'
import { postgresqlLacking } from '../databases/postgresql.ts'
import { type Subjects, sizeAt } from './authority/families.ts'
import { alteredRows, countRows } from './authority/table.ts'
import { exportedTables } from './authority/tables.ts'
import { benches } from './benches.ts'
import type { Machine } from './machine.ts'
import type { Result } from './report.ts'

const run = (...options: readonly string[]) =>
  promisify(execFile)(process.execPath, [
    fileURLToPath(new URL('../../scripts/run.mjs', import.meta.url)),
    'test/bench/run.ts',
    ...options,
  ])

const today = plainDate('2023-10-04')

/** The tables of an authority whose subjects have made-up numbers. */
function tablesAt(scale: number) {
  const size = sizeAt(scale)
  let last = 0
  const numbers = (count: number) => Array.from({ length: count }, () => ++last as SubjectId)
  const subjects: Subjects = {
    children: numbers(size.children),
    adults: numbers(size.adults),
    teams: numbers(size.teams),
    workers: numbers(size.workers),
    households: numbers(size.households),
  }
  return exportedTables(size, subjects)
}

test('an authority is as large as it says', () => {
  const rows = tablesAt(1).reduce((sum, table) => sum + countRows(table).rows, 0)
  expect(rows).toBeGreaterThan(610_000)
  expect(rows).toBeLessThan(630_000)
})

test('every row of an authority is a record that anybody may write, each under a name of its own, and so is what is altered', () => {
  for (const table of tablesAt(0.01)) {
    const [rows, altered] = [[...table.rows()], [...alteredRows(table)]]
    const { type } = table
    for (const { content } of [...rows, ...altered]) expect(validate(type, content, today)).toEqual([])
    expect(new Set(rows.map(({ identity }) => identity)).size).toBe(rows.length)
    const different = rows.filter((row, at) => JSON.stringify(row) !== JSON.stringify(altered[at]))
    expect(different).toHaveLength(countRows(table).altered)
    // The same every time.
    expect([...table.rows()]).toEqual(rows)
  }
})

test('npm run bench runs, and the counts of what it did are right', { timeout: 300_000 }, async () => {
  const stores = postgresqlLacking() === undefined ? ['postgresql', 'embedded'] : ['embedded']
  const { stdout } = await run('--scale', '0.01', '--store', stores.length === 2 ? 'both' : 'embedded', '--json')
  const { machine, results }: { readonly machine: Machine; readonly results: readonly Result[] } = JSON.parse(stdout)
  expect(machine.cores).toBeGreaterThan(0)
  expect(results.map(({ store }) => store)).toEqual(stores)
  for (const { measured } of results) {
    expect(measured.map(({ bench }) => bench)).toEqual(benches.map(({ key }) => key))
    for (const { measurements } of measured) for (const { value } of measurements) expect(value).toBeGreaterThan(0)
  }
})

test.each([
  [['--scale', 'large'], '--scale is a number'],
  [['--store', 'oracle'], '--store is postgresql, embedded or both'],
  [['--only', 'speed'], '--only is one or several of import, chronology, page, counting, reports, benchmarks'],
  [['--fast'], '--fast'],
])('%j is refused in words', async (options, words) => {
  await expect(run(...options)).rejects.toMatchObject({ code: 2, stderr: expect.stringContaining(words) })
})
