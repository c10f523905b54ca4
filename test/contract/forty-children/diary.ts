import { readFileSync } from 'node:fs'
import type { Care, Noted } from './read.ts'

/*
 * The definitions once more, in another way, to hold the program against when a record is taken away: a diary with a page for every day. It uses
 * nothing of the program, is slow, and knows only what the forty children need.
 */

const calendar = readFileSync(new URL('../../../data/bank-holidays.csv', import.meta.url), 'utf8')
const holidays = new Set(calendar.match(/\d{4}-\d\d-\d\d/g))

export const plus = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10)

export function workingDaysAfter(day: string, count: number): string {
  let [at, left] = [day, count]
  while (left > 0) {
    at = plus(at, 1)
    const weekday = new Date(at).getUTCDay()
    if (weekday !== 0 && weekday !== 6 && !holidays.has(at)) left -= 1
  }
  return at
}

/** The same day so many months later, or the last of a shorter month. */
export function monthsAfter(day: string, count: number): string {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  const last = new Date(Date.UTC(year, month + count, 0))
  return new Date(Math.min(Number(last), Date.UTC(year, month - 1 + count, date))).toISOString().slice(0, 10)
}

/** Born on 29 February: on 1 March in other years, to which 29 February runs over. */
export function birthday(born: string, age: number): string {
  const [year = 0, month = 0, date = 0] = born.split('-').map(Number)
  return new Date(Date.UTC(year + age, month - 1, date)).toISOString().slice(0, 10)
}

const isBreak = ({ status }: Care) => status === 'V3' || status === 'V4'
const isAway = ({ placement }: Care) => placement?.startsWith('T') === true

/** `gap`: both sides say that care went on; `unsure`: one side does. */
export type Page = 'in' | 'gap' | 'unsure' | 'breaks' | 'out'
export type Stay = {
  from: string
  began: boolean
  /** The first day out of care; null while in it. */
  to: string | null
  ended: boolean
  why: string | null
  gaps: string[]
}

export class Diary {
  readonly records: readonly Noted[]
  readonly asAt: string
  readonly care: readonly Care[]
  readonly breaks: readonly Care[]
  readonly born: string | undefined

  constructor(records: readonly Noted[], asAt: string) {
    const past = (day: string | null) => day !== null && day <= asAt
    this.asAt = asAt
    this.records = records.flatMap((one): Noted[] => {
      if ('from' in one && one.from > asAt) return []
      if ('on' in one && one.on > asAt) return []
      if (!('to' in one) || past(one.to)) return [one]
      return [one.kind === 'care' ? { ...one, to: null, ended: null } : { ...one, to: null }]
    })
    const episodes = this.all('care').toSorted((a, b) => (a.from < b.from ? -1 : 1))
    this.care = episodes.filter((one) => !isBreak(one))
    this.breaks = episodes.filter(isBreak)
    this.born = this.all('born')[0]?.on
  }

  all<K extends Noted['kind']>(kind: K): Extract<Noted, { kind: K }>[] {
    return this.records.filter((one): one is Extract<Noted, { kind: K }> => one.kind === kind)
  }

  page(day: string): Page {
    const holds = ({ from, to }: Care) => from <= day && (to === null || to > day)
    if (this.care.some(holds)) return 'in'
    const last = this.care.findLast(({ to }) => to !== null && to <= day)
    const next = this.care.find(({ from }) => from > day)
    const wentOn = last?.ended === 'X1' && !this.breaks.some(({ from }) => from === last.to)
    const goesOn = next !== undefined && next.reason !== 'S' && !this.breaks.some(({ to }) => to === next.from)
    if (wentOn && goesOn) return 'gap'
    if (wentOn || goesOn) return 'unsure'
    return this.breaks.some(holds) ? 'breaks' : 'out'
  }

  /** Times in care, until the 18th birthday at the latest. */
  stays(): Stay[] {
    const stays: Stay[] = []
    const adult = this.born === undefined ? '9999' : birthday(this.born, 18)
    let isIn = false
    for (let day = this.care[0]?.from ?? '9999'; day <= this.asAt && day <= adult; day = plus(day, 1)) {
      const page = day === adult ? 'out' : this.page(day)
      const wasIn = isIn
      isIn = page === 'in' || page === 'gap'
      const begins = isIn && !wasIn
      if (begins) stays.push({ from: day, began: this.begins(day), to: null, ended: true, why: null, gaps: [] })
      const now = stays.at(-1)
      if (page === 'gap') now?.gaps.push(day)
      if (wasIn && !isIn && now !== undefined) Object.assign(now, this.end(day, day === adult))
    }
    return stays
  }

