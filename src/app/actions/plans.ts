import { type PlainDate, shortText } from '../../core/dates/plain-date.ts'
import type { Indicator } from '../../core/definitions/indicator.ts'
import { rag } from '../../core/figures/judge.ts'
import type { Account } from '../../store/accounts.ts'
import {
  addObjective,
  addPlan,
  findObjectives,
  findPlans,
  type Objective,
  type ServicePlan,
  sayObjective,
} from '../../store/actions/plans.ts'
import type { Db } from '../../store/records/transaction.ts'
import type { App } from '../app.ts'
import { type FigureLine, findSeries, periodsWithFigures } from '../figures.ts'
import { Refused } from '../refused.ts'
import { monthOfToday, nobodysOwn, ownAuthority, promising } from './door.ts'

export type { ServicePlan }

/** The plans of services, the latest first; none while the store holds nobody's children. */
export const listPlans = async (app: App, db: Db = app.store.db): Promise<readonly ServicePlan[]> =>
  app.own === undefined ? [] : findPlans(db, app.own.key)

/** An objective with what its measure is now: the live figure of its indicator, or what somebody said. */
export type ObjectiveRead = Objective & {
  readonly figure: Indicator | undefined
  readonly line: FigureLine | undefined
  readonly now: number | null
  readonly isMet: boolean | undefined
  /** What was said of it, the first first. */
  readonly history: readonly Objective[]
}

export type PlanRead = { readonly plan: ServicePlan; readonly objectives: readonly ObjectiveRead[] }

/** A plan with its objectives, each held against what it is to reach. Refused where there is none of that number. */
export async function readPlan(app: App, number: number): Promise<PlanRead> {
  const authority = ownAuthority(app)
  const plan = (await listPlans(app)).find(({ id }) => id === number)
  if (plan === undefined) throw new Refused('not found', 'There is no plan of that number.')
  const all = (await findObjectives(app.store.db)).filter((one) => one.plan === number)
  const last = [...new Map(all.map((one) => [one.id, one] as const)).values()]
  const indicators = last.flatMap(({ indicator }) =>
    indicator === null ? [] : (app.catalogue.indicators.get(indicator) ?? []),
  )
  const period = (await periodsWithFigures(app, 'staff', authority.key, indicators)).findLast(
    ({ to }) => to <= app.clock.today,
  )
  const asked = {
    audience: 'staff',
    authority: authority.key,
    period: period ?? monthOfToday(app),
    periods: 1,
  } as const
  const series = indicators.length === 0 ? new Map() : await findSeries(app, indicators, asked)
  return {
    plan,
    objectives: last.map((objective) => {
      const line: FigureLine | undefined =
        objective.indicator === null ? undefined : series.get(objective.indicator)?.latest
      const now = objective.indicator === null ? objective.standsAt : (line?.value ?? null)
      const rating = rag(now, objective.goodIs, { target: objective.target })
      return {
        ...{ ...objective, line, now },
        figure: line?.indicator,
        isMet: rating === null ? undefined : rating === 'green',
        history: all.filter(({ id }) => id === objective.id),
      }
    }),
  }
}

/** The last that was said of an objective. Refused where there is none of that number. */
export async function findObjective(db: Db, number: number): Promise<Objective> {
  const found = (await findObjectives(db)).findLast(({ id }) => id === number)
  if (found === undefined) throw new Refused('not found', 'There is no objective of that number.')
  return found
}

export type PlanGiven = {
  readonly area: string
  readonly title: string
  readonly from: PlainDate | undefined
  readonly to: PlainDate | undefined
}

/** Makes a plan of a service, and gives its number. @throws Refused when they may not, or something is missing */
export function makePlan(app: App, account: Account, { area, title, from, to }: PlanGiven): Promise<number> {
  const authority = ownAuthority(app)
  return promising(app, account, { detail: 'makes a plan of a service', isOwn: nobodysOwn }, (db) => {
    if (!app.catalogue.areas.some(({ key }) => key === area)) throw new Refused('bad input', 'Choose the service.')
    if (title.trim() === '') throw new Refused('bad input', 'Say what the plan is called.')
    if (from === undefined || to === undefined)
      throw new Refused('bad input', 'Give the first and the last day of the plan.')
    if (to <= from) throw new Refused('bad input', `The plan ends on ${shortText(to)}, which is not after it begins.`)
    const by = { at: app.clock.now(), by: account.name, account: account.id }
    return addPlan(db, authority.key, { area, title: title.trim(), from, to, ...by })
  })
}

/** An objective as somebody writes it. */
export type ObjectiveGiven = {
  readonly what: string
  /** The key of an indicator; empty where it is measured otherwise. */
  readonly indicator: string
  readonly measure: string
  readonly goodIs: string
  readonly baseline: number | undefined
  readonly target: number | undefined
  readonly dueOn: PlainDate | undefined
}

/** Adds an objective to a plan. Measure, baseline and target are needed. @throws Refused when they may not, or something is missing */
export function agreeObjective(app: App, account: Account, plan: number, given: ObjectiveGiven): Promise<void> {
  ownAuthority(app)
  return promising(app, account, { detail: `adds an objective to plan ${plan}`, isOwn: nobodysOwn }, async (db) => {
    if (!(await listPlans(app, db)).some(({ id }) => id === plan))
      throw new Refused('not found', 'There is no plan of that number.')
    const said = objectiveOf(app, given)
    const by = { at: app.clock.now(), by: account.name, account: account.id }
    await sayObjective(db, { id: await addObjective(db, plan), ...said, standsAt: null, words: '', ...by })
  })
}

function objectiveOf(app: App, { what, indicator: key, measure, goodIs, baseline, target, dueOn }: ObjectiveGiven) {
  if (what.trim() === '') throw new Refused('bad input', 'Say what is to be reached.')
  const indicator = key === '' ? undefined : app.catalogue.indicators.get(key)
  if (indicator === undefined && measure.trim() === '')
    throw new Refused('bad input', 'Choose the figure that measures it, or say in words what is measured.')
  const good = indicator === undefined || indicator.goodIs === 'neither' ? goodIs : indicator.goodIs
  if (good !== 'high' && good !== 'low') throw new Refused('bad input', 'Say which way is better: higher or lower.')
  if (baseline === undefined) throw new Refused('bad input', 'Give the baseline: what the measure was to begin with.')
  if (target === undefined) throw new Refused('bad input', 'Give the target: what the measure is to reach.')
  if (dueOn === undefined) throw new Refused('bad input', 'Give the day by which it is reached.')
  return {
    what: what.trim(),
    indicator: indicator?.key ?? null,
    measure: measure.trim(),
    goodIs: good,
    baseline,
    target,
    dueOn,
  } as const
}

/** Says what a measure in words is now, and what is behind it. What was said before stays. @throws Refused when they may not, or it is missing */
export function tellObjective(
  app: App,
  account: Account,
  number: number,
  { standsAt, words }: { readonly standsAt: number | undefined; readonly words: string },
): Promise<void> {
  return promising(app, account, { detail: `objective ${number}`, isOwn: nobodysOwn }, async (db) => {
    const before = await findObjective(db, number)
    if (before.indicator !== null)
      throw new Refused('bad input', 'It is measured by a figure, which says by itself what it is now.')
    if (standsAt === undefined) throw new Refused('bad input', 'Give what the measure is now.')
    if (words.trim() === '') throw new Refused('bad input', 'Say how you know.')
    const by = { at: app.clock.now(), by: account.name, account: account.id }
    await sayObjective(db, { ...before, standsAt, words: words.trim(), ...by })
  })
}
