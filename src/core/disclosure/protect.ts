import type { Cell, Knowledge } from './knowledge.ts'
import type { DisclosureRule } from './rule.ts'
import { Told } from './told.ts'

/** Which cells are withheld, and what could not be kept from being worked out, because what was published before gives it away. */
export type Protected = {
  readonly withheld: ReadonlySet<string>
  /** Of those that are small: the cells of which not even “1 to 5” is said. */
  readonly wordless: ReadonlySet<string>
  readonly givenAway: readonly string[]
}

/**
 * Withholds as little as it finds beyond what is small, so that nothing guarded can be worked out from all that is shown. That it cannot is shown for each by
 * other numbers that agree with everything published: where the search finds none, more is withheld, never less.
 */
export function protect(knowledge: Knowledge, rule: DisclosureRule): Protected {
  const told = new Told(knowledge, rule)
  const guarded = [...knowledge.quantities.values()].filter((one) => one.guarded).map(({ key }) => key)
  const more: Cell[] = []
  const givenAway: string[] = []
  for (const key of guarded) {
    if (!guard(told, key, more)) givenAway.push(key)
  }
  const lost = new Set(givenAway)
  giveBack(
    told,
    more,
    guarded.filter((key) => !lost.has(key)),
  )
  return {
    withheld: new Set(knowledge.cells.filter(told.isWithheld).map(({ key }) => key)),
    wordless: new Set(knowledge.cells.filter(told.isWordless).map(({ key }) => key)),
    givenAway,
  }
}

/** Withholds what is needed that one quantity cannot be worked out; false where that cannot be done. */
function guard(told: Told, key: string, more: Cell[]): boolean {
  const own = told.tellers(key)
  if (own === undefined) return false
  take(told, own, more)
  while (!told.isSafe(key)) {
    const ways = waysAround(told, key)
    const enough = ways.find((cells) => {
      told.withhold(cells)
      const isSafe = told.isSafe(key)
      told.show(cells)
      return isSafe
    })
    const chosen = enough ?? ways[0]
    if (chosen !== undefined) {
      take(told, chosen, more)
      continue
    }
    const { near } = told.around(key)
    const speaking = near.filter((cell) => cell.small.length > 0 && cell.is === 'withheld' && !told.isWordless(cell))
    if (speaking.length === 0) return false
    told.silence(speaking)
  }
  return true
}

function take(told: Told, cells: readonly Cell[], more: Cell[]): void {
  told.withhold(cells)
  more.push(...cells)
}

/** What could be withheld next, by which one more of the numbers that a quantity hangs together with would not be told; the cheapest first. */
function waysAround(told: Told, key: string): readonly (readonly Cell[])[] {
  const ways = [...told.around(key).edge].flatMap((one) => {
    const cells = told.tellers(one)
    return cells === undefined || cells.length === 0 ? [] : [cells]
  })
  return ways.toSorted((a, b) => costOf(a) - costOf(b) || compare(nameOf(a), nameOf(b)))
}

const costOf = (cells: readonly Cell[]): number => cells.reduce((sum, { worth }) => sum + worth, 0)
const nameOf = (cells: readonly Cell[]): string => cells.map(({ key }) => key).join()
const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)

/** Shows again what need not have been withheld after all, the most valuable first. */
function giveBack(told: Told, more: readonly Cell[], guarded: readonly string[]): void {
  for (const cell of more.toSorted((a, b) => b.worth - a.worth || compare(a.key, b.key))) {
    told.show([cell])
    if (!guarded.every((key) => told.isSafe(key))) told.withhold([cell])
  }
}
