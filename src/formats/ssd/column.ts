import type { RecordType } from '../../core/definitions/record-type.ts'
import type { Content, Value } from '../../core/record/content.ts'
import type { Held } from '../annex-a/as-at.ts'
import type { Choice } from '../annex-a/choices.ts'

/** How a cell is written. `moment`: a day, or a day and a time of day. `part date`: a date of which parts may not be known, as in the yearly return. */
export type Kind = 'id' | 'text' | 'date' | 'moment' | 'part date' | 'number' | 'yes-no' | Choice

export type Column = {
  readonly name: string
  readonly kind: Kind
  /** The field that it goes to, and comes from, of the record that a row of the entity is. */
  readonly to?: string
  /** Without it there is no telling what a row is about. */
  readonly needed?: true
  /** What it was called in earlier versions. */
  readonly also?: readonly string[]
  /** It tells who somebody is, or where they live, or may hold free text; `day`: the month and year alone do not. */
  readonly identifying?: true | 'day'
  /** What it says is not taken over: why. */
  readonly left?: string
  /** What it says is meant to happen: nothing had happened by then. */
  readonly ahead?: true
}

/** A row of an entity, read. A cell that is blank, or could not be read, is null. */
export type Row = {
  readonly entity: Entity
  readonly file: string
  readonly row: number
  /** What the source calls the row; empty where it does not. */
  readonly id: string
  /** Whom it is about, by case number; null where the entity does not say. */
  readonly person: string | null
  readonly values: ReadonlyMap<string, Value>
}

/** What a row says, by column. */
export type Cells = Readonly<Record<string, Value>>

export type Fields = Content['fields']

/** An entity of which each row is one record, and each column at most one of its fields. */
type OneToOne = {
  readonly type: RecordType
  /** What every record of the entity says. */
  readonly fixed?: Fields
  /** Which records of the type stand in the entity; left out, all do. */
  readonly only?: (held: Held) => boolean
  /** What a column says of more fields than one, and back. */
  readonly read?: (row: Row) => Fields
  readonly write?: (held: Held) => Cells
}

export type Entity = {
  readonly name: string
  /** In a sentence: how many of what. */
  readonly label: string
  /** The column by which the source calls a row. */
  readonly id: string | null
  /** The column of the person that a row is about. */
  readonly person: string | null
  /** Of an entity about workers or teams, the column that says which. */
  readonly thing?: string
  readonly columns: readonly Column[]
  readonly record?: OneToOne
  /** Every row tells who somebody is. */
  readonly identifying?: true
}

/** Columns of a record type: `to(CareVisit)('clav_cla_visit_seen', 'yes-no', 'seen')`. */
export const to =
  <const T extends RecordType>(_: T) =>
  (
    name: string,
    kind: Kind,
    field: keyof T['fields'] & string,
    more: Omit<Column, 'name' | 'kind' | 'to'> = {},
  ): Column => ({ name, kind, to: field, ...more })

export const column = (name: string, kind: Kind, more: Omit<Column, 'name' | 'kind'> = {}): Column => ({
  name,
  kind,
  ...more,
})

/** The column of whoever a row is about. */
export const person = (name: string): Column => column(name, 'id', { needed: true })

/** A column of which nothing is taken over, and that is written empty. */
export const left = (name: string, why: string): Column => column(name, 'text', { left: why })
