import type { Covers } from '../dates/period.ts'
import { coverage, type Period } from '../dates/period.ts'
import { addDays, type PlainDate } from '../dates/plain-date.ts'
import type { Calendar } from '../dates/working-days.ts'
import type { Indicator } from '../definitions/indicator.ts'
import type { RecordType } from '../definitions/record-type.ts'
import type { Attribute, Each, Measure, Population, Test, Tests } from './define.ts'

/** A period as a list of members is made for it. */
export type Looked = {
  readonly period: Period
  readonly from: PlainDate
  readonly to: PlainDate
  /** The day as at which members are asked: the last of the days looked at, or for a cohort the day it is ripe; never after the day of the answer. */
  readonly asAt: PlainDate
  /** Whether what happens after the day of the answer can still change it for lawful reasons. */
  readonly provisional: boolean
}

type NamedTest = { readonly name: string; readonly test: Test }

/** How one population's members are placed, by the places of its tests in the list. */
export type Placing = {
  readonly population: Population
  /** The place of the population that it narrows, or -1. */
  readonly within: number
  readonly include: readonly number[]
  readonly exclude: readonly number[]
}

/** How one indicator is counted, by places in the list. */
export type Counting = {
  readonly indicator: Indicator
  readonly placing: number
  readonly counted: readonly number[]
  readonly without: readonly number[]
  readonly measure: number | undefined
  /** Of a pooled figure, what the number is among. */
  readonly among: number | undefined
}

/** One list of members: indicators over the same records and the same days share it, and each question is asked once. */
export type MemberList = {
  readonly key: string
  readonly each: Each
  readonly covers: Covers
  readonly ripeAfter: Indicator['ripeAfter']
  readonly tests: readonly NamedTest[]
  readonly measures: readonly Measure[]
  readonly attributes: readonly (readonly [name: string, attribute: Attribute])[]
  readonly placings: readonly Placing[]
  readonly countings: readonly Counting[]
  /** What any of its rules reads, and the records that its members are found by. */
  readonly reads: readonly RecordType[]
  /** What decides whether somebody is in any of its populations: read first, and of most who may be members all there is to read. */
  readonly placedBy: readonly RecordType[]
}

/** The lists of members that these indicators need; those without a rule of counting need none. */
export function planLists(indicators: Iterable<Indicator>): readonly MemberList[] {
  const groups = new Map<string, Indicator[]>()
  for (const one of indicators) {
    const key = listKey(one)
    if (key !== undefined) groups.set(key, [...(groups.get(key) ?? []), one])
  }
  return [...groups].map(([key, members]) => list(key, members))
}

/** "Children with an episode open, at the end" as one word: what indicators must have in common to share a list. */
export function listKey({ counts, covers, ripeAfter }: Indicator): string | undefined {
  if (counts === undefined) return undefined
  const { member, type, role, when, on, of } = counts.population.each
  const codes = of === undefined ? [] : [`${of.field} ${of.codes.join()}`]
  return [member, type.key, role, when, on, ...codes, covers, ...(ripeAfter === undefined ? [] : [ripeAfter])].join('|')
}

function list(key: string, indicators: readonly Indicator[]): MemberList {
  const [first] = indicators
  if (first?.counts === undefined) throw new Error(`No indicator of the list ${key} says how it is counted`)
  const { covers, ripeAfter } = first
  return makeList({ key, covers, ripeAfter, population: first.counts.population, indicators })
}

/** The list of one population on a day, of which nothing is counted: for a work list. */
export const populationList = (population: Population): MemberList =>
  makeList({ key: population.key, covers: 'at the end', ripeAfter: undefined, population, indicators: [] })

type Making = Pick<MemberList, 'key' | 'covers' | 'ripeAfter'> & {
  /** One of those in the list: its members are found as those of all are. */
  readonly population: Population
  readonly indicators: readonly Indicator[]
}

