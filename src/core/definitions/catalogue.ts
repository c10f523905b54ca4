import type { Timescale } from '../counting/chronology.ts'
import type { Tracker } from '../counting/tracker.ts'
import type { WorkList } from '../counting/work-list.ts'
import { parseInterval } from '../dates/interval.ts'
import type { QualityRule } from '../quality/rule.ts'
import type { Reconciliation } from '../reconciliation/reconciliation.ts'
import type { Area, Dataset, Section } from './area.ts'
import { clocksProblems } from './check-clocks.ts'
import { countsProblems } from './check-counts.ts'
import { frameworksProblems } from './check-frameworks.ts'
import { emptyProblems, keyProblems, type Problem } from './check-key.ts'
import { lettersProblems } from './check-letters.ts'
import { qualityProblems } from './check-quality.ts'
import { reconciliationsProblems } from './check-reconciliations.ts'
import { recordTypesProblems } from './check-record-types.ts'
import { reportsProblems } from './check-reports.ts'
import { suppliesProblems } from './check-supplies.ts'
import { tagsProblems } from './check-tags.ts'
import { trackersProblems } from './check-trackers.ts'
import type { Outcome } from './framework.ts'
import type { Indicator } from './indicator.ts'
import type { Letter } from './letter.ts'
import type { RecordType } from './record-type.ts'
import type { Report } from './report.ts'
import type { Supply } from './supply.ts'
import type { Tag } from './tag.ts'

/** Everything that has been defined, by key. Made once at start-up; wrong definitions never get this far. */
export type Catalogue = {
  readonly areas: readonly Area[]
  readonly indicators: ReadonlyMap<string, Indicator>
  readonly datasets: ReadonlyMap<string, Dataset>
  readonly records: ReadonlyMap<string, RecordType>
  readonly timescales: ReadonlyMap<string, Timescale>
  readonly workLists: ReadonlyMap<string, WorkList>
  readonly trackers: ReadonlyMap<string, Tracker>
  /** In the order in which they stand beside a name: by area, as the areas are listed. */
  readonly tags: readonly Tag[]
  readonly letters: ReadonlyMap<string, Letter>
  readonly reports: ReadonlyMap<string, Report>
  /** What practice is to come to, of whatever framework. */
  readonly outcomes: ReadonlyMap<string, Outcome>
  readonly quality: ReadonlyMap<string, QualityRule>
  readonly reconciliations: ReadonlyMap<string, Reconciliation>
  readonly supplies: ReadonlyMap<string, Supply>
}

export class DefinitionsWrong extends Error {
  readonly problems: readonly Problem[]
  constructor(problems: readonly Problem[]) {
    super(['The definitions are wrong:', ...problems.map(({ path, problem }) => `  ${path}: ${problem}`)].join('\n'))
    this.name = 'DefinitionsWrong'
    this.problems = problems
  }
}

/** The catalogue of these areas. Throws DefinitionsWrong with every fault at once, each with its path. */
export function catalogue(areas: readonly Area[]): Catalogue {
  const problems = checkDefinitions(areas)
  if (problems.length > 0) throw new DefinitionsWrong(problems)
  return {
    areas,
    indicators: new Map(areas.flatMap((area) => area.indicators.map((one) => [one.key, one] as const))),
    datasets: new Map(areas.flatMap((area) => (area.datasets ?? []).map((one) => [one.key, one] as const))),
    records: recordTypesOf(areas),
    timescales: new Map(areas.flatMap((area) => (area.timescales ?? []).map((one) => [one.key, one] as const))),
    workLists: new Map(areas.flatMap((area) => (area.workLists ?? []).map((one) => [one.key, one] as const))),
    trackers: new Map(areas.flatMap((area) => (area.trackers ?? []).map((one) => [one.key, one] as const))),
    tags: areas.flatMap(({ tags = [] }) => tags),
    letters: new Map(areas.flatMap(({ letters = [] }) => letters.map((one) => [one.key, one] as const))),
    reports: new Map(areas.flatMap(({ reports = [] }) => reports.map((one) => [one.key, one] as const))),
    outcomes: new Map(
      areas.flatMap(({ frameworks = [] }) =>
        frameworks.flatMap(({ outcomes }) => outcomes.map((one) => [one.key, one] as const)),
      ),
    ),
    quality: new Map(areas.flatMap(({ quality = [] }) => quality.map((one) => [one.key, one] as const))),
    reconciliations: new Map(
      areas.flatMap(({ reconciliations = [] }) => reconciliations.map((one) => [one.key, one] as const)),
    ),
    supplies: new Map(areas.flatMap(({ supplies = [] }) => supplies.map((one) => [one.key, one] as const))),
  }
}

/** The record types of these areas, by key. */
export const recordTypesOf = (areas: readonly Area[]): ReadonlyMap<string, RecordType> =>
  new Map(areas.flatMap((area) => (area.records ?? []).map((one) => [one.key, one] as const)))

