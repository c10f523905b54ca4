/**
 * Something wrong in a file: where it is and what the person who can put it right should do. Rows are numbered as a
 * spreadsheet shows them, the heading being row 1. Row and column are null where the fault is of no one row or column.
 */
export type Issue = {
  readonly file: string
  readonly row: number | null
  readonly column: string | null
  /** The indicator or child that the row is about, where it could be read. */
  readonly subject: string | null
  readonly message: string
  readonly severity: 'error' | 'warning'
}

/** A file as it was given: its name for messages, and its bytes. */
export type InputFile = { readonly name: string; readonly bytes: Uint8Array }

/** What a format made of one or more files. Rows with an error are not among `rows`. */
export type Reading<Row> = { readonly rows: readonly Row[]; readonly issues: readonly Issue[] }

/** The issues of one file in the order in which someone who corrects it comes to them. */
export const fromTheTop = (issues: readonly Issue[]): readonly Issue[] =>
  issues.toSorted((one, other) => (one.row ?? 0) - (other.row ?? 0))
