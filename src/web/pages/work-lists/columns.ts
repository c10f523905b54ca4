import { inOrderOf } from '../../../app/counting/breakdown.ts'
import { type Column, type Columns, countedColumns, type Said } from '../../../core/counting/column.ts'
import type { Need, WorkList } from '../../../core/counting/work-list.ts'
import { type PlainDate, shortText, toText } from '../../../core/dates/plain-date.ts'
import { labelOf } from '../../../core/definitions/code-list.ts'

/** What a column says of somebody, in words. */
export function saidText({ written, codes }: Column, said: Said): string {
  if (said === null) return written === undefined ? 'Not known' : ''
  if (written === 'date' && typeof said === 'number') return shortText(said as PlainDate)
  return codes === undefined ? String(said) : labelOf(codes, String(said))
}

/** The same for a cell of a file: dates as every file has them, numbers as numbers. */
export function saidCell(column: Column, said: Said): Said {
  if (said === null) return null
  if (column.written === 'date' && typeof said === 'number') return toText(said as PlainDate)
  return typeof said === 'number' ? said : saidText(column, said)
}

/** The average of each column of which one is shown, over some of a list: whole, as the numbers are. */
export const averagesOf = ({ columns = {} }: WorkList, needs: readonly Need[]): readonly string[] =>
  averagedColumns(columns).map(([key]) => {
    const numbers = needs.flatMap(({ says }) => {
      const said = says?.[key]
      return typeof said === 'number' ? [said] : []
    })
    return numbers.length === 0
      ? ''
      : String(Math.round(numbers.reduce((sum, number) => sum + number, 0) / numbers.length))
  })

export const averagedColumns = (columns: Columns): readonly (readonly [key: string, column: Column])[] =>
  Object.entries(columns).filter(([, { averaged }]) => averaged === true)

/** One value of a column, and of how many of a list it is said. */
type ValueCounted = { readonly value: string | null; readonly label: string; readonly needs: readonly Need[] }

/** A column of a list by its values. */
export type ColumnCounted = {
  readonly key: string
  readonly label: string
  readonly values: readonly ValueCounted[]
}

/** The columns of a list by their values, in the order in which those are read. */
export const columnsCounted = ({ columns = {} }: WorkList, needs: readonly Need[]): readonly ColumnCounted[] =>
  countedColumns(columns).map(([key, column]) => ({ key, label: column.label, values: valuesOf(key, column, needs) }))

/** Those of them that stand on the dashboard. */
export const columnsOnDashboard = (columns: Columns): readonly string[] =>
  countedColumns(columns).flatMap(([key, { onDashboard }]) => (onDashboard === true ? [key] : []))

function valuesOf(key: string, column: Column, needs: readonly Need[]): readonly ValueCounted[] {
  const groups = new Map<string | null, Need[]>()
  for (const need of needs) {
    const said = need.says?.[key] ?? null
    const value = said === null ? null : String(said)
    groups.set(value, [...(groups.get(value) ?? []), need])
  }
  return [...groups]
    .map(([value, some]) => ({ value, label: saidText(column, value), needs: some }))
    .toSorted(inOrderOf(column))
}
