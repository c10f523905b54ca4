import { type RawBuilder, sql } from 'kysely'
import { remembered } from '../../core/counting/define.ts'
import type { KnownRecord } from '../../core/counting/records.ts'
import type { Search } from '../../core/counting/search.ts'
import type { PlainDate } from '../../core/dates/plain-date.ts'
import type { RecordId, SubjectId } from '../../core/definitions/field.ts'
import { ALWAYS, type RecordType } from '../../core/definitions/record-type.ts'
import { renumbered } from '../../core/record/subjects.ts'
import { anyOf, day } from '../column-types.ts'
import { type RecordTable, snakeCase, tableOf, VERSION_ID } from '../records/columns.ts'
import { findSamePeople } from '../records/merges.ts'
import { decodeContents, emptyContent, everybodyIn, saidByColumn } from '../records/rows.ts'
import type { Db } from '../records/transaction.ts'
import type { Json } from '../records/values.ts'

/**
 * Whoever may be found by each of the searches, in their order: those about whom a record, as known on a day, says what is searched for. In order;
 * whoever was recorded twice is one.
 */
export async function findCandidates(
  db: Db,
  searches: readonly Search[],
  knownOn: PlainDate,
): Promise<readonly (readonly SubjectId[])[]> {
  if (searches.length === 0) return []
  const selects = searches.map((search, index) => candidatesBy(search, index, knownOn))
  const { rows } = await sql<FoundRows>`${sql.join(selects, sql` union all `)}`.execute(db)
  const same = await findSamePeople(db, [...new Set(rows.flatMap(({ subjects }) => subjects))], knownOn)
  const found = new Map(rows.map(({ of, subjects }) => [of, subjects] as const))
  return searches.map((_, index) => [...new Set((found.get(index) ?? []).map(same.kept))].toSorted((a, b) => a - b))
}

type FoundRows = { readonly of: number; readonly subjects: readonly SubjectId[] }

function candidatesBy(search: Search, index: number, knownOn: PlainDate): RawBuilder<unknown> {
  const table = tableOf(search.type)
  const single = table.singleRoles.find(({ name }) => name === search.role)
  const subject = single === undefined ? sql`placed.subject_id` : sql`said.${sql.id(single.column.name)}`
  const placed = sql`join version_subject as placed on placed.version_id = visible.id and placed.role = ${search.role}`
  return sql`
    select ${sql.lit(index)} as of, coalesce(array_agg(distinct ${subject}) filter (where ${subject} is not null), '{}') as subjects
    from ${sql.table(table.name)} as said
      join version as visible on visible.id = said.${sql.id(VERSION_ID)} and visible.state = 'recorded' and visible.id = (
        select id from version
        where record_id = visible.record_id and known_on <= ${day(knownOn)} order by known_on desc, id desc limit 1
      )
      ${single === undefined ? placed : sql``}
    where ${sql.join(conditionsOf(search), sql` and `)}`
}

/** What can be told of one record by itself. It lets through whatever counting takes, and more: that decides. */
function conditionsOf({ type, when, on, of, from, to }: Search): readonly RawBuilder<unknown>[] {
  const columnOf = (name: string) => sql`said.${sql.id(snakeCase(name))}`
  const codes = of === undefined ? [] : [sql`${columnOf(of.field)} = ${anyOf(of.codes)}`]
  if (when === 'dated') return [...codes, sql`${columnOf(on)} >= ${day(from)} and ${columnOf(on)} < ${day(to)}`]
  const begun = on === ALWAYS ? sql`true` : sql`${columnOf(on)} < ${day(to)}`
  if (when === 'begun' || type.ends === undefined) return [...codes, begun]
  const ends = columnOf(type.ends)
  return [...codes, begun, sql`(${ends} is null or ${ends} > ${day(from)})`]
}

/** Of each record type, about whom it is asked. */
export type Asked = ReadonlyMap<RecordType, readonly SubjectId[]>

type Sought = { readonly type: RecordType; readonly field?: string }

/** Of these types, or fields of them, those of which anything is held at all, of anybody: `placement-plan `, `missing-episode interviewOffered`. */
export async function findHeld(db: Db, sought: readonly Sought[]): Promise<ReadonlySet<string>> {
  if (sought.length === 0) return new Set()
  const exist = sought.map(({ type, field = '' }) => {
    const filled = field === '' ? sql`` : sql`where ${sql.id(snakeCase(field))} is not null`
    return sql`select ${sql.lit(`${type.key} ${field}`)} as held where exists (select 1 from ${sql.table(tableOf(type).name)} ${filled})`
  })
  const { rows } = await sql<{ held: string }>`${sql.join(exist, sql` union all `)}`.execute(db)
  return new Set(rows.map(({ held }) => held))
}

