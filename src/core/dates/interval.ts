type One = 'working day' | 'school day' | 'day' | 'week' | 'month' | 'year'
type Length = `1 ${One}` | `${number} ${One}s`

/**
 * A length of time as the law writes it. Plainly, the day after the start is day 1; `beginning with`, the start itself is.
 * Hours run from an instant, not from a date: see `HourLimit`. School days are those of the authority's terms, and cannot be counted where none are
 * loaded: working days are no approximation of them.
 */
export type Interval = Length | `${Length} beginning with`

/** Years are held as 12 months each, so a year from 29 February ends on 28 February. */
export type IntervalParts = {
  readonly count: number
  readonly unit: 'working days' | 'school days' | 'days' | 'weeks' | 'months'
  readonly startIs: 'day 0' | 'day 1'
}

/** A century: enough for every limit in children's law, and short enough to catch a slip of the key. */
const longest = {
  'working day': 25_300,
  'school day': 19_000,
  day: 36_525,
  week: 5_218,
  month: 1_200,
  year: 100,
} as const satisfies Record<One, number>

/**
 * Reads what a person typed (`20 Working Days`, `1 week`) into the way that definitions write it.
 * Throws RangeError naming what was written and what is understood.
 */
export function parseInterval(text: string): Interval {
  const { count, one, startIs } = read(text.trim().toLowerCase().replaceAll(/\s+/g, ' '), text)
  const length: Length = count === 1 ? `1 ${one}` : `${count} ${one}s`
  return startIs === 'day 1' ? `${length} beginning with` : length
}

const known = new Map<Interval, IntervalParts>()

/** Takes an interval apart; remembered, as clocks ask for the same few intervals again and again. Throws RangeError for one such as `1.5 days`. */
export function partsOfInterval(interval: Interval): IntervalParts {
  const before = known.get(interval)
  if (before !== undefined) return before
  const { count, one, startIs } = read(interval, interval)
  const parts: IntervalParts =
    one === 'year' ? { count: count * 12, unit: 'months', startIs } : { count, unit: `${one}s`, startIs }
  known.set(interval, parts)
  return parts
}

type Reading = { readonly count: number; readonly one: One; readonly startIs: IntervalParts['startIs'] }

function read(tidied: string, written: string): Reading {
  const [, digits = '', word = '', beginningWith] = /^(\d+) ([a-z ]+?)s?( beginning with)?$/.exec(tidied) ?? []
  const one = unitCalled(word, written)
  const count = Number(digits)
  if (count < 1 || count > longest[one]) {
    throw new RangeError(
      `“${written}” is not an interval: ${one}s can be counted from 1 to ${longest[one].toLocaleString('en-GB')}.`,
    )
  }
  return { count, one, startIs: beginningWith === undefined ? 'day 0' : 'day 1' }
}

function unitCalled(word: string, written: string): One {
  switch (word) {
    case 'working day':
    case 'school day':
    case 'day':
    case 'week':
    case 'month':
    case 'year':
      return word
    case 'hour':
      throw new RangeError(
        `“${written}” runs from a time, not from a date: give the moment as well, for example 2024-03-29T10:00Z and “72 hours”.`,
      )
    default:
      throw new RangeError(
        `“${written}” is not an interval. Write a whole number of working days, school days, days, weeks, months or years, for example “20 working days”, “6 weeks” or “3 months”; add “beginning with” when the first day counts as day 1, as in “40 working days beginning with”.`,
      )
  }
}
