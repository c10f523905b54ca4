import type { Rag } from '../figures/judge.ts'

/**
 * A report as it is read from top to bottom, whatever it is written as: page, PDF, workbook or CSV. It says what stands where, and nothing of how that
 * looks. The same document is the same bytes for ever: nothing that writes one looks at the clock.
 */
export type ReportDocument = {
  readonly title: string
  /** Whose it is and of when, below the title: “Exampleshire, September 2026”. */
  readonly subtitle: string
  /** Whom it is for, on every page: “For the board. Not for publication.” */
  readonly marking: string
  /** When what it says was fixed: the date that the file itself bears. */
  readonly fixedAt: Date
  readonly parts: readonly Part[]
}

export type Part =
  /** Sections are of level 1; `id` is what the contents and a link to it are by. */
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string; readonly id: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  /** One that stands out: what a reader in a hurry takes away. */
  | { readonly kind: 'finding'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | Table

export type Table = {
  readonly kind: 'table'
  /** Unlike that of any other table of the document: in a workbook it names the sheet. */
  readonly caption: string
  readonly columns: readonly Column[]
  /** Each as long as `columns`; its first cell says what the row is. */
  readonly rows: readonly (readonly Cell[])[]
  readonly notes: readonly string[]
}

export type Column = {
  readonly header: string
  readonly kind: 'text' | 'number' | 'date' | 'rating' | 'trend'
  /** How much room it takes beside the others; 1 where nothing is said. */
  readonly share?: number
  /** What the table is about, of all its columns: the latest month. It stands out. */
  readonly isMain?: true
}

/** `text` is what is read; the value beside it is what a workbook or a program gets. */
export type Cell =
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'number'
      readonly text: string
      readonly value: number
      readonly decimals: number
      readonly isPercent: boolean
    }
  /** An ISO date. */
  | { readonly kind: 'date'; readonly text: string; readonly value: string }
  /** Never by colour alone: `text` has it in words. */
  | { readonly kind: 'rating'; readonly text: string; readonly rag: Rag }
  /** The oldest first; null where there was none. `text` has it in words. */
  | { readonly kind: 'trend'; readonly text: string; readonly values: readonly (number | null)[] }
  /** Why nothing stands there: not counted, withheld, not recorded. */
  | { readonly kind: 'none'; readonly text: string }
