import { stringify } from 'csv-stringify/sync'
import { Refused } from '../app/refused.ts'
import type { Arguments, Surroundings } from './command.ts'

/** One column of a table: its heading and how a row's cell is written. */
export type Column<Row> = { readonly heading: string; readonly cell: (row: Row) => string; readonly right?: true }

export const formatOption = { format: { type: 'string' } } as const

type Answer<Row> = { readonly rows: readonly Row[]; readonly json: unknown; readonly columns: readonly Column<Row>[] }

/** Prints an answer as `--format` asks: a table by default on a terminal, otherwise JSON. */
export function printAnswer<Row>(args: Arguments, around: Surroundings, { rows, json, columns }: Answer<Row>): void {
  const format = args.text('format') ?? (around.terminal ? 'table' : 'json')
  if (format === 'json') around.print(JSON.stringify(json, null, 2))
  else if (format === 'csv')
    around.print(stringify([columns.map(({ heading }) => heading), ...cellsOf(rows, columns)]).trimEnd())
  else if (format === 'table') around.print(table(rows, columns))
  else throw new Refused('bad usage', `There is no format "${format}". Write --format table, csv or json.`)
}

const cellsOf = <Row>(rows: readonly Row[], columns: readonly Column<Row>[]) =>
  rows.map((row) => columns.map(({ cell }) => cell(row)))

function table<Row>(rows: readonly Row[], columns: readonly Column<Row>[]): string {
  const lines = [columns.map(({ heading }) => heading), ...cellsOf(rows, columns)]
  const widths = columns.map((_, at) => Math.max(...lines.map((line) => (line[at] ?? '').length)))
  const pad = (text: string, at: number) =>
    columns[at]?.right ? text.padStart(widths[at] ?? 0) : text.padEnd(widths[at] ?? 0)
  return lines.map((line) => line.map(pad).join('  ').trimEnd()).join('\n')
}
