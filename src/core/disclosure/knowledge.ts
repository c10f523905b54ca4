/**
 * A number of people that figures are made of. `guarded`: it must not be possible to work it out. Keys that are the same are the same number of the same
 * people, in whichever figure, month or publication.
 */
export type Quantity = { readonly key: string; readonly count: number; readonly guarded: boolean }

/** What somebody knows of quantities: that the sum of so many times each lies between two numbers, both included. */
export type Fact = {
  readonly terms: readonly (readonly [key: string, times: number])[]
  readonly least: number
  readonly most: number
}

/** One figure of one month in one publication: what it tells when it is shown, and what is told by how it is withheld. */
export type Cell = {
  readonly key: string
  readonly tells: readonly Fact[]
  /** What “1 to 5” tells, where the figure is a count that would be withheld with these words; otherwise nothing is told. */
  readonly small: readonly Fact[]
  /** Whether it may still be decided: what was published before is fixed, and what is small has to be withheld. */
  readonly is: 'open' | 'withheld' | 'withheld for ever' | 'shown for ever'
  /** The quantity of a count that is written without words where it is withheld: a reader sees that it is not small. */
  readonly notSmall: string | null
  /** What it costs a reader to go without it, against other figures. */
  readonly worth: number
}

/** All that has to be looked at together. `ties` hold whatever is shown: they follow from what the figures are. */
export type Knowledge = {
  readonly quantities: ReadonlyMap<string, Quantity>
  readonly ties: readonly Fact[]
  readonly cells: readonly Cell[]
}

export const exactly = (key: string, count: number): Fact => ({ terms: [[key, 1]], least: count, most: count })

/** That some are so many more or fewer than others together, whatever they are. */
export const differsBy = (terms: Fact['terms'], count: number): Fact => ({ terms, least: count, most: count })

/** That the first is no more than the second. */
export const within = (part: string, whole: string): Fact => ({
  terms: [
    [whole, 1],
    [part, -1],
  ],
  least: 0,
  most: Number.POSITIVE_INFINITY,
})
