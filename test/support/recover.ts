import { createRequire } from 'node:module'
import type Highs from 'highs'

// Its types are written for `require`, and say something else of what `import` gives.
const loadHighs: typeof Highs.default = createRequire(import.meta.url)('highs')

/** So many times each of some unknown whole numbers from nought come to between two numbers, both included. */
export type Sum = {
  readonly terms: readonly (readonly [key: string, times: number])[]
  readonly least: number
  readonly most: number
}

/** What somebody knows who would work out what was withheld. `gaps`: of what can be seen to be none of some numbers, which. */
export type Knows = {
  readonly sums: readonly Sum[]
  readonly gaps: ReadonlyMap<string, { readonly from: number; readonly to: number }>
}

/** No number here is as large as that. */
const ROOF = 100_000

/** Finds the least and the most that a number can be, by a solver that knows nothing of how it was decided what to withhold. */
export async function recoverer(): Promise<(knows: Knows, key: string) => { least: number; most: number }> {
  const highs = await loadHighs()
  return (knows, key) => {
    const near = around(knows, key)
    const solve = (sense: 'Minimize' | 'Maximize') => {
      const { Status, ObjectiveValue } = highs.solve(written(near, key, sense), { mip_rel_gap: 0, mip_abs_gap: 0 })
      if (Status !== 'Optimal') throw new Error(`${sense} ${key}: ${Status}. What is published contradicts itself.`)
      return Math.round(ObjectiveValue)
    }
    return { least: solve('Minimize'), most: solve('Maximize') }
  }
}

/** Only what hangs together with a number: beyond one that is known nothing tells any more of it. */
function around({ sums, gaps }: Knows, key: string): Knows {
  const of = new Map<string, Sum[]>()
  for (const sum of sums) for (const [one] of sum.terms) of.set(one, [...(of.get(one) ?? []), sum])
  const isKnown = (one: string) =>
    (of.get(one) ?? []).some(({ terms, least, most }) => terms.length === 1 && least === most)
  const reached = new Set([key])
  const near = new Set<Sum>()
  for (const one of reached)
    for (const sum of of.get(one) ?? []) {
      near.add(sum)
      for (const [other] of sum.terms) if (!isKnown(other)) reached.add(other)
    }
  const known = [...near].flatMap(({ terms }) => terms.map(([one]) => one)).filter((one) => !reached.has(one))
  const exact = known.flatMap((one) => (of.get(one) ?? []).filter(({ terms }) => terms.length === 1))
  return { sums: [...near, ...exact], gaps: new Map([...gaps].filter(([one]) => reached.has(one))) }
}

/** As a problem in the format that solvers read (CPLEX LP). */
function written({ sums, gaps }: Knows, key: string, sense: 'Minimize' | 'Maximize'): string {
  const names = new Map<string, string>()
  const name = (one: string) => {
    const known = names.get(one) ?? `x${names.size}`
    names.set(one, known)
    return known
  }
  const objective = name(key)
  const rows = sums.flatMap(({ terms, least, most }) => {
    const sum = terms.map(([one, times]) => `${times < 0 ? '-' : '+'} ${Math.abs(times)} ${name(one)}`).join(' ')
    if (least === most) return [`${sum} = ${least}`]
    return [
      ...(Number.isFinite(least) ? [`${sum} >= ${least}`] : []),
      ...(Number.isFinite(most) ? [`${sum} <= ${most}`] : []),
    ]
  })
  // Either below the gap or above it: an unknown nought or one says which.
  const either = [...gaps].flatMap(([one, { from, to }], at) => [
    `${name(one)} - ${ROOF} b${at} <= ${from - 1}`,
    `${name(one)} - ${to + 1} b${at} >= 0`,
  ])
  return [
    sense,
    ` ${objective}`,
    'Subject To',
    ...[...rows, ...either].map((row, at) => ` c${at}: ${row}`),
    'Bounds',
    ...[...names.values()].map((one) => ` 0 <= ${one} <= ${ROOF}`),
    'General',
    ` ${[...names.values()].join(' ')}`,
    ...(gaps.size === 0 ? [] : ['Binary', ` ${[...gaps].map((_, at) => `b${at}`).join(' ')}`]),
    'End',
  ].join('\n')
}
