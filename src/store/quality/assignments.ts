import { sql } from 'kysely'
import type { RecordId, SubjectId } from '../../core/definitions/field.ts'
import { anyId, day } from '../column-types.ts'
import type { Month } from '../months/publications.ts'
import type { Db } from '../records/transaction.ts'

/** One error of data: by which rule, about whom, and about which record where it is of one. */
export type ErrorKey = { readonly rule: string; readonly subject: SubjectId; readonly record: RecordId | null }

/** Who was asked to put an error right, by whom, and why them; `to` is null where it goes by the allocation again, or is right as it is. */
export type Assignment = ErrorKey & {
  readonly to: { readonly account: number; readonly name: string } | null
  /** Somebody looked, and it is no error: `note` says why. */
  readonly isRight: boolean
  readonly note: string
  readonly at: Date
  readonly by: string
}

export async function addAssignment(db: Db, { to, ...said }: Assignment, account: number): Promise<void> {
  await db
    .insertInto('quality_assignment')
    .values({
      rule: said.rule,
      subject_id: said.subject,
      record_id: said.record,
      assigned_to: to?.account ?? null,
      assigned_name: to?.name ?? null,
      note: said.note,
      assigned_at: said.at,
      account_id: account,
      assigned_by: said.by,
      is_right: said.isRight,
    })
    .execute()
}

/** Takes away what was said of a record's errors, which may say what stood in it; who was asked, by whom and when stays. */
export async function blankNotes(db: Db, record: RecordId): Promise<void> {
  const note = 'Taken away with what the record said.'
  await sql`update quality_assignment set note = ${note} where record_id = ${record}`.execute(db)
}

/** All that was ever said about who puts errors right, in the order in which it was said; of some people's alone where they are given, by any of their numbers. */
export async function findAssignments(db: Db, numbers?: readonly SubjectId[]): Promise<readonly Assignment[]> {
  let query = db.selectFrom('quality_assignment').selectAll().orderBy('id')
  if (numbers !== undefined) query = query.where('subject_id', '=', anyId(numbers))
  return (await query.execute()).map((row) => ({
    rule: row.rule,
    subject: row.subject_id,
    record: row.record_id,
    to: row.assigned_to === null ? null : { account: row.assigned_to, name: row.assigned_name ?? '' },
    note: row.note,
    at: row.assigned_at,
    by: row.assigned_by,
    isRight: row.is_right,
  }))
}

/** Keeps with a step of a month the errors that stood open when it was taken. */
export async function addAccepted(
  db: Db,
  step: number,
  errors: readonly (ErrorKey & { readonly label: string })[],
): Promise<void> {
  const AT_ONCE = 2000
  for (let at = 0; at < errors.length; at += AT_ONCE)
    await db
      .insertInto('quality_accepted')
      .values(
        errors.slice(at, at + AT_ONCE).map(({ rule, label, subject, record }) => ({
          step_id: step,
          rule,
          label,
          subject_id: subject,
          record_id: record,
        })),
      )
      .execute()
}

/** The errors that stood open when the quality of a month was last seen; undefined where it was not. */
export async function findAccepted(
  db: Db,
  { dataset, authority, period }: Month,
): Promise<readonly (ErrorKey & { readonly label: string })[] | undefined> {
  const step = await db
    .selectFrom('month_step')
    .select('id')
    .where('step', '=', 'quality seen')
    .where('dataset', '=', dataset)
    .where('authority', '=', authority)
    .where('kind', '=', period.kind)
    .where('from_on', '=', day(period.from))
    .orderBy('id', 'desc')
    .executeTakeFirst()
  if (step === undefined) return undefined
  const rows = await db.selectFrom('quality_accepted').selectAll().where('step_id', '=', step.id).execute()
  return rows.map(({ rule, label, subject_id, record_id }) => ({
    rule,
    label,
    subject: subject_id,
    record: record_id,
  }))
}
