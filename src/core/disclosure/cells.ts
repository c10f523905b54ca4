import type { Unit } from '../definitions/indicator.ts'
import type { FrozenFigure } from '../figures/frozen.ts'
import { roundHalfUp } from '../figures/rounding.ts'
import { decimals } from '../figures/written.ts'
import { stepFor, toStep } from './averages.ts'
import type { Group, Groups } from './groups.ts'
import { type Cell, exactly, type Fact } from './knowledge.ts'
import { keyOf } from './related.ts'
import { type DisclosureRule, isSmall, smallText } from './rule.ts'
import type { Shown } from './shown.ts'

/** A figure that might be shown, with the groups behind it. */
export type Candidate = {
  readonly figure: FrozenFigure
  readonly groups: Groups
  /** Of how many people an average is, where it is one and that is known. */
  readonly averageOf: number | undefined
  /** Whether it is known how many people it is of; what is not known cannot be kept apart. */
  readonly isChecked: boolean
}

/** Whether a figure is of so few people, or of all but so few, that it says something of them. */
export const isOfFew = ({ groups }: Pick<Candidate, 'groups'>, rule: DisclosureRule): boolean =>
  Object.values(groups).some(({ count }) => isSmall(rule, count))

/**
 * A figure as it is written where it is shown: no more exactly than anybody reads it, and an average no more exactly than that nobody's own number can be told from it and
 * another. What a pooled figure is made of are no people, and stays out.
 */
export function wholeShown(
  { figure, groups, averageOf }: Pick<Candidate, 'figure' | 'groups' | 'averageOf'>,
  { roundedTo, averagesWithin = 0 }: DisclosureRule,
): Shown {
  const {
    value,
    numerator,
    denominator,
    definition: { unit },
  } = figure
  if (value === null) return nothing
  const rounded = (number: number) =>
    roundedTo === null ? number : Number(roundHalfUp(number / roundedTo, 0)) * roundedTo
  const isOfPeople = unit === 'count' || unit === 'per cent' || unit === 'per 10,000'
  const digits = roundedTo !== null && isOfPeople ? 0 : decimals[unit]
  const made = {
    numerator: of(numerator, rounded),
    denominator: unit === 'per 10,000' ? denominator : of(denominator, rounded),
  }
  const step = averageOf === undefined ? 10 ** -digits : stepFor(value, averageOf, { digits, within: averagesWithin })
  return {
    kind: 'whole',
    value: unit === 'count' ? rounded(value) : toStep(value, step, digits),
    ...(groups.counted === undefined ? { numerator: null, denominator: null } : made),
    roundedTo,
    words: step > 10 ** -digits ? averageWords(step, unit) : null,
  }
}

const averageWords = (step: number, unit: Unit): string => {
  const what = unit === 'per cent' ? '%' : unit === 'days' ? ' days' : ''
  return `To the nearest ${step}${what}: nobody’s own number is to be told from two averages.`
}

const of = (number: number | null, rounded: (number: number) => number) => (number === null ? null : rounded(number))

export const nothing: Shown = { kind: 'none', code: 'z', words: 'There is no figure: there was nobody to count.' }

export const smallShown = (rule: DisclosureRule): Shown => ({ kind: 'small', code: 'c', words: smallText(rule) })

/** The same words whether it is small itself or would give away what is: which of both is not for the public. */
export const withheldShown = (rule: DisclosureRule): Shown => ({
  kind: 'withheld',
  code: 'c',
  words: `Withheld: it is about ${smallText(rule)} people, or would let that be worked out.`,
})

export const uncheckedShown: Shown = {
  kind: 'withheld',
  code: 'c',
  words: 'Withheld: it is not known how many people it is about.',
}

/** What a figure tells when it is shown so. */
function tellsOf({ figure, groups }: Candidate, roundedTo: number | null): readonly Fact[] {
  const all = Object.values(groups)
  if (roundedTo === null) return all.map((group) => exactly(keyOf(group), group.count))
  const { counted, whole } = groups
  const numbers = [counted, whole].flatMap((group) => (group === undefined ? [] : [near(group, roundedTo)]))
  return counted !== undefined && whole !== undefined && figure.definition.unit === 'per cent'
    ? [...numbers, ...percentNear(counted, whole)]
    : numbers
}

/** Half up: to the nearest 10, 15 to 24 are 20. */
function near(group: Group, to: number): Fact {
  const middle = Number(roundHalfUp(group.count / to, 0)) * to
  return { terms: [[keyOf(group), 1]], least: middle - Math.floor(to / 2), most: middle + Math.ceil(to / 2) - 1 }
}

/** That a share is so many in a hundred when it is rounded. Twice over, to have no halves. */
function percentNear(counted: Group, whole: Group): readonly Fact[] {
  if (whole.count === 0) return []
  const percent = Number(roundHalfUp((100 * counted.count) / whole.count, 0))
  const terms = (times: number) =>
    [
      [keyOf(counted), 200],
      [keyOf(whole), times],
    ] as const
  return [
    { terms: terms(1 - 2 * percent), least: 0, most: Number.POSITIVE_INFINITY },
    { terms: terms(-1 - 2 * percent), least: Number.NEGATIVE_INFINITY, most: -1 },
  ]
}

/** The cell of a figure that is still to be decided. What is exempt, small or not known to be safe is withheld. */
export function openCell(
  key: string,
  one: Candidate,
  given: { readonly rule: DisclosureRule; readonly withhold: boolean; readonly worth: number },
): Cell {
  const { rule, withhold, worth } = given
  const isFew = isOfFew(one, rule)
  return {
    key,
    tells: tellsOf(one, rule.roundedTo),
    small: withhold ? [] : smallFacts(one, rule),
    is: withhold || isFew || !one.isChecked ? 'withheld' : 'open',
    notSmall: withhold ? null : notSmallKey(one, rule),
    worth,
  }
}

/** The cell of a figure that was published before. */
export function publishedCell(
  key: string,
  one: Candidate,
  { shown, rule }: { readonly shown: Shown; readonly rule: DisclosureRule },
): Cell {
  const isShown = shown.kind === 'whole'
  return {
    key,
    tells: isShown ? tellsOf(one, shown.roundedTo) : [],
    small: shown.kind === 'small' ? smallFacts(one, rule) : [],
    is: isShown ? 'shown for ever' : 'withheld for ever',
    notSmall: shown.kind === 'withheld' ? notSmallKey(one, rule) : null,
    worth: 0,
  }
}

const smallFacts = ({ figure, groups: { counted } }: Candidate, rule: DisclosureRule): readonly Fact[] =>
  figure.definition.unit === 'count' && counted !== undefined && isSmall(rule, counted.count)
    ? [{ terms: [[keyOf(counted), 1]], least: rule.smallest, most: rule.largest }]
    : []

const notSmallKey = ({ figure, groups: { counted } }: Candidate, rule: DisclosureRule): string | null =>
  figure.definition.unit === 'count' && counted !== undefined && !isSmall(rule, counted.count) ? keyOf(counted) : null
