import { alwaysTaken } from '../counting/layout.ts'
import type { WorkList } from '../counting/work-list.ts'
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
    ...areas.flatMap(({ key, namesFirst, workLists: own = [] }) =>
      namesFirst === undefined || own.includes(namesFirst)
        ? []
        : [{ path: `${key} > namesFirst`, problem: `the list ${namesFirst.key} is not one of the area` }],
    ),
    ...workLists.flatMap(({ path, one }) => layoutProblems(path, one)),
    ...workLists.flatMap(({ path, one: { label, source, timescale, test } }) => [
      ...emptyProblems(path, { label, source, ...(test === undefined ? {} : { test: test.name }) }),
      ...(timescale === undefined || defined.has(timescale)
        ? []
        : [{ path, problem: `its timescale ${timescale.key} is not one of any area` }]),
    ]),
  ]
}

/** A layout takes what there is: a file that was agreed with somebody is not to have a column that is always empty. */
function layoutProblems(path: string, { columns = {}, layout }: WorkList): readonly Problem[] {
  if (layout === undefined) return []
  const known: readonly string[] = [...alwaysTaken, ...Object.keys(columns)]
  return [
    ...emptyProblems(`${path} > layout`, { label: layout.label, source: layout.source }),
    ...layout.columns
      .filter(({ takes }) => !known.includes(takes))
      .map(({ heading, takes }) => ({
        path: `${path} > layout > ${heading}`,
        problem: `there is no ${takes} to take`,
      })),
  ]
}
