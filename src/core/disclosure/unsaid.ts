import type { PlainDate } from '../dates/plain-date.ts'
import type { Group } from './groups.ts'
import type { Quantity } from './knowledge.ts'
import { asSum, groupBy, keyOf, quantityOf, type Related } from './related.ts'
import type { DisclosureRule } from './rule.ts'

/**
 * The stretches of which nobody says a number, and which follow from those that overlap: what lies in one half-year and not in the half-year that begins a month later. The
 * days on which any stretch begins or ends cut time into pieces, and each stretch is the sum of its own. How many were in a piece is not known here either. It does not have
 * to be: by what can be worked out from all stretches together a piece is as it is, and what cannot be worked out from all cannot be from some of them.
 */
export function unsaid(groups: readonly Group[], rule: DisclosureRule): Related {
  const stretches = groups.filter(({ isDated, from, to }) => isDated && to - from > 1)
  const alike = [...groupBy(stretches, ({ found, holds }) => `${found} ${holds.join()}`).values()]
  const all = alike.map((together) => piecesOf(together, rule))
  return {
    quantities: all.flatMap(({ quantities }) => quantities),
    ties: all.flatMap(({ ties }) => ties),
  }
}

const nothing: Related = { quantities: [], ties: [] }

/** Two days and the least and most there can be between them, by all stretches together; one way in which it can have been. */
type Piece = { readonly from: PlainDate; readonly to: PlainDate; readonly quantity: Quantity; readonly isSaid: boolean }

function piecesOf(stretches: readonly Group[], rule: DisclosureRule): Related {
  const days = [...new Set(stretches.flatMap(({ from, to }) => [from, to]))].toSorted((a, b) => a - b)
  const between = worldOf(stretches, days)
  if (between === undefined) return nothing
  const said = new Map(stretches.map((one) => [`${one.from}-${one.to}`, one] as const))
  const pieceOf = (from: PlainDate, to: PlainDate): Piece => {
    const group = said.get(`${from}-${to}`)
    const { least, most, count } = between(from, to)
    const key = `${keyOf({ ...(group ?? first(stretches)), from, to, count })} unsaid`
    const quantity = quantityOf(group === undefined ? key : keyOf(group), count, rule)
    const guarded = quantity.guarded && most - least + 1 < rule.leaves
    return {
      from,
      to,
      isSaid: group !== undefined,
      quantity: group === undefined ? { ...quantity, guarded } : quantity,
    }
  }
  const isCovered = (from: PlainDate, to: PlainDate) => stretches.some((one) => one.from <= from && one.to >= to)
  const pieces = days.flatMap((from, at) => {
    const to = days[at + 1]
    return to === undefined || !isCovered(from, to) ? [] : [pieceOf(from, to)]
  })
  if (pieces.every(({ isSaid }) => isSaid)) return nothing
  const keys = new Set(pieces.map(({ quantity: { key } }) => key))
  const longer = days.flatMap((from, at) => days.slice(at + 1).map((to) => pieceOf(from, to)))
  const whole = longer.filter(({ isSaid, quantity: { key, guarded } }) => (isSaid || guarded) && !keys.has(key))
  return {
    quantities: [...pieces, ...whole].filter(({ isSaid }) => !isSaid).map(({ quantity }) => quantity),
    ties: whole.map((one) =>
      asSum(
        one.quantity.key,
        pieces.filter(({ from, to }) => from >= one.from && to <= one.to).map(({ quantity }) => quantity.key),
      ),
    ),
  }
}

function first([one]: readonly Group[]): Group {
  if (one === undefined) throw new Error('There is no stretch')
  return one
}

type Between = (
  from: PlainDate,
  to: PlainDate,
) => Pick<Quantity, 'count'> & { readonly least: number; readonly most: number }

/**
 * How many there can have been between any two days, by the stretches that are known, and how many there were in a world that agrees with all of them; undefined where none does:
 * whoever is counted once in a year, and in each of two months, makes up no sums.
 */
function worldOf(stretches: readonly Group[], days: readonly PlainDate[]): Between | undefined {
  // From one day to another there are at most so many more. There are never fewer later than there were before.
  const most = days.map((_, from) => days.map((__, to) => (to <= from ? 0 : Number.POSITIVE_INFINITY)))
  const at = new Map(days.map((day, place) => [day, place] as const))
  const limit = (from: number, to: number, count: number) => {
    const row = most[from]
    if (row !== undefined) row[to] = Math.min(row[to] ?? Number.POSITIVE_INFINITY, count)
  }
  for (const { from, to, count } of stretches) {
    limit(at.get(from) ?? 0, at.get(to) ?? 0, count)
    limit(at.get(to) ?? 0, at.get(from) ?? 0, -count)
  }
  for (const [by, onward] of most.entries())
    for (const row of most)
      for (const [to, more] of onward.entries()) row[to] = Math.min(row[to] ?? 0, (row[by] ?? 0) + more)
  if (most.some((row, place) => (row[place] ?? 0) < 0)) return undefined
  const counted = days.map((_, to) => Math.min(...most.map((row) => row[to] ?? 0)))
  return (from, to) => {
    const [start, end] = [at.get(from) ?? 0, at.get(to) ?? 0]
    return {
      least: -(most[end]?.[start] ?? 0),
      most: most[start]?.[end] ?? 0,
      count: (counted[end] ?? 0) - (counted[start] ?? 0),
    }
  }
}
