import { type Selectable, sql } from 'kysely'
import { type Period, periodText } from '../../core/dates/period.ts'
import type { PlainDate } from '../../core/dates/plain-date.ts'
import type { Commentary, StepTaken } from '../../core/figures/month.ts'
import { day } from '../column-types.ts'
import type { Db } from '../records/transaction.ts'
import type { Tables } from '../tables.ts'
import type { Month } from './publications.ts'

const ofMonth = ({ dataset, authority, period }: Month) => ({
  dataset,
  authority,
  kind: period.kind,
  from_on: day(period.from),
  to_on: day(period.to),
})

/** Whoever else takes a step with a month, or writes of one, waits until the transaction has ended. */
export const holdMonths = (db: Db): Promise<unknown> =>
  sql`lock table month_step, commentary in share row exclusive mode`.execute(db)

/** Keeps a step that was taken with a month, and gives its number. */
export async function addStep(
  db: Db,
  month: Month,
  { step, words, at, by, account }: StepTaken & { readonly account: number },
): Promise<number> {
  const taken = { step, words, taken_at: at, account_id: account, taken_by: by }
  const { id } = await db
    .insertInto('month_step')
    .values({ ...ofMonth(month), ...taken })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** What was done with a month, in order. */
export async function findSteps(db: Db, { dataset, authority, period }: Month): Promise<readonly StepTaken[]> {
  const rows = await db
    .selectFrom('month_step')
    .selectAll()
    .where('dataset', '=', dataset)
    .where('authority', '=', authority)
    .where('kind', '=', period.kind)
    .where('from_on', '=', day(period.from))
    .orderBy('id')
    .execute()
  return rows.map(stepTaken)
}

const stepTaken = ({ step, words, taken_at, taken_by }: Selectable<Tables['month_step']>): StepTaken => ({
  ...{ step, words, at: taken_at, by: taken_by },
})

/** A month with which something was done, or of which something was said. */
export type MonthBegun = {
  readonly period: Period
  readonly taken: readonly StepTaken[]
  readonly isWrittenOf: boolean
}

/** Every month of a dataset that was begun, in no order. */
export async function findBegun(db: Db, { dataset, authority }: Omit<Month, 'period'>): Promise<readonly MonthBegun[]> {
  const steps = await db
    .selectFrom('month_step')
    .selectAll()
    .where('dataset', '=', dataset)
    .where('authority', '=', authority)
    .orderBy('id')
    .execute()
  const said = await db
    .selectFrom('commentary')
    .select(['kind', 'from_on', 'to_on'])
    .distinct()
    .where('dataset', '=', dataset)
    .where('authority', '=', authority)
    .execute()
  const begun = new Map([...steps, ...said].map((row) => [periodText(periodOf(row)), periodOf(row)] as const))
  return [...begun].map(([month, period]) => ({
    period,
    taken: steps.filter((row) => periodText(periodOf(row)) === month).map(stepTaken),
    isWrittenOf: said.some((row) => periodText(periodOf(row)) === month),
  }))
}

const periodOf = ({ kind, from_on, to_on }: Pick<Selectable<Tables['month_step']>, 'kind' | 'from_on' | 'to_on'>) => ({
  ...{ kind, from: from_on, to: to_on },
})

export async function addCommentary(db: Db, month: Month, said: readonly Commentary[], account: number): Promise<void> {
  if (said.length === 0) return
  await db
    .insertInto('commentary')
    .values(said.map((one) => ({ ...ofMonth(month), ...rowOf(one), account_id: account })))
    .execute()
}

const rowOf = ({ section, indicator, goingWell, worries, doing, at, by }: Commentary) => ({
  section,
  indicator,
  going_well: goingWell,
  worries,
  doing,
  written_at: at,
  written_by: by,
})

/** All that was ever said of a month, in the order in which it was written: of several about one thing the last counts. */
export async function findCommentary(db: Db, { dataset, authority, period }: Month): Promise<readonly Commentary[]> {
  const rows = await db
    .selectFrom('commentary')
    .selectAll()
    .where('dataset', '=', dataset)
    .where('authority', '=', authority)
    .where('kind', '=', period.kind)
    .where('from_on', '=', day(period.from))
    .orderBy('id')
    .execute()
  return rows.map(said)
}

const said = (row: {
  section: string
  indicator: string | null
  going_well: string
  worries: string
  doing: string
  written_at: Date
  written_by: string
}): Commentary => ({
  section: row.section,
  indicator: row.indicator,
  goingWell: row.going_well,
  worries: row.worries,
  doing: row.doing,
  at: row.written_at,
  by: row.written_by,
})

/** Keeps with a frozen month what was said of it by then. */
export async function freezeCommentary(db: Db, publication: number, month: Month): Promise<void> {
  const { dataset, authority, period } = month
  await sql`
    insert into publication_commentary (
      publication_id, section, indicator, going_well, worries, doing, written_at, account_id, written_by
    )
    select distinct on (section, indicator)
      ${publication}::integer, section, indicator, going_well, worries, doing, written_at, account_id, written_by
    from commentary
    where dataset = ${dataset} and authority = ${authority} and kind = ${period.kind} and from_on = ${day(period.from)}
    order by section, indicator, id desc`.execute(db)
}

/** What was said of a frozen month when it was frozen. */
export async function findFrozenCommentary(db: Db, publication: number): Promise<readonly Commentary[]> {
  const rows = await db
    .selectFrom('publication_commentary')
    .selectAll()
    .where('publication_id', '=', publication)
    .orderBy('section')
    .orderBy('indicator')
    .execute()
  return rows.map(said)
}

/** The files of records that were loaded last, as known on one day. */
export type Extract = {
  readonly knownOn: PlainDate
  readonly files: number
  readonly rows: number
  readonly at: Date
  readonly by: string
}

/** The last extract that is known on a day or after it: the month's own, once there is one. */
export async function findExtract(db: Db, from: PlainDate): Promise<Extract | undefined> {
  const { rows } = await sql<Extract>`
    select known_on as "knownOn", count(*) as files, sum(row_count)::bigint as rows, max(recorded_at) as at,
      (array_agg(recorded_by order by id desc))[1] as by
    from import_batch
    where known_on >= ${day(from)} and exists (select from import_window where batch_id = import_batch.id)
    group by known_on order by known_on desc limit 1`.execute(db)
  return rows[0]
}
