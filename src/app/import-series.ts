import { createHash } from 'node:crypto'
import type { PlainDate } from '../core/dates/plain-date.ts'
import { readBenchmarks } from '../formats/benchmarks/read.ts'
import { readFigures } from '../formats/figures/read.ts'
import type { InputFile, Issue } from '../formats/issue.ts'
import type { Reference } from '../formats/reference.ts'
import { readTargets } from '../formats/targets/read.ts'
import { type Import, recordImports } from '../store/imports.ts'
import type { App } from './app.ts'

export const seriesFormats = ['figures', 'targets', 'benchmarks'] as const
export type SeriesFormat = (typeof seriesFormats)[number]

export type { Issue }

export type SeriesFile = { readonly format: SeriesFormat; readonly file: InputFile }

/** What an import did, by kind of record, or (with any error among the issues) what kept it from doing anything. */
export type ImportResult = {
  readonly records: Readonly<Record<string, { new: number; changed: number; same: number; gone: number }>>
  readonly issues: readonly Issue[]
  readonly refused: boolean
}

const recordNames = { figures: 'Figure', targets: 'Target', benchmarks: 'Benchmark' } as const

/**
 * Reads the files and records what they say, known on a date: all of them, or nothing at all when any row has an error.
 * The same file twice changes nothing. What is absent from a file stays as it was: these formats never say "gone".
 */
export async function importSeries(app: App, files: readonly SeriesFile[], knownOn: PlainDate): Promise<ImportResult> {
  const read = seriesFormats.map((format) => readAll(app, format, files, knownOn))
  const issues = read.flatMap((one) => one.issues)
  if (issues.some(({ severity }) => severity === 'error')) return { records: {}, issues, refused: true }
  const counts = await recordImports(
    app.store,
    read.flatMap((one) => one.imports),
  )
  const formats = read.flatMap((one) => one.imports.map(({ format }) => format))
  const records = formats.map(
    (format, at) => [recordNames[format], { new: 0, changed: 0, same: 0, ...counts[at], gone: 0 }] as const,
  )
  return { records: Object.fromEntries(records), issues, refused: false }
}

type Read = { readonly imports: readonly Import[]; readonly issues: readonly Issue[] }
type Source = Pick<Import, 'fileName' | 'sha256' | 'knownOn' | 'recordedAt' | 'recordedBy'>

/** The files of one format, read together: a second value for a period may stand in another file. */
function readAll(app: App, format: SeriesFormat, all: readonly SeriesFile[], knownOn: PlainDate): Read {
  const files = all.filter((one) => one.format === format).map(({ file }) => file)
  if (files.length === 0) return { imports: [], issues: [] }
  const hash = createHash('sha256')
  for (const file of files) hash.update(file.bytes)
  const source: Source = {
    fileName: files.map(({ name }) => name).join(', '),
    sha256: hash.digest('hex'),
    knownOn,
    recordedAt: app.clock.now(),
    recordedBy: 'operator',
  }
  const reference: Reference = { indicators: app.catalogue.indicators, authorities: new Set(app.authorities.keys()) }
  return readers[format](files, reference, source)
}

const readers: Readonly<
  Record<SeriesFormat, (files: readonly InputFile[], reference: Reference, source: Source) => Read>
> = {
  figures: (files, reference, source) => {
    const { rows, issues } = readFigures(files, reference)
    return { imports: [{ ...source, format: 'figures', rows }], issues }
  },
  targets: (files, reference, source) => {
    const { rows, issues } = readTargets(files, reference)
    return { imports: [{ ...source, format: 'targets', rows }], issues }
  },
  benchmarks: (files, reference, source) => {
    const { rows, issues } = readBenchmarks(files, reference)
    return { imports: [{ ...source, format: 'benchmarks', rows }], issues }
  },
}
