/** What counts as small, and how much a reader must be left not to know of it. */
export type DisclosureRule = {
  /** A number of people from the one to the other is not said, nor anything that it could be worked out from. Nought is said. */
  readonly smallest: number
  readonly largest: number
  /** How many whole numbers what is withheld may still be, to somebody who puts together all that is published. */
  readonly leaves: number
  /** Numbers are said to the nearest of this; null where they are said as they are. */
  readonly roundedTo: number | null
  /**
   * How near somebody's own number may be told by two averages, as a share of the average: 0.2 leaves a span of a fifth to either side. Left out of what was published
   * before averages were kept from being subtracted.
   */
  readonly averagesWithin?: number
  readonly source: string
}

/**
 * What the Department does with figures of one authority: 1 to 5 is not said, nor what would give it back, and nought is. How much has to be left open beyond that is not
 * published by anybody, and is our own choice. An authority may decide on another rule.
 */
export const departmentsRule: DisclosureRule = {
  smallest: 1,
  largest: 5,
  leaves: 3,
  roundedTo: null,
  averagesWithin: 0.2,
  source:
    'Department for Education, children looked after in England including adoptions: methodology (confidentiality); Government Statistical Service, symbols in tables. What is left open of what is withheld, and of averages, is our own choice.',
}

export const isSmall = ({ smallest, largest }: DisclosureRule, count: number): boolean =>
  count >= smallest && count <= largest

/** “1 to 5”. */
export const smallText = ({ smallest, largest }: DisclosureRule): string => `${smallest} to ${largest}`
