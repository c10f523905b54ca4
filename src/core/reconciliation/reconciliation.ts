import type { Indicator } from '../definitions/indicator.ts'
import type { RecordType } from '../definitions/record-type.ts'

/** A number by which somebody is known on both sides: what its column is called in their list, and the kinds of identifier that are one of ours. */
export type KnownBy = {
  readonly key: string
  readonly label: string
  readonly headings: readonly string[]
  readonly kinds: readonly string[]
}

/** Something of which both sides keep the day: where it stands in their list, and which of our records are one. */
export type ReconciledItem = {
  readonly key: string
  readonly label: string
  /** What the column of its day is called, in a list that has a column for each. The first is ours, and stands in the template. */
  readonly headings: readonly string[]
  /** What stands in the column of kinds, in a list that has a row for each. */
  readonly called: readonly string[]
  readonly type: RecordType
  /** The field of the record that is held against their day. */
  readonly on: string
  /** What a record says that is one of these at all: its kind. */
  readonly where: Readonly<Record<string, string>>
  /** What it says besides, if it was really done: one that was refused is no answer to a day of theirs. */
  readonly held: Readonly<Record<string, string>>
  /** By so many days may two days differ that are the same. */
  readonly tolerance: number
  /** So many days apart, two days are still taken for one event that one side has wrongly; further apart for two events. */
  readonly oneEvent: number
}

/** Two ways of counting one thing, theirs and ours, that are looked at side by side. */
export type Measures = { readonly label: string; readonly theirs: Indicator; readonly ours: Indicator }

/** A list that somebody else keeps of the same children, held against our records child by child. */
export type Reconciliation = {
  readonly key: string
  readonly label: string
  /** Who they are, and who we are beside them: whose it is to put something right. */
  readonly theirs: string
  readonly ours: string
  readonly source: string
  readonly knownBy: readonly KnownBy[]
  readonly items: readonly ReconciledItem[]
  readonly measures?: readonly Measures[]
}

/** Defines a reconciliation. What can only be checked when everything is defined is checked at start-up. */
export const reconciliation = (definition: Reconciliation): Reconciliation => definition

type ItemOf<Type extends RecordType> = Omit<ReconciledItem, 'type' | 'on' | 'where' | 'held'> & {
  readonly type: Type
  readonly on: keyof Type['fields'] & string
  readonly where?: Readonly<Partial<Record<keyof Type['fields'] & string, string>>>
  readonly held?: Readonly<Partial<Record<keyof Type['fields'] & string, string>>>
}

/** Defines what is held against what: fields are those of the record type. */
export const reconciledItem = <const Type extends RecordType>({
  where,
  held,
  ...item
}: ItemOf<Type>): ReconciledItem => ({
  ...item,
  where: said(where ?? {}),
  held: said(held ?? {}),
})

const said = (fields: Readonly<Record<string, string | undefined>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(fields).flatMap(([name, code]) => (code === undefined ? [] : [[name, code]])))

/** The role of whom the records of an item are about. */
export function roleOf({ type }: Pick<ReconciledItem, 'type'>): string {
  return Object.entries(type.subjects).find(([, { kind }]) => kind === 'person')?.[0] ?? ''
}
