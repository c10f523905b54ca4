import type { Rows } from './order.ts'

/** A stretch of a row, from one edge of it to the other. */
export type Run = {
  readonly row: number
  readonly from: number
  readonly to: number
  readonly people: readonly number[]
}

/** Runs of neighbouring rows that are drawn as one outline: the household's name stands at the last. */
export type Outline = { readonly household: number; readonly runs: readonly Run[] }

/** Room between people and the line around them. */
const padding = 5
/** Two parts of an outline hang together where they have at least this much in common. */
const leastBridge = 14

/** Where everybody's cell begins and ends along the row. */
export type Edges = (person: number) => { readonly from: number; readonly to: number }

/**
 * The outlines of the households: around neighbours in a row, and on to the next row where members stand below. Nobody stands within the outline
 * of a household that is not theirs; whoever cannot be reached so has an outline of their own with the same name.
 */
export function outlinesOf(households: readonly (readonly number[])[], rows: Rows, edges: Edges): readonly Outline[] {
  return households.flatMap((members, household) => {
    const runs = rows.flatMap((row, number) => runsOf(row, number, new Set(members), edges))
    return chained(runs).map((chain) => ({ household, runs: chain }))
  })
}

function runsOf(row: readonly number[], number: number, members: ReadonlySet<number>, edges: Edges): readonly Run[] {
  const runs: number[][] = []
  for (const [index, person] of row.entries()) {
    if (!members.has(person)) continue
    const before = row[index - 1]
    if (before !== undefined && members.has(before)) runs.at(-1)?.push(person)
    else runs.push([person])
  }
  return runs.map((people) => ({
    row: number,
    from: Math.min(...people.map((person) => edges(person).from)) - padding,
    to: Math.max(...people.map((person) => edges(person).to)) + padding,
    people,
  }))
}

function chained(runs: readonly Run[]): readonly (readonly Run[])[] {
  const chains: Run[][] = []
  for (const run of runs) {
    const above = chains
      .filter((chain) => chain.at(-1)?.row === run.row - 1)
      .map((chain) => ({ chain, common: commonOf(chain.at(-1), run) }))
      .toSorted((a, b) => b.common - a.common)[0]
    if (above !== undefined && above.common >= leastBridge) above.chain.push(run)
    else chains.push([run])
  }
  return chains
}

const commonOf = (one: Run | undefined, other: Run): number =>
  one === undefined ? 0 : Math.min(one.to, other.to) - Math.max(one.from, other.from)
