import { stringify } from 'csv-stringify/sync'
import { type PlainDate, plainDate, toText } from '../../core/dates/plain-date.ts'
import type { PreciseInstant } from '../../core/definitions/field.ts'
import type { Value } from '../../core/record/content.ts'
import { AsAt } from '../annex-a/as-at.ts'
import type { SourceRows, WrittenReturn } from '../records.ts'
import { momentText } from '../templates/cells.ts'
import type { Cells, Column } from './column.ts'
import { tablesOf, written } from './tables.ts'

/** The dataset of a day, as a CSV file for each entity, with all columns that the entity has. */
export function writeDataset(held: SourceRows, day: string): WrittenReturn {
  const asAt = new AsAt(held, written, plainDate(day))
  return {
    files: tablesOf(asAt).map(({ entity: { name, columns }, rows }) => ({
      name: `${name}.csv`,
      text: stringify([columns.map((one) => one.name), ...rows.map((row) => columns.map((one) => cellOf(one, row)))]),
    })),
    findings: [],
  }
}

/** What stands in a cell: a text, a number, or nothing. Dates are written 2023-09-30, and with a time 2023-09-30 14:05. */
export function cellOf({ name, kind }: Column, row: Cells): string | number | null {
  const value = row[name] ?? null
  if (value === null) return null
  if (isMoment(value)) return momentText(value)
  if (kind === 'date' || kind === 'moment') return typeof value === 'number' ? toText(value as PlainDate) : null
  if (kind === 'yes-no') return YES_NO[String(value)] ?? null
  if (typeof value === 'number') return value
  if (typeof value !== 'string') return null
  // A code that the list does not have is written as it is: whoever reads it sees that it does not fit.
  return typeof kind === 'object' ? (kind.written[value] ?? value) : value
}

const YES_NO: Readonly<Record<string, string>> = { yes: 'Y', no: 'N', 'not known': 'U' }

const isMoment = (value: Value): value is PreciseInstant =>
  typeof value === 'object' && value !== null && 'precision' in value
