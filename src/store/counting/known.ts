import { type RawBuilder, sql } from 'kysely'
import { remembered } from '../../core/counting/define.ts'
import type { KnownRecord } from '../../core/counting/records.ts'
import type { KnownRows, Row } from '../../core/counting/rows.ts'
import type { Search } from '../../core/counting/search.ts'
import type { PlainDate } from '../../core/dates/plain-date.ts'
import type { RecordId, SubjectId } from '../../core/definitions/field.ts'
import { ALWAYS, type RecordType } from '../../core/definitions/record-type.ts'
import { namesOthers, type Renumber } from '../../core/record/subjects.ts'
import { anyOf, day } from '../column-types.ts'
import { type RecordTable, snakeCase, tableOf, VERSION_ID } from '../records/columns.ts'
import { findSamePeople } from '../records/merges.ts'
import { decodeContents, decodeRows, emptyContent, everybodyIn, saidByColumn } from '../records/rows.ts'
import type { Db } from '../records/transaction.ts'
import type { Json } from '../records/values.ts'

/**
 * Whoever may be found by each of the searches, in their order: those about whom a record, as known on a day, says what is searched for. Of what had begun, whatever
 * else became of it, those about whom it was ever said: few who should not be are among them, and to look for what is known now of all there ever was takes ten times as
 * long. In order; whoever was recorded twice is one.
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
  const version = sql`said.${sql.id(VERSION_ID)}`
  const placed = sql`join version_subject as placed on placed.version_id = ${version} and placed.role = ${search.role}`
  const visible = sql`
      join version as visible on visible.id = ${version} and visible.state = 'recorded' and visible.id = (
        select id from version
        where record_id = visible.record_id and known_on <= ${day(knownOn)} order by known_on desc, id desc limit 1
      )`
  return sql`
    select ${sql.lit(index)} as of, coalesce(array_agg(distinct ${subject}) filter (where ${subject} is not null), '{}') as subjects
    from ${sql.table(table.name)} as said
      ${single === undefined ? placed : sql``} ${search.when === 'begun' ? sql`` : visible}
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
export async function loadKnown(
  db: Db,
  subjects: readonly SubjectId[],
  types: Iterable<RecordType>,
  knownOn: PlainDate,
): Promise<ReadonlyMap<SubjectId, readonly KnownRecord[]>> {
  const known = new Map(subjects.map((subject) => [subject, [] as KnownRecord[]] as const))
  const asked = new Map([...types].map((type) => [type, subjects] as const))
  for (const answer of await load(db, subjects, asked, knownOn)) {
    const { table, records, said, renumber } = answer
    const contents = decodeContents(table, said, records.length, renumber)
    for (const [at, record] of records.entries()) {
      const one = { record, type: table.type.key, content: contents[at] ?? emptyContent }
      for (const subject of everybodyIn(one.content)) known.get(subject)?.push(one)
    }
  }
  return known
}

/**
 * The same of each type about those for whom it is asked, as rules read it. Ask it of all types that there may be, of those that nobody needs about nobody: then it is
 * always one question, which is planned once.
 */
export async function loadAsked(
  db: Db,
  subjects: readonly SubjectId[],
  asked: Asked,
  knownOn: PlainDate,
): Promise<KnownRows> {
  const answers = await load(db, subjects, asked, knownOn)
  return new Map(answers.map((answer) => [answer.table.type, rowsOfEach(answer)] as const))
}

/** What the store says of a type, about those for whom it is asked. */
type Answered = {
  readonly table: RecordTable
  readonly some: readonly SubjectId[]
  readonly records: readonly RecordId[]
  readonly said: readonly (readonly Json[])[]
  /** To the number by which each is known; undefined where nobody who is named was recorded twice. */
  readonly renumber: Renumber | undefined
}

async function load(
  db: Db,
  subjects: readonly SubjectId[],
  asked: Asked,
  knownOn: PlainDate,
): Promise<readonly Answered[]> {
  if (asked.size === 0 || subjects.length === 0) return []
  const same = await findSamePeople(db, subjects, knownOn)
  const askedOf = [...asked].map(([type, some]) => ({ table: tableOf(type), some }))
  const numbersOf = remembered((some: readonly SubjectId[]) => arrayText(new Set(some.flatMap(same.numbers))))
  const selects = askedOf.map(({ table, some }, index) => knownOf(table, index, numbersOf(some), knownOn))
  const { rows } = await sql<KnownColumns>`${sql.join(selects, sql` union all `)}`.execute(db)
  const held = rows.flatMap(({ of, records, said }) => {
    const one = askedOf[of]
    return one === undefined || records === null ? [] : [{ ...one, records, said }]
  })
  const everybody = [...subjects, ...namedBeside(held, subjects)]
  const { kept, numbers } = everybody.length > subjects.length ? await findSamePeople(db, everybody, knownOn) : same
  const renumber = everybody.every((subject) => numbers(subject).length === 1) ? undefined : kept
  return held.map((one) => ({ ...one, renumber }))
}

/** Who is named in what was read beside those who were asked about: a sister, whoever was at a meeting. They may have been recorded twice as well. */
function namedBeside(read: readonly Omit<Answered, 'renumber'>[], asked: readonly SubjectId[]): readonly SubjectId[] {
  const known = new Set(asked)
  const beside = new Set<SubjectId>()
  const note = (subject: SubjectId) => {
    if (!known.has(subject)) beside.add(subject)
    return subject
  }
  for (const { table, said, records } of read) {
    if (namesOthers(table.type)) decodeRows(table, said, records, note)
    else for (const subject of onePersonEach(table, said)) if (isSubject(subject)) note(subject)
  }
  return [...beside]
}

/** The person in each record of a type that names one: whoever was asked about, but where that was a household or a place. */
function onePersonEach({ singleRoles, type }: RecordTable, said: Answered['said']): readonly Json[] {
  return said[singleRoles.findIndex(({ name }) => type.subjects[name]?.kind === 'person')] ?? []
}

const isSubject = (json: unknown): json is SubjectId => typeof json === 'number'

/** The records of each who stands in them, of those who are asked about. */
function rowsOfEach({ table, some, records, said, renumber }: Answered): ReadonlyMap<SubjectId, readonly Row[]> {
  const { singleRoles, manyRoles } = table
  const asked = new Set(some)
  const rows = new Map<SubjectId, Row[]>()
  const give = (subject: unknown, row: Row) => {
    if (!isSubject(subject)) return
    const own = rows.get(subject)
    if (own === undefined) {
      if (asked.has(subject)) rows.set(subject, [row])
    } else if (own.at(-1) !== row) own.push(row)
  }
  for (const row of decodeRows(table, said, records, renumber)) {
    for (const { name } of singleRoles) give(row[name], row)
    for (const role of manyRoles) {
      const those = row[role]
      if (Array.isArray(those)) for (const subject of those) give(subject, row)
    }
  }
  return rows
}

/** A list of numbers as the database writes it: made once, however often a question has it. */
const arrayText = (numbers: Iterable<number>): string => `{${[...numbers].join()}}`

/** All records of a type, and what they say column by column: to write and to read thousands of rows takes a multiple of the time. Null where there are none. */
type KnownColumns = {
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
