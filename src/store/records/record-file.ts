import type { PlainDate } from '../../core/dates/plain-date.ts'
import type { Content } from '../../core/record/content.ts'
import type { ImportWindow } from './window.ts'

/** A file of records, and since when what it says is known. */
export type RecordFile = {
  readonly fileName: string
  /** In lower-case hexadecimal. */
  readonly sha256: string
  readonly format: string
  readonly knownOn: PlainDate
  readonly recordedAt: Date
  readonly recordedBy: string
}

/** `identity`: what the source calls the record, the same in every file; it is not shown to anybody. */
export type ImportRow = { readonly identity: string; readonly content: Content }

/**
 * One table of a file: for which records it speaks, and what it says. A row may lie outside the window. Rows are gone through once, so that
 * they can be made as they are read: half a million of them need not be in memory at once.
 */
export type ImportTable = { readonly window: ImportWindow; readonly rows: Iterable<ImportRow> }

/**
 * How many rows were what to the store as it stood on the known-on date of the file: of something not visible, saying something else than
 * was visible, or the same; how many records in its window it did not have; and how many rows were of records whose content was
 * removed, and stays so.
 */
export type RecordCounts = {
  readonly new: number
  readonly changed: number
  readonly same: number
  readonly gone: number
  readonly removed: number
}

/** `seenBefore`: this very file, as known on that date, was imported earlier, and nothing was done. */
export type RecordImport = { readonly seenBefore: boolean; readonly tables: readonly RecordCounts[] }
