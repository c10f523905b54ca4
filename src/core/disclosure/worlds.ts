import { type Bounds, clip, drawIn, type GapOf, type Indexed } from './bounds.ts'
import type { Fact, Quantity } from './knowledge.ts'

/** What somebody knows by all that is published: facts, and quantities of which they can see that they are not small. */
export type Known = {
  readonly quantities: ReadonlyMap<string, Quantity>
  readonly facts: readonly Fact[]
  readonly notSmall: ReadonlySet<string>
  readonly small: { readonly smallest: number; readonly largest: number }
}

/** A search gives up after so many guesses; what it did not find is then taken not to be possible, which withholds rather more than is needed. */
const GUESSES = 400

/**
 * How the numbers of people could be, as far as somebody knows who puts together all that is published: whole numbers from nought that agree with every
 * fact. What is found is proof that a number can be that; what is not found may still be possible.
 */
export class Worlds {
  readonly #at: ReadonlyMap<string, number>
  readonly #truth: readonly number[]
  readonly #facts: readonly Indexed[]
  readonly #factsOf: readonly (readonly number[])[]
  readonly #gapOf: GapOf
  readonly #start: Bounds | undefined

  constructor({ quantities, facts, notSmall, small }: Known) {
    const keys = [...quantities.keys()]
    this.#at = new Map(keys.map((key, at) => [key, at] as const))
    this.#truth = [...quantities.values()].map(({ count }) => count)
    this.#facts = facts.map((fact) => this.#indexed(fact))
    const factsOf: number[][] = keys.map(() => [])
    for (const [at, { of }] of this.#facts.entries()) for (const one of of) factsOf[one]?.push(at)
    this.#factsOf = factsOf
    const gaps = new Set([...notSmall].flatMap((key) => this.#at.get(key) ?? []))
    const gap = { from: small.smallest, to: small.largest }
    this.#gapOf = (at) => (gaps.has(at) ? gap : undefined)
    const roof = 2 * Math.max(0, ...this.#truth) + 20
    const bounds = { low: this.#truth.map(() => 0), high: this.#truth.map(() => roof) }
    this.#start = this.#narrowed(
      bounds,
      this.#facts.map((_, at) => at),
    )
  }

  /** Whether somebody who knows all this is left with so many numbers, or more, that a quantity may be. */
  leaves(key: string, many: number): boolean {
    const at = this.#at.get(key)
    const truth = at === undefined ? undefined : this.#truth[at]
    if (at === undefined || truth === undefined) return false
    let found = 1
    for (const way of [1, -1]) for (let step = 1; found < many && this.#canBe(at, truth + way * step); step++) found++
    return found >= many
  }

  #canBe(at: number, value: number): boolean {
    if (this.#start === undefined || value < 0) return false
    const bounds = copyOf(this.#start)
    const budget = { left: GUESSES }
    return this.#settle(bounds, at, [value, value]) && this.#search(bounds, budget)
  }

  /** Settles one after another that cannot be as in truth any more, each as near to it as can be. */
  #search(bounds: Bounds, budget: { left: number }): boolean {
    const next = this.#mostUnlike(bounds) ?? this.#inBrokenFact(bounds)
    if (next === undefined) return this.#broken(bounds) === undefined
    if (budget.left-- <= 0) return false
    const [low = 0, high = 0] = [bounds.low[next], bounds.high[next]]
    const near = this.#nearest(bounds, next)
    const guesses = [
      [near, near],
      [near + 1, high],
      [low, near - 1],
    ] as const
    return guesses.some((guess) => {
      const tried = copyOf(bounds)
      return this.#settle(tried, next, guess) && this.#search(tried, budget)
    })
  }

  /** Draws the bounds of one quantity in, and all others by what follows; false where that cannot be. */
  #settle(bounds: Bounds, at: number, between: readonly [number, number]): boolean {
    if (clip(bounds, at, between, this.#gapOf(at)) === 'nothing left') return false
    return this.#narrowed(bounds, this.#factsOf[at] ?? []) !== undefined
  }

  /** Of those that cannot be as in truth and are not settled, the one with the fewest numbers left. */
  #mostUnlike({ low, high }: Bounds): number | undefined {
    let best: number | undefined
    let least = Number.POSITIVE_INFINITY
    for (const [at, truth] of this.#truth.entries()) {
      const [from = 0, to = 0] = [low[at], high[at]]
      const isOpen = from !== to && (truth < from || truth > to)
      if (isOpen && to - from < least) [best, least] = [at, to - from]
    }
    return best
  }

  #inBrokenFact(bounds: Bounds): number | undefined {
    return this.#broken(bounds)?.of.find((at) => bounds.low[at] !== bounds.high[at])
  }

  /** A fact that does not hold when whatever is not settled is as near to the truth as it can be. */
  #broken(bounds: Bounds): Indexed | undefined {
    return this.#facts.find(({ of, times, least, most }) => {
      const sum = of.reduce((total, at, place) => total + (times[place] ?? 0) * this.#nearest(bounds, at), 0)
      return sum < least || sum > most
    })
  }

  #nearest({ low, high }: Bounds, at: number): number {
    return Math.min(high[at] ?? 0, Math.max(low[at] ?? 0, this.#truth[at] ?? 0))
  }

  /** Bounds drawn in by facts until none draws them in further; undefined where they leave nothing. */
  #narrowed(bounds: Bounds, facts: readonly number[]): Bounds | undefined {
    const waiting = new Set(facts)
    for (const one of waiting) {
      waiting.delete(one)
      const fact = this.#facts[one]
      const moved = fact === undefined ? [] : drawIn(bounds, fact, this.#gapOf)
      if (moved === undefined) return undefined
      for (const other of moved.flatMap((at) => this.#factsOf[at] ?? [])) waiting.add(other)
    }
    return bounds
  }

  #indexed({ terms, least, most }: Fact): Indexed {
    return {
      of: terms.map(([key]) => {
        const at = this.#at.get(key)
        if (at === undefined) throw new Error(`Something is told of ${key}, which is no quantity`)
        return at
      }),
      times: terms.map(([, times]) => times),
      least,
      most,
    }
  }
}

const copyOf = ({ low, high }: Bounds): Bounds => ({ low: [...low], high: [...high] })
