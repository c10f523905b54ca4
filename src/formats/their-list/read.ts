import { type PlainDate, shortText } from '../../core/dates/plain-date.ts'
import { readDate as readWholeDate } from '../../core/dates/read-dates.ts'
import type { ReconciledItem, Reconciliation } from '../../core/reconciliation/reconciliation.ts'
import type { InputFile, Issue } from '../issue.ts'
import { sheetsOfFile } from '../spreadsheets/sheets-of-file.ts'
import { dayOfSerial, type ReadSheet } from '../spreadsheets/workbook.ts'
import { columnCalled, headingsOf, itemCalled, type ListColumn } from './columns.ts'

/** Whom a row names, in the list's own words. */
type Said = {
  /** By the key of what they are known by; as it is written there. */
  readonly numbers: Readonly<Record<string, string>>
  readonly name: string
  readonly bornOn: PlainDate | null
}

/** One day that a list gives of somebody. */
type ListEntry = {
  readonly row: number
  readonly who: Said
  readonly item: string
  readonly on: PlainDate
}

export type ListRead =
  | { readonly refused: true; readonly issues: readonly Issue[] }
  | {
      readonly refused: false
      /** What the list says of whom; an item of which it has no column is not among `items`, and nothing can be missing from it. */
      readonly entries: readonly ListEntry[]
      readonly items: readonly string[]
      readonly issues: readonly Issue[]
    }

/**
 * Reads somebody else's list, a workbook or CSV, under whatever headings: with a column for each thing, or with a row for each. A file of which nobody can be
 * told who is in it, or what of them, is refused whole; a row with a fault is left out and told.
 */
export async function readTheirList(of: Reconciliation, file: InputFile, today: PlainDate): Promise<ListRead> {
  const sheets = await sheetsOfFile(file)
  if ('message' in sheets) return refuse(file, sheets.message, sheets.row)
  const found = sheets.flatMap((sheet) => headed(of, sheet) ?? [])
  const [list] = found
  if (list === undefined) return refuse(file, noHeading(of), null)
  const twice = twiceIn(list)
  if (twice !== undefined)
    return refuse(file, `The column “${twice}” stands twice. Delete the one that is not meant.`, list.row)
  const body = list.sheet.rows
    .map((cells, at) => ({ row: at + 1, cells }))
    .filter(({ row, cells }) => row > list.row && cells.some((cell) => cell !== ''))
  if (body.length === 0)
    return refuse(file, 'There is no row below the headings, so nothing can be compared.', list.row)
  const read = body.map(({ row, cells }) => readRow(of, list.columns, { row, cells, today }))
  const issues = read.flatMap(({ row, faults }) => faults.map((fault) => issueOf(file, { ...fault, row })))
  const entries = read.flatMap((one) => one.entries)
  if (entries.length === 0 && issues.length > 0) return { refused: true, issues }
  return { refused: false, entries, items: itemsIn(of, list), issues: [...passedOver(file, list), ...issues] }
}

type Headed = {
  readonly sheet: ReadSheet
  readonly row: number
  readonly headings: readonly string[]
  readonly columns: readonly (ListColumn | undefined)[]
}

/** Some tools put a title, and who made the list, above the headings. */
const ROWS_ABOVE = 10

/** The sheet with its headings: of whom and of what, both have to be among them. */
function headed(of: Reconciliation, sheet: ReadSheet): Headed | undefined {
  for (const [at, headings] of sheet.rows.slice(0, ROWS_ABOVE).entries()) {
    const columns = headings.map((text) => columnCalled(of, text))
    const holds = new Set(columns.flatMap((one) => one?.holds ?? []))
    const isOfSomebody = holds.has('number') || (holds.has('born') && (holds.has('name') || holds.has('family')))
    const isOfSomething = holds.has('item') || (holds.has('kind') && holds.has('day'))
    if (isOfSomebody && isOfSomething) return { sheet, row: at + 1, headings, columns }
  }
  return undefined
}

const noHeading = (of: Reconciliation): string =>
  `No row has the headings. There must be a number (${of.knownBy.map(({ label }) => label).join(', ')}) or a name with a date of birth, and a column for each thing (${of.items.map(({ label }) => label).join(', ')}) or one that says what and one that says when. The template has: ${headingsOf(of).join(', ')}.`

