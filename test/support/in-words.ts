import type { Timescale } from '../../src/core/counting/chronology.ts'
import type { KnownRecord } from '../../src/core/counting/records.ts'
import type { Indicator } from '../../src/core/definitions/indicator.ts'
import { clockOf, verdictsIn } from './one-child.ts'

/** One letter for the subject, or for each of its records: counted 1, not 0, not known ?, not known whether in it !; a dash where in none. */
export const verdictOf = (indicator: Indicator, month: string, ...known: readonly KnownRecord[]): string =>
  verdictsIn(indicator, known, month).join('') || '-'

/** Each occurrence of a clock as it stood on a day, in a line: when it is due, when it was met, how it stands. */
export const clockInWords = (timescale: Timescale, on: string, ...known: readonly KnownRecord[]): readonly string[] =>
  clockOf(timescale, known, on).map((parts) => parts.filter((part) => part).join(' '))
