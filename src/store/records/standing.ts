import { sql } from 'kysely'
import type { PlainDate } from '../../core/dates/plain-date.ts'
import type { SubjectId } from '../../core/definitions/field.ts'
import type { RecordType } from '../../core/definitions/record-type.ts'
import { anyId, day } from '../column-types.ts'
import { snakeCase, tableOf, VERSION_ID } from './columns.ts'
import type { Db } from './transaction.ts'

/** Records of a type in which any of these subjects stands; `role`: one that a single subject has. */
type Wanted = {
  readonly type: RecordType
  readonly of: readonly SubjectId[]
  readonly role: string
  readonly on: PlainDate
}

/**
 * Who has the role in those of the records that, as known on a day, do not end by it: what the database can narrow of all that a team has ever
 * had. What holds on the day is for the chronology to say.
 */
export async function listStanding(db: Db, { type, of, role, on }: Wanted): Promise<readonly SubjectId[]> {
  const ends = type.ends === undefined ? sql`null::date` : sql`said.${sql.id(snakeCase(type.ends))}`
  const { rows } = await sql<{ subject: SubjectId }>`
    select distinct said.${sql.id(`${snakeCase(role)}_id`)} as subject
    from record_subject as mentioned
    cross join lateral (
      select id from version
      where version.record_id = mentioned.record_id and known_on <= ${day(on)} order by known_on desc, id desc limit 1
    ) as latest
    join ${sql.table(tableOf(type).name)} as said on said.${sql.id(VERSION_ID)} = latest.id
    where mentioned.subject_id = ${anyId(of)} and mentioned.type = ${type.key} and (${ends} is null or ${ends} > ${day(on)})
    order by subject`.execute(db)
  return rows.map(({ subject }) => subject)
}
