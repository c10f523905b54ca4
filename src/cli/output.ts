import { csvText } from '../app/csv.ts'
import { Refused } from '../app/refused.ts'
import type { Arguments, Command, Surroundings } from './command.ts'

/** One column of a table: its heading and how a row's cell is written. */
export type Column<Row> = { readonly heading: string; readonly cell: (row: Row) => string; readonly right?: true }

export const formatOption = { format: { type: 'string' } } as const

type Answer<Row> = {
  readonly rows: readonly Row[]
  readonly json: unknown
  readonly columns: readonly Column<Row>[]
  /** For CSV, where its cells are to be other than the table's: exact rather than rounded. */
  readonly exactColumns?: readonly Column<Row>[]
}

const formats = ['table', 'csv', 'json'] as const
type Format = (typeof formats)[number]

/** Refused when `--format` asks for something that the command does not write. */
export function checkFormat({ formats: own }: Pick<Command, 'formats'>, args: Arguments): void {
  const asked = args.text('format')
  if (own === undefined) formatOf(args)
  else if (asked !== undefined && !own.includes(asked))
    throw new Refused(
      'bad usage',
      `There is no format "${asked}". Write --format ${own.slice(0, -1).join(', ')} or ${own.at(-1)}.`,
    )
}

/** The format that `--format` asks for, if any. Refused when there is none of that name. */
export function formatOf(args: Arguments): Format | undefined {
  const asked = args.text('format')
  const format = formats.find((one) => one === asked)
  if (format === undefined && asked !== undefined)
    throw new Refused('bad usage', `There is no format "${asked}". Write --format table, csv or json.`)
  return format
}

/** How an answer is to be printed: a table by default on a terminal, otherwise JSON. */
export const answerFormat = (args: Arguments, around: Surroundings): Format =>
  formatOf(args) ?? (around.terminal ? 'table' : 'json')

/** Prints an answer as `--format` asks: a table by default on a terminal, otherwise JSON. */
export function printAnswer<Row>(args: Arguments, around: Surroundings, answer: Answer<Row>): void {
  around.print(write[answerFormat(args, around)](answer))
}

const write: Readonly<Record<Format, <Row>(answer: Answer<Row>) => string>> = {
  json: ({ json }) => JSON.stringify(json, null, 2),
  csv: ({ rows, columns, exactColumns }) => csvText(linesOf(rows, exactColumns ?? columns)).replace(/\r\n$/, ''),
  table: ({ rows, columns }) => table(rows, columns),
}

const linesOf = <Row>(rows: readonly Row[], columns: readonly Column<Row>[]): string[][] => [
  columns.map(({ heading }) => heading),
  ...rows.map((row) => columns.map(({ cell }) => cell(row))),
]

function table<Row>(rows: readonly Row[], columns: readonly Column<Row>[]): string {
  const lines = linesOf(rows, columns)
  const widths = columns.map((_, at) => Math.max(...lines.map((line) => (line[at] ?? '').length)))
  const pad = (text: string, at: number) =>
    columns[at]?.right ? text.padStart(widths[at] ?? 0) : text.padEnd(widths[at] ?? 0)
  return lines.map((line) => line.map(pad).join('  ').trimEnd()).join('\n')
}
