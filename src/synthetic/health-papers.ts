import { HealthAssessmentRequest, NoDentalCheck } from '../areas/health-of-children-in-care/records.ts'
import { later } from '../core/dates/earlier-later.ts'
import { addDays, addMonths } from '../core/dates/plain-date.ts'
import { healthPaperRates } from './education-rates.ts'
import type { Random } from './random.ts'
import type { RowMade } from './row.ts'
import { endOf, type Schooling } from './schooling.ts'

export const HEALTH_TEAMS = ['Exampleshire children in care nurses', 'The team where they live'] as const
const CONSENTS = ['Mother', 'The local authority', 'Father', 'Themselves'] as const

/** Why an assessment is late, by how often. */
export const DELAYS = {
  'no-appointment': 34,
  'other-area': 18,
  consent: 14,
  request: 8,
  moved: 8,
  declined: 8,
  'not-brought': 6,
  missing: 2,
  interpreter: 2,
} as const

/** What is asked of health every year, and why a child has no dental check. */
export const healthPapersOf = (random: Random, schooling: Schooling): readonly RowMade[] => [
  ...requestsForReviews(random.fork('reviews'), schooling),
  ...withoutDentist(random.fork('dentist'), schooling),
]

function requestsForReviews(random: Random, schooling: Schooling): readonly RowMade[] {
  const { care, since } = schooling
  const { late } = healthPaperRates.of
  const end = endOf(schooling)
  const rows: RowMade[] = []
  for (let year = 1; addMonths(care.startedOn, year * 12 - 2) < end; year++) {
    const sentOn = addDays(addMonths(care.startedOn, year * 12 - 2), random.whole(0, 40))
    const [consentOn, appointment] = [addDays(sentOn, -random.whole(0, 20)), addDays(sentOn, random.whole(20, 80))]
    const consentBy = random.pick(CONSENTS)
    const provider = random.pick(HEALTH_TEAMS)
    const delayReason = random.chance(late) ? random.weighted(DELAYS) : null
    const isOffered = random.chance(0.8)
    if (sentOn >= since && sentOn < end)
      rows.push({
        type: HealthAssessmentRequest,
        fields: {
          ...{ sentOn, kind: 'review', consentOn, consentBy, provider, delayReason },
          appointmentOffered: isOffered ? appointment : null,
        },
      })
  }
  return rows
}

function withoutDentist(random: Random, schooling: Schooling): readonly RowMade[] {
  const { care, since } = schooling
  const { withoutDentist: share, untreated } = healthPaperRates.of
  const end = endOf(schooling)
  const foundOn = later(addDays(care.startedOn, random.whole(60, 420)), addDays(since, random.whole(0, 300)))
  const endedOn = addDays(foundOn, random.whole(200, 700))
  const isOne = random.chance(share)
  const reason = random.weighted({
    'no-dentist': 46,
    waiting: 20,
    moved: 12,
    declined: 10,
    special: 6,
    'not-brought': 6,
  })
  const isUntreated = random.chance(untreated)
  const need = random.pick(['Toothache', 'Decay in two teeth', 'A brace that nobody looks after'])
  if (!isOne || foundOn < since || foundOn >= end) return []
  return [
    {
      type: NoDentalCheck,
      fields: {
        ...{ foundOn, reason, untreated: isUntreated ? 'yes' : 'no', need: isUntreated ? need : null },
        action: 'The nurse asks the dental helpline every week.',
        endedOn: endedOn < end ? endedOn : null,
      },
    },
  ]
}
