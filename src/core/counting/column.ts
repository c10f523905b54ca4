import type { RecordType } from '../definitions/record-type.ts'
import type { Reads } from './chronology.ts'
import { type Attribute, attribute, type Member } from './define.ts'

/** What a column says of somebody: a code or a word, a number or a date; null where nothing is known. */
export type Said = string | number | null

/**
 * What a work list says of everybody on it beside the reason: which service, how many weeks, what was agreed. Values are counted, and the list is narrowed to each;
 * what is only read says how it is written: a date, a number, words of its own, or a mark that stands where something is not as it should be.
 */
export type Column = Attribute & {
  readonly written?: 'date' | 'number' | 'words' | 'mark'
  /** Counted on the service's dashboard too. */
  readonly onDashboard?: true
  /** A number of which the average of each part of the list is shown. */
  readonly averaged?: true
}
export type Columns = Readonly<Record<string, Column>>

type ColumnOptions = Pick<Column, 'codes' | 'order' | 'written' | 'onDashboard' | 'averaged'>

/** Something that a work list says of everybody on it. */
export const column = (
  label: string,
  reads: Reads,
  of: (member: Member) => Said | undefined,
  { codes, order, ...options }: ColumnOptions = {},
): Column => ({
  ...attribute(label, reads, of, { ...(codes && { codes }), ...(order && { order }) }),
  ...options,
})

/** What the columns of a list read. */
export const readsOfColumns = (columns: Columns): readonly RecordType[] =>
  Object.values(columns).flatMap(({ reads }) => reads)

/** What each column says of somebody. */
export const saidOf = (columns: Columns, member: Member): Readonly<Record<string, Said>> =>
  Object.fromEntries(Object.entries(columns).map(([key, one]) => [key, one.of(member) ?? null]))

/** The columns whose values are counted, and to each of which the list can be narrowed. */
export const countedColumns = (columns: Columns): readonly (readonly [key: string, column: Column])[] =>
  Object.entries(columns).filter(([, { written }]) => written === undefined)
