import { sql } from 'kysely'
import type { RecordId, SubjectId } from '../../core/definitions/field.ts'
import type { RecordType } from '../../core/definitions/record-type.ts'
import { snakeCase, tableOf, VERSION_ID } from './columns.ts'
import type { Db } from './transaction.ts'

/**
 * Texts by which somebody may be found, with whom they are about; of any version, so that a former name finds too. The record may have become
 * somebody else's since: what it said before finds nobody then.
 */
export type FoundText = { readonly subject: SubjectId; readonly record: RecordId; readonly text: string }

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
    select distinct subject, record_id as record, text from (
      select ${sql.id(VERSION_ID)} as version, ${sql.id(`${snakeCase(role)}_id`)} as subject,
        lower(concat_ws(' ', ${columns})) as text
      from ${sql.table(tableOf(type).name)}
    ) as said join version on version.id = said.version
    where subject is not null and (${condition}) order by text, subject, record limit ${most}`.execute(db)
  return rows
}

const escaped = (text: string): string => text.replace(/[\\%_]/g, '\\$&')
