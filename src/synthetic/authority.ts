import { birthday } from '../core/dates/age.ts'
import { addDays, addMonths, fromParts, type PlainDate } from '../core/dates/plain-date.ts'
import { type CareMade, careOf } from './care.ts'
import { type Child, child } from './child.ts'
import { atHomeOf, familiesOf } from './families.ts'
import { history, type Lived, type Made, nothingHappened, type Wanted } from './history.ts'
import { isOrWasLeaving } from './leaving-care.ts'
import { earlierArrivals } from './leaving-rates.ts'
import { type Random, random } from './random.ts'

const DAYS_IN_YEAR = 365.25
/** Nobody is in care longer than a childhood. */
const LONGEST = 18

/**
 * A made-up authority: children with lawful histories of care, some of it late and some of it missing. The same seed makes the same children.
 * Those who left before the years asked for are left out, but for those who are care leavers still: of them the episodes are known, and what came after.
 */
export function makeAuthority(wanted: Wanted): readonly Made[] {
  const source = random(wanted.seed)
  const since = addMonths(wanted.until, -12 * wanted.years)
  const told: ToldAgain[] = []
  const leftBefore: Made[] = []
  const isHere = (one: Made) =>
    one.care.some(({ startedOn, endedOn }) => startedOn <= wanted.until && endedOn > wanted.until)
  for (const [fork, unaccompanied, many] of [
    ['c', false, wanted.inCare - wanted.unaccompanied],
    ['u', true, wanted.unaccompanied],
  ] as const) {
    let here = 0
    for (let n = 1; here < many; n++) {
      const who = { number: numberOf(told.length), unaccompanied }
      const tell = inCare(source.fork(`${fork}${n}`), wanted, who)
      const one = tell()
      const isKnown = one.care.some(({ endedOn }) => endedOn > since)
      if (isKnown) told.push({ one, tell })
      else if (isOrWasLeaving(one.child, one.care, wanted.until)) leftBefore.push(withoutEvents(one))
      if (isKnown && isHere(one)) here++
    }
  }
  const made = withFamilies(source.fork('families'), told, wanted.until)
  const leavers = [...leftBefore, ...earlierArrivalsOf(source, wanted)].map((one, at) =>
    withNumber(one, numberOf(made.length + at)),
  )
  return [...made, ...leavers, ...others(source, wanted, made.length + leavers.length)]
}

/** Who lives with a brother or sister, or comes from the same home, is told again as one of them. */
function withFamilies(source: Random, told: readonly ToldAgain[], until: PlainDate): readonly Made[] {
  const families = familiesOf(
    source,
    told.map(({ one }) => one),
    until,
  )
  return told.map(({ one, tell }) => {
    const family = families.get(one.child.number)
    return family === undefined ? one : { ...tell((episodes) => atHomeOf(family, episodes, until)), family }
  })
}

/** Unaccompanied young people who came before those who are in care now, and are care leavers. */
function earlierArrivalsOf(source: Random, wanted: Wanted): readonly Made[] {
  const { forEach, between } = earlierArrivals.of
  return Array.from({ length: Math.round(wanted.unaccompanied * forEach) }, (_, n) => {
    const own = source.fork(`e${n}`)
    const startedOn = addDays(wanted.until, -own.whole(between[0], between[1]))
    const who = child(own, '', { day: startedOn, ageInDays: ageInDays(own, true), unaccompanied: true })
    return withoutEvents(history(own, wanted, who, [careOf(own, who, startedOn)]))
  }).filter(
    ({ child, care }) =>
      isOrWasLeaving(child, care, wanted.until) && care[0] !== undefined && care[0].endedOn <= wanted.until,
  )
}

const withNumber = (one: Made, number: string): Made => ({ ...one, child: { ...one.child, number } })

const withoutEvents = (one: Made): Made => ({
  ...one,
  ...nothingHappened,
  episodes: one.episodes,
  leaving: one.leaving,
  background: one.background,
})

/** Case numbers begin where nobody takes them for a count. */
const numberOf = (at: number): string => String(500_001 + at)

function inCare(
  source: Random,
  wanted: Wanted,
  { number, unaccompanied }: { readonly number: string; readonly unaccompanied: boolean },
): ToldAgain['tell'] {
  const startedOn = unaccompanied
    ? arrival(source, wanted.until)
    : addDays(wanted.until, -source.whole(0, Math.floor(LONGEST * DAYS_IN_YEAR)))
  const who = child(source, number, { day: startedOn, ageInDays: ageInDays(source, unaccompanied), unaccompanied })
  const first = careOf(source, who, startedOn)
  const care = [first, ...again(source, who, first)]
  return (live) => history(source, wanted, who, care, live)
}

/** A child as first made up, and how to tell them again once it is known with whom they live. */
type ToldAgain = { readonly one: Made; readonly tell: (live?: Lived) => Made }

/** Unaccompanied children came in numbers in August 2023; before and since a few a month. */
function arrival(source: Random, until: PlainDate): PlainDate {
  const august = fromParts(2023, 8, 1)
  if (until >= addMonths(august, 1) && until < addMonths(august, 24) && source.chance(0.5))
    return addDays(august, source.whole(0, 30))
  return addDays(until, -source.whole(0, 900))
}

function ageInDays(source: Random, unaccompanied: boolean): number {
  if (unaccompanied) return source.whole(Math.floor(15.2 * DAYS_IN_YEAR), Math.floor(17.6 * DAYS_IN_YEAR))
  const band = source.weighted({ '0': 20, '1': 17, '5': 18, '10': 35, '16': 10 })
  const [from, to] = { '0': [0, 364], '1': [365, 1825], '5': [1826, 3651], '10': [3652, 5843], '16': [5844, 6500] }[
    band
  ] ?? [0, 0]
  return source.whole(from ?? 0, to ?? 0)
}

/** One in eight of those who went home comes back. */
function again(source: Random, who: Child, { endedOn, reasonEnded }: CareMade): readonly CareMade[] {
  if (!reasonEnded.startsWith('E4A') && !reasonEnded.startsWith('E4B')) return []
  const back = addDays(endedOn, source.whole(30, 700))
  return source.chance(0.13) && back < addDays(birthday(who.bornOn, 18), -30) ? [careOf(source, who, back)] : []
}

/** Children who are known and were never in care. */
function others(source: Random, { children, until }: Wanted, from: number): readonly Made[] {
  return Array.from({ length: Math.max(0, children - from) }, (_, at) => ({
    ...nothingHappened,
    care: [],
    child: child(source.fork(`k${at}`), numberOf(from + at), {
      day: until,
      ageInDays: source.whole(0, Math.floor(17.9 * DAYS_IN_YEAR)),
      unaccompanied: false,
    }),
  }))
}
