import type { Cell, Table } from '../../core/reports/document.ts'

/** Where a trend stands, and between which columns of its row the figures do that it is made of. */
export type TrendPlace = { readonly column: number; readonly from: number; readonly to: number }

/** By row: the trends that a workbook can draw from the cells beside them. Of the others the words are written. */
export function trendPlaces({ rows }: Table): ReadonlyMap<number, readonly TrendPlace[]> {
  return new Map(
    rows.flatMap((cells, row) => {
      const places = placesOf(cells)
      return places.length === 0 ? [] : [[row, places] as const]
    }),
  )
}

/** Those of one row. */
export const placesOf = (cells: readonly Cell[]): readonly TrendPlace[] =>
  cells.flatMap((cell, column) => placeOf(cells, cell, column))

function placeOf(cells: readonly Cell[], cell: Cell, column: number): readonly TrendPlace[] {
  if (cell.kind !== 'trend' || cell.values.length < 2 || cell.values.every((value) => value === null)) return []
  const last = cells.length - cell.values.length
  for (let from = 0; from <= last; from++)
    if (cell.values.every((value, at) => isSame(cells[from + at], value)))
      return [{ column, from, to: from + cell.values.length - 1 }]
  return []
}

const isSame = (cell: Cell | undefined, value: number | null): boolean =>
  value === null ? cell?.kind === 'none' : cell?.kind === 'number' && cell.value === value
