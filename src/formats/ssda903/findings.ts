import type { Finding } from '../records.ts'

/** Where something was found: which table, file, row and child. */
export type Where = {
  readonly table: string | null
  readonly file: string
  readonly row: number | null
  readonly child: string | null
}

export const finding = (
  rule: string,
  { table, file, row, child }: Where,
  fields: readonly string[],
  message: string,
  severity: Finding['severity'] = 'error',
): Finding => ({ rule, table, file, row, fields, column: fields[0] ?? null, subject: child, message, severity })

/** A fault of a file as a whole. */
export const ofFile = (
  rule: string,
  file: string,
  message: string,
  more: { readonly column?: string; readonly row?: number; readonly severity?: Finding['severity'] } = {},
): Finding =>
  finding(
    rule,
    { table: null, file, row: more.row ?? null, child: null },
    more.column === undefined ? [] : [more.column],
    message,
    more.severity,
  )
