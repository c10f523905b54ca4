import { type Group, nameOf } from './groups.ts'
import type { Fact } from './knowledge.ts'
import { asCounted, keyOf, partOf, quantityOf, type Related } from './related.ts'
import { type DisclosureRule, isSmall } from './rule.ts'

/** A group with what is true of its people as bits, and whether any figure is of it or it only follows from two that are. */
type Seen = { readonly group: Group; readonly bits: bigint; readonly many: number; readonly isSaid: boolean }

/**
 * How groups of the same days hang together by what is true of each: who is in one is in all of which less is true. Facts that could only tell of large numbers
 * are left away.
 */
export function sameDays(said: readonly Group[], rule: DisclosureRule): Related {
  const bitOf = bits(said)
  const seen = (isSaid: boolean) => (group: Group) => ({ group, isSaid, ...bitsOf(group, bitOf) })
  const those = said.map(seen(true))
  const others = othersOf(those).map(seen(false))
  const together = [...those, ...others]
  const byBits = new Map(together.map((one) => [one.bits, one.group] as const))
  const matters = (one: Seen, other: Seen) =>
    (one.isSaid && other.isSaid) || isSmall(rule, one.group.count) || isSmall(rule, other.group.count)
  const parts = together.flatMap((part) =>
    together.flatMap((whole) => {
      if (!isPart(part, whole)) return []
      const related = partOf(part.group, whole.group, rule)
      return related.quantities.length > 0 || matters(part, whole) ? [related] : []
    }),
  )
  const besides = together.flatMap((one, at) =>
    together.slice(at + 1).flatMap((other) => (matters(one, other) ? beside(one, other, byBits) : [])),
  )
  return {
    quantities: [
      ...together.map(({ group }) => quantityOf(keyOf(group), group.count, rule)),
      ...parts.flatMap(({ quantities }) => quantities),
    ],
    ties: [...partitions(together, byBits, bitOf), ...parts.flatMap(({ ties }) => ties), ...besides],
  }
}

type BitOf = (held: string) => bigint

/** A bit for each thing that may be true, and beside it one for its opposite. */
function bits(groups: readonly Group[]): BitOf {
  const places = new Map<string, number>()
  for (const { holds } of groups)
    for (const held of holds) if (!places.has(plain(held))) places.set(plain(held), places.size)
  return (held) => {
    const place = BigInt(2 * (places.get(plain(held)) ?? 0))
    return held.startsWith('-') ? 2n << place : 1n << place
  }
}

const plain = (held: string): string => (/^[+-]/.test(held) ? held.slice(1) : held)

const bitsOf = ({ holds }: Group, bitOf: BitOf) => ({
  bits: holds.reduce((all, held) => all | bitOf(held), 0n),
  many: holds.length,
})

const isPart = (part: Seen, whole: Seen): boolean =>
  part.many > whole.many && (part.bits & whole.bits) === whole.bits && part.group.count <= whole.group.count

/** Where one thing more is true of a group than of another, those of whom it is not: nobody says how many they are, and everybody can tell. */
function othersOf(groups: readonly Seen[]): readonly Group[] {
  const others = new Map<string, Group>()
  const said = new Set(groups.map(({ group }) => nameOf(group)))
  for (const part of groups)
    for (const whole of groups) {
      if (part.many !== whole.many + 1 || !isPart(part, whole)) continue
      const more = part.group.holds.find((held) => !whole.group.holds.includes(held))
      if (more === undefined || !/^[+-]/.test(more)) continue
      const holds = [...whole.group.holds, opposite(more)].toSorted()
      const group = { ...whole.group, holds, count: whole.group.count - part.group.count }
      if (!said.has(nameOf(group))) others.set(nameOf(group), group)
    }
  return [...others.values()]
}

const opposite = (held: string): string => (held.startsWith('+') ? `-${held.slice(1)}` : `+${held.slice(1)}`)

/** Those of whom one thing is true and those of whom it is not are all of those of whom everything else is. */
const partitions = (groups: readonly Seen[], byBits: ReadonlyMap<bigint, Group>, bitOf: BitOf): readonly Fact[] =>
  groups.flatMap(({ group, bits: all }) =>
    group.holds.flatMap((held) => {
      if (!held.startsWith('+')) return []
      const others = all & ~bitOf(held)
      const [whole, not] = [byBits.get(others), byBits.get(others | bitOf(opposite(held)))]
      if (whole === undefined || not === undefined) return []
      const terms = [
        [group, 1],
        [not, 1],
        [whole, -1],
      ] as const
      return [asCounted(terms)]
    }),
  )

/**
 * Two groups in a third. Where something is true of the one and not of the other they have nobody in common, and are together no more than the third.
 * Otherwise those in both are at least as many as do not fit beside each other.
 */
function beside(one: Seen, other: Seen, byBits: ReadonlyMap<bigint, Group>): readonly Fact[] {
  const common = one.bits & other.bits
  if (common === one.bits || common === other.bits) return []
  const whole = byBits.get(common)
  if (whole === undefined) return []
  const apart = [
    [whole, 1],
    [one.group, -1],
    [other.group, -1],
  ] as const
  if (areOpposite(one.bits, other.bits)) return isTrue(apart)
  const both = byBits.get(one.bits | other.bits)
  return both === undefined ? [] : isTrue([...apart, [both, 1]])
}

/** Whether something is true of the one of which the opposite is true of the other. */
function areOpposite(one: bigint, other: bigint): boolean {
  const both = one | other
  const yes = both & EVEN
  const no = (both & (EVEN << 1n)) >> 1n
  return (yes & no) !== 0n
}

/** Every other bit, for as many things as anybody asks. */
const EVEN = BigInt(`0x${'5'.repeat(128)}`)

/** That so many of some are no fewer than so many of others, where it is so of the numbers that were counted. */
const isTrue = (terms: readonly (readonly [Group, number])[]): readonly Fact[] =>
  terms.reduce((sum, [{ count }, times]) => sum + times * count, 0) < 0
    ? []
    : [{ terms: terms.map(([group, times]) => [keyOf(group), times]), least: 0, most: Number.POSITIVE_INFINITY }]
