import type { PlainDate } from '../dates/plain-date.ts'
import type { RecordId, SubjectId } from '../definitions/field.ts'
import { ALWAYS, type RecordOf, type RecordType } from '../definitions/record-type.ts'
import { FROM_THE_START, NEVER, shownFromDay, trueFromDay } from '../record/chronology.ts'
import type { Content } from '../record/content.ts'
import type { WholeOccurrence } from '../timescales/occurrences.ts'
import type { Occurrence, Timescale } from './chronology.ts'
import { remembered } from './define.ts'
import type { MemberList } from './plan.ts'
import { type Row, rowOf } from './rows.ts'

/** One record of a subject as it was last known: its latest version by the day that is asked about. */
export type KnownRecord = { readonly record: RecordId; readonly type: string; readonly content: Content }

/** A record with the day on which it begins to show, and the one from which it is seen whole: before, fields that are true later are hidden. */
export type Entry = { readonly row: Row; readonly shownFrom: number; readonly wholeFrom: number }

/** The records of one type of one subject, the earliest first. */
export type Table = {
  readonly type: RecordType
  readonly entries: readonly Entry[]
  /** The days on which it is seen otherwise than on the day before, and how it was seen before the first of them, from each of them on. */
  readonly turns: readonly number[]
  readonly views: (View | undefined)[]
  /** The view that was asked for last: the next question is mostly about the same days. */
  last: View | undefined
  /** Those by which the subject may be found, by what they are found by, once somebody looked. */
  candidates: Map<string, readonly Candidate[]> | undefined
}

/** How the records of a type are seen from a day up to another, on which they are seen otherwise. */
export type View = {
  readonly from: number
  readonly until: number
  readonly rows: readonly Row[]
  /** Those of them that have not ended, once somebody asked. */
  open: readonly Row[] | undefined
}

/** A record that may make a subject a member, with its days as numbers that compare. */
export type Candidate = { readonly row: Row; readonly date: number; readonly begins: number; readonly ends: number }

/** Everything known about one subject that counting reads. */
export type SubjectRecords = {
  readonly subject: SubjectId
  readonly tables: Map<string, Table>
  /** The lists of members of which all that they read was added, once somebody asked. */
  readonly readFor: Set<MemberList>
  /** Each clock, once somebody looked: it follows from the records, whatever list asks. */
  readonly clocks: Map<Timescale, Clock>
}

/** A clock's occurrences in somebody's records. `seen`: as it was last looked at, for many rules ask on the same day. */
export type Clock = {
  readonly whole: readonly WholeOccurrence[]
  seen: { readonly asAt: PlainDate; readonly occurrences: readonly Occurrence[] } | undefined
}

/** Sorts what is known about a subject into tables, one for each of the types. */
export function subjectRecords(
  subject: SubjectId,
  known: readonly KnownRecord[],
  types: Iterable<RecordType>,
): SubjectRecords {
  const records: SubjectRecords = { subject, tables: new Map(), readFor: new Set(), clocks: new Map() }
  const byKey = new Map([...types].map((type) => [type.key, type] as const))
  const rows = new Map<RecordType, Row[]>()
  for (const { record, type: key, content } of known) {
    const type = byKey.get(key)
    if (type === undefined) continue
    const some = rows.get(type)
    const row = rowOf(type, record, content)
    if (some === undefined) rows.set(type, [row])
    else some.push(row)
  }
  addTables(records, byKey.values(), (type) => rows.get(type))
  return records
}

/** Adds what is known of further types: all of each. What was worked out from those there were stays so. */
export function addTables(
  { tables }: SubjectRecords,
  types: Iterable<RecordType>,
  known: (type: RecordType) => readonly Row[] | undefined,
): void {
  for (const type of types) {
    const some = known(type)
    tables.set(type.key, some === undefined ? emptyTable(type) : tableOf(type, some))
  }
}

/** What of somebody's records still holds when some of these types were written: the others, and how they were seen. */
export function withoutTypes(records: SubjectRecords, types: ReadonlySet<string>): SubjectRecords {
  const written = [...types].filter((type) => records.tables.has(type))
  if (written.length === 0) return records
  const tables = new Map(records.tables)
  for (const type of written) tables.delete(type)
  return { subject: records.subject, tables, readFor: new Set(), clocks: new Map() }
}

/** Whether all that a list reads was added. What has been added stays, and is not looked for again. */
export function hasAll({ tables, readFor }: SubjectRecords, list: MemberList): boolean {
  if (readFor.has(list)) return true
  for (const type of list.reads) if (tables.get(type.key)?.type !== type) return false
  readFor.add(list)
  return true
}

/** Forgets how the records were seen on days, and what followed: it is worked out again when it is asked for. */
export function forgetViews({ tables, clocks }: SubjectRecords): void {
  for (const table of tables.values()) {
    table.views.fill(undefined)
    table.last = undefined
  }
  clocks.clear()
}

/** One for everybody of whom there is nothing of a type: that is most of the types. */
const emptyTable = remembered((type: RecordType) => tableOf(type, []))

