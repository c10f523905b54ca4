import type { Area } from './area.ts'
import { emptyProblems, keyProblems, type Problem } from './check-key.ts'

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
