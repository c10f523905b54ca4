import { addDays } from '../../core/dates/plain-date.ts'
import type { InputFile } from '../issue.ts'
import type { Finding, RecordReading } from '../records.ts'
import { checkEpisodes } from './check-episodes.ts'
import { checkEvents } from './check-events.ts'
import { checkPeople } from './check-people.ts'
import { finding, ofFile } from './findings.ts'
import type { RawFile, RawTable } from './raw.ts'
import { readCsv } from './read-csv.ts'
import { looksLikeXml, readXml } from './read-xml.ts'
import { readRows } from './rows.ts'
import { tables } from './tables.ts'
import { type TableRows, toRecords } from './to-records.ts'
import type { CollectionYear } from './year.ts'
import { yearOf } from './year-of.ts'

/**
 * Reads the files of one year's return, CSV or XML: whole files or not at all, and of each file row by row. A file that cannot be read refuses the
 * whole. What is wrong inside the data is told and kept as it is.
 */
export function readReturn(files: readonly InputFile[], asked: string | undefined): RecordReading {
  const raw = files.map((file): RawFile => (looksLikeXml(file.bytes) ? readXml(file) : readCsv(file)))
  const ofFiles = raw.flatMap((one) => one.findings)
  if (raw.some((one) => one.tables.length === 0)) return { refused: true, findings: ofFiles }
  const all = raw.flatMap((one) => one.tables)
  const year = yearOf(all, asked)
  if ('message' in year)
    return { refused: true, findings: [...ofFiles, ofFile('year-unclear', year.file, year.message)] }
  const read = tables.flatMap((table) => readTable(all, table.name, year))
  const rows = read.map((one) => one.rows)
  const people = [...new Set(rows.flatMap((one) => one.rows.map(({ where }) => where.child)))]
  const records = toRecords(rows, people, year)
  const { label, from, to } = year
  return {
    refused: false,
    year: { label, from, to },
    people,
    tables: records.tables,
    findings: [
      ...ofFiles,
      ...notCollected(all, year),
      ...noHeader(all),
      ...inOrder([
        ...read.flatMap((one) => one.findings),
        ...records.findings,
        ...checkPeople(rows),
        ...rows.flatMap((one) => checkEvents(one, year)),
        ...rows.flatMap((one) => (one.table.name === 'Episodes' ? checkEpisodes(one.rows) : [])),
      ]),
    ],
  }
}

function readTable(
  all: readonly RawTable[],
  name: string,
  year: CollectionYear,
): readonly { readonly rows: TableRows; readonly findings: readonly Finding[] }[] {
  const raw = all.filter(({ table }) => table.name === name)
  const [first] = raw
  if (first === undefined) return []
  const read = raw.map((one) => readRows(one, addDays(year.to, -1)))
  return [
    {
      rows: {
        table: first.table,
        rows: read.flatMap(({ rows }) => rows),
        lost: read.flatMap(({ lost }) => lost),
      },
      findings: read.flatMap(({ findings }) => findings),
    },
  ]
}

const notCollected = (all: readonly RawTable[], { startsIn, label }: CollectionYear): readonly Finding[] =>
  all
    .filter(({ table }) => table.since > startsIn)
    .map(({ table, file }) =>
      ofFile(
        'table-not-collected',
        file,
        `The return of ${label} has no ${table.label}. They were read all the same.`,
        {
          severity: 'warning',
        },
      ),
    )

function noHeader(all: readonly RawTable[]): readonly Finding[] {
  const [first] = all
  if (first === undefined || all.some(({ table }) => table.name === 'Header')) return []
  const message = 'There is no header among the files, so who the children are cannot be checked.'
  return [finding('no-header', { table: null, file: first.file, row: null, child: null }, [], message, 'warning')]
}

/** Errors before warnings; then as someone who corrects the files comes to them. */
const inOrder = (findings: readonly Finding[]): readonly Finding[] =>
  findings.toSorted(
    (one, other) => weight(one) - weight(other) || compare(one.file, other.file) || (one.row ?? 0) - (other.row ?? 0),
  )

const weight = ({ severity }: Finding): number => (severity === 'error' ? 0 : 1)
const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)
