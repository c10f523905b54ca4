import { type RawBuilder, sql } from 'kysely'
import type { MemberFacts } from '../../core/counting/count.ts'
import type { Looked } from '../../core/counting/plan.ts'
import type { Period } from '../../core/dates/period.ts'
import { type PlainDate, toText } from '../../core/dates/plain-date.ts'
import type { SubjectId } from '../../core/definitions/field.ts'
import { anyOf, day } from '../column-types.ts'
import type { Db } from '../records/transaction.ts'

/** A period of a list as it was counted. `id` is what its members are kept under. */
export type CountedPeriod = Pick<Looked, 'period' | 'asAt' | 'provisional'> & {
  readonly id: number
  /** The first of the periods of its list that were counted with it: their ids follow one another. */
  readonly batch: number
  readonly list: string
  /** The day whose knowledge the answers are of. */
  readonly answeredOn: PlainDate
  readonly definitions: string
}

/** Waits for whoever else is counting everything, and lets nobody begin. Whoever counts one subject takes it in the weaker mode. */
export const holdLists = (db: Db): Promise<unknown> =>
  sql`lock table counted_period in share row exclusive mode`.execute(db)
export const useLists = (db: Db): Promise<unknown> => sql`lock table counted_period in row exclusive mode`.execute(db)

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
    batch: row.batch,
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

/** What the members of a period are kept under. Periods of one batch, one after another, have ids one after another. */
export type KeptUnder = Pick<CountedPeriod, 'id' | 'batch'>

export type Begun = {
  /** What to keep the members of each period under, in the order in which the periods were given. */
  readonly under: readonly KeptUnder[]
  /**
   * Begins the periods, and forgets whoever was in them. It need not come first: ask it once what is needed for counting has been asked for, count meanwhile, and wait for
   * it before the transaction ends. It says why, when it could not be done.
   */
  begin(): Promise<unknown>
}

/**
 * Begins periods of lists anew: whoever was in them is forgotten, for all of each is about to be counted. However many there are, four questions, of which only the
 * first is waited for.
 * @param periods those of a list after one another, the earliest first
 */
export async function beginPeriods(db: Db, periods: readonly NewPeriod[]): Promise<Begun> {
  const ids = await nextIds(db, periods.length)
  const batches = new Map<string, number>()
  const under = periods.map(({ list }, place) => {
    const id = ids[place] ?? HIGHEST
    const batch = batches.get(list) ?? id
    batches.set(list, batch)
    return { id, batch }
  })
  return { under, begin: () => beginUnder(db, periods, under) }
}

/** Numbered one after another, for nobody else begins any meanwhile. */
async function nextIds(db: Db, many: number): Promise<readonly number[]> {
  const { rows } = await sql<{ id: number }>`
    select nextval(pg_get_serial_sequence('counted_period', 'id'))::integer as id from generate_series(1, ${many}::integer)`.execute(
    db,
  )
  return rows.map(({ id }) => id)
}

