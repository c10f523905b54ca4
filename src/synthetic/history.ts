import { periodContaining } from '../core/dates/period.ts'
import { addMonths, type PlainDate } from '../core/dates/plain-date.ts'
import type { Calendar } from '../core/dates/working-days.ts'
import { adoptionOf, seenAfterPlacement } from './adoption.ts'
import { aroundPlacementOf } from './around-placement.ts'
import { backgroundOf } from './background.ts'
import type { CareMade } from './care.ts'
import type { Child } from './child.ts'
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
import type { Kin } from './families.ts'
import { guardianshipOf } from './guardianship.ts'
import { type LeavingMade, leavingOf } from './leaving-care.ts'
import { permanenceOf } from './permanence.ts'
import { papersOf } from './placement-papers.ts'
import type { Places } from './places.ts'
import type { Random } from './random.ts'
import { reviewingOf } from './reviewing.ts'
import type { RowMade } from './row.ts'
import { yearOutcomesOf } from './year-outcomes.ts'

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
  /** Plans for permanence, the way to an adoption, and what the reviewing officer wrote down. */
  readonly planned: readonly RowMade[]
  readonly leaving: LeavingMade
  /** School, what follows it, and how the child feels. */
  readonly educated: readonly RowMade[]
  /** What is written down about whoever has been in care and about few others: who they are, where they came from. */
  readonly background: readonly RowMade[]
  /** Whose brother or sister in care they are. */
  readonly family: Kin | undefined
}

/** How the episodes are told of whoever lives with others. */
export type Lived = (episodes: readonly EpisodeMade[]) => readonly EpisodeMade[]
const asMade: Lived = (episodes) => episodes

/** Everything that happened to a child in their times in care, and was written down by the last day. */
export function history(
  source: Random,
  { until, years, places, calendar }: Wanted,
  who: Child,
  care: readonly CareMade[],
  live: Lived = asMade,
): Made {
  const begun = care.filter(({ startedOn }) => startedOn <= until)
  const told = begun.map((one, at) => {
    const own = source.fork(`care${at}`)
    const episodes = episodesOf(own, who, one, places)
    return { one, own, episodes: at === begun.length - 1 ? live(episodes) : episodes }
  })
  const placed = (own: Random, one: CareMade, episodes: readonly EpisodeMade[]) =>
    seenAfterPlacement(own.fork('placed'), { care: one, episodes, until })
  const all = <T>(of: (own: Random, one: CareMade, episodes: readonly EpisodeMade[]) => readonly T[]) =>
    told.flatMap(({ one, own, episodes }) => of(own, one, episodes))
  const episodes = all((_, __, episodes) => episodes.filter(({ startedOn }) => startedOn <= until))
  const lived = {
    child: who,
    care: begun,
    episodes: episodes.map((one) => asKnownOn(one, until)),
    leaving: leavingOf(source.fork('leaving'), who, { care: begun, episodes, until }),
    reviews: all((own, one, episodes) => [
      ...reviewsOf(own.fork('reviews'), who, one, until, calendar),
      ...placed(own, one, episodes).reviews.map((heldOn) => ({ heldOn, participation: 'PN0' })),
    ]).filter(onceADay(({ heldOn }) => heldOn)),
    visits: all((own, one, episodes) => [
      ...visitsOf(own.fork('visits'), episodes, until),
      ...placed(own, one, episodes).visits.map((visitedOn) => ({ visitedOn, seen: 'yes', seenAlone: 'no' }) as const),
    ]).filter(onceADay(({ visitedOn }) => visitedOn)),
    assessments: all((own, one) => assessmentsOf(own.fork('health'), who, one, until, calendar)),
    dental: all((own, one) => dentalChecksOf(own.fork('dental'), one, until)),
    immunisations: all((own, one) => immunisationsOf(own.fork('immunised'), who, one, until)),
    missing: all((own, one) => missingOf(own.fork('missing'), who, one, until)),
    planned: all((own, one, episodes) => [
      ...permanenceOf(own.fork('permanence'), { child: who, care: one, episodes, until }),
      ...papersOf(own.fork('papers'), { care: one, episodes, until }),
      ...guardianshipOf(own.fork('guardianship'), one, until),
      ...aroundPlacementOf(own.fork('around'), { child: who, care: one, episodes, until }),
      ...adoptionOf(own.fork('adoption'), one, episodes),
      ...placed(own, one, episodes).decided,
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
  return {
    ...lived,
    background: [
      ...backgroundOf(source.fork('background'), who, { care: begun, until }),
      ...yearOutcomesOf(source.fork('years'), lived, until),
    ],
    family: undefined,
  }
}

/** What is known by its day is there once on each. */
const onceADay =
  <T>(dayOf: (one: T) => PlainDate) =>
  (one: T, at: number, all: readonly T[]): boolean =>
    all.findIndex((other) => dayOf(other) === dayOf(one)) === at

/** Of school the academic year that runs is told and the one before it. */
const schoolToldSince = (until: PlainDate): PlainDate => addMonths(periodContaining('academic year', until).from, -12)

/** Years. */
const TOLD_OF_REVIEWS = 3

/** What lies ahead is not known: an episode that has not ended by the day is open. */
const asKnownOn = (one: EpisodeMade, until: PlainDate): EpisodeMade =>
  one.endedOn !== null && one.endedOn > until
    ? { ...one, endedOn: null, reasonEnded: null, reasonForChange: null }
    : one

export const nothingHappened = {
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
  background: [],
  family: undefined,
}
