// Another process, for each format: so that the most memory it held is its own. Takes the format and how many rows each table has, and answers with what it took, as JSON.
import { readFileSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { keepLittle } from '../../../src/cli/memory.ts'
import type { Cell, ReportDocument } from '../../../src/core/reports/document.ts'
import { writeReport } from '../../../src/formats/reports/write.ts'
import { peakMegabytes, timed } from '../measure.ts'

export type Taken = { readonly seconds: number; readonly before: number; readonly most: number }

const TABLES = 4
const ROWS = Number(process.argv[3])
const FIGURES = 19

function figure(row: number, column: number): Cell {
  const at = row * FIGURES + column
  if (at % 7 === 0) return { kind: 'none', text: 'Not published' }
  if (column === FIGURES - 1) return { kind: 'date', text: '12 October 2026', value: '2026-10-12' }
  if (column === FIGURES - 2) return { kind: 'rating', text: 'Worse than target', rag: 'worse than target' }
  const value = at % 1000
  return row % 2 === 0
    ? { kind: 'number', text: `${value}`, value, decimals: 0, isPercent: false }
    : { kind: 'number', text: `${(value / 10).toFixed(1)}%`, value: value / 10, decimals: 1, isPercent: true }
}

const columns = [
  { header: 'Indicator', kind: 'text' },
  ...Array.from({ length: FIGURES }, (_, at) => ({ header: `Month ${at + 1}`, kind: 'number' as const })),
] as const

const document: ReportDocument = {
  title: 'Everything',
  subtitle: 'Exampleshire',
  marking: 'Made up',
  fixedAt: new Date('2026-10-12T00:00:00Z'),
  parts: Array.from({ length: TABLES }, (_, table) => ({
    kind: 'table' as const,
    caption: `Table ${table + 1}`,
    columns,
    rows: Array.from({ length: ROWS }, (_, row) => [
      { kind: 'text' as const, text: `Figure ${row} of table ${table}: children who were seen in time` },
      ...Array.from({ length: FIGURES }, (_, column) => figure(row, column)),
    ]),
    notes: [],
  })),
}

/** Cells that were written, heads and names of rows aside. */
const written: Readonly<Record<'csv' | 'xlsx', (bytes: Uint8Array) => number>> = {
  csv: (bytes) => strFromU8(bytes).split('\r\n').length - 2,
  xlsx: (bytes) =>
    Object.entries(unzipSync(bytes))
      .filter(([name]) => /sheet[2-9]\.xml$/.test(name))
      .reduce((sum, [, sheet]) => sum + strFromU8(sheet).split('<c r="').length - 1 - (FIGURES + 1) - ROWS, 0),
}

/** Where Linux says it: what is told elsewhere has in it what the process held that began this one. */
function most(): number {
  try {
    return Number(/^VmHWM:\s+(\d+)/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]) / 1024
  } catch {
    return peakMegabytes()
  }
}

/** As the command does it: the whole program loaded and told to keep little, and the report a file in the end. */
export async function main([asked]: readonly string[]): Promise<void> {
  keepLittle()
  await import('../../../src/main.ts')
  const format = asked === 'csv' ? 'csv' : 'xlsx'
  const folder = await mkdtemp(join(tmpdir(), 'report-'))
  const file = join(folder, 'report')
  try {
    const before = most()
    const { seconds } = await timed(async () => writeFile(file, (await writeReport(document, format)).bytes))
    const after = most()
    const cells = written[format](await readFile(file))
    if (cells !== TABLES * ROWS * FIGURES) throw new Error(`${format} has ${cells} cells`)
    const taken: Taken = { seconds, before, most: after }
    process.stdout.write(JSON.stringify(taken))
  } finally {
    await rm(folder, { recursive: true })
  }
}
