import {
  type Action,
  type ActionStanding,
  type FrozenAction,
  soonestFirst,
  standingOfAction,
  standsWith,
} from '../../core/actions/action.ts'
import type { Period } from '../../core/dates/period.ts'
import type { Publication } from '../../core/figures/frozen.ts'
import { listAccounts } from '../../store/accounts.ts'
import { findActions, findFrozenActions } from '../../store/actions/actions.ts'
import type { Db } from '../../store/records/transaction.ts'
import type { App } from '../app.ts'
import { Refused } from '../refused.ts'
import { ownAuthority } from './door.ts'
import { listPlans } from './plans.ts'

export type { FrozenAction }

/** An action with how it stands and where it comes from, in words. It names no child. */
export type ActionRead = Action &
  ActionStanding & {
    /** `Corporate Parenting dataset, Health`, or the plan. */
    readonly source: string
    readonly section: string
    /** What the figure is called that it is about. */
    readonly figure: string | null
  }

/** Every action that was ever agreed, the longest overdue first, then what is due soonest, then those that are closed, the latest first. */
export async function readActions(app: App, db: Db = app.store.db): Promise<readonly ActionRead[]> {
  if (app.own === undefined) return []
  const plans = new Map((await listPlans(app, db)).map((plan) => [plan.id, plan.title] as const))
  const all = await findActions(db, app.own.key)
  const read = all.map((action) => ({
    ...action,
    ...standingOfAction(action, app.clock.today),
    ...sourceOf(app, plans, action),
  }))
  const open = read.filter(({ isOpen }) => isOpen).toSorted(soonestFirst)
  return [...open, ...read.filter(({ isOpen }) => !isOpen).toSorted((a, b) => b.last.on - a.last.on || b.id - a.id)]
}

function sourceOf(app: App, plans: ReadonlyMap<number, string>, { origin }: Action) {
  if (origin.from === 'objective') {
    const title = plans.get(origin.plan) ?? 'A plan'
    return { source: title, section: title, figure: null }
  }
  const dataset = app.catalogue.datasets.get(origin.dataset)
  const section = dataset?.sections.find(({ key }) => key === origin.section)?.label ?? origin.section
  const indicator = origin.indicator === null ? undefined : app.catalogue.indicators.get(origin.indicator)
  return { source: dataset?.label ?? origin.dataset, section, figure: indicator?.label ?? origin.indicator }
}

/** The actions that stand with a month of a dataset: those that were agreed in it, and those that were carried on to it. */
export async function actionsWith(app: App, dataset: string, period: Period): Promise<readonly ActionRead[]> {
  return (await readActions(app)).filter((action) => standsWith(action, dataset, period))
}

/** The actions of a frozen version of a month as they stood when it was frozen. */
export const frozenActions = (app: App, { id }: Publication): Promise<readonly FrozenAction[]> =>
  findFrozenActions(app.store.db, id)

/** One action with all that was said of it. Refused where there is none of that number. */
export async function readAction(app: App, number: number): Promise<ActionRead> {
  ownAuthority(app)
  const found = (await readActions(app)).find(({ id }) => id === number)
  if (found === undefined) throw new Refused('not found', 'There is no action of that number.')
  return found
}

/** Who can own an action: everybody with an account that has not ended, by name. */
export async function possibleOwners(
  app: App,
): Promise<readonly { readonly userName: string; readonly name: string }[]> {
  const accounts = await listAccounts(app.store.db)
  return accounts
    .filter(({ endedAt }) => endedAt === null)
    .map(({ userName, name }) => ({ userName, name }))
    .toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB'))
}
