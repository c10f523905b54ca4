import type { Indicator } from '../definitions/indicator.ts'
import type { Mark, MemberFacts } from './count.ts'
import type { Counting } from './plan.ts'

/** What a figure is made of. Everybody in the population is in exactly one of `counted`, `notCounted`, `notKnown`. */
export type Tally = {
  readonly counted: number
  readonly notCounted: number
  readonly notKnown: number
  /** Those of whom it is not known whether they belong to the population at all: in no figure, and shown. */
  readonly notPlaced: number
  /** The numbers of those that count, for a mean or median, or to be pooled. */
  readonly numbers: readonly number[]
  /** Of a pooled figure, what each of those numbers is among. */
  readonly among: readonly number[]
}

/** Answers as they are kept, and of how many members they are. */
export type Answered = Pick<MemberFacts, 'placed' | 'answers' | 'measures'> & { readonly members: number }

/** What one member is in one figure: `1` counted, `0` not counted, `?` not known, `-` not in it; `!` not known whether in it. */
export type Verdict = Mark | '!'

type Facts = Pick<MemberFacts, 'placed' | 'answers' | 'measures'>

/** What a member with these answers is in a figure. Somebody who counts, and of whom the number is not known, is not known. */
export function verdict(counting: Counting, facts: Facts): Verdict {
  const is = answered(counting, facts)
  return is === '1' && (numberOf(counting, facts) === null || amongOf(counting, facts) === null) ? '?' : is
}

function answered(counting: Counting, { placed, answers }: Facts): Verdict {
  const isPlaced = markAt(placed, counting.placing)
  if (isPlaced === '0') return '-'
  let isKnown = isPlaced !== '?'
  for (const at of counting.without) {
    const isLeftOut = markAt(answers, at)
    if (isLeftOut === '1') return '-'
    if (isLeftOut === '?') isKnown = false
  }
  return isKnown ? allAt(answers, counting.counted) : '!'
}

/** Yes when all are; no as soon as one is, whatever is not known of the others; otherwise not known. */
function allAt(answers: string, places: readonly number[]): Mark {
  let all: Mark = '1'
  for (const at of places) {
    const one = markAt(answers, at)
    if (one === '0') return '0'
    if (one === '?') all = '?'
  }
  return all
}

function markAt(marks: string, at: number): Mark {
  const mark = marks[at]
  if (mark === '1' || mark === '0' || mark === '?') return mark
  throw new Error(`Place ${at} of “${marks}” was not asked: the list was made for other definitions`)
}

/** The one place where answers become figures. */
export function tally(counting: Counting, all: Iterable<Answered>): Tally {
  const members: Record<Verdict, number> = { '1': 0, '0': 0, '?': 0, '!': 0, '-': 0 }
  const [numbers, among]: [number[], number[]] = [[], []]
  for (const one of all) {
    const is = verdict(counting, one)
    members[is] += one.members
    if (is !== '1') continue
    repeat(numbers, numberOf(counting, one), one.members)
    repeat(among, amongOf(counting, one), one.members)
  }
  return {
    counted: members['1'],
    notCounted: members['0'],
    notKnown: members['?'],
    notPlaced: members['!'],
    numbers,
    among,
  }
}

function repeat(to: number[], number: number | null | undefined, times: number): void {
  if (typeof number === 'number') for (let n = 0; n < times; n++) to.push(number)
}

/** The number that a mean or median is made of; null where it is not known, undefined where none is asked for. */
export const numberOf = (
  { measure }: Counting,
  { measures }: Pick<MemberFacts, 'measures'>,
): number | null | undefined => (measure === undefined ? undefined : (measures[measure] ?? null))

/** What that number is among, of a pooled figure; null where it is not known, undefined where the figure is not pooled. */
export const amongOf = ({ among }: Counting, { measures }: Pick<MemberFacts, 'measures'>): number | null | undefined =>
  among === undefined ? undefined : (measures[among] ?? null)

/** A figure: its value, and what it is a share of. Not rounded: that is for who shows it. */
export type CountedFigure = {
  readonly value: number | null
  /** Members that count; of a pooled figure the sum of their numbers. */
  readonly numerator: number
  /** How many members count. */
  readonly counted: number
  readonly denominator: number | null
  readonly notKnown: number
  readonly notPlaced: number
}

/**
 * The figure that a tally gives. Null where there is nothing to divide by: a share of nobody is not nought.
 * @param base the number of children 0 to 17 who live in the authority, for a rate
 */
export function figureOf(indicator: Indicator, tallied: Tally, base: number | undefined): CountedFigure {
  const { counted, notCounted, notKnown, notPlaced } = tallied
  const stays = indicator.counts?.whenNotKnown !== 'leaves'
  const all = counted + notCounted + (stays ? notKnown : 0)
  const about = { numerator: counted, counted, notKnown, notPlaced }
  const share = (whole: number | null, times: number) => ({
    ...about,
    denominator: whole,
    // Multiplied first: 277 of 400 is 69.25 and no hair less, which decides how it is rounded.
    value: whole === null || whole === 0 ? null : (counted * times) / whole,
  })
  if (indicator.counts?.measure?.summary === 'pooled') {
    const [of, among] = [sumOf(tallied.numbers), sumOf(tallied.among)]
    const value = among === 0 ? null : (of * (indicator.unit === 'per cent' ? 100 : 1)) / among
    return { ...about, numerator: of, denominator: among, value }
  }
  switch (indicator.unit) {
    case 'count':
      return { ...about, denominator: null, value: counted }
    case 'per cent':
      return share(all, 100)
    case 'per 10,000':
      return share(base ?? null, 10_000)
    case 'ratio':
      return share(all, 1)
    case 'days':
    case 'score':
      return { ...about, denominator: counted, value: summary(indicator, tallied.numbers) }
  }
}

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0)

function summary({ counts }: Indicator, numbers: readonly number[]): number | null {
  if (numbers.length === 0) return null
  if (counts?.measure?.summary !== 'median') return sumOf(numbers) / numbers.length
  const sorted = numbers.toSorted((a, b) => a - b)
  const [low = 0, high = 0] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]]
  return (low + high) / 2
}
