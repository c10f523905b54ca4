import { type QualityRead, type RuleOpen, turning } from '../../../app/quality/read.ts'
import type { RuleSort } from '../../../app/quality/rules.ts'
import { periodLabel } from '../../../core/dates/period.ts'
import type { Who } from '../../session.ts'
import { monthAddress } from '../month/asked.ts'
import { many } from '../month/words.ts'
import { type Asked, qualityAddress } from './asked.ts'
import { moveView } from './move-view.ts'

/** So many figures stand beside a rule; the others stand on its own page. */
const MOST_MOVES = 2

/** Errors by rule: those that could move most first. */
export function overviewView({ rules, about, acceptedThen, month, whose }: QualityRead, who: Who) {
  const asked = { ...month, whose }
  const errors = rules.reduce((sum, one) => sum + one.errors, 0)
  const notShown = rules.reduce((sum, one) => sum + one.notShown, 0)
  const turns = new Set(rules.flatMap(({ moves }) => moves.flatMap((one) => (one.turns ? [one.indicator.key] : []))))
  return {
    page: pageOf('Data quality', who),
    heading: headingOf({ errors: errors + notShown, turns: turns.size, whose }),
    lead: `${periodLabel(month.period)}, as the record stands now, about ${many(about, 'person or household', 'people and households')} whose record you may open. What is put right is gone from here at once.`,
    tabs: tabs(asked, 'rules'),
    whose: whoseLinks('', asked),
    accepted: acceptedText(acceptedThen, rules),
    month: { label: `The month of ${periodLabel(month.period)}`, href: monthAddress(month) },
    csv: qualityAddress('.csv', asked),
    rules: rules.map((one) => ruleView(one, asked)),
    someKept: notShown > 0,
    someAsked: rules.some(({ assigned }) => assigned > 0),
    someAccepted: rules.some(({ accepted }) => accepted > 0),
    nothing: nothingText(whose),
  }
}

export const pageOf = (title: string, { account, form }: Who) => ({
  title,
  navigation: 'publish' as const,
  who: { name: account.name, form },
})

type Counted = { readonly errors: number; readonly turns: number; readonly whose: Asked['whose'] }

function headingOf({ errors, turns, whose }: Counted): string {
  const forWhom = whose === 'mine' ? ' for you to put right' : whose === 'team' ? ' for your team to put right' : ''
  if (errors === 0) return `No errors of data${forWhom}`
  const found = `${many(errors, 'error of data', 'errors of data')}${forWhom}`
  return turns === 0
    ? found
    : `${found}: ${many(turns, 'figure')} could turn against ${turns === 1 ? 'its target' : 'their targets'}`
}

const acceptedText = (then: number | undefined, rules: readonly RuleOpen[]): string | undefined => {
  if (then === undefined) return undefined
  const still = rules.reduce((sum, one) => sum + one.accepted, 0)
  return `When the quality of this month was last seen, ${many(then, 'error')} stood open and ${then === 1 ? 'was' : 'were'} accepted. Of those that you may see, ${still} ${still === 1 ? 'is' : 'are'} still open.`
}

const nothingText = (whose: Asked['whose']): string =>
  whose === 'mine'
    ? 'Nothing is missing or contradicts itself about those who are your work, and nobody has asked you to put anything right.'
    : 'Nothing is missing on the record that a figure, a clock or a list asks for, and nothing in it contradicts itself.'

const sorts: Readonly<Record<RuleSort, string>> = {
  'not known': 'A figure does not know it',
  clock: 'It cannot be told when it is due',
  list: 'A list of what is missing',
  contradiction: 'Records contradict one another',
  invalid: 'No form would have taken it',
  return: 'The returns of two years do not agree',
}

export const sortText = (sort: RuleSort): string => sorts[sort]

function ruleView(one: RuleOpen, asked: Asked) {
  const { rule, errors, notShown, assigned, accepted, moves } = one
  return {
    label: rule.label,
    sort: sortText(rule.sort),
    href: qualityAddress(`/rules/${rule.key}`, asked),
    errors,
    notShown: notShown === 0 ? undefined : `${notShown} more`,
    assigned,
    accepted,
    turns: turning(one),
    moves: moves.slice(0, MOST_MOVES).map((move) => moveView(move, asked.period)),
    more: moves.length > MOST_MOVES ? `and ${many(moves.length - MOST_MOVES, 'other figure')}` : undefined,
  }
}

/** By rule, or by child. */
export const tabs = (asked: Asked, here: 'rules' | 'children') => [
  { label: 'By rule', href: qualityAddress('', asked), here: here === 'rules' },
  { label: 'By child', href: qualityAddress('/children', asked), here: here === 'children' },
]

/** Whose errors are looked at, as links. */
export const whoseLinks = (path: string, asked: Asked) =>
  (
    [
      ['all', 'Everybody'],
      ['team', 'My teams'],
      ['mine', 'Mine'],
    ] as const
  ).map(([whose, label]) => ({
    label,
    href: qualityAddress(path, { ...asked, whose }),
    here: asked.whose === whose,
  }))
