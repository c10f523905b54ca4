import { type RawBuilder, sql } from 'kysely'
import { type PlainDate, toText } from '../../core/dates/plain-date.ts'
import type { SubjectId } from '../../core/definitions/field.ts'
import type { RecordType } from '../../core/definitions/record-type.ts'
import { anyId, anyOf, day } from '../column-types.ts'
import { bareNumberIn, snakeCase, tableOf, VERSION_ID } from './columns.ts'
import type { Db } from './transaction.ts'

/** Where to look: fields of a record type, and the role of whom they are about. */
export type Place = { readonly type: RecordType; readonly role: string; readonly fields: readonly string[] }

/** What a version says in the fields of a place, in their order. */
export type Said = { readonly subject: SubjectId; readonly texts: readonly (string | null)[] }

/** Every text that stands in these fields, each once: the names that there are, not whose. Of any version, so that a former name is among them. */
export async function listTexts(db: Db, { type, fields }: Place): Promise<readonly string[]> {
  // Field by field, each from its own index.
  const each = fields.map(
    (field) => sql`(select distinct ${column(field)} as text from ${table(type)} where ${column(field)} is not null)`,
  )
  const { rows } = await sql<{ text: string }>`select text from (${sql.join(each, sql` union `)}) as said`.execute(db)
  return rows.map(({ text }) => text)
}

/** In which versions to look, and how many answers are wanted at most. `among`: only what is said about one of these. */
type Within = { readonly most: number; readonly among?: readonly SubjectId[] }

/** Who has in one of the fields, for each of the lists, one of its texts. */
export async function findSaying(
  db: Db,
  { type, role, fields }: Place,
  lists: readonly (readonly string[])[],
  { most, among }: Within,
): Promise<readonly Said[]> {
  const conditions = lists.map((list) => {
    const texts = anyOf(list)
    return sql`(${sql.join(
      fields.map((field) => sql`${column(field)} = ${texts}`),
      sql` or `,
    )})`
  })
  const whose = among === undefined ? [] : [sql`${roleColumn(role)} = ${anyId(among)}`]
  const { rows } = await sql<Said>`
    select distinct ${roleColumn(role)} as subject, array[${sql.join(fields.map(column))}] as texts
    from ${table(type)}
    where ${sql.join([...conditions, ...whose, isStillTheirs(type, role)], sql` and `)} limit ${most}`.execute(db)
  return rows
}

/** Of whom a date field says a day of this stretch, its last day too. */
export async function findDated(
  db: Db,
  { type, role, field }: { readonly type: RecordType; readonly role: string; readonly field: string },
  { from, to }: { readonly from: PlainDate; readonly to: PlainDate },
): Promise<readonly SubjectId[]> {
  const { rows } = await sql<{ subject: SubjectId }>`
    select distinct ${roleColumn(role)} as subject from ${table(type)}
    where ${column(field)} between ${day(from)} and ${day(to)} and ${isStillTheirs(type, role)} order by subject`.execute(
    db,
  )
  return rows.map(({ subject }) => subject)
}

/** What of an identifier counts: its letters and figures, whatever stands between them, without leading noughts. */
export const bareNumber = (text: string): string =>
  text
    .replace(/[^0-9A-Za-z]/g, '')
    .toUpperCase()
    .replace(/^0+/, '')

/** Who has this identifier, written in whatever way. */
export async function findNumbered(
  db: Db,
  { type, role, fields }: Place,
  number: string,
): Promise<readonly SubjectId[]> {
  const same = fields.map((field) => sql`${sql.raw(bareNumberIn(snakeCase(field)))} = ${bareNumber(number)}`)
  const { rows } = await sql<{ subject: SubjectId }>`
    select distinct ${roleColumn(role)} as subject from ${table(type)}
    where (${sql.join(same, sql` or `)}) and ${isStillTheirs(type, role)} order by subject`.execute(db)
  return rows.map(({ subject }) => subject)
}

/** Who has any of these identifiers, written in whatever way: all of them in one question. */
export async function findNumberedAny(
  db: Db,
  { type, role, fields }: Place,
  numbers: readonly string[],
): Promise<readonly SubjectId[]> {
  const wanted = anyOf(numbers.map(bareNumber))
  const same = fields.map((field) => sql`${sql.raw(bareNumberIn(snakeCase(field)))} = ${wanted}`)
  const { rows } = await sql<{ subject: SubjectId }>`
    select distinct ${roleColumn(role)} as subject from ${table(type)}
    where (${sql.join(same, sql` or `)}) and ${isStillTheirs(type, role)} order by subject`.execute(db)
  return rows.map(({ subject }) => subject)
}

/** Of whom a date field says any of these days. */
export async function findDatedAny(
  db: Db,
  { type, role, field }: { readonly type: RecordType; readonly role: string; readonly field: string },
  days: readonly PlainDate[],
): Promise<readonly SubjectId[]> {
  const { rows } = await sql<{ subject: SubjectId }>`
    select distinct ${roleColumn(role)} as subject from ${table(type)}
    where ${column(field)} = any(${days.map(toText)}::date[]) and ${isStillTheirs(type, role)} order by subject`.execute(
    db,
  )
  return rows.map(({ subject }) => subject)
}

/** Who stands, or has stood, in any record of a type. */
export async function listSubjectsIn(db: Db, type: RecordType): Promise<readonly SubjectId[]> {
  // The type stands in the question itself, so that the database knows how few there may be of it.
  const { rows } = await sql<{ subject: SubjectId }>`
    select distinct subject_id as subject from record_subject
    where record_id in (select record_id from version where type = ${sql.lit(type.key)})`.execute(db)
  return rows.map(({ subject }) => subject)
}

/**
 * Whether the record of a row is still of whom the row says. A name that was written of the wrong person and put right finds them no longer: it could
 * be the one from before an adoption.
 */
function isStillTheirs(type: RecordType, role: string): RawBuilder<unknown> {
  const [version, whose] = [sql.id(VERSION_ID), roleColumn(role)]
  return sql`exists (
    select from version as said
    join lateral (
      select id from version where record_id = said.record_id order by known_on desc, id desc limit 1
    ) as latest on true
    join ${table(type)} as now on now.${version} = latest.id
    where said.id = ${table(type)}.${version} and now.${whose} = ${table(type)}.${whose}
  )`
}

const table = (type: RecordType): RawBuilder<unknown> => sql.table(tableOf(type).name)
const column = (field: string): RawBuilder<unknown> => sql.id(snakeCase(field))
const roleColumn = (role: string): RawBuilder<unknown> => sql.id(`${snakeCase(role)}_id`)
