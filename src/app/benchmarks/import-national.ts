import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { gunzipSync } from 'node:zlib'
import type { SourceYear } from '../../core/benchmarks/assemble.ts'
import { isEnglandDoubtful } from '../../core/benchmarks/compare.ts'
import { figureOf } from '../../core/benchmarks/national.ts'
import { type PlainDate, plainDate } from '../../core/dates/plain-date.ts'
import { readNational } from '../../formats/benchmarks/national.ts'
import type { InputFile, Issue } from '../../formats/issue.ts'
import { addNational } from '../../store/national/national.ts'
import type { App } from '../app.ts'
import { makeNational, nationalFigures } from './national.ts'

/** A figure that was said otherwise before. */
type NationalChange = {
  readonly measure: string
  readonly year: string
  readonly place: string
  readonly before: string
  readonly now: string
}

export type NationalResult = {
  readonly counts: { readonly new: number; readonly changed: number; readonly same: number }
  readonly changes: readonly NationalChange[]
  readonly issues: readonly Issue[]
  readonly refused: boolean
}

const folder = new URL('../../../data/benchmarks/', import.meta.url)
const shipped = ['lait-values.csv.gz', 'dfe-values.csv.gz'] as const

/** The month of the latest update in the edition that ships. */
const SHIPPED_KNOWN_ON = plainDate('2026-04-30')

/** Imports the national figures that ship with the product, where the store has none yet. Answers how many, or undefined where there are some. */
export async function importShipped(app: App): Promise<number | undefined> {
  if ((await nationalFigures(app)) !== undefined) return undefined
  const files = await Promise.all(shipped.map(async (name) => ({ name, bytes: await readFile(new URL(name, folder)) })))
  const { counts, issues, refused } = await importNational(app, files, SHIPPED_KNOWN_ON)
  if (refused)
    throw new Error(
      `The figures that ship are faulty:\n${issues.map(({ file, row, message }) => `${file} row ${row}: ${message}`).join('\n')}`,
    )
  return counts.new
}

/**
 * Reads files of national figures and keeps what they say, all or nothing. The same file twice changes nothing; a figure that is absent stays as it was,
 * and one that has changed is told with what it was. Earlier figures are kept.
 */
export async function importNational(
  app: App,
  files: readonly InputFile[],
  knownOn: PlainDate,
): Promise<NationalResult> {
  const hash = createHash('sha256')
  const read = files.map((file) => {
    hash.update(file.bytes)
    return readNational({ name: file.name, bytes: unpacked(file.bytes) }, app.national)
  })
  const issues = read.flatMap((one) => one.issues)
  const nothing = { counts: { new: 0, changed: 0, same: 0 }, changes: [] }
  if (issues.some(({ severity }) => severity === 'error')) return { ...nothing, issues, refused: true }
  const compared = new Compared(app)
  await addNational(
    app.store,
    {
      fileName: files.map(({ name }) => name).join(', '),
      sha256: hash.digest('hex'),
      knownOn,
      recordedAt: app.clock.now(),
      recordedBy: 'operator',
    },
    (known) =>
      compared.compare(
        known,
        read.flatMap(({ rows }) => rows),
      ),
  )
  return {
    counts: compared.counts,
    changes: compared.changes,
    issues: [
      ...issues,
      ...doubts(
        app,
        read.flatMap(({ rows }) => rows),
        files,
      ),
    ],
    refused: false,
  }
}

const isGzip = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b
const unpacked = (bytes: Uint8Array): Uint8Array => (isGzip(bytes) ? gunzipSync(bytes) : bytes)

const keyOf = ({ source, measure, year }: SourceYear): string => `${source}\n${measure}\n${year}`

/** Holds what files say against what was known, figure by figure. */
class Compared {
  readonly counts = { new: 0, changed: 0, same: 0 }
  readonly changes: NationalChange[] = []
  private readonly app: App

  constructor(app: App) {
    this.app = app
  }

  /** The rows to add: those that say anything new. What a file does not say of a year that was known is taken over from before. */
  compare(known: readonly SourceYear[], said: readonly SourceYear[]): readonly SourceYear[] {
    const before = new Map(known.map((row) => [keyOf(row), row]))
    return said.flatMap((row) => this.merged(before.get(keyOf(row)), row) ?? [])
  }

  private merged(before: SourceYear | undefined, said: SourceYear): SourceYear | undefined {
    if (before === undefined) {
      this.counts.new += said.numbers.length
      return said
    }
    const old = cellsOf(before)
    const now = cellsOf(said)
    let differs = said.publishedIn !== before.publishedIn
    for (const [number, cell] of now) {
      const was = old.get(number)
      const same = was !== undefined && was.value === cell.value && was.mark === cell.mark && was.outOf === cell.outOf
      this.counts[was === undefined ? 'new' : same ? 'same' : 'changed'] += 1
      differs ||= !same
      if (was !== undefined && !same) this.changes.push(this.changeOf(said, number, was, cell))
    }
    return differs ? rowOf(said, new Map([...old, ...now])) : undefined
  }

  private changeOf({ measure, year }: SourceYear, number: number, was: Cell, now: Cell): NationalChange {
    const place = this.app.national.places.findByNumber(number)
    return { measure, year, place: place?.name ?? `${number}`, before: cellText(was), now: cellText(now) }
  }
}

type Cell = { readonly value: number | null; readonly mark: string; readonly outOf: number | null }

const cellText = ({ value, mark, outOf }: Cell): string => `${value ?? mark}${outOf === null ? '' : ` of ${outOf}`}`

const cellsOf = ({ numbers, values, marks, outOf }: SourceYear): ReadonlyMap<number, Cell> =>
  new Map(
    numbers.map((number, at) => [
      number,
      { value: values[at] ?? null, mark: marks[at] ?? ' ', outOf: outOf?.[at] ?? null },
    ]),
  )

function rowOf(said: SourceYear, cells: ReadonlyMap<number, Cell>): SourceYear {
  const all = [...cells.values()]
  return {
    ...said,
    numbers: [...cells.keys()],
    values: all.map(({ value }) => value),
    marks: all.map(({ mark }) => mark).join(''),
    outOf: all.some(({ outOf }) => outOf !== null) ? all.map(({ outOf }) => outOf) : null,
  }
}

/** Figures of England that cannot be: they are kept as the source has them, told, and not compared with. */
function doubts(app: App, rows: readonly SourceYear[], files: readonly InputFile[]): readonly Issue[] {
  const national = makeNational(app, rows)
  const { england } = national.places
  return [...national.measures.values()].flatMap((measure) => {
    const years = (national.years.get(measure.key) ?? []).filter((year) => isEnglandDoubtful(national, measure, year))
    const [first] = years
    if (first === undefined || england === undefined) return []
    return [
      {
        file: files.map(({ name }) => name).join(', '),
        row: null,
        column: 'value',
        subject: measure.lait,
        message: `England’s figure of ${measure.lait} lies outside those of all authorities in ${years.map(({ label }) => label).join(', ')} (${figureOf(national, first, england).value} in ${first.label}). It is kept and not compared with.`,
        severity: 'warning' as const,
      },
    ]
  })
}
