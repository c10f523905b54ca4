import { type EpisodeRow, isTemporaryAbsence } from '../../areas/children-in-care/episode-rows.ts'
import { Episode } from '../../areas/children-in-care/episodes.ts'
import { DentalCheck, HealthAssessment } from '../../areas/children-in-care/health.ts'
import { MissingEpisode } from '../../areas/children-in-care/missing-episodes.ts'
import { type PeriodOfCare, periodsOfCare } from '../../areas/children-in-care/periods-of-care.ts'
import { placementsIn } from '../../areas/children-in-care/placements.ts'
import { firstOfMonths } from '../../areas/children-in-care/populations.ts'
import { CareReview, CareVisit } from '../../areas/children-in-care/reviews-and-visits.ts'
import { PermanencePlan } from '../../areas/permanence/records.ts'
import { ReviewingContact } from '../../areas/reviewing/contact-records.ts'
import { birthday } from '../../core/dates/age.ts'
import type { PlainDate } from '../../core/dates/plain-date.ts'
import { type AsAt, dateOf, type Held, isOpen, textOf } from './as-at.ts'
import { allocated, bornOn, type Said, unaccompanied, who } from './write-who.ts'

// List 8: everybody in care on the day, and whoever left in the six months before. One row for each time in care: whoever left and came back has two.

const MONTHS_BACK = 6

export const inCareRows = (asAt: AsAt): readonly Said[] =>
  asAt.subjects(Episode).flatMap((child) => {
    const periods = timesInCare(asAt, child)
    return periods
      .filter(({ endedOn }) => endedOn === null || endedOn >= firstOfMonths(asAt.day, MONTHS_BACK))
      .map((period) => rowOf(asAt, child, period, periods))
  })

type Row = EpisodeRow & {
  readonly provider: string | null
  readonly urn: string | null
  readonly placementPostcode: string | null
  readonly placementLocation: string | null
  readonly placementAuthority: string | null
}
export type TimeInCare = PeriodOfCare<Row>

const episodeOf = (held: Held): Row => ({
  startedOn: dateOf(held, 'startedOn'),
  reasonStarted: textOf(held, 'reasonStarted'),
  legalStatus: textOf(held, 'legalStatus'),
  categoryOfNeed: textOf(held, 'categoryOfNeed'),
  placement: textOf(held, 'placement'),
  provider: textOf(held, 'provider'),
  urn: textOf(held, 'urn'),
  placementPostcode: textOf(held, 'placementPostcode'),
  placementLocation: textOf(held, 'placementLocation'),
  placementAuthority: textOf(held, 'placementAuthority'),
  endedOn: dateOf(held, 'endedOn'),
  reasonEnded: textOf(held, 'reasonEnded'),
})

/** Without short breaks. Care ends on the 18th birthday, whatever was left open. */
export function timesInCare(asAt: AsAt, child: string): readonly TimeInCare[] {
  const born = bornOn(asAt, child)
  const adultOn = born === null ? null : birthday(born, 18)
  return periodsOfCare(asAt.of(Episode, child).map(episodeOf))
    .filter(({ kind, startedOn }) => kind === 'care' && (adultOn === null || startedOn < adultOn))
    .map((period) => {
      const over = adultOn !== null && adultOn <= asAt.day && (period.endedOn === null || period.endedOn > adultOn)
      return over ? { ...period, endedOn: adultOn } : period
    })
}