async function beginUnder(db: Db, periods: readonly NewPeriod[], under: readonly KeptUnder[]): Promise<void> {
  const given = periods.map(({ list, looked: { period, asAt, provisional }, answeredOn, definitions }, place) => ({
    ...under[place],
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
    id integer, batch integer, list text, kind text, from_on date, to_on date, answered_on date, as_at date, provisional boolean, definitions text
  )`
  const old = await forgetPeriods(db, asked)
  await sql`
    insert into counted_period (id, batch, list, kind, from_on, to_on, answered_on, as_at, provisional, definitions, counted_at)
    overriding system value
    select id, batch, list, kind, from_on, to_on, answered_on, as_at, provisional, definitions, ${periods[0]?.countedAt}::timestamptz
    from ${asked}`.execute(db)
  await forgetThoseIn(db, old, under[0]?.id ?? HIGHEST)
}

/** Where the stretches may lie of members that were in periods which are forgotten, and in no other. */
type Between = { readonly from: number; readonly before: number }

/**
 * Forgets periods that were counted. Tells where those lie who were in them alone: a member whose stretch reaches into another period, which is still counted, is kept
 * for that. None begins before its batch, and what is left there of periods long forgotten is not looked through.
 */
async function forgetPeriods(db: Db, asked: RawBuilder<unknown>): Promise<readonly Between[]> {
  const { rows } = await sql<Between>`
    with old as (
      delete from counted_period using ${asked}
      where counted_period.list = asked.list and counted_period.kind = asked.kind
        and counted_period.from_on = asked.from_on and counted_period.to_on = asked.to_on returning counted_period.id
    ), beside as (
      select old.id is not null as is_old, batch,
        coalesce(max(counted_period.id) filter (where old.id is null) over (order by counted_period.id), 0) as after,
        coalesce(min(counted_period.id) filter (where old.id is null) over (order by counted_period.id desc), ${HIGHEST}) as before
      from counted_period left join old on old.id = counted_period.id
    )
    select greatest(min(batch), after + 1) as "from", before from beside where is_old group by after, before`.execute(
    db,
  )
  return rows
}

/** Forgets members by where they lie, which stands in the question as numbers, so that the database sees how few it looks for. Those of periods from `begun` on are new. */
async function forgetThoseIn(db: Db, old: readonly Between[], begun: number): Promise<void> {
  if (old.length === 0) return
  const between = old.map(({ from, before }) => {
    const end = Math.min(before, begun)
    return sql`first_period >= ${from}::integer and first_period < ${end}::integer and last_period < ${end}::integer`
  })
  await sql`delete from member where (${sql.join(between, sql`) or (`)})`.execute(db)
}

/** No period has a higher number: the last there is of integers. */
const HIGHEST = 2_147_483_647

export type KeptMember = Omit<MemberFacts, 'period'> & { readonly periodId: number }

/** The members of counted periods, in order of subject and record. */
export async function findMembers(
  db: Db,
  periods: readonly KeptUnder[],
  subjects?: readonly SubjectId[],
): Promise<readonly KeptMember[]> {
  if (periods.length === 0) return []
  const wanted = new Set(periods.map(({ id }) => id))
  const { rows } = await sql<Stretch>`
    select first, last, subject_id as subject, record_id as record, placed, answers, measures as numbers, attributes as texts
    from ${reachingInto(periods)}
    where ${subjects === undefined ? sql`true` : sql`subject_id = any(${[...subjects]}::bigint[])`}
    order by subject_id, record_id, first_period`.execute(db)
  const numbersIn = reading<number | null>()
  const textsIn = reading<string | null>()
  return rows.flatMap(({ first, last, subject, record, placed, answers, numbers, texts }) => {
    const members: KeptMember[] = []
    const measures = numbersIn(numbers)
    const attributes = textsIn(texts)
    for (let periodId = first; periodId <= last; periodId++)
      if (wanted.has(periodId)) members.push({ periodId, subject, record, placed, answers, measures, attributes })
    return members
  })
}

type Stretch = Omit<KeptMember, 'periodId' | 'measures' | 'attributes'> & {
  readonly first: number
  readonly last: number
  readonly numbers: string
  readonly texts: string
}

/** Reads lists as `MembersKept` writes them. One that is what the last was is the same: from member to member many are alike. */
export function reading<One>(): (text: string) => readonly One[] {
  let before = { text: '[]', list: [] as readonly One[] }
  return (text) => {
    if (text !== before.text) before = { text, list: JSON.parse(text) }
    return before.list
  }
}

/**
 * Members whose stretch reaches into periods, or lies between those of one batch, with the first and last of the periods asked about that it may reach into. Whatever
 * reaches into a batch has begun in it. For each batch one question, so that the database sees how few it looks for.
 */
export function reachingInto(periods: readonly KeptUnder[]): RawBuilder<unknown> {
  const batches = new Map<number, { low: number; high: number }>()
  for (const { id, batch } of periods) {
    const { low, high } = batches.get(batch) ?? { low: id, high: id }
    batches.set(batch, { low: Math.min(low, id), high: Math.max(high, id) })
  }
  const each = [...batches].map(
    ([batch, { low, high }]) => sql`
      select greatest(first_period, ${low}::integer) as first, least(last_period, ${high}::integer) as last, member.* from member
      where first_period between ${batch}::integer and ${high}::integer and last_period >= ${low}::integer`,
  )
  return sql`(${sql.join(each, sql` union all `)}) as member`
}
