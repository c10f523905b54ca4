import { Diary, monthsAfter, plus, type Stay } from '../diary.ts'
import type { Noted } from '../read.ts'
import { type Answer, every, holds, type Month, type Saying, say, within, words } from './saying.ts'

const yearTo = (last: string): string => monthsAfter(plus(last, 1), -12)

export function sayAdoption(said: Saying, records: readonly Noted[], { last }: Month): void {
  const diary = new Diary(records, last)
  say(said, 'adopted in 12 months', isAdopted(diary.leftSince(yearTo(last))))
  const left = diary.leftSince(monthsAfter(plus(last, 1), -6))
  const adopted = isAdopted(left)
  const days = left === undefined ? undefined : daysToMovingIn(diary, left)
  say(said, 'adopted in 6 months', adopted, words(days !== undefined && `moved in ${days}`))
  const orders = ordersOf(diary)
  const toMatch = daysToMatch(diary, orders, left?.to ?? '')
  say(said, 'adopted by order', every(orders.length > 0, adopted), words(toMatch !== undefined && `matched ${toMatch}`))
  for (const { name, until, how } of diary.all('order'))
    if (within(until, yearTo(last), last) && (how === 'revoked' || how === ''))
      said.set(name, words(how === '' ? 'revoked?' : 'revoked'))
}

function isAdopted(left: Stay | undefined): boolean | undefined {
  if (left === undefined) return false
  if (left.why === null) return undefined
  return left.why === 'E11' || left.why === 'E12'
}

const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000

/** From coming into care to the first night with those who adopted. */
function daysToMovingIn(diary: Diary, { from, began, to }: Stay): number | undefined {
  const home = diary.homes().find(({ last }) => last === plus(to ?? '9999-12-30', -1))
  const placed = ['A3', 'A4', 'A5', 'A6'].includes(home?.episode.placement ?? '')
  const byFosterers = diary.all('adopters').some(({ fosterers }) => fosterers === 'yes')
  return began && home !== undefined && (placed || byFosterers) ? daysBetween(from, home.first) : undefined
}

type Held = { readonly since: string; readonly until: string }

/** Placement orders as they were written down; where none was, the times with the legal status of one. */
function ordersOf(diary: Diary): readonly Held[] {
  const written = diary.all('order').filter(({ since }) => since <= diary.asAt)
  if (written.length > 0) return written.toSorted((a, b) => (a.since < b.since ? -1 : 1))
  return diary.care
    .filter(({ status }, at) => status === 'E1' && diary.care[at - 1]?.status !== 'E1')
    .map(({ from }) => ({ since: from, until: '' }))
}

function daysToMatch(diary: Diary, orders: readonly Held[], adopted: string): number | undefined {
  const match = diary
    .all('adopters')
    .map(({ day }) => day)
    .filter((day) => day <= adopted)
    .toSorted()
    .at(-1)
  if (match === undefined) return undefined
  const order = orders.findLast((one) => holds(one, match)) ?? orders.find(({ since }) => since > match)
  return order === undefined ? undefined : Math.max(0, daysBetween(order.since, match))
}

/** Households who want to adopt: what happened to them, one day after another. */
export function sayAdopters(said: Saying, records: readonly Noted[], { first, last }: Month): void {
  const diary = new Diary(records, last)
  const enquiries = diary.all('enquiry').toSorted((a, b) => (a.day < b.day ? -1 : 1))
  if (enquiries.at(-1)?.another === 'yes') return
  const happened = eventsOf(diary)
    .filter(({ day }) => day !== '' && day <= last)
    .toSorted((a, b) => (a.day === b.day ? a.order - b.order : a.day < b.day ? -1 : 1))
  const [now] = happened.slice(-1)
  say(said, 'being assessed', now === undefined ? false : now.assessed)
  for (const { name, day, answer } of diary.all('suitable'))
    if (answer === 'yes' && within(day, first, last)) said.set(name, words('suitable'))
}

/** `order` decides between two on one day: whatever ends it comes last. */
type Event = { readonly day: string; readonly order: number; readonly assessed: Answer }

function eventsOf(diary: Diary): readonly Event[] {
  const ends = (day: string): Event => ({ day, order: 2, assessed: false })
  return [
    ...diary.all('stage').flatMap(({ since, until, how }): Event[] => {
      const begins = { day: since, order: 0, assessed: true }
      if (how === 'withdrew' || how === 'may-not') return [begins, ends(until)]
      // Ended with a decision, and there is none: the decision comes after it on the day.
      if (how !== 'goes-on') return [begins, { day: how === 'decided' ? until : '', order: 1, assessed: undefined }]
      const lapses = plus(monthsAfter(until, 6), 1)
      const next = diary.all('stage').some((other) => other.since >= until && other.since < lapses)
      return [begins, ends(next ? '' : lapses)]
    }),
    ...diary
      .all('pause')
      .filter((pause) => diary.all('stage').some(({ since }) => since <= pause.since))
      .flatMap(({ since, until }): Event[] => [
        { day: since, order: 2, assessed: false },
        { day: until, order: 0, assessed: true },
      ]),
    ...diary.all('suitable').map(({ day }) => ends(day)),
    ...diary.all('gone').map(({ day }) => ends(day)),
  ]
}
