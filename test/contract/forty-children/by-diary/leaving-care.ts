import { birthday, Diary, monthsAfter, plus } from '../diary.ts'
import type { Noted } from '../read.ts'
import { every, holds, type Month, maybe, type Saying, say, within, words } from './saying.ts'

export function sayLeavingCare(said: Saying, records: readonly Noted[], { first, last }: Month): void {
  const diary = new Diary(records, last)
  if (diary.all('adviser').some((time) => holds(time, last))) sayServed(said, diary, last)
  const adult = diary.born === undefined ? undefined : birthday(diary.born, 18)
  const isDue = adult === undefined ? undefined : within(adult, first, last)
  const wasIn = adult === undefined ? hasCare(diary) : wasInCare(diary, plus(adult, -1))
  const given = diary.all('passport').some(({ outcome, day }) => outcome === 'given' && day <= monthsAfterEnd(last, 2))
  say(said, 'turned 18', every(isDue, wasIn), words(given && 'passport'))
}

const monthsAfterEnd = (last: string, months: number): string => plus(monthsAfter(plus(last, 1), months), -1)

const hasCare = ({ care, breaks }: Diary): false | undefined => (care.length + breaks.length > 0 ? undefined : false)

function wasInCare(diary: Diary, day: string): boolean | undefined {
  const page = diary.page(day)
  return page === 'in' ? true : page === 'out' || page === 'breaks' ? false : undefined
}

/**
 * Whoever was in care at 16 or 17 and is in it no longer. Of somebody of whom no time in care is known it cannot be said, unless a return about care leavers
 * names them.
 */
function isCareLeaver(diary: Diary, last: string): boolean | undefined {
  const { born } = diary
  if (born === undefined) return undefined
  if (diary.care.length === 0) return returned(diary, last) === undefined ? undefined : true
  if (diary.inCare(last) !== false) return diary.inCare(last) === undefined ? undefined : false
  return diary.stays().some(({ to }) => to !== null && to > birthday(born, 16))
}

/** Whoever has a personal adviser. */
function sayServed(said: Saying, diary: Diary, last: string): void {
  const answer = lastAnswer(diary, last)
  if (answer === 'DIED') return
  const is = (from: number, to: number) =>
    every(
      isCareLeaver(diary, last),
      diary.born === undefined ? undefined : birthday(diary.born, from) <= last && birthday(diary.born, to + 1) > last,
    )
  const home = homeOn(diary, last)
  const planned = [...diary.all('pathway'), ...diary.all('reviewed')].some(
    ({ day }) => day <= last && monthsAfter(day, 6) >= last,
  )
  const isSomewhere = home !== undefined && home.letter !== '' && home.letter !== 'R'
  const given = words(
    maybe('bed and breakfast', isSomewhere ? home.letter === 'W' : undefined),
    maybe('unsuitable', isSomewhere && home.suits !== undefined ? !home.suits : undefined),
    planned && 'plan',
  )
  say(said, '17 to 25', is(17, 25), given)
  if (answer === 'RHOM') return
  const does = doesOn(diary, last)
  const works = does === '' || does === '0' ? undefined : /^[FP][1-5]$/.test(does)
  say(said, '19 to 21', is(19, 21), words(answer === 'YES' && 'in touch', maybe('study or work', works)))
  if (home !== undefined && ['G', 'H', 'R'].includes(home.letter)) return
  const suits = home === undefined ? (answer === 'YES' ? undefined : false) : home.suits
  say(said, '19 to 21 here', is(19, 21), words(maybe('suitable', suits)))
}

const byDay = (a: { readonly day: string }, b: { readonly day: string }) => (a.day < b.day ? -1 : 1)

/** What a return said of the last birthday that had come. */
const returned = (diary: Diary, last: string) =>
  diary
    .all('birthday')
    .filter(({ day }) => day <= last)
    .toSorted(byDay)
    .at(-1)

/** The last answer about being in touch; of a return and a contact on one day that of the contact. */
function lastAnswer(diary: Diary, last: string): string {
  const contact = diary
    .all('contact')
    .filter(({ day }) => day <= last)
    .toSorted(byDay)
    .at(-1)
  const outcome = returned(diary, last)
  const later = contact !== undefined && contact.day >= (outcome?.day ?? '') ? contact : outcome
  return later?.answer ?? ''
}

type Home = { readonly letter: string; readonly suits: boolean | undefined }

/** Where they slept in the last night: as we wrote it down, else as the return has it, unless something of ours ended since. */
function homeOn(diary: Diary, last: string): Home | undefined {
  const own = diary.all('home').filter(({ since }) => since <= last)
  const now = own.findLast((one) => holds(one, last))
  if (now !== undefined) return { letter: now.letter, suits: { yes: true, no: false }[now.suits] }
  const outcome = returned(diary, last)
  if (outcome === undefined || outcome.home === '' || own.some(({ until }) => until > outcome.day)) return undefined
  if (outcome.home === '0') return { letter: '', suits: false }
  return { letter: outcome.home.slice(0, 1), suits: { 1: true, 2: false }[outcome.home.slice(1)] }
}

/** The main activity: empty where it is not known, `ended` where it ended and nothing else began. */
function doesOn(diary: Diary, last: string): string {
  const own = diary.all('does').filter(({ since }) => since <= last)
  const now = own.findLast((one) => holds(one, last))
  if (now !== undefined) return now.code
  const outcome = returned(diary, last)
  if (outcome !== undefined && !own.some(({ until }) => until > outcome.day)) return outcome.code
  return own.length > 0 ? 'ended' : ''
}
