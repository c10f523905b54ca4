import { birthday, Diary, monthsAfter, type Page, plus, workingDaysAfter } from '../diary.ts'
import type { Care, Noted } from '../read.ts'
import { andUnaccompanied, type Month, maybe, type Saying, say, words } from './saying.ts'

/** What a child in care is in for a month. */
export function sayChildrenInCare(said: Saying, records: readonly Noted[], { first, last }: Month): void {
  const diary = new Diary(records, last)
  sayInCare(said, diary, last)
  sayCameAndLeft(said, diary, first, last)
  sayCohort(said, new Diary(records, workingDaysAfter(last, 20)), first, last)
  sayMissing(said, diary, last)
  for (const { name, on, participation } of diary.all('review'))
    if (on >= inYear(last)) sayReview(said, diary, { name, on, participation })
}

function sayInCare(said: Saying, diary: Diary, last: string): void {
  const { born } = diary
  const page = diary.page(last)
  if (page === 'out' || page === 'breaks' || (born !== undefined && birthday(born, 18) <= last)) return
  const sure = page === 'in' && born !== undefined
  const homes = diary.homes()
  const home = homes.at(-1)?.last === last ? homes.at(-1) : undefined
  said.set(
    andUnaccompanied(sure ? 'in care' : 'in care?', diary.isUnaccompanied(last)),
    words(homes.filter((one) => one.last >= inYear(last)).length >= 3 && 'three placements', ...placed(home?.episode)),
  )
  const stay = diary.stays().at(-1)
  saySettled(said, diary, home?.first)
  sayReviews(said, diary, { from: stay?.from, page, sure, last })
}

/** The first of the 12 months that end with the day. */
const inYear = (last: string): string => monthsAfter(plus(last, 1), -12)

function placed(episode: Care | undefined): readonly (string | false)[] {
  const { placement = null, provider = null, location = null, miles = null } = episode ?? {}
  const is = (...codes: readonly string[]) => (placement === null ? undefined : codes.includes(placement))
  return [
    maybe('foster', is('U1', 'U2', 'U3', 'U4', 'U5', 'U6')),
    maybe('parents', is('P1')),
    maybe('unregulated', is('H5', 'P2', 'R1')),
    maybe('private', provider === null ? undefined : provider === 'PR4'),
    maybe('outside', location === null ? undefined : location === 'OUT'),
    maybe('far', miles === null ? undefined : miles > 20),
  ]
}

type Reviewed = {
  readonly from: string | undefined
  readonly page: Page
  readonly sure: boolean
  readonly last: string
}

function sayReviews(said: Saying, diary: Diary, { from, page, sure, last }: Reviewed): void {
  if (page !== 'in' || from === undefined) return void said.set('review due?', words())
  const fell = diary.reviews({ from, to: null }).filter(({ due, held }) => {
    if (held === undefined) return due < last
    return due <= last && due >= inYear(last)
  })
  const allInTime = fell.every(({ due, held }) => held !== undefined && held <= due)
  if (fell.length > 0) said.set(sure ? 'review due' : 'review due?', words(allInTime && 'all in time'))
}

function saySettled(said: Saying, diary: Diary, home: string | undefined): void {
  const { asAt, born } = diary
  if (born !== undefined && birthday(born, 16) <= asAt) return
  const sameCarer = home === undefined ? undefined : monthsAfter(home, 24) <= asAt
  say(said, 'settled', diary.inCareFor(30), words(maybe('same carer', sameCarer)))
}

function sayCameAndLeft(said: Saying, diary: Diary, first: string, last: string): void {
  const stays = diary.stays()
  const came = stays.filter(({ from }) => from >= first)
  const begun = came.find(({ began }) => began) ?? came[0]
  if (begun !== undefined)
    said.set(andUnaccompanied(begun.began ? 'came' : 'came?', diary.isUnaccompanied(begun.from)), words())
  const inMonth = diary.leftSince(first)
  if (inMonth !== undefined) said.set(inMonth.ended ? 'left' : 'left?', words())
  const inSix = diary.leftSince(monthsAfter(plus(last, 1), -6))
  if (inSix === undefined) return
  const because = (...reasons: readonly string[]) => (inSix.why === null ? undefined : reasons.includes(inSix.why))
  said.set(
    inSix.ended ? 'left in 6 months' : 'left in 6 months?',
    words(
      maybe('home', because('E4A', 'E4B')),
      maybe('adopted', because('E11', 'E12')),
      maybe('guardianship', because('E43', 'E44', 'E45', 'E46', 'E47', 'E48')),
    ),
  )
}

/** Looked at when day 20 of the last day has passed. */
function sayCohort(said: Saying, diary: Diary, first: string, last: string): void {
  const came = diary.stays().filter(({ from }) => from >= first && from <= last)
  const begun = came.find(({ began }) => began) ?? came[0]
  if (begun === undefined) return
  const due = workingDaysAfter(begun.from, 20)
  if (begun.to !== null && begun.to < due) return
  const assessed = diary
    .all('health')
    .some(
      ({ on, assessment, outcome }) =>
        assessment === 'initial' && outcome === 'done' && on >= begun.from && on <= due && on <= (begun.to ?? on),
    )
  const group = begun.began ? 'stayed 20 days' : 'stayed 20 days?'
  said.set(andUnaccompanied(group, diary.isUnaccompanied(begun.from)), words(assessed && 'assessed'))
}

function sayMissing(said: Saying, diary: Diary, last: string): void {
  const six = monthsAfter(plus(last, 1), -6)
  const known = diary.stays().some(({ to }) => to === null || to >= six)
  const adult = diary.born !== undefined && birthday(diary.born, 18) < six
  if (!known && (adult || diary.page(last) !== 'unsure')) return
  const times = diary.all('missing').filter(({ from }) => from >= inYear(last) && diary.page(from) === 'in').length
  said.set(known ? '6 months' : '6 months?', words(times > 0 && 'missing', times > 1 && 'missing twice'))
}

type Review = { readonly name: string; readonly on: string; readonly participation: string | null }

function sayReview(said: Saying, diary: Diary, { name, on, participation }: Review): void {
  if (diary.page(on) === 'breaks') return
  const stay = diary.stays().find(({ from, to }) => from <= on && on <= (to ?? on))
  const due = stay && diary.reviews(stay).find(({ held }) => held === on)?.due
  const age4 = diary.born === undefined ? undefined : birthday(diary.born, 4) <= on
  const took = participation === null ? 'took part?' : ['PN1', 'PN2', 'PN3', 'PN5', 'PN6'].includes(participation)
  said.set(
    name,
    words(
      due === undefined ? 'in time?' : on <= due ? 'in time' : 'late',
      participation !== 'PN0' && age4 === undefined && '4 or over?',
      participation !== 'PN0' && age4 === true && (took === true ? 'took part' : took === false ? 'no part' : took),
    ),
  )
}
