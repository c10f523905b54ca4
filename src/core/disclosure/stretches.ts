import type { Group } from './groups.ts'

type Terms = readonly (readonly [Group, number])[]

/**
 * How stretches of time make each other up: the months of a half-year and the half-year, the same half-year a month on. Each stretch leads from one day to
 * another, and wherever two ways lead to the same day, what they pass comes to the same.
 */
export function cycles(groups: readonly Group[]): readonly Terms[] {
  const alike = new Map<string, Group[]>()
  for (const one of groups) {
    if (one.to - one.from <= 1) continue
    const key = `${one.found} ${one.holds.join()}`
    alike.set(key, [...(alike.get(key) ?? []), one])
  }
  return [...alike.values()].flatMap(cyclesOf)
}

/** The shortest stretches first, so that the longer are told by the months that they are made of. */
function cyclesOf(stretches: readonly Group[]): readonly Terms[] {
  const ways = new Map<number, (readonly [next: number, Group, times: number])[]>()
  const lead = (day: number, next: number, by: Group, times: number) =>
    ways.set(day, [...(ways.get(day) ?? []), [next, by, times]])
  return stretches
    .toSorted((a, b) => a.to - a.from - (b.to - b.from) || a.from - b.from)
    .flatMap((one) => {
      const around = wayFrom(ways, one.from, one.to)
      if (around !== undefined) return [[...around, [one, -1] as const]]
      lead(one.from, one.to, one, 1)
      lead(one.to, one.from, one, -1)
      return []
    })
}

/** How one day is reached from another; undefined where it is not. */
function wayFrom(
  ways: ReadonlyMap<number, readonly (readonly [next: number, Group, times: number])[]>,
  from: number,
  to: number,
): Terms | undefined {
  const reached = new Map<number, Terms>([[from, []]])
  for (const [day, terms] of reached) {
    if (day === to) return terms
    for (const [next, by, times] of ways.get(day) ?? [])
      if (!reached.has(next)) reached.set(next, [...terms, [by, times] as const])
  }
  return undefined
}
