import type { Period } from '../dates/period.ts'
import type { PlainDate } from '../dates/plain-date.ts'

/** What is to be done, by whom, by when, and how we shall know that it helped. */
export type Terms = {
  readonly what: string
  readonly owner: { readonly account: number; readonly name: string }
  /** The last day that is in time. */
  readonly dueOn: PlainDate
  readonly howKnown: string
}

/**
 * Something that was said of an action. Nothing is overwritten: the last terms hold. `words`: why it was changed, how far it has come, what came of it (the evidence);
 * `impact`: what it changed for children and young people, of one that is closed.
 */
export type ActionSaid = {
  readonly step: 'agreed' | 'changed' | 'progress' | 'closed' | 'opened again'
  readonly terms: Terms
  readonly words: string
  readonly impact: string
  readonly at: Date
  /** The day on which it was said. */
  readonly on: PlainDate
  readonly by: string
}

/** Where an action comes from: the commentary of a month (of a section, or of one figure in it), or an objective of a service's plan. */
export type ActionOrigin =
  | {
      readonly from: 'month'
      readonly dataset: string
      readonly period: Period
      readonly section: string
      readonly indicator: string | null
    }
  | { readonly from: 'objective'; readonly plan: number; readonly objective: number }

export type Action = { readonly id: number; readonly origin: ActionOrigin; readonly said: readonly ActionSaid[] }

/** An action as it stood when a month was frozen. */
export type FrozenAction = {
  readonly id: number
  readonly section: string
  readonly indicator: string | null
  /** The month in which it was agreed, as it is written in addresses. */
  readonly agreedIn: string
} & Pick<ActionSaid, 'step' | 'words' | 'impact' | 'on' | 'by'> & {
    readonly terms: Omit<ActionSaid['terms'], 'owner'> & { readonly owner: string }
  }

/** How an action stands now. */
export type ActionStanding = {
  readonly terms: Terms
  /** What was said last. */
  readonly last: ActionSaid
  readonly agreed: ActionSaid
  readonly isOpen: boolean
  readonly isOverdue: boolean
}

/** How an action stood at the end of a day, of all that was said of it. */
export function standingOfAction({ id, said }: Action, today: PlainDate): ActionStanding {
  const [agreed, last] = [said[0], said.at(-1)]
  if (agreed === undefined || last === undefined) throw new Error(`Nothing was ever said of action ${id}`)
  const isOpen = last.step !== 'closed'
  return { terms: last.terms, last, agreed, isOpen, isOverdue: isOpen && last.terms.dueOn < today }
}

/**
 * Whether an action of a month's commentary stands with a month: it was agreed in it or before, and is carried on until it is closed; once closed it stands with the
 * month in whose cycle that was said.
 */
export function standsWith(action: Action, dataset: string, period: Period): boolean {
  const { origin } = action
  if (origin.from !== 'month' || origin.dataset !== dataset || origin.period.from > period.from) return false
  const last = action.said.at(-1)
  return last !== undefined && (last.step !== 'closed' || last.on >= period.to)
}

/** The longest overdue first, then what is due soonest. */
export const soonestFirst = (a: Due, b: Due): number => a.terms.dueOn - b.terms.dueOn

type Due = { readonly terms: Pick<Terms, 'dueOn'> }
