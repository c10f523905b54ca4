import { addDays, daysInMonth, fromParts, type PlainDate, partsOf } from './plain-date.ts'

/** The days that somebody means: one, or all of a month or year. */
export type DateSpan = { readonly from: PlainDate; readonly to: PlainDate }

/** Dates found in what somebody wrote, and the words that are left. */
export type DatesRead = { readonly spans: readonly DateSpan[]; readonly rest: string }

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'] as const
const monthWord =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?'
const year = "'?(\\d{4}|\\d{2})"
const edge = (pattern: string) => new RegExp(`(?<![\\w/.-])${pattern}(?![\\w/-]|\\.\\d)`, 'i')

type Parts = {
  readonly day?: string | undefined
  readonly month?: string | undefined
  readonly year?: string | undefined
}

/** The ways of writing a date, the fuller before those that are a part of them. English order: the day comes before the month. */
const ways: readonly { readonly pattern: RegExp; readonly parts: (match: RegExpExecArray) => Parts }[] = [
  { pattern: edge('(\\d{4})-(\\d{1,2})-(\\d{1,2})'), parts: ([, y, month, day]) => ({ day, month, year: y }) },
  {
    pattern: edge(`(\\d{1,2})\\s*[/.-]\\s*(\\d{1,2})\\s*[/.-]\\s*${year}`),
    parts: ([, day, month, y]) => ({ day, month, year: y }),
  },
  {
    pattern: edge(`(\\d{1,2})(?:st|nd|rd|th)?(?:\\s+of)?[\\s-]*${monthWord}[\\s,-]*${year}`),
    parts: ([, day, month, y]) => ({ day, month, year: y }),
  },
  {
    pattern: edge(`${monthWord}\\s*(\\d{1,2})(?:st|nd|rd|th)?[\\s,]+${year}`),
    parts: ([, month, day, y]) => ({ day, month, year: y }),
  },
  { pattern: edge(`${monthWord}[\\s,-]*(\\d{4})`), parts: ([, month, y]) => ({ month, year: y }) },
  { pattern: edge('(\\d{1,2})/(\\d{4})'), parts: ([, month, y]) => ({ month, year: y }) },
  { pattern: edge('((?:19|20)\\d{2})'), parts: ([, y]) => ({ year: y }) },
]

/**
 * Reads the dates out of what somebody wrote, however they wrote them: `3/10/2023`, `3 Oct 23`, `2023-10-03`, `October 2023`, `2023`. What looks
 * like a date and is none (31 June) stays among the words.
 * @param latest two figures of a year are the last year that ends so and is not after the year of this date: for a birth, today
 */
export function readDates(text: string, latest: PlainDate): DatesRead {
  let rest = text
  const spans: DateSpan[] = []
  for (const { pattern, parts } of ways) {
    for (let match = pattern.exec(rest); match !== null; match = pattern.exec(rest)) {
      const span = spanOf(parts(match), latest)
      if (span === undefined) break
      spans.push(span)
      rest = `${rest.slice(0, match.index)} ${rest.slice(match.index + match[0].length)}`
    }
  }
  return { spans, rest: rest.trim().replace(/\s+/g, ' ') }
}

/** No way of writing a date is longer. */
const LONGEST = 60

/**
 * Reads one whole date; undefined when it is none, or more than one. `today` and `yesterday` are dates too.
 * Two figures of a year are the last year that ends so, or one of the next ten.
 */
export function readDate(text: string, today: PlainDate): PlainDate | undefined {
  if (text.length > LONGEST) return undefined
  const word = text.trim().toLowerCase()
  if (word === 'today') return today
  if (word === 'yesterday') return addDays(today, -1)
  const { spans, rest } = readDates(text, addDays(today, 3652))
  const [span, ...others] = spans
  return span === undefined || others.length > 0 || rest !== '' || span.from !== span.to ? undefined : span.from
}

function spanOf({ day, month, year: written = '' }: Parts, latest: PlainDate): DateSpan | undefined {
  const y = fullYear(written, latest)
  if (month === undefined) return { from: fromParts(y, 1, 1), to: fromParts(y, 12, 31) }
  const named = months.findIndex((name) => month.toLowerCase().startsWith(name)) + 1
  const m = named === 0 ? Number(month) : named
  if (m < 1 || m > 12) return undefined
  if (day === undefined) return { from: fromParts(y, m, 1), to: fromParts(y, m, daysInMonth(y, m)) }
  const d = Number(day)
  if (d < 1 || d > daysInMonth(y, m)) return undefined
  const date = fromParts(y, m, d)
  return { from: date, to: date }
}

function fullYear(written: string, latest: PlainDate): number {
  if (written.length === 4) return Number(written)
  const last = partsOf(latest).year
  const year = last - (last % 100) + Number(written)
  return year > last ? year - 100 : year
}