function twiceIn({ headings, columns }: Headed): string | undefined {
  const keys = columns.map((one) => one && ('of' in one ? `${one.holds} ${one.of.key}` : one.holds))
  const at = keys.findIndex((key, place) => key !== undefined && keys.indexOf(key) < place)
  return at < 0 ? undefined : headings[at]
}

/** Of a list with a row for each, whatever it calls by any name may be in it. */
function itemsIn({ items }: Reconciliation, { columns }: Headed): readonly string[] {
  const inColumns = columns.flatMap((one) => (one?.holds === 'item' ? [one.of.key] : []))
  return columns.some((one) => one?.holds === 'kind') ? items.map(({ key }) => key) : inColumns
}

const passedOver = (file: InputFile, { headings, columns, row }: Headed): readonly Issue[] =>
  headings.flatMap((column, at) =>
    column === '' || columns[at] !== undefined
      ? []
      : [
          {
            ...issueOf(file, { row, column, message: 'The column is not read: it was passed over.' }),
            severity: 'warning',
          },
        ],
  )

type Fault = { readonly column: string | null; readonly message: string }
type RowRead = { readonly row: number; readonly entries: readonly ListEntry[]; readonly faults: readonly Fault[] }

/** A row of which one cell cannot be read is left out whole: half of it would pass for all that the list says of the child. */
function readRow(
  of: Reconciliation,
  columns: readonly (ListColumn | undefined)[],
  { row, cells, today }: { readonly row: number; readonly cells: readonly string[]; readonly today: PlainDate },
): RowRead {
  const faults: Fault[] = []
  const day = (text: string, column: string): PlainDate | undefined => {
    const read = text === '' ? undefined : dayIn(text, today)
    if (text !== '' && read === undefined)
      faults.push({ column, message: `“${text}” is no date. Write it like 30/09/2023.` })
    if (read !== undefined && read > today)
      faults.push({ column, message: `${shortText(read)} has not come yet. A list is of what was done.` })
    return read
  }
  const cell = (holds: ListColumn['holds']): string =>
    cells[columns.findIndex((one) => one?.holds === holds)]?.trim() ?? ''
  const who: Said = {
    numbers: numbersIn(columns, cells),
    name: [cell('name'), cell('given'), cell('family')].filter((part) => part !== '').join(' '),
    bornOn: day(cell('born'), 'Date of birth') ?? null,
  }
  if (Object.keys(who.numbers).length === 0 && (who.name === '' || who.bornOn === null) && faults.length === 0)
    faults.push({
      column: null,
      message: 'Nobody can be told from this row: it needs a number, or a name and a date of birth.',
    })
  const given: (readonly [item: ReconciledItem, on: PlainDate | undefined])[] = columns.flatMap((one, at) =>
    one?.holds === 'item' ? [[one.of, day(cells[at]?.trim() ?? '', one.of.label)] as const] : [],
  )
  const kind = cell('kind')
  const item = kind === '' ? undefined : itemCalled(of, kind)
  if (kind !== '' && item === undefined)
    faults.push({ column: null, message: `“${kind}” is none of ${of.items.map(({ label }) => label).join(', ')}.` })
  const on = day(cell('day'), 'Held on')
  const all = item === undefined ? given : [...given, [item, on] as const]
  const entries = all.flatMap(([{ key }, held]) => (held === undefined ? [] : [{ row, who, item: key, on: held }]))
  return { row, faults, entries: faults.length > 0 ? [] : entries }
}

const numbersIn = (columns: readonly (ListColumn | undefined)[], cells: readonly string[]): Said['numbers'] =>
  Object.fromEntries(
    columns.flatMap((one, at) => {
      const text = cells[at]?.trim() ?? ''
      return one?.holds === 'number' && text !== '' ? [[one.of.key, text] as const] : []
    }),
  )

/** As people in England write a day, or as a spreadsheet's number of days, which it makes of a date in a cell that is not marked as one. */
const dayIn = (text: string, today: PlainDate): PlainDate | undefined =>
  /^\d{5}(?:\.\d+)?$/.test(text)
    ? dayOfSerial(Number(text))
    : readWholeDate(text.replace(/[T ]00:00(:00)?$/, ''), today)

const refuse = (file: InputFile, message: string, row: number | null): ListRead => ({
  refused: true,
  issues: [issueOf(file, { row, column: null, message })],
})

const issueOf = ({ name }: InputFile, { row, column, message }: Fault & { readonly row: number | null }): Issue => ({
  file: name,
  row,
  column,
  subject: null,
  message,
  severity: 'error',
})
