import { Diary, monthsAfter, plus } from '../diary.ts'
import type { Noted } from '../read.ts'
import { type Answer, every, holds, type Month, maybe, type Saying, say, within, words } from './saying.ts'

type Approval = { readonly type: string; readonly since: string; readonly until: string; readonly why: string }

export function sayHouseholds(said: Saying, records: readonly Noted[], month: Month): void {
  const { last } = month
  const diary = new Diary(records, last)
  sayPlaced(said, diary, last)
  const all = approvalsOf(diary)
  const now = all.findLast(({ since, until }) => since <= last && (until === '' || until > last))
  if (now !== undefined) {
    say(said, 'approved', true, words(isVisited(diary, all, last) && 'visited'))
    const children = diary.all('lives').filter((one) => one.footing === 'in-care' && holds(one, last)).length
    say(said, 'mainstream', isOf(now, MAINSTREAM), words(children > 0 && `children ${children}`))
    say(said, 'connected', isOf(now, ['connected', 'temporary']))
  }
  sayJoinedAndLeft(said, all, month)
  sayApplies(said, diary, all, last)
  sayAllegations(said, diary, month)
}

const MAINSTREAM = ['mainstream', 'short-breaks']
const isOf = ({ type }: { readonly type: string }, types: readonly string[]): Answer =>
  type === '' ? undefined : types.includes(type)

/** Each with the day on which it really ends: notice has 28 days, a temporary approval 16 weeks, or 24. */
function approvalsOf(diary: Diary): readonly Approval[] {
  const said = diary.all('approved').filter(({ since }) => since <= diary.asAt)
  return said
    .map(({ type, since, placed, extended, resigned, until, why }) => {
      const written = until || (resigned && plus(resigned, 28))
      const begins = placed || since
      const runsOut = type === 'temporary' ? plus(begins, 7 * (extended === '' ? 16 : 24)) : ''
      const isOver = runsOut !== '' && (written === '' || written > runsOut)
      return { type, since, until: isOver ? runsOut : written, why: isOver ? 'ran-out' : why }
    })
    .toSorted((a, b) => (a.since < b.since ? -1 : 1))
}

/** Within six weeks: a visit to their home, or that they were approved. */
function isVisited(diary: Diary, all: readonly Approval[], last: string): boolean {
  const recent = (day: string) => day <= last && plus(day, 42) >= last
  const seen = diary.all('visited').some(({ day, how }) => ['arranged', 'unannounced'].includes(how) && recent(day))
  const begun = all.filter(({ since }) => !all.some((other) => other.until === since)).at(-1)
  return seen || (begun !== undefined && recent(begun.since))
}

function sayJoinedAndLeft(said: Saying, all: readonly Approval[], { first, last }: Month): void {
  const joined = all.filter(
    ({ since }) =>
      within(since, first, last) && !all.some((other) => other.until === since && other.type !== 'temporary'),
  )
  const left = all.filter(
    ({ until, why }) =>
      within(until, first, last) && !NO_LEAVING.includes(why) && !all.some(({ since }) => since === until),
  )
  for (const [name, types] of Object.entries(TYPES)) {
    say(said, `joined, ${name}`, anyOf(joined, types))
    say(said, `left, ${name}`, anyOf(left, types))
  }
}

/** They adopt the child, or another approval took the place of this one. */
const NO_LEAVING = ['adopted', 'fully-approved', 'other-kind']

const TYPES = {
  mainstream: MAINSTREAM,
  connected: ['connected'],
  'foster to adopt': ['foster-to-adopt'],
  temporary: ['temporary'],
}

function anyOf(some: readonly Approval[], types: readonly string[]): Answer {
  const answers = some.map((one) => isOf(one, types))
  return answers.includes(true) ? true : answers.includes(undefined) ? undefined : false
}

function sayApplies(said: Saying, diary: Diary, all: readonly Approval[], last: string): void {
  const open = diary
    .all('applies')
    .filter(({ since, until }) => since <= last && (until === '' || until > last))
    .filter(({ assessed }) => assessed !== '' && assessed <= last)
    .filter(({ assessed }) => !all.some(({ type, since }) => type !== 'temporary' && since >= assessed))
    .at(-1)
  if (open !== undefined) say(said, 'applies', isOf(open, MAINSTREAM))
}

function sayAllegations(said: Saying, diary: Diary, { first, last }: Month): void {
  const yearAgo = monthsAfter(plus(last, 1), -12)
  for (const { name, role, referred, outcome, decided } of diary.all('accused')) {
    const isOurs: Answer = role === '' ? undefined : role === 'own-foster-carer'
    if (referred === '' || isOurs === false || referred > last) continue
    const is = words(
      within(referred, yearAgo, last) && maybe('accused', isOurs),
      within(decided, first, last) &&
        maybe(outcome === 'substantiated' ? 'substantiated' : 'not substantiated', isOurs),
    )
    if (is.size > 0) said.set(name, is)
  }
}

/** Where the child would go back to decides. */
function sayPlaced(said: Saying, diary: Diary, last: string): void {
  const home = diary.homes().at(-1)
  const { placement = null, provider = null } = home?.last === last ? home.episode : {}
  const own = provider === null ? undefined : provider === 'PR1'
  const withOwn = (types: readonly string[]) => (placement === null ? undefined : every(types.includes(placement), own))
  say(
    said,
    'placed',
    diary.inCare(last),
    words(
      maybe('with mainstream carers', withOwn(['U4', 'U5', 'U6'])),
      maybe('with connected carers', withOwn(['U1', 'U2', 'U3'])),
    ),
  )
}