function rowOf(asAt: AsAt, child: string, period: TimeInCare, periods: readonly TimeInCare[]): Said {
  const { startedOn, endedOn } = period
  const since = firstOfMonths(asAt.day, 12)
  const before = periods.filter((one) => one.startedOn < startedOn && (one.endedOn ?? asAt.day) >= since)
  return {
    ...who(asAt, child),
    unaccompanied: unaccompanied(asAt, child, 'within 12 months'),
    startedOn,
    need: period.categoryOfNeed,
    again: before.length > 0 ? 'yes' : 'no',
    ...statusOf(period),
    reviewedOn: lastSince(startedOn, asAt.of(CareReview, child), 'heldOn'),
    plan: planOf(asAt, child),
    visitedOn: lastSince(startedOn, asAt.of(CareVisit, child).filter(isStatutory), 'visitedOn'),
    reviewerSawOn: lastSince(startedOn, asAt.of(ReviewingContact, child), 'contactedOn'),
    healthOn: last(asAt.of(HealthAssessment, child).filter(isDone), 'assessedOn'),
    dentalOn: last(asAt.of(DentalCheck, child).filter(isDone), 'checkedOn'),
    placements: placementsSince(since, periods),
    ceasedOn: endedOn,
    reasonCeased: endedOn === null ? null : period.reasonEnded,
    ...placementOf(period),
    ...missingOf(asAt, child, since),
    ...allocated(asAt, child),
  }
}

/** The answer that the list has for a plan; the main one, where a parallel plan runs beside it. */
const PLANS: Readonly<Record<string, string>> = {
  'return-home': 'return',
  adoption: 'adoption',
  'special-guardianship': 'guardianship',
  'child-arrangements': 'guardianship',
  'guardianship-or-arrangements': 'guardianship',
  'long-term-fostering': 'long-term-fostering',
  residential: 'residential',
  'supported-living': 'supported-living',
  other: 'other',
}

function planOf(asAt: AsAt, child: string): string | null {
  const main = asAt
    .of(PermanencePlan, child)
    .filter((one) => isOpen(PermanencePlan)(one) && textOf(one, 'part') !== 'parallel')
  return PLANS[textOf(main.at(-1), 'option') ?? ''] ?? null
}

/** A visit at which the child was not seen was none. */
const isStatutory = (visit: Held): boolean => textOf(visit, 'kind') === 'statutory' && textOf(visit, 'seen') !== 'no'
const isDone = (one: Held): boolean => textOf(one, 'attendance') === 'done'

const last = (all: readonly Held[], field: string): PlainDate | null => dateOf(all.at(-1), field)
const lastSince = (day: PlainDate, all: readonly Held[], field: string): PlainDate | null => {
  const on = last(all, field)
  return on !== null && on >= day ? on : null
}

/** The legal status, and since when without a break it has been this one. */
function statusOf({ episodes, startedOn }: TimeInCare): Said {
  const status = episodes.at(-1)?.legalStatus ?? null
  const other = episodes.findLastIndex(({ legalStatus }) => legalStatus !== status)
  return { status, statusSince: episodes[other + 1]?.startedOn ?? startedOn }
}

/** Where the child lives, or lived last: in a time away, the place to which they come back. */
function placementOf({ episodes, startedOn }: TimeInCare): Said {
  const placed = episodes.filter((one) => !isTemporaryAbsence(one))
  const now = placed.at(-1)
  const other = placed.findLastIndex((one) => now === undefined || !isSamePlace(one, now))
  return {
    placedOn: placed[other + 1]?.startedOn ?? startedOn,
    placement: now?.placement ?? null,
    provider: now?.provider ?? null,
    postcode: now?.placementPostcode ?? null,
    urn: now?.urn ?? null,
    location: now?.placementLocation ?? null,
    authority: now?.placementAuthority ?? null,
  }
}

const isSamePlace = (one: Row, other: Row): boolean =>
  (['placement', 'provider', 'urn', 'placementPostcode'] as const).every((field) => one[field] === other[field])

const placementsSince = (since: PlainDate, periods: readonly TimeInCare[]): number =>
  placementsIn(periods.flatMap(({ episodes }) => episodes)).filter(({ endedOn }) => endedOn === null || endedOn > since)
    .length

function missingOf(asAt: AsAt, child: string, since: PlainDate): Said {
  const inYear = asAt.of(MissingEpisode, child).filter((one) => (dateOf(one, 'startedOn') ?? since) >= since)
  const missing = inYear.filter((one) => textOf(one, 'kind') === 'M')
  return {
    missing: missing.length,
    absent: inYear.length - missing.length,
    interviewOffered: textOf(missing.at(-1), 'interviewOffered'),
    interviewAccepted: textOf(missing.at(-1), 'interviewAccepted'),
  }
}
