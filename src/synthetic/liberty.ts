import { DeprivationOfLiberty, LibertyAuthorisation, LibertyReview } from '../areas/children-in-care/liberty.ts'
import { birthday } from '../core/dates/age.ts'
import { firstEnd } from '../core/dates/earlier-later.ts'
import { addDays, addMonths, type PlainDate } from '../core/dates/plain-date.ts'
import { libertyRates } from './care-rates.ts'
import { type InCare, type Stay, staysOf } from './in-care.ts'
import type { Random } from './random.ts'
import type { RowMade } from './row.ts'

/** Where no such order can be: secure accommodation, with parents, a residential school for the whole year, supported accommodation. */
const NEVER: readonly string[] = ['K1', 'P1', 'S1', 'K3', 'R5', 'T1']
const LASTS = 40
const YEARS = 3
/** One that ran out is not forgotten for longer. */
const NOTICED_AFTER = 45

/** Orders of one time in care in the last years, one at most for each home. */
export function libertyOf(random: Random, told: InCare): readonly RowMade[] {
  const { child, until } = told
  const { inHomes, elsewhere, beginsAfter } = libertyRates.of
  return staysOf(told).flatMap((stay) => {
    const authorisedOn = addDays(stay.from, random.whole(beginsAfter[0], beginsAfter[1]))
    const isMade = random.chance(stay.placement === 'K2' ? inHomes : elsewhere)
    const fits =
      !NEVER.includes(stay.placement) &&
      stay.to - authorisedOn > LASTS &&
      authorisedOn > birthday(child.bornOn, 11) &&
      authorisedOn > addMonths(until, -12 * YEARS) &&
      authorisedOn <= until
    return isMade && fits ? orderOf(random.fork(stay.from), stay, authorisedOn, until) : []
  })
}

const said = [
  '“I want to go to the shop by myself on Saturdays.”',
  '“It is better than before. I sleep now.”',
  '“Nobody asks me before they lock the door.”',
  '“Can I have my phone back at weekends?”',
] as const
const restrictions = [
  ['supervision', 'movement'],
  ['supervision', 'locked', 'movement'],
  ['supervision', 'restraint'],
  ['supervision', 'locked', 'phone', 'searches'],
] as const

function orderOf(random: Random, stay: Stay, authorisedOn: PlainDate, until: PlainDate): readonly RowMade[] {
  const rows: RowMade[] = []
  const order = (endedOn: PlainDate | null): RowMade => ({
    type: DeprivationOfLiberty,
    fields: { startedOn: authorisedOn, endedOn },
  })
  for (let from = authorisedOn; from <= until; ) {
    const { expiresOn, goesOn, ends, isSaid } = authorisedFrom(random, from, stay, until)
    rows.push(
      authorisation(random, from, expiresOn, isSaid ? ends : null),
      ...reviewsOf(random, from, firstEnd(ends, addDays(until, 1)) ?? ends),
    )
    if (!goesOn) return [order(isSaid ? ends : null), ...rows]
    from = ends
  }
  return [order(null), ...rows]
}

/** Renewed some days before it runs out; not renewed, it ends with its last day or with the home, and sometimes nobody says so. */
function authorisedFrom(random: Random, from: PlainDate, { to }: Stay, until: PlainDate) {
  const { authorisedFor, renewed, lapsed } = libertyRates.of
  const expiresOn = addDays(from, random.whole(authorisedFor[0], authorisedFor[1]))
  const goesOn = random.chance(renewed) && expiresOn < addDays(to, -14)
  const ends = goesOn ? addDays(expiresOn, -random.whole(0, 6)) : (firstEnd(addDays(expiresOn, 1), to) ?? to)
  const isForgotten = random.chance(lapsed) && ends > addDays(until, -NOTICED_AFTER)
  const isSaid = ends <= until && (goesOn || ends === to || !isForgotten)
  return { expiresOn, goesOn, ends, isSaid }
}

const authorisation = (random: Random, on: PlainDate, expiresOn: PlainDate, endedOn: PlainDate | null): RowMade => ({
  type: LibertyAuthorisation,
  fields: {
    authorisedOn: on,
    court: 'high',
    restrictions: [...random.pick(restrictions)],
    why: `They came to harm again and again when nobody was near. ${random.pick(said)}`,
    expiresOn,
    courtReviewOn: addDays(expiresOn, -random.whole(3, 14)),
    endedOn,
  },
})

function reviewsOf(random: Random, from: PlainDate, before: PlainDate): readonly RowMade[] {
  const { reviewLate, reviewMissed } = libertyRates.of
  const rows: RowMade[] = []
  const next = (day: PlainDate) =>
    addDays(addMonths(day, 1), random.chance(reviewLate) ? random.whole(2, 14) : -random.whole(0, 8))
  for (let on = next(from); on < before; on = next(on))
    if (!random.chance(reviewMissed))
      rows.push({
        type: LibertyReview,
        fields: {
          reviewedOn: on,
          outcome: random.weighted({ needed: 60, less: 35, end: 5 }),
          childSaid: random.pick(said),
        },
      })
  return rows
}
