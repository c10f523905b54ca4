import { Diary } from '../diary.ts'
import type { Noted } from '../read.ts'
import {
  type Answer,
  andUnaccompanied,
  every,
  holds,
  type Month,
  maybe,
  type Saying,
  say,
  within,
  words,
} from './saying.ts'

export function sayPermanence(said: Saying, records: readonly Noted[], { first, last }: Month): void {
  const diary = new Diary(records, last)
  const group = (name: string) => andUnaccompanied(name, diary.isUnaccompanied(last))
  const inForce = [...diary.all('parallel'), ...diary.all('plan')].filter(
    (plan) => holds(plan, last) && plan.done !== '' && plan.done <= last,
  )
  say(said, group('4 months in care'), diary.inCareFor(4), words(inForce.length > 0 && 'plan'))
  const mainPlans = inForce.filter(({ kind }) => kind === 'plan')
  const main = (mainPlans.length > 0 ? mainPlans : inForce).toSorted((a, b) => (a.since < b.since ? -1 : 1)).at(-1)
  const stays = every(main?.option === 'long-term-fostering', diary.inCare(last))
  say(said, group('to stay with foster carers'), stays, words(maybe('matched', isWithMatched(diary, last))))
  for (const { name, began, since, formal, closed } of diary.all('escalation')) {
    const is = words(
      began === 'informal' && within(since, first, last) && 'informal',
      within(formal, first, last) && 'formal',
      within(closed, first, last) && 'closed',
    )
    if (is.size > 0) said.set(name, is)
  }
}

/** In a long-term foster home, since the match at the latest. Where the child lives may not be known: away, and nobody wrote from where. */
function isWithMatched(diary: Diary, last: string): Answer {
  const match = diary
    .all('matched')
    .filter(({ day, until }) => holds({ since: day, until }, last))
    .at(-1)
  if (match === undefined) return false
  const home = diary.homes().at(-1)
  if (home === undefined || home.last !== last) return undefined
  return ['U1', 'U4'].includes(home.episode.placement ?? '') && home.first <= (match.moved || match.day)
}
