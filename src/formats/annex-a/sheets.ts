import type { InputFile } from '../issue.ts'
import type { Finding } from '../records.ts'
import { sheetsOfFile } from '../spreadsheets/sheets-of-file.ts'
import type { ReadSheet } from '../spreadsheets/workbook.ts'
import { type Column, columnNamed, type List, listNumbered, lists } from './lists.ts'

/** A row of a list as it stands in the file, its cells by the key of their column. */
export type RawRow = { readonly row: number; readonly cells: ReadonlyMap<string, string> }
export type RawList = { readonly list: List; readonly where: string; readonly rows: readonly RawRow[] }

export type ReadSheets = {
  readonly lists: readonly RawList[]
  readonly findings: readonly Finding[]
  /** Nothing may be taken from any of the files while one of them cannot be read. */
  readonly refused: boolean
}

/** Takes workbooks and CSV files apart into the lists that we know. */
export async function readSheets(files: readonly InputFile[]): Promise<ReadSheets> {
  const findings: Finding[] = []
  const raw: RawList[] = []
  let refused = false
  for (const file of files) {
    const sheets = await sheetsOfFile(file)
    if ('message' in sheets) {
      findings.push(ofFile('file-unreadable', file.name, sheets.message, 'error', sheets.row))
      refused = true
      continue
    }
    const read = sheets.map((sheet) => readSheet(file, sheet))
    findings.push(...read.flatMap((one) => one.findings))
    raw.push(...read.flatMap((one) => one.list ?? []))
    refused ||= read.some((one) => one.refused === true)
  }
  if (raw.length === 0 && !refused) {
    const names = lists.map(({ number, title }) => `${number} (${title.toLowerCase()})`).join(', ')
    const message = `None of the lists that are read is here: ${names}. Name the sheets “List 8” and so on, or give one CSV file for each list.`
    findings.push(ofFile('no-list', files[0]?.name ?? '', message))
    refused = true
  }
  return { lists: raw, findings, refused }
}

type SheetRead = { readonly list?: RawList; readonly findings: readonly Finding[]; readonly refused?: true }

function readSheet(file: InputFile, sheet: ReadSheet): SheetRead {
  const numbered = /list[\s_-]*0*(\d{1,2})\b/i.exec(sheet.name)?.[1]
  const list = numbered === undefined ? likeliest(sheet) : listNumbered(Number(numbered))
  const where = sheet.name === '' ? file.name : `${file.name}, ${sheet.name}`
  if (list === undefined) return { findings: notRead(where, sheet, numbered) }
  const heading = headingRow(list, sheet)
  if (heading === undefined) {
    const message = `The sheet has no row with the headings of list ${list.number}: at least “${list.columns[0]?.heading}” must be there.`
    return { findings: [ofFile('no-heading', where, message)], refused: true }
  }
  const columns = (sheet.rows[heading] ?? []).map((text) => (text === '' ? undefined : columnNamed(list, text)))
  const rows = sheet.rows.flatMap((cells, at): RawRow[] =>
    at <= heading || cells.every((cell) => cell === '') ? [] : [{ row: at + 1, cells: cellsOf(columns, cells) }],
  )
  return { list: { list, where, rows }, findings: headingFindings(list, where, sheet.rows[heading] ?? [], columns) }
}

/** Of a column that stands twice the first counts; which they are is told with the headings. */
function cellsOf(columns: readonly (Column | undefined)[], cells: readonly string[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const [at, column] of columns.entries())
    if (column !== undefined && !found.has(column.key)) found.set(column.key, cells[at] ?? '')
  return found
}

/** Some tools put a title above the headings. */
const ROWS_ABOVE = 5

function headingRow(list: List, { rows }: ReadSheet): number | undefined {
  const at = rows
    .slice(0, ROWS_ABOVE)
    .findIndex((cells) => cells.some((cell) => cell !== '' && columnNamed(list, cell)?.key === 'id'))
  return at < 0 ? undefined : at
}

/** The list whose headings a sheet without a number has most of; none, unless it has nearly all of one. */
function likeliest(sheet: ReadSheet): List | undefined {
  const shares = lists.map((list) => {
    const headings = sheet.rows[headingRow(list, sheet) ?? 0] ?? []
    const known = new Set(headings.flatMap((text) => (text === '' ? [] : (columnNamed(list, text)?.key ?? []))))
    return { list, share: known.size / list.columns.length }
  })
  const [best] = shares.toSorted((one, other) => other.share - one.share)
  return best !== undefined && best.share > 0.7 ? best.list : undefined
}

function notRead(where: string, { rows }: ReadSheet, numbered: string | undefined): readonly Finding[] {
  const count = rows.filter((cells) => cells.some((cell) => cell !== '')).length - 1
  if (count < 1) return []
  const message =
    numbered === undefined
      ? `This is none of the lists that are read: its ${count} rows were passed over.`
      : `List ${numbered} is not read yet: its ${count} rows were passed over. Lists 8 to 11 are.`
  return [ofFile('list-not-read', where, message, 'warning')]
}

function headingFindings(
  list: List,
  where: string,
  headings: readonly string[],
  columns: readonly (Column | undefined)[],
): readonly Finding[] {
  const there = new Set(columns.flatMap((one) => one?.key ?? []))
  const missing = list.columns.filter(({ key }) => !there.has(key))
  const strange = headings.filter((text, at) => text !== '' && columns[at] === undefined)
  const twice = columns.filter((one, at) => one !== undefined && columns.indexOf(one) < at)
  return [
    ...missing.map(({ heading }) => ofColumn('column-missing', where, heading, `The list has no column “${heading}”.`)),
    ...strange.map((text) =>
      ofColumn('column-unknown', where, text, `List ${list.number} has no column “${text}”. It was passed over.`),
    ),
    ...twice.map((one) =>
      ofColumn('column-twice', where, one?.heading ?? '', 'The column stands twice. The first was read.'),
    ),
  ]
}

const ofColumn = (rule: string, file: string, column: string, message: string): Finding => ({
  ...ofFile(rule, file, message, 'warning'),
  column,
  fields: [column],
})

export const ofFile = (
  rule: string,
  file: string,
  message: string,
  severity: Finding['severity'] = 'error',
  row: number | null = null,
): Finding => ({ rule, table: null, file, row, column: null, fields: [], subject: null, message, severity })
