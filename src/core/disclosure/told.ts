import type { Cell, Fact, Knowledge, Quantity } from './knowledge.ts'
import type { DisclosureRule } from './rule.ts'
import { Worlds } from './worlds.ts'

/** What is told while some cells are withheld, and what can be worked out from it. */
export class Told {
  readonly #quantities: ReadonlyMap<string, Quantity>
  readonly #rule: DisclosureRule
  readonly #tiesOf: ReadonlyMap<string, readonly Fact[]>
  readonly #cellsOf: ReadonlyMap<string, readonly Cell[]>
  readonly #withheld = new Set<string>()
  /** Those of the withheld of which it is not even said that they are small. */
  readonly #wordless = new Set<string>()

  constructor({ quantities, ties, cells }: Knowledge, rule: DisclosureRule) {
    this.#quantities = quantities
    this.#rule = rule
    this.#tiesOf = byKey(ties, ({ terms }) => terms.map(([key]) => key))
    this.#cellsOf = byKey(cells, keysOf)
    for (const { key, is } of cells) if (is === 'withheld' || is === 'withheld for ever') this.#withheld.add(key)
  }

  isWithheld = ({ key }: Cell): boolean => this.#withheld.has(key)
  isWordless = ({ key }: Cell): boolean => this.#wordless.has(key)

  withhold(cells: readonly Cell[]): void {
    for (const { key } of cells) this.#withheld.add(key)
  }

  show(cells: readonly Cell[]): void {
    for (const { key } of cells) this.#withheld.delete(key)
  }

  /** Leaves “1 to 5” away too. */
  silence(cells: readonly Cell[]): void {
    for (const { key } of cells) this.#wordless.add(key)
  }

  /** Whether a quantity cannot be worked out. */
  isSafe(key: string): boolean {
    if (this.#toldBy(key) !== undefined) return false
    const { facts, quantities, notSmall } = this.around(key)
    return new Worlds({ quantities, facts, notSmall, small: this.#rule }).leaves(key, this.#rule.leaves)
  }

  /**
   * What hangs together with a quantity: whatever is not told, with the facts about it, and at its edge what is told. A fact's told parts stand in it as
   * the numbers that they are.
   */
  around(key: string) {
    const open = new Set([key])
    const edge = new Set<string>()
    const facts = new Set<Fact>()
    for (const one of open)
      for (const fact of this.#factsOf(one)) {
        facts.add(fact)
        for (const other of fact.terms.flatMap(([term]) => (open.has(term) ? [] : [term]))) {
          const by = this.#toldBy(other)
          if (by === undefined) open.add(other)
          for (const told of by ?? []) edge.add(told)
        }
      }
    const near = [...new Set([...open].flatMap((one) => this.#cellsOf.get(one) ?? []))]
    return {
      quantities: new Map([...open].map((one) => [one, this.#quantity(one)] as const)),
      facts: [...facts].map((fact) => this.#withTold(fact, open)),
      notSmall: new Set(near.flatMap((cell) => (cell.notSmall !== null && this.isWithheld(cell) ? cell.notSmall : []))),
      edge,
      near,
    }
  }

  /** The cells that would have to be withheld for a quantity not to be told; undefined where one of them cannot be any more. */
  tellers(key: string): readonly Cell[] | undefined {
    const telling = (this.#cellsOf.get(key) ?? []).filter((cell) => !this.#withheld.has(cell.key) && tells(cell, key))
    return telling.some(({ is }) => is !== 'open') ? undefined : telling
  }

  /** By which numbers that are told somebody can tell a number: by itself, or by what it makes up with others; undefined where not so easily. */
  #toldBy(key: string): readonly string[] | undefined {
    if (this.#isTold(key)) return [key]
    for (const { terms, least, most } of this.#tiesOf.get(key) ?? [])
      if (least === most && terms.every(([other]) => other === key || this.#isTold(other)))
        return terms.flatMap(([other]) => (other === key ? [] : [other]))
    return undefined
  }

  #isTold(key: string): boolean {
    return (this.#cellsOf.get(key) ?? []).some((cell) => !this.#withheld.has(cell.key) && tells(cell, key))
  }

  #factsOf(key: string): readonly Fact[] {
    const ofCells = (this.#cellsOf.get(key) ?? []).flatMap((cell) => {
      if (!this.#withheld.has(cell.key)) return cell.tells
      return this.#wordless.has(cell.key) ? [] : cell.small
    })
    return [...(this.#tiesOf.get(key) ?? []), ...ofCells.filter(({ terms }) => terms.some(([one]) => one === key))]
  }

  #withTold({ terms, least, most }: Fact, open: ReadonlySet<string>): Fact {
    let told = 0
    for (const [key, times] of terms) if (!open.has(key)) told += times * this.#quantity(key).count
    return { terms: terms.filter(([key]) => open.has(key)), least: least - told, most: most - told }
  }

  #quantity(key: string): Quantity {
    const found = this.#quantities.get(key)
    if (found === undefined) throw new Error(`Something is told of ${key}, which is no quantity`)
    return found
  }
}

/** Whether a cell that is shown says exactly what a quantity is. */
const tells = ({ tells: facts }: Cell, key: string): boolean =>
  facts.some(
    ({ terms: [first, ...others], least, most }) => others.length === 0 && first?.[0] === key && least === most,
  )

const keysOf = ({ tells: shown, small, notSmall }: Cell): readonly string[] => [
  ...new Set([
    ...[...shown, ...small].flatMap(({ terms }) => terms.map(([key]) => key)),
    ...(notSmall === null ? [] : [notSmall]),
  ]),
]

function byKey<One>(all: readonly One[], keys: (one: One) => readonly string[]): ReadonlyMap<string, readonly One[]> {
  const groups = new Map<string, One[]>()
  for (const one of all)
    for (const key of keys(one)) {
      const group = groups.get(key)
      if (group === undefined) groups.set(key, [one])
      else group.push(one)
    }
  return groups
}
