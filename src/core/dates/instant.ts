import { addDays, fromParts, type PlainDate, plainDate, shortText, toText, weekday } from './plain-date.ts'

/** A moment, held as milliseconds since 1970-01-01T00:00Z. Only for limits that run in hours; everything else is a PlainDate. */
export type Instant = number & { readonly __brand: 'Instant' }

/** A limit in clock hours: it runs through nights, weekends, holidays and the change of the clocks. */
export type HourLimit = '1 hour' | `${number} hours`

const hour = 3_600_000
const [second, minute] = [1000, 60_000]

/**
 * Reads `2024-03-29T10:00Z` or `2024-04-01T11:00+01:00`; seconds and their fraction may follow. Throws RangeError when the
 * time is not real, or has no zone: a time without one is an hour out for half the year.
 */
export function parseInstant(text: string): Instant {
  const pattern = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})(?::(\d{2})(\.\d{1,9})?)?(?:Z|([+-])(\d{2}):(\d{2}))$/
  const match = pattern.exec(text)
  if (match === null) throw notAnInstant(text)
  const [, date = '', hours, minutes, seconds = 0, fraction = 0, sign = '+', offsetHours = 0, offsetMinutes = 0] = match
  const parts = [hours, minutes, seconds, offsetHours, offsetMinutes].map(Number)
  const [h = 0, m = 0, s = 0, oh = 0, om = 0] = parts
  if (h > 23 || m > 59 || s > 59 || oh > 14 || om > 59) throw notAnInstant(text)
  const local = plainDate(date) * 24 * hour + h * hour + m * minute + s * second + Math.floor(Number(fraction) * second)
  const offset = oh * hour + om * minute
  return (sign === '-' ? local + offset : local - offset) as Instant
}

/** Elapsed hours later, whatever the clocks do in between. */
export const addHours = (instant: Instant, hours: number): Instant => (instant + hours * hour) as Instant

/** The number of hours of a limit such as `72 hours`. Throws RangeError naming what was written. */
export function hoursOf(limit: string): number {
  const hours = Number(/^(\d{1,4}) hours?$/.exec(limit)?.[1] ?? 0)
  if (hours < 1)
    throw new RangeError(`“${limit}” is not a limit in hours. Write a whole number, for example “72 hours”.`)
  return hours
}

/** The last moment that is in time. */
export const dueAt = (start: Instant, limit: HourLimit): Instant => addHours(start, hoursOf(limit))

/**
 * The test of an hour limit where only dates were recorded: in time when done no more than the limit's whole days later.
 * Always approximate, and to be shown so; midnight is never invented, as it would make breaches that did not happen.
 * Throws RangeError when it was done before it started.
 */
export function inTimeByDate(
  startedOn: PlainDate,
  limit: HourLimit,
  doneOn: PlainDate,
): { readonly inTime: boolean; readonly approximate: true } {
  if (doneOn < startedOn) {
    throw new RangeError(
      `${shortText(doneOn)} is before the start, ${shortText(startedOn)}: one of the two dates is mistaken.`,
    )
  }
  return { inTime: doneOn <= addDays(startedOn, Math.ceil(hoursOf(limit) / 24)), approximate: true }
}

/** Writes `2024-04-01T10:00Z`, with seconds and milliseconds only where there are any. */
export function toUtcText(instant: Instant): string {
  const [date = '', time = ''] = new Date(instant).toISOString().split('T')
  return `${date}T${time.replace(/(:00)?\.000Z$/, 'Z')}`
}

/** `2024-04-01T10:00Z (11:00 BST)`; the London date is named too where it is another. */
export function instantText(instant: Instant): string {
  const { date, clock } = inLondon(instant)
  const utc = toUtcText(instant)
  return toText(date) === utc.slice(0, 10) ? `${utc} (${clock})` : `${utc} (${toText(date)} ${clock})`
}

/** `Monday 1 April 2024, 11:00 BST`. */
export function londonText(instant: Instant): string {
  const { date, clock } = inLondon(instant)
  return `${weekday(date)} ${shortText(date)}, ${clock}`
}

/** The calendar date that it is in England at that moment. */
export function londonDate(instant: Instant): PlainDate {
  // Asking costs a hundred times what remembering does, and a chronology asks for every note in it.
  const which = Math.floor(instant / hour)
  const known = dateInHour.get(which)
  if (known !== undefined) return known
  const { date } = inLondon(instant)
  if (instant >= standardTime) dateInHour.set(which, date)
  return date
}

/** Since railway time, London's clock has differed from UTC by whole hours only: all of an hour is on one date. */
const standardTime = Date.UTC(1848, 0, 1)
const dateInHour = new Map<number, PlainDate>()

const london = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
  timeZoneName: 'short',
})

/**
 * The moment at which clocks in England showed it, written `2024-04-01T11:00`: summer time, and double summer time as in the war, where its offset gives the same
 * clock back. Undefined for a time that is none, and for the hour that is left out when the clocks go forward.
 */
export function inEngland(local: string): Instant | undefined {
  for (const zone of ['+02:00', '+01:00', 'Z']) {
    try {
      const instant = parseInstant(local + zone)
      if (inLondon(instant).clock.startsWith(local.slice(11))) return instant
    } catch {
      return undefined
    }
  }
  return undefined
}

function inLondon(instant: Instant): { readonly date: PlainDate; readonly clock: string } {
  const parts = new Map(london.formatToParts(instant).map(({ type, value }) => [type, value]))
  return {
    date: fromParts(Number(parts.get('year')), Number(parts.get('month')), Number(parts.get('day'))),
    clock: `${parts.get('hour')}:${parts.get('minute')} ${parts.get('timeZoneName')}`,
  }
}

function notAnInstant(text: string): RangeError {
  return new RangeError(
    `Not a moment in time: ${text}. Write date, time and zone, for example 2024-03-29T10:00Z or 2024-04-01T11:00+01:00.`,
  )
}
