import { type RawBuilder, sql } from 'kysely'
import type { KnownRecord } from '../../core/counting/records.ts'
import type { PlainDate } from '../../core/dates/plain-date.ts'
import type { RecordId, SubjectId } from '../../core/definitions/field.ts'
import type { RecordType } from '../../core/definitions/record-type.ts'
import { renumbered } from '../../core/record/subjects.ts'
import { anyOf, day } from '../column-types.ts'
import { type RecordTable, snakeCase, tableOf, VERSION_ID } from '../records/columns.ts'
import { findSamePeople } from '../records/merges.ts'
import { decodeContent, everybodyIn, saidOf } from '../records/rows.ts'
import type { Db } from '../records/transaction.ts'
import type { Json } from '../records/values.ts'

/** Every subject who stands in any record of these types: among them are all possible members. In order; whoever was recorded twice is one. */
export async function findCandidates(
  db: Db,
  types: Iterable<RecordType>,
  knownOn: PlainDate,
): Promise<readonly SubjectId[]> {
  const rows = await db
    .selectFrom('record_subject')
    .select('subject_id')
    .distinct()
    .where('type', '=', anyOf([...types].map(({ key }) => key)))
    .orderBy('subject_id')
    .execute()
  const subjects = rows.map(({ subject_id }) => subject_id)
  const same = await findSamePeople(db, subjects, knownOn)
  return [...new Set(subjects.map(same.kept))].toSorted((a, b) => a - b)
}

/**
 * Of these subjects those with a record of a type that, as known on a day, does not end by another: of all who were ever in care, whoever may be
 * now. In order; whoever was recorded twice is one.
 */
export async function findOpen(
  db: Db,
  type: RecordType,
  { after, knownOn }: { readonly after: PlainDate; readonly knownOn: PlainDate },
): Promise<readonly SubjectId[]> {
  const ends = type.ends === undefined ? sql`null::date` : sql`said.${sql.id(snakeCase(type.ends))}`
  const { rows } = await sql<{ subject: SubjectId }>`
    select distinct held.subject_id as subject from record_subject as held
      cross join lateral (
        select id, state from version
        where record_id = held.record_id and known_on <= ${day(knownOn)} order by known_on desc, id desc limit 1
      ) as visible
      join ${sql.table(tableOf(type).name)} as said on said.${sql.id(VERSION_ID)} = visible.id
    where held.type = ${type.key} and visible.state = 'recorded' and (${ends} is null or ${ends} > ${day(after)})`.execute(
    db,
  )
  const subjects = rows.map(({ subject }) => subject)
  const same = await findSamePeople(db, subjects, knownOn)
  return [...new Set(subjects.map(same.kept))].toSorted((a, b) => a - b)
}

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
  const tables = [...types].map(tableOf)
  if (tables.length === 0 || subjects.length === 0) return known
  const same = await findSamePeople(db, subjects, knownOn)
  const numbers = [...new Set(subjects.flatMap(same.numbers))]
  const selects = tables.map((table, index) => knownOf(table, index, numbers, knownOn))
  const { rows } = await sql<KnownRows>`${sql.join(selects, sql` union all `)}`.execute(db)
  for (const { of, records } of rows) {
    const table = tables[of]
    if (table === undefined) continue
    const { key } = table.type
    for (const [record, values] of records) {
      const said = decodeContent(table, values)
      const content = numbers.length === subjects.length ? said : renumbered(table.type, said, same.kept)
      for (const subject of everybodyIn(content)) known.get(subject)?.push({ record, type: key, content })
    }
  }
  return known
}

/** All records of a type in one value: thousands of rows of an answer are read in a multiple of the time. */
type KnownRows = {
  readonly of: number
  readonly records: readonly (readonly [record: RecordId, said: readonly Json[]])[]
}

function knownOf(
  table: RecordTable,
  index: number,
  subjects: readonly SubjectId[],
  knownOn: PlainDate,
): RawBuilder<unknown> {
  return sql`
    select ${sql.lit(index)} as of, coalesce(json_agg(json_build_array(held.record_id, ${sql.raw(saidOf(table))})), '[]') as records
    from (
      select distinct record_id from record_subject
      where type = ${table.type.key} and subject_id = any(${[...subjects]}::bigint[])
    ) as held
      join lateral (
        select id, state from version
        where record_id = held.record_id and known_on <= ${day(knownOn)} order by known_on desc, id desc limit 1
      ) as visible on visible.state = 'recorded'
      join ${sql.table(table.name)} as said on said.${sql.id(VERSION_ID)} = visible.id`
}