  /** In care on the day, and under 18. Whether is not known of a child whose date of birth is not. */
  inCare(day: string): boolean | undefined {
    const page = this.page(day)
    if (page === 'out' || page === 'breaks' || (this.born !== undefined && birthday(this.born, 18) <= day)) return false
    return page === 'in' && this.born !== undefined ? true : undefined
  }

  /** In care on the last day, and without a break for so many months. */
  inCareFor(months: number): boolean | undefined {
    const stay = this.stays().at(-1)
    const isIn = this.inCare(this.asAt)
    if (stay === undefined || isIn === false) return false
    const long = monthsAfter(stay.from, months) <= this.asAt
    if (!long && stay.began) return false
    const since = monthsAfter(this.asAt, -months)
    return long && !stay.gaps.some((day) => day >= since) ? isIn : undefined
  }

  /** The last time that the child left since a day: one of which it is known, if there is one. */
  leftSince(day: string): Stay | undefined {
    const left = this.stays().filter(({ to }) => to !== null && to >= day)
    return left.findLast(({ ended }) => ended) ?? left.at(-1)
  }

  begins(day: string): boolean {
    return (
      this.care.some(({ from, reason }) => from === day && reason === 'S') || this.breaks.some(({ to }) => to === day)
    )
  }

  end(day: string, isBirthday: boolean): Partial<Stay> {
    const whys = this.care
      .filter(({ to }) => to !== null && (isBirthday ? to >= day : to === day))
      .map(({ ended }) => ended)
    const why = whys.find((one) => one !== null && one !== 'X1') ?? whys.find((one) => one !== null) ?? null
    const handedOver = this.breaks.some(({ from }) => from === day)
    return { to: day, why, ended: isBirthday || why !== 'X1' || handedOver }
  }

  isUnaccompanied = (day: string): boolean => this.all('unaccompanied').some(({ to }) => to === null || to > day)

  /** Where the child slept, one carer after another: the nights, and the last episode of it that was no time away. */
  homes(): { first: string; last: string; episode: Care }[] {
    const homes: { first: string; last: string; episode: Care }[] = []
    let wasAway = false
    for (let night = this.care[0]?.from ?? '9999'; night <= this.asAt; night = plus(night, 1)) {
      const episode = this.care.findLast(({ from, to }) => from <= night && (to === null || to > night))
      const home = homes.at(-1)
      if (episode === undefined) continue
      if (isAway(episode)) {
        if (home !== undefined && home.last === plus(night, -1)) home.last = night
        wasAway = true
        continue
      }
      if (
        home !== undefined &&
        home.last === plus(night, -1) &&
        this.isSameCarer(home.episode, episode, night, wasAway)
      )
        Object.assign(home, { last: night, episode })
      else homes.push({ first: night, last: night, episode })
      wasAway = false
    }
    return homes
  }

  /** Moved house, changed agency or has a new order with the same carer; or is back where they were. */
  isSameCarer(before: Care, now: Care, night: string, wasAway: boolean): boolean {
    if (before === now) return true
    const begun = this.care.filter(({ from }) => from === night)
    if (!wasAway && begun.every(({ reason }) => ['L', 'T', 'U'].includes(reason))) return true
    const either = (field: 'provider' | 'at') => !before[field] || !now[field] || before[field] === now[field]
    const isSamePlace = before.placement === now.placement && either('provider') && either('at')
    return isSamePlace && (wasAway || begun.length > 1)
  }

  /** Each review that fell due in a stay, and when it was held. */
  reviews({ from, to }: Pick<Stay, 'from' | 'to'>): { due: string; held: string | undefined }[] {
    const held = this.all('review')
      .map(({ on }) => on)
      .filter((on) => on >= from && on <= (to ?? this.asAt))
      .toSorted()
    return [undefined, ...held].map((last, at) => ({
      due: last === undefined ? workingDaysAfter(from, 20) : monthsAfter(last, at === 1 ? 3 : 6),
      held: held[at],
    }))
  }
}
