import { birthday } from '../core/dates/age.ts'
import { periodContaining } from '../core/dates/period.ts'
import { addDays, addMonths, fromParts, type PlainDate } from '../core/dates/plain-date.ts'
import type { Calendar } from '../core/dates/working-days.ts'
import { type CareMade, careOf } from './care.ts'
import { type Child, child } from './child.ts'
import { educationOf } from './education.ts'
import { type EpisodeMade, episodesOf } from './episodes.ts'
import {
  type AssessmentMade,
  assessmentsOf,
  type CheckMade,
  dentalChecksOf,
  immunisationsOf,
  type MissingMade,
  missingOf,
  type ReviewMade,
  reviewsOf,
  type VisitMade,
  visitsOf,
} from './events.ts'
import { guardianshipOf } from './guardianship.ts'
import { isOrWasLeaving, type LeavingMade, leavingOf } from './leaving-care.ts'
import { earlierArrivals } from './leaving-rates.ts'
import { permanenceOf } from './permanence.ts'
import { papersOf } from './placement-papers.ts'
import type { Places } from './places.ts'
import { type Random, random } from './random.ts'
import { reviewingOf } from './reviewing.ts'
import type { RowMade } from './row.ts'

/** What to make: how many children are in care at the end, how many more are known, over how many years. */
export type Wanted = {
  readonly seed: number
  /** The last day of which anything is known. */
  readonly until: PlainDate
  readonly years: number
  readonly inCare: number
  readonly unaccompanied: number
  /** How many are known to the front door, those in care among them. */
  readonly children: number
  readonly places: Places
  readonly calendar: Calendar
}

/** One made-up child and everything that is written down about them by the last day. */
export type Made = {
  readonly child: Child
  readonly care: readonly CareMade[]
  readonly episodes: readonly EpisodeMade[]
  readonly reviews: readonly ReviewMade[]
  readonly visits: readonly VisitMade[]
  readonly assessments: readonly AssessmentMade[]
  readonly dental: readonly CheckMade[]
  readonly immunisations: readonly { readonly statedOn: PlainDate; readonly upToDate: 'yes' | 'no' }[]
  readonly missing: readonly MissingMade[]
  /** Plans for permanence, and what the reviewing officer wrote down. */
  readonly planned: readonly RowMade[]
  readonly leaving: LeavingMade
  /** School, what follows it, and how the child feels. */
  readonly educated: readonly RowMade[]
}

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
  const made: Made[] = []
  const leftBefore: Made[] = []
  const isHere = (one: Made) =>
    one.care.some(({ startedOn, endedOn }) => startedOn <= wanted.until && endedOn > wanted.until)
  for (const [fork, unaccompanied, many] of [
    ['c', false, wanted.inCare - wanted.unaccompanied],
    ['u', true, wanted.unaccompanied],
  ] as const) {
    let here = 0
    for (let n = 1; here < many; n++) {
      const who = { number: numberOf(made.length), unaccompanied }
      const one = inCare(source.fork(`${fork}${n}`), wanted, who)
      const isKnown = one.care.some(({ endedOn }) => endedOn > since)
      if (isKnown) made.push(one)
      else if (isOrWasLeaving(one.child, one.care, wanted.until)) leftBefore.push(withoutEvents(one))
      if (isKnown && isHere(one)) here++
    }
  }
  const leavers = [...leftBefore, ...earlierArrivalsOf(source, wanted)].map((one, at) =>
    withNumber(one, numberOf(made.length + at)),
  )
  return [...made, ...leavers, ...others(source, wanted, made.length + leavers.length)]
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
})

/** Case numbers begin where nobody takes them for a count. */
const numberOf = (at: number): string => String(500_001 + at)

function inCare(
  source: Random,
  wanted: Wanted,
  { number, unaccompanied }: { readonly number: string; readonly unaccompanied: boolean },
): Made {
  const startedOn = unaccompanied
    ? arrival(source, wanted.until)
    : addDays(wanted.until, -source.whole(0, Math.floor(LONGEST * DAYS_IN_YEAR)))
  const who = child(source, number, { day: startedOn, ageInDays: ageInDays(source, unaccompanied), unaccompanied })
  const first = careOf(source, who, startedOn)
  const care = [first, ...again(source, who, first)]
  return history(source, wanted, who, care)
}

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

function history(
  source: Random,
  { until, years, places, calendar }: Wanted,
  who: Child,
  care: readonly CareMade[],
): Made {
  const begun = care.filter(({ startedOn }) => startedOn <= until)
  const told = begun.map((one, at) => {
    const own = source.fork(`care${at}`)
    return { one, own, episodes: episodesOf(own, who, one, places) }
  })
  const all = <T>(of: (own: Random, one: CareMade, episodes: readonly EpisodeMade[]) => readonly T[]) =>
    told.flatMap(({ one, own, episodes }) => of(own, one, episodes))
  const episodes = all((_, __, episodes) => episodes.filter(({ startedOn }) => startedOn <= until))
  return {
    child: who,
    care: begun,
    episodes: episodes.map((one) => asKnownOn(one, until)),
    leaving: leavingOf(source.fork('leaving'), who, { care: begun, episodes, until }),
    reviews: all((own, one) => reviewsOf(own.fork('reviews'), who, one, until, calendar)),
    visits: all((own, _, episodes) => visitsOf(own.fork('visits'), episodes, until)),
    assessments: all((own, one) => assessmentsOf(own.fork('health'), who, one, until, calendar)),
    dental: all((own, one) => dentalChecksOf(own.fork('dental'), one, until)),
    immunisations: all((own, one) => immunisationsOf(own.fork('immunised'), who, one, until)),
    missing: all((own, one) => missingOf(own.fork('missing'), who, one, until)),
    planned: all((own, one, episodes) => [
      ...permanenceOf(own.fork('permanence'), { child: who, care: one, episodes, until }),
      ...papersOf(own.fork('papers'), { care: one, episodes, until }),
      ...guardianshipOf(own.fork('guardianship'), one, until),
      ...reviewingOf(own.fork('reviewing'), {
        care: one,
        reviews: reviewsOf(own.fork('reviews'), who, one, until, calendar),
        since: addMonths(until, -12 * Math.min(years, TOLD_OF_REVIEWS)),
        until,
        calendar,
      }),
    ]),
    educated: all((own, care, episodes) =>
      educationOf(own.fork('education'), {
        child: who,
        care,
        episodes,
        since: schoolToldSince(until),
        until,
        calendar,
      }),
    ),
  }
}

/** Of school the academic year that runs is told and the one before it. */
const schoolToldSince = (until: PlainDate): PlainDate => addMonths(periodContaining('academic year', until).from, -12)

/** Years. */
const TOLD_OF_REVIEWS = 3

/** What lies ahead is not known: an episode that has not ended by the day is open. */
const asKnownOn = (one: EpisodeMade, until: PlainDate): EpisodeMade =>
  one.endedOn !== null && one.endedOn > until
    ? { ...one, endedOn: null, reasonEnded: null, reasonForChange: null }
    : one

const nothingHappened = {
  episodes: [],
  reviews: [],
  visits: [],
  assessments: [],
  dental: [],
  immunisations: [],
  missing: [],
  planned: [],
  leaving: { adviser: undefined, rows: [] },
  educated: [],
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
