import { sql } from 'kysely'
import type { MemberFacts } from '../../core/counting/count.ts'
import type { Looked } from '../../core/counting/plan.ts'
import type { Answered } from '../../core/counting/tally.ts'
import type { Period } from '../../core/dates/period.ts'
import type { PlainDate } from '../../core/dates/plain-date.ts'
import type { SubjectId } from '../../core/definitions/field.ts'
import { anyOf, day } from '../column-types.ts'
import type { Db } from '../records/transaction.ts'

/** A period of a list as it was counted. `id` is what its members are kept under. */
export type CountedPeriod = Pick<Looked, 'period' | 'asAt' | 'provisional'> & {
  readonly id: number
  readonly list: string
  /** The day whose knowledge the answers are of. */
  readonly answeredOn: PlainDate
  readonly definitions: string
}

/** Waits for whoever else is counting everything, and lets nobody begin. Whoever counts one subject takes it in the weaker mode. */
export const holdLists = (db: Db): Promise<unknown> =>
  sql`lock table counted_period in share row exclusive mode`.execute(db)
const useLists = (db: Db): Promise<unknown> => sql`lock table counted_period in row exclusive mode`.execute(db)

/** The periods of these lists that have been counted, oldest first. */
export async function findCountedPeriods(
  db: Db,
  lists: readonly string[],
  of?: Pick<Period, 'kind' | 'from' | 'to'>,
): Promise<readonly CountedPeriod[]> {
  let query = db.selectFrom('counted_period').selectAll().where('list', '=', anyOf(lists)).orderBy('from_on')
  if (of !== undefined)
    query = query.where('kind', '=', of.kind).where('from_on', '>=', day(of.from)).where('to_on', '<=', day(of.to))
  return (await query.execute()).map((row) => ({
    id: row.id,
    list: row.list,
    period: { kind: row.kind, from: row.from_on, to: row.to_on },
    asAt: row.as_at,
    provisional: row.provisional,
    answeredOn: row.answered_on,
    definitions: row.definitions,
  }))
}

/** Whether anything has been counted. */
export const hasCounted = async (db: Db): Promise<boolean> =>
  (await db.selectFrom('counted_period').select('id').limit(1).executeTakeFirst()) !== undefined

export type NewPeriod = {
  readonly list: string
  readonly looked: Looked
  readonly answeredOn: PlainDate
  readonly definitions: string
  readonly countedAt: Date
}

/** Begins a period of a list anew: whoever was in it is forgotten, for all of it is about to be counted. Gives what to keep its members under. */
export async function beginPeriod(
  db: Db,
  { list, looked, answeredOn, definitions, countedAt }: NewPeriod,
): Promise<number> {
  const { kind, from, to } = looked.period
  await sql`
    with old as (
      delete from counted_period
      where list = ${list} and kind = ${kind} and from_on = ${day(from)} and to_on = ${day(to)} returning id
    ) delete from member where period_id in (select id from old)`.execute(db)
  const { id } = await db
    .insertInto('counted_period')
    .values({
      list,
      kind,
      from_on: day(from),
      to_on: day(to),
      answered_on: day(answeredOn),
      as_at: day(looked.asAt),
      provisional: looked.provisional,
      definitions,
      counted_at: countedAt,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export type KeptMember = Omit<MemberFacts, 'period'> & { readonly periodId: number }

/** Adds members, however many. */
export async function addMembers(db: Db, members: readonly KeptMember[]): Promise<void> {
  if (members.length === 0) return
  await sql`
    insert into member (period_id, subject_id, record_id, placed, answers, measures, attributes)
    select "periodId", subject, record, placed, answers, measures, attributes
    from json_to_recordset(${JSON.stringify(members)}::json) as added (
      "periodId" integer, subject bigint, record bigint, placed text, answers text, measures jsonb, attributes jsonb
    )`.execute(db)
}

/**
 * Waits until nobody else is counting these subjects, and forgets what they are counted as, in every list and period. Whoever calls counts
 * them again in the same transaction.
 */
export async function forgetMembers(db: Db, subjects: readonly SubjectId[]): Promise<void> {
  await useLists(db)
  await sql`select from subject where id = any(${[...subjects]}::bigint[]) order by id for update`.execute(db)
  await sql`delete from member where subject_id = any(${[...subjects]}::bigint[])`.execute(db)
}

/** The members of counted periods, in order of subject and record. */
export async function findMembers(
  db: Db,
  periodIds: readonly number[],
  subjects?: readonly SubjectId[],
): Promise<readonly KeptMember[]> {
  let query = db
    .selectFrom('member')
    .selectAll()
    .where('period_id', '=', sql<number>`any(${[...periodIds]}::integer[])`)
    .orderBy('subject_id')
    .orderBy('record_id')
  if (subjects !== undefined) query = query.where('subject_id', '=', sql<SubjectId>`any(${[...subjects]}::bigint[])`)
  return (await query.execute()).map((row) => ({
    periodId: row.period_id,
    subject: row.subject_id,
    record: row.record_id,
    placed: row.placed,
    answers: row.answers,
    measures: row.measures,
    attributes: row.attributes,
  }))
}

/** How many members of each counted period gave the same answers: enough to tally every figure of it. */
export async function findAnswered(
  db: Db,
  periodIds: readonly number[],
): Promise<ReadonlyMap<number, readonly Answered[]>> {
  const { rows } = await sql<Answered & { readonly periodId: number }>`
    select period_id as "periodId", placed, answers, measures, count(*) as members from member
    where period_id = any(${[...periodIds]}::integer[]) group by period_id, placed, answers, measures`.execute(db)
  const byPeriod = new Map(periodIds.map((id) => [id, [] as Answered[]] as const))
  for (const { periodId, ...answered } of rows) byPeriod.get(periodId)?.push(answered)
  return byPeriod
}
