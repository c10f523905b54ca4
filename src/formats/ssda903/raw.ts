import type { Finding } from '../records.ts'
import type { Table, TableName } from './tables.ts'

/** A row as it stands in the file, its cells by column. `row`: as a spreadsheet counts; in XML, the line on which it begins. */
export type RawRow = { readonly row: number; readonly cells: ReadonlyMap<string, string> }

/** The rows of one table of one file. */
export type RawTable = {
  readonly table: Table
  readonly file: string
  readonly rows: readonly RawRow[]
  /** Rows that could not be taken apart; of whom, where that could be seen. */
  readonly lost: readonly (string | null)[]
}

/** What was found in one file, or (no tables) what keeps it from being read. */
export type RawFile = { readonly tables: readonly RawTable[]; readonly findings: readonly Finding[] }

export const byName = (all: readonly RawTable[], name: TableName): readonly RawTable[] =>
  all.filter(({ table }) => table.name === name)
