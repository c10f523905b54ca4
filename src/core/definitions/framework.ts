import type { Area } from './area.ts'
import { emptyProblems, keyProblems, type Problem } from './check-key.ts'
import type { Indicator } from './indicator.ts'

/** Something that practice is to come to for children, and the indicators by which that can be seen. */
export type Outcome = {
  readonly key: string
  readonly label: string
  /** What it means for a child: a sentence. */
  readonly says: string
  /** The keys of the indicators that are tied to it; the variants of each come with it. */
  readonly indicators: readonly string[]
}

/** The outcomes that an authority's way of working is held to. Its own; what ships is an example. */
export type PracticeFramework = {
  readonly key: string
  readonly label: string
  readonly source: string
  readonly outcomes: readonly Outcome[]
}

/** Whether an indicator, or the one that it narrows, is tied to an outcome. */
export const isTiedTo = ({ indicators }: Outcome, { key, variantOf }: Indicator): boolean =>
  indicators.includes(key) || (variantOf !== undefined && indicators.includes(variantOf))

/** All faults of the frameworks that areas offer, each with its path. */
export function frameworksProblems(areas: readonly Area[]): readonly Problem[] {
  const defined = new Set(areas.flatMap(({ indicators }) => indicators.map(({ key }) => key)))
  const placed = areas.flatMap(({ key: area, frameworks = [] }) =>
    frameworks.map((framework) => ({ path: `${area} > ${framework.key}`, framework })),
  )
  const outcomes = placed.flatMap(({ path, framework }) =>
    framework.outcomes.map((outcome) => ({ path: `${path} > ${outcome.key}`, key: outcome.key, outcome })),
  )
  return [
    ...keyProblems(placed.map(({ path, framework }) => ({ path, key: framework.key }))),
    ...keyProblems(outcomes),
    ...placed.flatMap(({ path, framework: { label, source } }) => emptyProblems(path, { label, source })),
    ...outcomes.flatMap(({ path, outcome: { label, says, indicators } }) => [
      ...emptyProblems(path, { label, says }),
      ...(indicators.length === 0 ? [{ path, problem: 'no indicator is tied to it: nobody could see it' }] : []),
      ...indicators
        .filter((one) => !defined.has(one))
        .map((one) => ({ path, problem: `there is no indicator ${one}` })),
    ]),
  ]
}
