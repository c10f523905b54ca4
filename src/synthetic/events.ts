import { ageOn, birthday } from '../core/dates/age.ts'
import { addDays, addMonths, type PlainDate, partsOf } from '../core/dates/plain-date.ts'
import type { Calendar } from '../core/dates/working-days.ts'
import type { CareMade } from './care.ts'
import type { Child } from './child.ts'
import type { EpisodeMade } from './episodes.ts'
import type { Random } from './random.ts'
import { healthRates, missingRates } from './rates.ts'

export type ReviewMade = { readonly heldOn: PlainDate; readonly participation: string | null }
export type VisitMade = { readonly visitedOn: PlainDate; readonly seen: 'yes' | 'no'; readonly seenAlone: 'yes' | 'no' }
export type AssessmentMade = {
  readonly assessedOn: PlainDate
  readonly kind: 'initial' | 'review'
  readonly attendance: 'done' | 'refused'
}
export type CheckMade = { readonly checkedOn: PlainDate; readonly attendance: 'done' | 'not-brought' }
export type MissingMade = { readonly startedOn: PlainDate; readonly kind: 'M' | 'A'; readonly endedOn: PlainDate }

/** A day by which something is due, and when it really is done: mostly before, sometimes late, now and then much. */
function around(random: Random, due: PlainDate, late: number, early: number, lateBy = 45): PlainDate {
  return random.chance(late) ? addDays(due, random.whole(1, lateBy)) : addDays(due, -random.whole(0, early))
}

/** The day by which the first review and the first assessment are due; before the years whose bank holidays are loaded, about that day. */
const firstDue = (calendar: Calendar, startedOn: PlainDate): PlainDate =>
  partsOf(startedOn).year < calendar.firstYear ? addDays(startedOn, 28) : calendar.dueOn(startedOn, '20 working days')

/** Reviews of one time in care, until it ends or the day is reached. */
export function reviewsOf(
  random: Random,
  child: Child,
  { startedOn, endedOn }: CareMade,
  until: PlainDate,
  calendar: Calendar,
): readonly ReviewMade[] {
  const reviews: ReviewMade[] = []
  let heldOn = around(random, firstDue(calendar, startedOn), 0.07, 6)
  while (heldOn < endedOn && heldOn <= until) {
    reviews.push({ heldOn, participation: participation(random, ageOn(child.bornOn, heldOn)) })
    heldOn = around(random, addMonths(heldOn, reviews.length === 1 ? 3 : 6), 0.05, 14)
  }
  return reviews
}

function participation(random: Random, age: number): string | null {
  if (age < 4) return 'PN0'
  if (random.chance(0.02)) return null
  return random.weighted({ PN1: 50, PN2: 4, PN3: 3, PN4: 3, PN5: 10, PN6: 24, PN7: 6 })
}

/** Visits begin anew with each placement: within a week, then every few weeks. */
export function visitsOf(random: Random, episodes: readonly EpisodeMade[], until: PlainDate): readonly VisitMade[] {
  return episodes
    .filter(({ reasonStarted, placement }) => reasonStarted !== 'L' && !placement.startsWith('T'))
    .flatMap(({ startedOn, placement }, at, moves) => {
      const endedOn = moves[at + 1]?.startedOn ?? episodes.at(-1)?.endedOn ?? until
      const visits: VisitMade[] = []
      let on = around(random, addDays(startedOn, 7), 0.08, 6)
      while (on < endedOn && on <= until) {
        visits.push({
          visitedOn: on,
          seen: random.chance(0.96) ? 'yes' : 'no',
          seenAlone: random.chance(0.8) ? 'yes' : 'no',
        })
        const days = placement === 'U3' ? daysWithRelatives(on - startedOn) : 42
        on = around(random, addDays(on, days), 0.07, Math.min(14, Math.floor(days / 3)))
      }
      return visits
    })
}

/** Until relatives are approved in full: every week until the first review, then every four weeks; after it as with anybody (regulation 28(3)). */
const daysWithRelatives = (days: number): number => (days < 27 ? 7 : days < 130 ? 28 : 42)

/** Health assessments: the first soon after coming in, then six-monthly until 5 and yearly from then on. */
export function assessmentsOf(
  random: Random,
  { bornOn, unaccompanied }: Child,
  { startedOn, endedOn }: CareMade,
  until: PlainDate,
  calendar: Calendar,
): readonly AssessmentMade[] {
  const { firstAssessmentLate, firstAssessmentLateUnaccompanied, assessmentLate, assessmentLateBy } = healthRates.of
  const made: AssessmentMade[] = []
  const firstLate = unaccompanied ? firstAssessmentLateUnaccompanied : firstAssessmentLate
  let on = around(random, firstDue(calendar, startedOn), firstLate, 8)
  for (let number = 1; on < endedOn && on <= until; number++) {
    const kind = number === 1 ? 'initial' : 'review'
    const refuses = ageOn(bornOn, on) >= 14 && random.chance(0.07)
    made.push({ assessedOn: on, kind, attendance: refuses ? 'refused' : 'done' })
    on = around(random, addMonths(on, on < birthday(bornOn, 5) ? 6 : 12), assessmentLate, 30, assessmentLateBy)
  }
  return made
}

export function dentalChecksOf(
  random: Random,
  { startedOn, endedOn }: CareMade,
  until: PlainDate,
): readonly CheckMade[] {
  const { hasDentist, withDentist, withoutDentist, dentalDone } = healthRates.of
  const [least, most] = random.chance(hasDentist) ? withDentist : withoutDentist
  const made: CheckMade[] = []
  let on = addDays(startedOn, random.whole(40, 300))
  while (on < endedOn && on <= until) {
    made.push({ checkedOn: on, attendance: random.chance(dentalDone) ? 'done' : 'not-brought' })
    on = addMonths(on, random.whole(least, most))
  }
  return made
}

/** Whether every immunisation due had been given, as stated now and then. */
export const immunisationsOf = (
  random: Random,
  { unaccompanied }: Child,
  { startedOn, endedOn }: CareMade,
  until: PlainDate,
) =>
  Array.from({ length: 6 }, (_, year) => addMonths(addDays(startedOn, 60), 12 * year))
    .filter((on) => on < endedOn && on <= until)
    .map((statedOn) => ({
      statedOn,
      upToDate: random.chance(unaccompanied ? healthRates.of.immunisedUnaccompanied : healthRates.of.immunised)
        ? ('yes' as const)
        : ('no' as const),
    }))

/** Times missing: most children never, a few again and again, and only those of 11 or more. */
export function missingOf(
  random: Random,
  { bornOn }: Child,
  { startedOn, endedOn }: CareMade,
  until: PlainDate,
): readonly MissingMade[] {
  const { often, whenOften, otherwise } = missingRates.of
  const [chance, gap] = random.chance(often) ? [whenOften, [20, 120] as const] : [otherwise, [120, 500] as const]
  const days: PlainDate[] = []
  for (let on = addDays(startedOn, random.whole(20, 400)); on < endedOn && on <= until; ) {
    if (ageOn(bornOn, on) >= 11 && random.chance(chance)) days.push(on)
    on = addDays(on, random.whole(gap[0], gap[1]))
  }
  return days.flatMap((day): readonly MissingMade[] => {
    const back = addDays(day, random.chance(0.8) ? random.whole(0, 1) : random.whole(2, 12))
    return back < endedOn ? [{ startedOn: day, kind: random.chance(0.85) ? 'M' : 'A', endedOn: back }] : []
  })
}
