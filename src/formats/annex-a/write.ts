import { stringify } from 'csv-stringify/sync'
import { type PlainDate, partsOf, plainDate } from '../../core/dates/plain-date.ts'
import type { Value } from '../../core/record/content.ts'
import type { SourceRows, WrittenReturn } from '../records.ts'
import { type WrittenCell, writeWorkbook } from '../spreadsheets/workbook.ts'
import { AsAt } from './as-at.ts'
import { type Column, type List, type ListNumber, lists } from './lists.ts'
import { inCareRows } from './write-in-care.ts'
import type { Said } from './write-who.ts'

const rowsOf: Readonly<Record<ListNumber, (asAt: AsAt) => readonly Said[]>> = {
  8: inCareRows,
  9: () => [],
  10: () => [],
  11: () => [],
}

/** The lists of a day from everything that is held: one workbook, and the same as a CSV file for each list. */
export async function writeLists(held: SourceRows, day: string): Promise<WrittenReturn> {
  const asAt = new AsAt(held, plainDate(day))
  const written = lists.map((list) => ({
    list,
    rows: rowsOf[list.number](asAt)
      .toSorted(inOrder)
      .map((said) => list.columns.map((one) => cellOf(one, said))),
  }))
  const workbook = await writeWorkbook(
    written.map(({ list, rows }) => ({ name: `List ${list.number}`, headings: headings(list), rows })),
  )
  return {
    files: written.map(({ list, rows }) => ({
      name: `list-${list.number}.csv`,
      text: stringify([headings(list), ...rows.map((cells) => cells.map(csvCell))]),
    })),
    workbooks: [{ name: `annex-a-${day}.xlsx`, bytes: workbook }],
    findings: [],
  }
}

const headings = ({ columns }: List): readonly string[] => columns.map(({ heading }) => heading)

/** 9 before 10 before A1; of one child the earlier time in care first. */
const inOrder = (one: Said, other: Said): number =>
  String(one['id']).localeCompare(String(other['id']), 'en', { numeric: true }) ||
  Number(one['startedOn'] ?? 0) - Number(other['startedOn'] ?? 0)

function cellOf({ key, kind }: Column, said: Said): WrittenCell {
  const value: Value = said[key] ?? null
  if (kind === 'date') return typeof value === 'number' ? { on: value as PlainDate } : null
  if (typeof value === 'number') return value
  if (typeof value !== 'string') return null
  // A code that the list does not have is written as it is: whoever reads it sees that it does not fit.
  return typeof kind === 'object' ? (kind.written[value] ?? value) : value
}

function csvCell(cell: WrittenCell): string {
  if (cell === null) return ''
  if (typeof cell !== 'object') return String(cell)
  const { year, month, day } = partsOf(cell.on)
  return `${two(day)}/${two(month)}/${String(year).padStart(4, '0')}`
}

const two = (number: number): string => String(number).padStart(2, '0')