/** Of these records those that no import brought. */
export async function findWrittenByHand(db: Db, records: readonly RecordId[]): Promise<ReadonlySet<RecordId>> {
  if (records.length === 0) return new Set()
  const { rows } = await sql<{ id: RecordId }>`
    select id from record where id = any(${[...records]}::bigint[]) and source_system is null`.execute(db)
  return new Set(rows.map(({ id }) => id))
}

/**
 * What was known on a day about each of the subjects: of every record of these types in which they stand, what its latest version said.
 * A record that was corrected to be about somebody else is theirs no more; of somebody who was recorded twice they are those of all numbers, under the kept
 * one. A few questions to the store, however many types there are.
 */
export const loadKnown = (
  db: Db,
  subjects: readonly SubjectId[],
  types: Iterable<RecordType>,
  knownOn: PlainDate,
): Promise<ReadonlyMap<SubjectId, readonly KnownRecord[]>> =>
  loadAsked(db, subjects, new Map([...types].map((type) => [type, subjects] as const)), knownOn)

/**
 * The same of each type about those for whom it is asked. Ask it of all types that there may be, of those that nobody needs about nobody: then it is always one
 * question, which is planned once.
 */
export async function loadAsked(
  db: Db,
  subjects: readonly SubjectId[],
  asked: Asked,
  knownOn: PlainDate,
): Promise<ReadonlyMap<SubjectId, readonly KnownRecord[]>> {
  const known = new Map(subjects.map((subject) => [subject, [] as KnownRecord[]] as const))
  if (asked.size === 0 || subjects.length === 0) return known
  const same = await findSamePeople(db, subjects, knownOn)
  const isOneEach = subjects.every((subject) => same.numbers(subject).length === 1)
  const askedOf = [...asked].map(([type, some]) => ({ table: tableOf(type), some }))
  const numbersOf = remembered((some: readonly SubjectId[]) => arrayText(new Set(some.flatMap(same.numbers))))
  const selects = askedOf.map(({ table, some }, index) => knownOf(table, index, numbersOf(some), knownOn))
  const { rows } = await sql<KnownRows>`${sql.join(selects, sql` union all `)}`.execute(db)
  for (const { of, records, said } of rows) {
    const one = askedOf[of]
    if (one === undefined || records === null) continue
    const { type } = one.table
    const contents = decodeContents(one.table, said, records.length)
    const read = records.map((record, at) => ({ record, type: type.key, content: contents[at] ?? emptyContent }))
    share(
      known,
      isOneEach ? read : read.map((it) => ({ ...it, content: renumbered(type, it.content, same.kept) })),
      one.some,
    )
  }
  return known
}

/** Gives each record to those who stand in it, of those who are asked about. */
function share(
  known: ReadonlyMap<SubjectId, KnownRecord[]>,
  records: readonly KnownRecord[],
  subjects: readonly SubjectId[],
): void {
  const asked = new Set(subjects)
  for (const record of records)
    for (const subject of everybodyIn(record.content)) if (asked.has(subject)) known.get(subject)?.push(record)
}

/** A list of numbers as the database writes it: made once, however often a question has it. */
const arrayText = (numbers: Iterable<number>): string => `{${[...numbers].join()}}`

/** All records of a type, and what they say column by column: to write and to read thousands of rows takes a multiple of the time. Null where there are none. */
type KnownRows = {
  readonly of: number
  readonly records: readonly RecordId[] | null
  readonly said: readonly (readonly Json[])[]
}

function knownOf(table: RecordTable, index: number, numbers: string, knownOn: PlainDate): RawBuilder<unknown> {
  return sql`
    select ${sql.lit(index)} as of, json_agg(held.record_id) as records, ${sql.raw(saidByColumn(table))} as said
    from (
      select distinct record_id from record_subject
      where type = ${sql.lit(table.type.key)} and subject_id = any(${numbers}::bigint[])
    ) as held
      join lateral (
        select id, state from version
        where record_id = held.record_id and known_on <= ${day(knownOn)} order by known_on desc, id desc limit 1
      ) as visible on visible.state = 'recorded'
      join ${sql.table(table.name)} as said on said.${sql.id(VERSION_ID)} = visible.id`
}
