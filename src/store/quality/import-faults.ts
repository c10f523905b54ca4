import { sql } from 'kysely'
import type { RecordId, SubjectId } from '../../core/definitions/field.ts'
import type { Db } from '../records/transaction.ts'

/** Two returns of a format that were held against each other, by the names of their years. */
export type Comparison = { readonly format: string; readonly earlier: string; readonly later: string }

/** By which rule a record does not fit, as its source calls it; `field` is what differs, or empty. */
export type NewFault = {
  readonly rule: string
  readonly type: string
  readonly sourceSystem: string
  readonly identity: string
  readonly field: string
}

/**
 * Keeps what came of holding two returns against each other, in place of what came of it before; of what was told before it stays known since when, so that
 * the same files once more open nothing again that was put right. Call it when all that was imported has been written.
 */
export async function addComparison(
  db: Db,
  { format, earlier, later }: Comparison,
  { at, by, faults }: { readonly at: Date; readonly by: string; readonly faults: readonly NewFault[] },
): Promise<void> {
  const { id } = await db
    .insertInto('import_comparison')
    .values({ format, earlier, later, compared_at: at, compared_by: by })
    .returning('id')
    .executeTakeFirstOrThrow()
  const column = (name: keyof NewFault) => sql`${faults.map((one) => one[name])}::text[]`
  await sql`
    insert into import_fault (comparison_id, record_id, rule, field, last_version)
    select distinct ${id}::integer, record.id, told.rule, told.field, coalesce(before.last_version, (select max(id) from version))
    from unnest(${column('rule')}, ${column('type')}, ${column('sourceSystem')}, ${column('identity')}, ${column('field')})
        as told (rule, type, source_system, identity, field)
      join record on record.type = told.type and record.source_system = told.source_system and record.identity = told.identity
      left join import_fault as before on before.record_id = record.id and before.rule = told.rule and before.field = told.field
        and before.comparison_id = (
          select max(id) from import_comparison where format = ${format} and earlier = ${earlier} and id < ${id}
        )`.execute(db)
}

/** What did not fit when it was last looked, of a record that still stands, with whom the record is about. */
export type OpenFault = Comparison & {
  readonly rule: string
  readonly type: string
  readonly record: RecordId
  readonly subject: SubjectId
  readonly field: string
  /** The last that was written, of whatever record, when it was told; and whether something was written of this one since. */
  readonly lastVersion: number
  readonly isWritten: boolean
}

/** Every fault of a record that was not withdrawn; whoever loads a return that fits closes it. Whether what was written since puts it right is for others to say. */
export async function findOpenFaults(db: Db): Promise<readonly OpenFault[]> {
  const { rows } = await sql<OpenFault>`
    select compared.format, compared.earlier, compared.later, fault.rule, fault.field, fault.record_id as record, last.type, about.subject_id as subject,
      fault.last_version as "lastVersion", last.id > fault.last_version as "isWritten"
    from import_comparison as compared
      join import_fault as fault on fault.comparison_id = compared.id
      join lateral (
        select id, type, state from version where record_id = fault.record_id order by known_on desc, id desc limit 1
      ) as last on last.state = 'recorded'
      join record_subject as about on about.record_id = fault.record_id
      join subject on subject.id = about.subject_id and subject.kind = 'person'
    where not exists (
        select from import_comparison as newer
        where newer.format = compared.format and newer.earlier = compared.earlier and newer.id > compared.id
      )
    order by fault.record_id, fault.rule, fault.field`.execute(db)
  return rows
}