/** All faults of all definitions; empty when there is none. */
export function checkDefinitions(areas: readonly Area[]): readonly Problem[] {
  const records = recordTypesOf(areas)
  const defined = new Map(areas.flatMap((area) => area.indicators.map((one) => [one.key, one] as const)))
  return [
    ...keyProblems(areas.map((area) => ({ path: area.key, key: area.key }))),
    ...keyProblems(
      areas.flatMap((area) => area.indicators.map((one) => ({ path: `${area.key} > ${one.key}`, key: one.key }))),
    ),
    ...keyProblems(
      areas.flatMap((area) => (area.datasets ?? []).map((one) => ({ path: `${area.key} > ${one.key}`, key: one.key }))),
    ),
    ...areas.flatMap((area) =>
      area.indicators.flatMap((one) => indicatorProblems(`${area.key} > ${one.key}`, one, defined, records)),
    ),
    ...areas.flatMap((area) =>
      (area.datasets ?? []).flatMap((dataset) => datasetProblems(`${area.key} > ${dataset.key}`, dataset, defined)),
    ),
    ...areas.flatMap(headlineProblems),
    ...clocksProblems(areas),
    ...trackersProblems(areas),
    ...reconciliationsProblems(areas),
    ...recordTypesProblems(areas.flatMap(({ key, records = [] }) => records.map((type) => ({ area: key, type })))),
    ...tagsProblems(
      areas.flatMap(({ key, tags = [] }) => tags.map((tag) => ({ area: key, tag }))),
      recordTypesOf(areas),
    ),
    ...qualityProblems(areas),
    ...lettersProblems(areas.flatMap(({ key, letters = [] }) => letters.map((letter) => ({ area: key, letter })))),
    ...reportsProblems(areas),
    ...frameworksProblems(areas),
    ...suppliesProblems(areas),
  ]
}

function indicatorProblems(
  path: string,
  one: Indicator,
  defined: ReadonlyMap<string, Indicator>,
  records: ReadonlyMap<string, RecordType>,
): readonly Problem[] {
  const { label, who, notKnown, source } = one
  const problems = [
    ...emptyProblems(path, {
      label,
      who,
      notKnown,
      source,
      ...(one.exceptional === undefined ? {} : { exceptional: one.exceptional }),
    }),
  ]
  if (one.status === 'to be confirmed' && one.question.trim() === '')
    problems.push({
      path: `${path} > question`,
      problem: 'says what is to be confirmed, and with which reading meanwhile',
    })
  if (one.unit !== 'count' && one.countedIf === undefined)
    problems.push({ path: `${path} > countedIf`, problem: `a figure in ${one.unit} has to say how it is worked out` })
  if (one.variantOf !== undefined && !defined.has(one.variantOf))
    problems.push({ path: `${path} > variantOf`, problem: `there is no indicator ${one.variantOf}` })
  if (one.sent !== undefined && one.counts !== undefined)
    problems.push({ path: `${path} > sent`, problem: 'is counted from the record: nobody else sends it' })
  return [
    ...problems,
    ...intervalProblems(`${path} > ripeAfter`, one.ripeAfter),
    ...intervalProblems(`${path} > sent > within`, one.sent?.within),
    ...countsProblems(path, one, records),
  ]
}

function intervalProblems(path: string, interval: string | undefined): readonly Problem[] {
  if (interval === undefined) return []
  try {
    parseInterval(interval)
    return []
  } catch (error) {
    if (error instanceof RangeError) return [{ path, problem: error.message }]
    throw error
  }
}

const headlineProblems = ({ key, headline = [], indicators }: Area): readonly Problem[] =>
  headline
    .filter((one) => !indicators.some((indicator) => indicator.key === one))
    .map((one) => ({ path: `${key} > headline`, problem: `${one} is not one of its indicators` }))

function datasetProblems(path: string, dataset: Dataset, defined: ReadonlyMap<string, Indicator>): readonly Problem[] {
  const sections = keyProblems(dataset.sections.map(({ key }) => ({ path: `${path} > ${key}`, key })))
  const shown = new Set<string>()
  const rows = dataset.sections.flatMap((section) => rowProblems(path, section, defined, shown))
  return [...sections, ...rows]
}

function rowProblems(
  path: string,
  section: Section,
  defined: ReadonlyMap<string, Indicator>,
  shown: Set<string>,
): Problem[] {
  return section.indicators.flatMap((one) => {
    const here = `${path} > ${section.key} > ${one.key}`
    const problems: Problem[] = []
    if (defined.get(one.key) !== one) problems.push({ path: here, problem: 'is not an indicator of any area' })
    if (shown.has(one.key)) problems.push({ path: here, problem: 'stands twice in this dataset' })
    if (one.variantOf !== undefined && !shown.has(one.variantOf))
      problems.push({ path: here, problem: `comes before the indicator it narrows, ${one.variantOf}` })
    shown.add(one.key)
    return problems
  })
}