function makeList({ population: first, indicators, ...about }: Making): MemberList {
  const tests: NamedTest[] = []
  const measures: Measure[] = []
  const placings: Placing[] = []
  const places = (named: Tests = {}) => Object.entries(named).map(([name, test]) => placeOf(tests, { name, test }))
  const place = (population: Population): number => {
    const at = placings.findIndex((one) => one.population === population)
    if (at >= 0) return at
    const within = population.within === undefined ? -1 : place(population.within)
    const { include, exclude } = population
    return placings.push({ population, within, include: places(include), exclude: places(exclude) }) - 1
  }
  place(first)
  const countings = indicators.flatMap((indicator): readonly Counting[] => {
    const { counts } = indicator
    if (counts === undefined) return []
    const { measure } = counts
    const among = measure?.summary === 'pooled' ? measure.among : undefined
    const placeMeasure = (one: Measure | undefined) =>
      one && (measures.includes(one) ? measures.indexOf(one) : measures.push(one) - 1)
    return [
      {
        indicator,
        placing: place(counts.population),
        counted: places(counts.counted),
        without: places(counts.without),
        measure: placeMeasure(measure),
        among: placeMeasure(among),
      },
    ]
  })
  const attributes = Object.entries(
    Object.assign({}, ...placings.map(({ population }) => population.by)) as Population['by'],
  )
  const rules = [...tests.map(({ test }) => test), ...measures, ...attributes.map(([, attribute]) => attribute)]
  const { each } = first
  const placing = placings.filter(isWidest).flatMap(({ include, exclude }) => [...include, ...exclude])
  return {
    ...about,
    each,
    tests,
    measures,
    attributes,
    placings,
    countings,
    reads: [...new Set([each.type, ...rules.flatMap(({ reads }) => reads)])],
    placedBy: [...new Set([each.type, ...placing.flatMap((at) => tests[at]?.test.reads ?? [])])],
  }
}

/** Whether a population narrows no other of its list. */
export const isWidest = ({ within }: Placing): boolean => within < 0

function placeOf(tests: NamedTest[], one: NamedTest): number {
  const at = tests.findIndex(({ test }) => test === one.test)
  return at >= 0 ? at : tests.push(one) - 1
}

/**
 * The days that a list looks at for a period, answered on a day. A cohort is looked at when it is ripe, for its answers come after its
 * period; so is a figure whose records may lawfully come later.
 */
export function looked(
  { covers, ripeAfter }: Pick<MemberList, 'covers' | 'ripeAfter'>,
  period: Period,
  answeredOn: PlainDate,
  calendar: Calendar,
): Looked {
  const { from, to } = coverage(covers, period, calendar.terms)
  const lastDay = addDays(to, -1)
  const ripeOn = ripeAfter === undefined ? lastDay : calendar.dueOn(lastDay, ripeAfter)
  const through = covers === 'the cohort of the period' ? ripeOn : lastDay
  const asAt = through < answeredOn ? through : answeredOn
  return { period, from, to, asAt, provisional: answeredOn < ripeOn }
}

/** A population and those that it narrows, the widest first. */
export function placingsOf({ placings }: Pick<MemberList, 'placings'>, at: number): readonly Placing[] {
  const placing = placings[at]
  if (placing === undefined) return []
  return [...(placing.within < 0 ? [] : placingsOf({ placings }, placing.within)), placing]
}

/** The places of the tests that decide a figure, in the order in which they are asked, each once. */
export function testsOf(
  list: Pick<MemberList, 'placings'>,
  { placing, without, counted }: Counting,
): readonly number[] {
  const belongs = placingsOf(list, placing).flatMap(({ include, exclude }) => [...include, ...exclude])
  return [...new Set([...belongs, ...without, ...counted])]
}

/** What a figure is decided by: the records that its members are found by, and those that any of its tests or its number reads. */
export function readsOf(list: MemberList, counting: Counting): readonly RecordType[] {
  const tests = testsOf(list, counting).flatMap((at) => list.tests[at]?.test.reads ?? [])
  const measures = [counting.measure, counting.among].flatMap((at) =>
    at === undefined ? [] : (list.measures[at]?.reads ?? []),
  )
  return [...new Set([list.each.type, ...tests, ...measures])]
}
