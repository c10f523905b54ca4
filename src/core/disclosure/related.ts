import { type Group, nameOf } from './groups.ts'
import { differsBy, type Fact, type Quantity, within } from './knowledge.ts'
import { type DisclosureRule, isSmall } from './rule.ts'

/** What is known to whoever knows the definitions: which numbers there are, and how they hang together. */
export type Related = { readonly quantities: readonly Quantity[]; readonly ties: readonly Fact[] }

/** The key of a number of people. The same people with another number, in another version, are another. */
export const keyOf = (group: Group): string => `${nameOf(group)} =${group.count}`

export const quantityOf = (key: string, count: number, rule: DisclosureRule): Quantity => ({
  key,
  count,
  guarded: isSmall(rule, count),
})

/** A tie that holds of the numbers as they were counted, whatever little they differ by. */
export function asCounted(terms: readonly (readonly [Group, number])[]): Fact {
  const sum = terms.reduce((total, [{ count }, times]) => total + times * count, 0)
  return differsBy(
    terms.map(([group, times]) => [keyOf(group), times]),
    sum,
  )
}

/** That something is what others come to together. */
export const asSum = (whole: string, parts: readonly string[]): Fact =>
  differsBy([[whole, -1], ...parts.map((part) => [part, 1] as const)], 0)

/** That one group is part of another: and how many more the other has is a number of people too, guarded where it is small. */
export function partOf(part: Group, whole: Group, rule: DisclosureRule): Related {
  const others = whole.count - part.count
  const quantity = quantityOf(`${keyOf(whole)} without ${keyOf(part)}`, others, rule)
  if (!quantity.guarded) return { quantities: [], ties: [within(keyOf(part), keyOf(whole))] }
  const terms = [
    [quantity.key, 1],
    [keyOf(part), 1],
    [keyOf(whole), -1],
  ] as const
  return { quantities: [quantity], ties: [differsBy(terms, 0)] }
}

export function groupBy<One>(all: readonly One[], keyed: (one: One) => string): ReadonlyMap<string, readonly One[]> {
  const groups = new Map<string, One[]>()
  for (const one of all) {
    const group = groups.get(keyed(one))
    if (group === undefined) groups.set(keyed(one), [one])
    else group.push(one)
  }
  return groups
}
