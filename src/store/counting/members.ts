import { type RawBuilder, sql } from 'kysely'
import type { MemberFacts } from '../../core/counting/count.ts'
import type { Looked } from '../../core/counting/plan.ts'
import type { Answered } from '../../core/counting/tally.ts'
import type { Period } from '../../core/dates/period.ts'
import { type PlainDate, toText } from '../../core/dates/plain-date.ts'
import type { SubjectId } from '../../core/definitions/field.ts'
import { anyOf, day } from '../column-types.ts'
import { copyRows, copyText } from '../copy-rows.ts'
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

/**
 * Begins periods of lists anew: whoever was in them is forgotten, for all of each is about to be counted. Gives what to keep the members of each under, in
 * the order in which they were given. However many there are, one question.
 */
export async function beginPeriods(db: Db, periods: readonly NewPeriod[]): Promise<readonly number[]> {
  const given = periods.map(({ list, looked: { period, asAt, provisional }, answeredOn, definitions }, place) => ({
    place,
    list,
    kind: period.kind,
    from_on: toText(period.from),
    to_on: toText(period.to),
    answered_on: toText(answeredOn),
    as_at: toText(asAt),
    provisional,
    definitions,
  }))
  const asked = sql`json_to_recordset(${JSON.stringify(given)}::json) as asked (
    place integer, list text, kind text, from_on date, to_on date, answered_on date, as_at date, provisional boolean, definitions text
  )`
  await sql`
    with old as (
      delete from counted_period using ${asked}
      where counted_period.list = asked.list and counted_period.kind = asked.kind
        and counted_period.from_on = asked.from_on and counted_period.to_on = asked.to_on returning counted_period.id
    ) delete from member where period_id in (select id from old)`.execute(db)
  const { rows } = await sql<{ id: number }>`
    with begun as (
      insert into counted_period (list, kind, from_on, to_on, answered_on, as_at, provisional, definitions, counted_at)
      select list, kind, from_on, to_on, answered_on, as_at, provisional, definitions, ${periods[0]?.countedAt}::timestamptz
      from ${asked} returning id, list, kind, from_on, to_on
    ) select begun.id from begun join ${asked} using (list, kind, from_on, to_on) order by place`.execute(db)
  return rows.map(({ id }) => id)
}

export type KeptMember = Omit<MemberFacts, 'period'> & { readonly periodId: number }

/** Keeps members while more are being counted: the database writes those before meanwhile. */
export class MembersKept {
  count = 0
  readonly #db: Db
  #lines = ''
  #writing: Promise<unknown> = Promise.resolve()
  // Members that follow one another often have the same list.
  #measures = written([])
  #attributes = written([])

  constructor(db: Db) {
    this.#db = db
  }

  add(periodId: number, { subject, record, placed, answers, measures, attributes }: Omit<MemberFacts, 'period'>): void {
    if (measures !== this.#measures.list) this.#measures = written(measures)
    if (attributes !== this.#attributes.list) this.#attributes = written(attributes)
    this.#lines += `${periodId}\t${subject}\t${record ?? '\\N'}\t${placed}\t${answers}\t${this.#measures.text}\t${this.#attributes.text}\n`
    this.count++
  }

  /** Sends what there is, if it is worth it. */
  async send(): Promise<void> {
    if (this.#lines.length >= CHARACTERS_AT_ONCE) await this.#write()
  }

  async end(): Promise<void> {
    if (this.#lines !== '') await this.#write()
    await this.#writing
  }

  async #write(): Promise<void> {
    await this.#writing
    const lines = Buffer.from(this.#lines)
    this.#lines = ''
    this.#writing = copyRows(this.#db, COLUMNS, [lines])
    // It is told when it is waited for.
    this.#writing.catch(() => {})
  }
}

const written = (list: readonly (string | number | null)[]) => ({ list, text: copyText(JSON.stringify(list)) })

/** As much as a socket takes at once. */
const CHARACTERS_AT_ONCE = 100_000
const COLUMNS = 'member (period_id, subject_id, record_id, placed, answers, measures, attributes)'

/**
 * Waits until nobody else is counting these subjects, and forgets what they are counted as in some periods. Whoever calls counts them again in the same
 * transaction.
 */
export async function forgetMembers(
  db: Db,
  subjects: readonly SubjectId[],
  periodIds: readonly number[],
): Promise<void> {
  await useLists(db)
  await sql`select from subject where id = any(${[...subjects]}::bigint[]) order by id for update`.execute(db)
  await sql`
    delete from member
    where subject_id = any(${[...subjects]}::bigint[]) and period_id = any(${[...periodIds]}::integer[])`.execute(db)
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

/** Of the marks and numbers of members, those at these places. */
export type Places = {
  readonly placed: readonly number[]
  readonly answers: readonly number[]
  readonly measures: readonly number[]
}

/**
 * How many members of each counted period gave the same answers at the places asked about: enough to tally every figure that is decided by those. What
 * stands at other places is not told.
 */
export async function findAnswered(
  db: Db,
  periodIds: readonly number[],
  { placed, answers, measures }: Places,
): Promise<ReadonlyMap<number, readonly Answered[]>> {
  const { rows } = await sql<Answered & { readonly periodId: number }>`
    select period_id as "periodId", ${marksAt('placed', placed)} as placed, ${marksAt('answers', answers)} as answers,
      ${measures.length === 0 ? sql`'[]'::jsonb` : sql`measures`} as measures, count(*) as members
    from member where period_id = any(${[...periodIds]}::integer[]) group by 1, 2, 3, 4`.execute(db)
  const byPeriod = new Map(periodIds.map((id) => [id, [] as Answered[]] as const))
  for (const { periodId, ...answered } of rows) byPeriod.get(periodId)?.push(answered)
  return byPeriod
}

/** The marks of a column with those at other places blotted out: what stands where stays so. */
function marksAt(column: 'placed' | 'answers', places: readonly number[]): RawBuilder<string> {
  const runs: { from: number; count: number }[] = []
  for (const place of new Set(places.toSorted((a, b) => a - b))) {
    const last = runs.at(-1)
    if (last !== undefined && last.from + last.count === place) last.count++
    else runs.push({ from: place, count: 1 })
  }
  const parts = runs.map(({ from, count }, at) => {
    const before = runs[at - 1]
    const gap = from - (before === undefined ? 0 : before.from + before.count)
    // The first of a text is at 1.
    return `'${'-'.repeat(gap)}' || substr(${column}, ${from + 1}, ${count})`
  })
  return sql.raw(parts.length === 0 ? "''::text" : parts.join(' || '))
}