function tableOf(type: RecordType, rows: readonly Row[]): Table {
  const turns: number[] = []
  const all = rows.map((row) => entryOf(type, row, turns))
  const entries = all.every(isEverShown) ? all : all.filter(isEverShown)
  if (!areInOrder(entries)) entries.sort(inOrder)
  return {
    type,
    entries,
    turns: asLongAsItIs(turns),
    views: new Array(turns.length + 1),
    last: undefined,
    candidates: undefined,
  }
}

const isEverShown = ({ shownFrom }: Entry): boolean => shownFrom !== NEVER

/** What is held for long is a list that has grown no room for more: most are of one or two, and have room for seventeen. */
const asLongAsItIs = <One>(list: readonly One[]): readonly One[] => list.slice()

const inOrder = (a: Entry, b: Entry): number =>
  a.shownFrom === b.shownFrom ? a.row.id - b.row.id : a.shownFrom - b.shownFrom

/** Most were written as they happened: to sort those again makes lists to throw away. */
function areInOrder(entries: readonly Entry[]): boolean {
  let before: Entry | undefined
  for (const entry of entries) {
    if (before !== undefined && inOrder(before, entry) > 0) return false
    before = entry
  }
  return true
}

/** A record with its days. Each day on which it is seen otherwise than before is put among the turns. */
function entryOf(type: RecordType, row: Row, turns: number[]): Entry {
  const shownFrom = shownFromDay(type, row)
  if (shownFrom === NEVER) return { row, shownFrom, wholeFrom: NEVER }
  let wholeFrom = shownFrom
  addDay(turns, shownFrom)
  for (const field of mayShowLater(type)) {
    if ((row[field] ?? null) === null) continue
    const from = trueFromDay(type, row, field)
    if (from > shownFrom) addDay(turns, from)
    if (from > wholeFrom) wholeFrom = from
  }
  return { row, shownFrom, wholeFrom }
}

/** Puts a day in its place among others in order, each once. Most come after those there are. */
function addDay(days: number[], day: number): void {
  let at = days.length
  while (at > 0 && (days[at - 1] ?? NEVER) > day) at--
  if (days[at - 1] === day) return
  if (at === days.length) days.push(day)
  else days.splice(at, 0, day)
}

/** The fields that can be true later than their record is: dates, and what is true from a date. */
const mayShowLater = remembered((type: RecordType) =>
  Object.entries(type.fields).flatMap(([field, { kind, trueFrom }]) =>
    kind === 'date' || kind === 'instant' || trueFrom !== undefined ? [field] : [],
  ),
)

/**
 * A table as it is seen on a day: the rows that show by then, with what was not yet true as not recorded. Between two days on which nothing changes it is one
 * and the same list, so that what is worked out from it need be worked out once: see `remembered`.
 */
export function viewOn(table: Table, date: PlainDate): View {
  const { last, turns, views } = table
  if (last !== undefined && last.from <= date && date < last.until) return last
  let stretch = 0
  while (stretch < turns.length && (turns[stretch] ?? NEVER) <= date) stretch++
  const view = views[stretch] ?? {
    from: turns[stretch - 1] ?? FROM_THE_START,
    until: turns[stretch] ?? NEVER,
    rows: lookAt(table, date),
    open: undefined,
  }
  views[stretch] = view
  table.last = view
  return view
}

/** Of the rows that are seen those that have not ended. Records that cannot end are never open. */
export function openIn({ ends }: RecordType, view: View): readonly Row[] {
  view.open ??= ends === undefined ? NONE : someOf(view.rows.filter((row) => row[ends] === null))
  return view.open
}

const NONE: readonly Row[] = []

/** Nothing is held for the many of which there are none. */
const someOf = (rows: readonly Row[]): readonly Row[] => (rows.length === 0 ? NONE : rows)

function lookAt({ type, entries }: Table, date: PlainDate): readonly Row[] {
  let shown = 0
  while ((entries[shown]?.shownFrom ?? NEVER) <= date) shown++
  return entries.slice(0, shown).map(({ row, wholeFrom }) => (wholeFrom <= date ? row : hiding(type, row, date)))
}

function hiding(type: RecordType, row: Row, date: PlainDate): Row {
  const hidden: { id: RecordId; [name: string]: unknown } = { ...row }
  for (const field of mayShowLater(type)) if (trueFromDay(type, row, field) > date) hidden[field] = null
  return hidden
}

/** The rows of a table as records of its type: each was made from a content of that type by `rowOf`. */
export const asRecords = <T extends RecordType>(_type: T, rows: readonly Row[]): readonly RecordOf<T>[] =>
  rows as readonly RecordOf<T>[]

/** The day from which a record of a type counts as ended; NEVER while it is open. Records that cannot end are over at once. */
export function endOf(type: RecordType, row: Row): number {
  if (type.ends === undefined) return dateOf(row, type.dated) + 1
  const end = row[type.ends]
  return typeof end === 'number' ? end : NEVER
}

/** A date of a record as a number that compares: NEVER where it is not recorded. */
export function dateOf(row: Row, field: string): number {
  if (field === ALWAYS) return FROM_THE_START
  const date = row[field]
  return typeof date === 'number' ? date : NEVER
}
