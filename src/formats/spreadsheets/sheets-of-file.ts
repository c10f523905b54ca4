import { splitCsv } from '../csv-table.ts'
import type { InputFile } from '../issue.ts'
import { looksLikeWorkbook, type ReadSheet, readWorkbook } from './workbook.ts'

/** What keeps a file from being read at all, and in which row. */
export type Unread = { readonly message: string; readonly row: number | null }

/** The sheets of a workbook (XLSX), or the one that a CSV file is, called as the file. */
export async function sheetsOfFile({ name, bytes }: InputFile): Promise<readonly ReadSheet[] | Unread> {
  if (looksLikeWorkbook(bytes)) {
    const message =
      'The workbook could not be opened: it is damaged, locked with a password, or no XLSX file. Save it again as XLSX without a password.'
    return (await readWorkbook(bytes)) ?? { message, row: null }
  }
  const split = splitCsv(bytes)
  if ('message' in split) return { message: split.message, row: split.row ?? null }
  const rows: string[][] = []
  for (const { row, cells } of split.rows) rows[row - 1] = cells.map((cell) => cell.trim())
  return [
    { name: (name.split(/[\\/]/).at(-1) ?? '').replace(/\.csv$/i, ''), rows: Array.from(rows, (cells) => cells ?? []) },
  ]
}
