import type { Area } from './area.ts'
import { emptyProblems, keyProblems, type Problem } from './check-key.ts'

/** Faults of rules of data quality: keys that stand twice, empty words. */
export function qualityProblems(areas: readonly Area[]): readonly Problem[] {
  const rules = areas.flatMap(({ key, quality = [] }) =>
    quality.map((one) => ({ path: `${key} > ${one.key}`, key: one.key, one })),
  )
  return [
    ...keyProblems(rules),
    ...rules.flatMap(({ path, one: { label, source } }) => emptyProblems(path, { label, source })),
  ]
}
