import type { Counts, Population, Test } from '../counting/define.ts'
import { coverage } from '../dates/period.ts'
import type { PlainDate } from '../dates/plain-date.ts'
import type { Term } from '../dates/school-terms.ts'
import type { Indicator } from '../definitions/indicator.ts'
import type { FrozenFigure } from '../figures/frozen.ts'

/** A number of people (or records) that a figure is made of, as its definition describes them. */
export type Group = {
  /** Among which records they are found: groups that are found otherwise have nothing to do with each other. */
  readonly found: string
  /** The days looked at. A day alone is a state; more are a stretch, in which things happen. */
  readonly from: PlainDate
  readonly to: PlainDate
  /** What is true of each of them: whoever has more of these true is among those who have fewer. */
  readonly holds: readonly string[]
  readonly count: number
  /** Whether they are found by the day on which something happened: a longer stretch then has whatever a shorter one in it has. */
  readonly isDated: boolean
}

/** The groups that a figure is made of: those counted, and of a share all and the rest. */
export type Groups = { readonly counted?: Group; readonly whole?: Group; readonly rest?: Group }

/** Numbers tests, so that the same test has the same number in all definitions. */
export function numbering(): (test: Test) => number {
  const numbers = new Map<Test, number>()
  return (test) => {
    const number = numbers.get(test) ?? numbers.size
    numbers.set(test, number)
    return number
  }
}

export type Looking = {
  readonly terms: readonly Term[]
  readonly numberOf: (test: Test) => number
  /** Which groups were looked at together already. */
  readonly related: Set<string>
}

/**
 * The groups behind a figure. A figure of which it is not known how it is counted here is only like itself: its groups have a place of their own.
 * Nothing at all of one that does not say what it is a share of.
 */
export function groupsOf(figure: FrozenFigure, indicator: Indicator | undefined, looking: Looking): Groups {
  const { unit } = figure.definition
  const make = placer(figure, indicator, looking)
  const { value, numerator, denominator } = figure
  if (value === null) return {}
  switch (unit) {
    case 'count':
      return { counted: make.counted(value) }
    case 'per 10,000':
      return numerator === null ? {} : { counted: make.counted(numerator) }
    case 'days':
    case 'score':
      return denominator === null ? {} : { counted: make.measured(denominator) }
    case 'per cent':
    case 'ratio':
      if (numerator === null || denominator === null || make.isPooled) return {}
      return {
        counted: make.counted(numerator),
        whole: make.whole(denominator),
        rest: make.rest(denominator - numerator),
      }
  }
}

function placer({ indicator: key, period }: FrozenFigure, indicator: Indicator | undefined, looking: Looking) {
  const counts = indicator?.counts
  const span = indicator === undefined ? period : coverage(indicator.covers, period, looking.terms)
  const found = counts === undefined ? key : foundBy(counts.population)
  const base = counts === undefined ? [] : holdsOf(counts, looking.numberOf)
  const asked = Object.values(counts?.counted ?? {}).map(looking.numberOf)
  const group = (holds: readonly string[], count: number): Group => ({
    found,
    from: span.from,
    to: span.to,
    holds: [...new Set(holds)].toSorted(),
    count,
    isDated: counts?.population.each.when === 'dated',
  })
  const leaves = counts?.whenNotKnown === 'leaves' ? [`answered ${asked.join('&')}`] : []
  const own = counts === undefined ? ['counted'] : asked.map((one) => `+${one}`)
  const not = counts === undefined ? ['not counted'] : [`-${asked.join('&')}`]
  return {
    isPooled: counts?.measure?.summary === 'pooled',
    counted: (count: number) => group([...base, ...own], count),
    measured: (count: number) => group([...base, ...own, 'measured', key], count),
    whole: (count: number) => group([...base, ...leaves], count),
    rest: (count: number) => group([...base, ...not], count),
    people: (count: number) => group(base, count),
  }
}

const foundBy = ({ each: { member, type, role, when, on, of } }: Population): string =>
  [member, type.key, role, when, on, ...(of === undefined ? [] : [`${of.field} ${of.codes.join()}`])].join('|')

/** What is true of everybody in a population, and in those that it narrows. */
const populationHolds = (of: Population, numberOf: Looking['numberOf']): readonly string[] => [
  ...(of.within === undefined ? [] : populationHolds(of.within, numberOf)),
  ...Object.values(of.include).map((test) => `+${numberOf(test)}`),
  ...Object.values(of.exclude).map((test) => `-${numberOf(test)}`),
]

const holdsOf = ({ population, without = {} }: Counts, numberOf: Looking['numberOf']): readonly string[] => [
  ...populationHolds(population, numberOf),
  ...Object.values(without).map((test) => `-${numberOf(test)}`),
]

/** Those whose numbers a pooled figure is the sum of, with as many as are given; undefined of any other figure. */
export function pooledFrom(
  figure: FrozenFigure,
  indicator: Indicator | undefined,
  looking: Looking,
): Group | undefined {
  const make = placer(figure, indicator, looking)
  return make.isPooled ? make.people(0) : undefined
}

/** All of a population, over some days: the group that a figure of everybody in it is of. */
export const everybodyIn = (
  of: Population,
  numberOf: Looking['numberOf'],
  { from, to }: Pick<Group, 'from' | 'to'>,
): Omit<Group, 'count' | 'isDated'> => ({
  found: foundBy(of),
  from,
  to,
  holds: [...new Set(populationHolds(of, numberOf))].toSorted(),
})

/** Groups with the same name are the same people. */
export const nameOf = ({ found, from, to, holds }: Omit<Group, 'count' | 'isDated'>): string =>
  `${found} ${from}-${to} ${holds.join(',')}`
