import type { PlainDate } from '../../core/dates/plain-date.ts'
import { day } from '../column-types.ts'
import type { Db } from '../records/transaction.ts'

/** A plan of a service, from a day to the last of its days. */
export type ServicePlan = {
  readonly id: number
  readonly area: string
  readonly title: string
  readonly from: PlainDate
  readonly to: PlainDate
  readonly at: Date
  readonly by: string
}

/** An objective of a plan as it was last said. `baseline`, `target` and `standsAt` are numbers of its indicator, or of the measure in words. */
export type Objective = {
  readonly id: number
  readonly plan: number
  readonly what: string
  readonly indicator: string | null
  readonly measure: string
  readonly goodIs: 'high' | 'low'
  readonly baseline: number
  readonly target: number
  /** Of a measure in words: what it is now; null where nobody has said. */
  readonly standsAt: number | null
  readonly dueOn: PlainDate
  readonly words: string
  readonly at: Date
  readonly by: string
}

type By = { readonly account: number }

export async function addPlan(
  db: Db,
  authority: string,
  { area, title, from, to, at, by, account }: Omit<ServicePlan, 'id'> & By,
): Promise<number> {
  const said = { authority, area, title, from_on: day(from), to_on: day(to) }
  const { id } = await db
    .insertInto('service_plan')
    .values({ ...said, made_at: at, account_id: account, made_by: by })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** The plans of an authority, the latest first. */
export async function findPlans(db: Db, authority: string): Promise<readonly ServicePlan[]> {
  const rows = await db
    .selectFrom('service_plan')
    .selectAll()
    .where('authority', '=', authority)
    .orderBy('from_on', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map(({ id, area, title, from_on, to_on, made_at, made_by }) => ({
    ...{ id, area, title, from: from_on, to: to_on, at: made_at, by: made_by },
  }))
}

/** Makes an objective of a plan, of which something is then said. */
export async function addObjective(db: Db, plan: number): Promise<number> {
  const { id } = await db
    .insertInto('plan_objective')
    .values({ plan_id: plan })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Keeps what an objective is from now on; what it was stays known. */
export async function sayObjective(db: Db, said: Omit<Objective, 'plan'> & By): Promise<void> {
  await db
    .insertInto('plan_objective_said')
    .values({
      ...{ objective_id: said.id, what: said.what, indicator: said.indicator, measure: said.measure },
      ...{ good_is: said.goodIs, baseline: said.baseline, target: said.target, stands_at: said.standsAt },
      ...{ due_on: day(said.dueOn), words: said.words, said_at: said.at, account_id: said.account, said_by: said.by },
    })
    .execute()
}

/** All that was ever said of the objectives of an authority's plans, in order: of each the last holds. */
export async function findObjectives(db: Db): Promise<readonly Objective[]> {
  const rows = await db
    .selectFrom('plan_objective_said')
    .innerJoin('plan_objective', 'plan_objective.id', 'plan_objective_said.objective_id')
    .selectAll('plan_objective_said')
    .select('plan_objective.plan_id')
    .orderBy('plan_objective_said.id')
    .execute()
  return rows.map((row) => ({
    ...{ id: row.objective_id, plan: row.plan_id, what: row.what, indicator: row.indicator, measure: row.measure },
    ...{ goodIs: row.good_is, baseline: row.baseline, target: row.target, standsAt: row.stands_at },
    ...{ dueOn: row.due_on, words: row.words, at: row.said_at, by: row.said_by },
  }))
}
