import type { Family } from './families.ts'
import type { GenogramPerson } from './input.ts'

/**
 * The row of each person, from 0 at the top. Children stand below their parents; couples, and brothers and sisters, side by side where that
 * allows it. Where wrong data make somebody their own ancestor, one line of that circle is not heeded.
 */
export function generations(people: readonly GenogramPerson[], families: readonly Family[]): readonly number[] {
  const lines = withoutCircles(people.length, linesOf(families))
  const groups = groupsOf(people.length, families, lines)
  const levels = levelsOf(groups, lines)
  const shifts = shiftsOf(people, groups, lines, levels)
  const rows = people.map((_, person) => at(levels, at(groups, person)) + at(shifts, person))
  const highest = Math.min(...rows)
  return rows.map((row) => row - highest)
}

/** From a parent to a child. */
type Line = readonly [parent: number, child: number]

const at = (list: readonly number[], index: number): number => list[index] ?? 0

const linesOf = (families: readonly Family[]): readonly Line[] =>
  families.flatMap(({ parents, children }) =>
    parents.flatMap((parent) => children.map(({ person }) => [parent, person] as const)),
  )

function withoutCircles(count: number, lines: readonly Line[]): readonly Line[] {
  const kept: Line[] = []
  for (const line of lines) {
    const [parent, child] = line
    if (!reaches(count, kept, child, parent)) kept.push(line)
  }
  return kept
}

/** Whether one may come from the first to the second downwards; everybody reaches themselves. */
function reaches(count: number, lines: readonly Line[], from: number, to: number): boolean {
  const below = Array.from({ length: count }, (): number[] => [])
  for (const [parent, child] of lines) below[parent]?.push(child)
  const seen = new Set<number>()
  const waiting = [from]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next === to) return true
    if (seen.has(next)) continue
    seen.add(next)
    waiting.push(...(below[next] ?? []))
  }
  return false
}

/** Who stands in one row with whom: the number of the first of them. An uncle who marries his niece stands apart from her. */
function groupsOf(count: number, families: readonly Family[], lines: readonly Line[]): readonly number[] {
  let groups = Array.from({ length: count }, (_, person) => person)
  const join = (one: number, other: number) => {
    const [a, b] = [at(groups, one), at(groups, other)]
    const between = lines.map(([parent, child]) => [at(groups, parent), at(groups, child)] as const)
    if (a === b || reaches(count, between, a, b) || reaches(count, between, b, a)) return
    groups = groups.map((group) => (group === b ? a : group))
  }
  const joinAll = ([first, ...others]: readonly number[]) => {
    if (first !== undefined) for (const other of others) join(first, other)
  }
  for (const { children } of families) joinAll(children.map(({ person }) => person))
  for (const { parents } of families) joinAll(parents)
  return groups
}

/** Of each group, how far it is below the highest: as near to its children as it can be. */
function levelsOf(groups: readonly number[], lines: readonly Line[]): readonly number[] {
  const between = lines.map(([parent, child]) => [at(groups, parent), at(groups, child)] as const)
  const levels = groups.map(() => 0)
  // No circle is left, so as many rounds as there are groups settle it.
  for (let round = 0; round < groups.length; round++)
    for (const [above, below] of between) levels[below] = Math.max(at(levels, below), at(levels, above) + 1)
  for (let round = 0; round < groups.length; round++)
    for (const group of new Set(groups)) {
      const below = between.filter(([above]) => above === group).map(([, child]) => at(levels, child))
      const above = between.filter(([, child]) => child === group).length
      if (below.length > above) levels[group] = Math.max(at(levels, group), Math.min(...below) - 1)
    }
  return levels
}

/** Moves each part of the drawing that no line joins to the others to where it belongs as seen from the subject. */
function shiftsOf(
  people: readonly GenogramPerson[],
  groups: readonly number[],
  lines: readonly Line[],
  levels: readonly number[],
): readonly number[] {
  let parts = [...groups]
  for (const [parent, child] of lines) {
    const [one, other] = [at(parts, parent), at(parts, child)]
    parts = parts.map((part) => (part === other ? one : part))
  }
  const wanted = (person: GenogramPerson): number | undefined => (person.isSubject ? 0 : person.generation)
  const shiftOf = (part: number): number => {
    const members = people.flatMap((person, number) => (parts[number] === part ? [{ person, number }] : []))
    const anchor =
      members.find(({ person }) => person.isSubject) ??
      members.find(({ person }) => wanted(person) !== undefined) ??
      members[0]
    if (anchor === undefined) return 0
    return (wanted(anchor.person) ?? 0) - at(levels, at(groups, anchor.number))
  }
  const shifts = new Map([...new Set(parts)].map((part) => [part, shiftOf(part)] as const))
  return parts.map((part) => shifts.get(part) ?? 0)
}
