import { StrengthsAndDifficulties } from '../areas/children-in-care/health.ts'
import { EmotionalHealthNeed, HealthAssessmentRequest } from '../areas/health-of-children-in-care/records.ts'
import { ageOn } from '../core/dates/age.ts'
import { later } from '../core/dates/earlier-later.ts'
import { addDays, addMonths, type PlainDate } from '../core/dates/plain-date.ts'
import { feelingRates, healthPaperRates } from './education-rates.ts'
import { DELAYS, HEALTH_TEAMS, healthPapersOf } from './health-papers.ts'
import type { Random } from './random.ts'
import type { RowMade } from './row.ts'
import { endOf, type Schooling } from './schooling.ts'

/** The yearly questionnaire of the carer, the request for the first health assessment, and now and then a need that somebody helps with. */
export function feelingsOf(random: Random, schooling: Schooling): readonly RowMade[] {
  return [
    ...requestOf(random, schooling),
    ...questionnairesOf(random, schooling),
    ...needOf(random, schooling),
    ...healthPapersOf(random.fork('papers'), schooling),
  ]
}

const CONSENTS = ['Mother', 'The local authority', 'Father', 'Themselves'] as const

function requestOf(random: Random, schooling: Schooling): readonly RowMade[] {
  const { care, since } = schooling
  const days = random.chance(feelingRates.of.requestInTime) ? random.whole(0, 4) : random.whole(9, 25)
  const sentOn = addDays(care.startedOn, days)
  const consentBy = random.pick(CONSENTS)
  if (sentOn < since || sentOn >= endOf(schooling)) return []
  const more = random.fork('first request')
  const delayReason = more.chance(healthPaperRates.of.firstLate) ? more.weighted(DELAYS) : null
  const consentOn = addDays(care.startedOn, more.whole(0, Math.min(days, 4)))
  const appointmentOffered = addDays(care.startedOn, more.whole(10, delayReason === null ? 27 : 60))
  const provider = more.pick(HEALTH_TEAMS)
  return [
    {
      type: HealthAssessmentRequest,
      fields: { sentOn, kind: 'initial', consentOn, consentBy, provider, appointmentOffered, delayReason },
    },
  ]
}

/** About once a year from 4 to 16. Of those that did not come, the reason is known of some. */
function questionnairesOf(random: Random, schooling: Schooling): readonly RowMade[] {
  const { child, care } = schooling
  // A figure of a month looks back on a year.
  const since = addMonths(schooling.since, -12)
  const end = endOf(schooling)
  const rows: RowMade[] = []
  const first = addDays(care.startedOn, random.whole(120, 360))
  for (let on = first; on < end; on = addDays(on, 365 + random.whole(-20, 20))) {
    const age = ageOn(child.bornOn, on)
    const row = questionnaire(random, on)
    if (age >= 4 && age <= 16 && on >= since) rows.push(...row)
  }
  return rows
}

function questionnaire(random: Random, completedOn: PlainDate): readonly RowMade[] {
  const { scored, reasonInstead } = feelingRates.of
  const isScored = random.chance(scored)
  const [points, reason] = [score(random), random.weighted({ SDQ2: 50, SDQ3: 10, SDQ4: 30, SDQ5: 10 })]
  if (!isScored && !random.chance(reasonInstead)) return []
  const answer = isScored ? { score: points } : { noScoreReason: reason }
  return [{ type: StrengthsAndDifficulties, fields: { completedOn, ...answer } }]
}

function score(random: Random): number {
  const { mean, spread } = feelingRates.of
  // Three of them together are near enough to a bell.
  const bell = (random.next() + random.next() + random.next() - 1.5) * 2
  return Math.min(40, Math.max(0, Math.round(mean + bell * spread)))
}

const NEEDS = [
  'Anxious at night',
  'Angry, and sorry afterwards',
  'Low in mood',
  'Grief',
  'Finds it hard to trust',
] as const

/** What kind each of those is, in their order. */
const CONCERNS = ['anxiety', 'anger', 'low-mood', 'loss', 'attachment'] as const

const KNOWN_FROM = {
  carer: 26,
  school: 20,
  visit: 14,
  'health-assessment': 12,
  questionnaire: 10,
  review: 8,
  child: 6,
  assessment: 4,
} as const

const RESPONSES = [
  'Ten meetings with the carer and the child together.',
  'The mentor at school sees them every week.',
  'Advice to the carer; looked at again at the review.',
  'Therapy, once a week.',
] as const

function needOf(random: Random, schooling: Schooling): readonly RowMade[] {
  const { child, care, since } = schooling
  const end = endOf(schooling)
  const more = random.fork('need')
  const startedOn = later(addDays(care.startedOn, random.whole(20, 500)), addDays(since, more.whole(0, 330)))
  const isOne = random.chance(feelingRates.of.need) && ageOn(child.bornOn, startedOn) >= 4
  if (!isOne || startedOn < since || startedOn >= end) return []
  const referredOn = addDays(startedOn, random.whole(0, 30))
  const seenOn = addDays(referredOn, random.whole(14, 200))
  const need = random.pick(NEEDS)
  const isAnswered = more.chance(0.8)
  const endedOn = addDays(seenOn, more.whole(120, 700))
  const outcome = more.pick(['Sleeps through again.', 'Goes to school most days.', 'Has somebody to talk to.'])
  return [
    {
      type: EmotionalHealthNeed,
      fields: {
        startedOn,
        need,
        concern: CONCERNS[NEEDS.indexOf(need)] ?? null,
        knownFrom: more.weighted(KNOWN_FROM),
        grouping: random.weighted({ advice: 30, help: 40, 'more-help': 22, risk: 8 }),
        service: random.weighted({ camhs: 35, 'wellbeing-team': 30, 'school-team': 15, psychologist: 8, carers: 12 }),
        referredOn: referredOn < end ? referredOn : null,
        seenOn: seenOn < end ? seenOn : null,
        response: isAnswered ? more.pick(RESPONSES) : null,
        ...(endedOn < end ? { endedOn, outcome } : {}),
      },
    },
  ]
}
