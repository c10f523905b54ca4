import { MidwayCheck, ReviewingContact, ReviewRecord } from '../areas/reviewing/contact-records.ts'
import { Escalation } from '../areas/reviewing/escalation-records.ts'
import { addDays, addMonths, type PlainDate } from '../core/dates/plain-date.ts'
import type { Calendar } from '../core/dates/working-days.ts'
import type { Value } from '../core/record/content.ts'
import type { CareMade } from './care.ts'
import type { ReviewMade } from './events.ts'
import type { Random } from './random.ts'
import { reviewingRates } from './rates.ts'
import type { RowMade } from './row.ts'

type Told = {
  readonly care: CareMade
  readonly reviews: readonly ReviewMade[]
  /** From when it is told: nobody asks what became of the minutes of years ago. */
  readonly since: PlainDate
  readonly until: PlainDate
  readonly calendar: Calendar
}

/** What the reviewing officer of one time in care wrote down. */
export const reviewingOf = (random: Random, told: Told): readonly RowMade[] => [
  ...introduction(random.fork('introduction'), told),
  ...told.reviews
    .filter(({ heldOn }) => heldOn >= told.since)
    .flatMap(({ heldOn }, at, all) => aroundReview(random.fork(heldOn), told, { heldOn, next: all[at + 1]?.heldOn })),
  ...escalationsOf(random.fork('escalations'), told),
]

const contact = (contactedOn: PlainDate, kind: string, how: string): RowMade => ({
  type: ReviewingContact,
  fields: { contactedOn, kind, how },
})

function introduction(random: Random, { care, since, until }: Told): readonly RowMade[] {
  const on = addDays(care.startedOn, random.whole(4, 22))
  if (on < since || on > until || on >= care.endedOn || random.chance(0.08)) return []
  return [contact(on, 'introduction', random.weighted({ visit: 5, call: 3, letter: 2 }))]
}

type Review = { readonly heldOn: PlainDate; readonly next: PlainDate | undefined }

function aroundReview(random: Random, told: Told, { heldOn, next }: Review): readonly RowMade[] {
  const { until, care } = told
  const { contactBefore, contactBetween, midway } = reviewingRates.of
  const rows: RowMade[] = [followed(random, told, heldOn)]
  if (random.chance(contactBefore))
    rows.push(contact(addDays(heldOn, -random.whole(1, 12)), 'before-review', random.weighted({ visit: 6, call: 4 })))
  const halfway = addDays(heldOn, Math.round(((next ?? addMonths(heldOn, 6)) - heldOn) * 0.44) + random.whole(-9, 12))
  if (halfway > until || halfway >= care.endedOn) return rows
  if (random.chance(midway))
    rows.push({
      type: MidwayCheck,
      fields: { checkedOn: halfway, progress: random.weighted({ 'on-track': 72, drift: 24, 'serious-drift': 4 }) },
    })
  if (random.chance(contactBetween))
    rows.push(contact(halfway, 'between', random.weighted({ call: 4, message: 3, letter: 2, visit: 1 })))
  return rows
}

/** Days that lie ahead are not known yet. */
const by = (until: PlainDate, on: PlainDate): PlainDate | null => (on <= until ? on : null)

function followed(random: Random, { until, calendar }: Told, heldOn: PlainDate): RowMade {
  const { recommendedInTime, minutesEver, minutesInTime, reportInTime } = reviewingRates.of
  const after = (days: number) => calendar.addWorkingDays(heldOn, days)
  const recommendedOn = by(until, after(random.chance(recommendedInTime) ? random.whole(1, 5) : random.whole(6, 15)))
  const sent = after(random.chance(minutesInTime) ? random.whole(8, 20) : random.whole(21, 60))
  const minutesSentOn = random.chance(minutesEver) ? by(until, sent) : null
  const answeredOn =
    recommendedOn !== null && random.chance(0.7)
      ? by(until, calendar.addWorkingDays(recommendedOn, random.whole(1, 6)))
      : null
  return {
    type: ReviewRecord,
    fields: {
      heldOn,
      reportSentOn: addDays(heldOn, random.chance(reportInTime) ? -random.whole(6, 12) : -random.whole(0, 2)),
      progress: random.weighted({ 'on-track': 70, drift: 25, 'serious-drift': 5 }),
      permanence: random.chance(0.9) ? 'yes' : 'no',
      recommendedOn,
      answeredOn,
      answer: answeredOn === null ? null : random.chance(0.95) ? 'accepted' : 'challenged',
      minutesWrittenOn: minutesSentOn,
      minutesSentOn,
      letterToChild: minutesSentOn === null ? null : random.chance(0.8) ? 'yes' : 'no',
    },
  }
}

/** Areas of concern, as often as they were named in the year. */
const concerns = {
  regulations: 70,
  'care-plan': 56,
  decisions: 43,
  services: 22,
  voice: 18,
  health: 15,
  education: 14,
  transitions: 14,
  home: 9,
  'family-time': 8,
  safety: 7,
  'life-story': 2,
  workers: 1,
  other: 57,
} as const

function escalationsOf(random: Random, { care, since, until, calendar }: Told): readonly RowMade[] {
  const { informal, formalAtOnce } = reviewingRates.of
  const rows: RowMade[] = []
  const last = care.endedOn < until ? care.endedOn : until
  for (let month = care.startedOn > since ? care.startedOn : since; month < last; month = addMonths(month, 1)) {
    const startedOn = addDays(month, random.whole(0, 27))
    const began = random.chance(informal) ? 'informal' : random.chance(formalAtOnce) ? 'formal' : undefined
    if (began !== undefined && startedOn < last) rows.push(escalation(random, began, startedOn, { until, calendar }))
  }
  return rows
}

function escalation(
  random: Random,
  began: 'informal' | 'formal',
  startedOn: PlainDate,
  { until, calendar }: Pick<Told, 'until' | 'calendar'>,
): RowMade {
  const { becomesFormal, nextStage, closes } = reviewingRates.of
  const later = (on: PlainDate) => calendar.addWorkingDays(on, random.whole(4, 14))
  const formalOn = began === 'formal' ? startedOn : random.chance(becomesFormal) ? by(until, later(startedOn)) : null
  const stage2On = formalOn !== null && random.chance(nextStage) ? by(until, later(formalOn)) : null
  const stage3On = stage2On !== null && random.chance(0.42) ? by(until, later(stage2On)) : null
  const from = stage3On ?? stage2On ?? formalOn ?? startedOn
  const closedOn = random.chance(closes) ? by(until, calendar.addWorkingDays(from, random.whole(2, 24))) : null
  const fields: Readonly<Record<string, Value>> = {
    concern: random.weighted(concerns),
    raisedWith: random.weighted({ service: 84, education: 5, dentist: 3, 'mental-health': 4, provider: 4 }),
    began,
    startedOn,
    formalOn,
    firstStage: formalOn === null ? null : '1',
    stage2On,
    stage3On,
    closedOn,
    ending:
      closedOn === null ? null : random.weighted({ resolved: 84, 'resolved-late': 8, withdrawn: 5, unresolved: 3 }),
  }
  return { type: Escalation, fields }
}
