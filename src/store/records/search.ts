import { sql } from 'kysely'
import type { PlainDate } from '../../core/dates/plain-date.ts'
import type { SubjectId } from '../../core/definitions/field.ts'
import type { RecordType } from '../../core/definitions/record-type.ts'
import { day } from '../column-types.ts'
import { snakeCase, tableOf } from './columns.ts'
import type { Db } from './transaction.ts'

/** Texts by which somebody may be found, with whom they are about; of any version, so that a former name finds too. */
export type FoundText = { readonly subject: SubjectId; readonly text: string }

/** Where to look: text fields of a record type, and the role of whom they are about. */
export type Place = { readonly type: RecordType; readonly role: string; readonly fields: readonly string[] }

/** Whoever has every one of the words somewhere in these fields, in no order. Words are compared without regard to case. */
export const findContaining = (
  db: Db,
  place: Place,
  words: readonly string[],
  most: number,
): Promise<readonly FoundText[]> =>
  find(
    db,
    place,
    sql.join(
      words.map((word) => sql`said.text like ${`%${escaped(word.toLowerCase())}%`}`),
      sql` and `,
    ),
    most,
  )

/** Whoever has a word that begins with one of these letters: those among whom a misspelt name is looked for. */
export const findBeginning = (
  db: Db,
  place: Place,
  letters: readonly string[],
  most: number,
): Promise<readonly FoundText[]> =>
  find(
    db,
    place,
    sql.join(
      letters.map((letter) => sql`(' ' || said.text) like ${`% ${escaped(letter.toLowerCase())}%`}`),
      sql` or `,
    ),
    most,
  )

async function find(
  db: Db,
  { type, role, fields }: Place,
  condition: ReturnType<typeof sql>,
  most: number,
): Promise<readonly FoundText[]> {
  const columns = sql.join(fields.map((field) => sql`${sql.id(snakeCase(field))}`))
  const { rows } = await sql<FoundText>`
    select distinct subject, text from (
      select ${sql.id(`${snakeCase(role)}_id`)} as subject, lower(concat_ws(' ', ${columns})) as text
      from ${sql.table(tableOf(type).name)}
    ) as said where subject is not null and (${condition}) order by text, subject limit ${most}`.execute(db)
  return rows
}

/** Whoever has this date in a field, in any version. */
export async function findOnDate(
  db: Db,
  { type, role, field }: { readonly type: RecordType; readonly role: string; readonly field: string },
  date: PlainDate,
  most: number,
): Promise<readonly SubjectId[]> {
  const subject = sql.id(`${snakeCase(role)}_id`)
  const { rows } = await sql<{ subject: SubjectId }>`
    select distinct ${subject} as subject from ${sql.table(tableOf(type).name)}
    where ${sql.id(snakeCase(field))} = ${day(date)} and ${subject} is not null order by 1 limit ${most}`.execute(db)
  return rows.map((row) => row.subject)
}

const escaped = (text: string): string => text.replace(/[\\%_]/g, '\\$&')
