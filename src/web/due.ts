import { daysBetween, type PlainDate } from '../core/dates/plain-date.ts'

/** What is due within so many days is due soon. */
export const SOON_DAYS = 7

/** How something due stands, as a pill: a shape, a word, then colour. */
export type DueMark = {
  readonly kind: 'late' | 'soon' | 'info'
  readonly icon: 'late' | 'clock'
  readonly text: string
}

/** `13 days overdue`, `Due today`, `In 5 days`. @param days from the day it was due: above nought when that has passed */
export function dueMark(days: number): DueMark {
  if (days > 0) return { kind: 'late', icon: 'late', text: `${manyDays(days)} overdue` }
  const kind = days >= -SOON_DAYS ? 'soon' : 'info'
  return { kind, icon: 'clock', text: days === 0 ? 'Due today' : `In ${manyDays(-days)}` }
}

/** `For 40 days`, `Now`: something that is so and ought not to be. @param days for which it has been so; null where that is not known */
export const holdingMark = (days: number | null): DueMark => ({
  kind: 'late',
  icon: 'late',
  text: days === null ? 'Now' : days === 0 ? 'Since today' : `For ${manyDays(days)}`,
})

export const manyDays = (days: number): string => (days === 1 ? '1 day' : `${days.toLocaleString('en-GB')} days`)

/** Whether something that is not overdue is due soon. */
export const isSoon = (due: PlainDate, today: PlainDate): boolean =>
  due >= today && daysBetween(today, due) <= SOON_DAYS
