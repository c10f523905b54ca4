/** Something wrong in a file: where it is and what the person who can put it right should do. Rows are numbered as a spreadsheet does, the heading being row 1. */
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
