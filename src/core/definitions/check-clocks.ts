import type { Area } from './area.ts'
import { emptyProblems, keyProblems, type Problem } from './check-key.ts'

/** Faults of timescales and work lists: keys that stand twice, empty words, rules that overlap or leave a gap in time. */
export function clocksProblems(areas: readonly Area[]): readonly Problem[] {
  const timescales = areas.flatMap((area) =>
    (area.timescales ?? []).map((one) => ({ path: `${area.key} > ${one.key}`, key: one.key, one })),
  )
  const workLists = areas.flatMap((area) =>
    (area.workLists ?? []).map((one) => ({ path: `${area.key} > ${one.key}`, key: one.key, one })),
  )
  const defined = new Set(timescales.map(({ one }) => one))
  return [
    ...keyProblems(timescales),
    ...keyProblems(workLists),
    ...timescales.flatMap(({ path, one: { label, source, rules } }) => [
      ...emptyProblems(path, { label, source }),
      ...rules.flatMap((rule, at) => {
        const next = rules[at + 1]
        return next === undefined || (rule.to !== undefined && rule.to === next.from)
          ? []
          : [{ path: `${path} > rules`, problem: 'each rule has to begin on the day on which the one before it ends' }]
      }),
    ]),
    ...workLists.flatMap(({ path, one: { label, source, timescale, test } }) => [
      ...emptyProblems(path, { label, source, ...(test === undefined ? {} : { test: test.name }) }),
      ...(timescale === undefined || defined.has(timescale)
        ? []
        : [{ path, problem: `its timescale ${timescale.key} is not one of any area` }]),
    ]),
  ]
}
