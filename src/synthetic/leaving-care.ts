import { HealthPassport, LeavingCareGrant, ReadyForAdulthood } from '../areas/care-leavers/leaving-care.ts'
import { PathwayAssessment, PathwayPlan, PathwayReview } from '../areas/care-leavers/pathway.ts'
import { CareLeaverOutcome } from '../areas/children-in-care/care-leavers.ts'
import { birthday } from '../core/dates/age.ts'
import { addDays, addMonths, type PlainDate } from '../core/dates/plain-date.ts'
import { activitiesOf, activityOn, contactsOf, homesOf } from './after-care.ts'
import type { CareMade } from './care.ts'
import type { Child } from './child.ts'
import type { EpisodeMade } from './episodes.ts'
import type { Lasting, Leaving } from './leaving.ts'
import { passportRates, planRates, serviceRates } from './leaving-rates.ts'
import type { Random } from './random.ts'
import type { RowMade } from './row.ts'

/** What is made of somebody from 16 on: the adviser, and everything that is written down. */
export type LeavingMade = { readonly adviser: Lasting | undefined; readonly rows: readonly RowMade[] }

const NOTHING: LeavingMade = { adviser: undefined, rows: [] }
const ENOUGH = 91

/** Whether somebody was in care at 16 or later, and is under 26 still. */
export const isOrWasLeaving = (child: Child, care: readonly CareMade[], until: PlainDate): boolean =>
  care.some(({ startedOn, endedOn }) => startedOn <= until && endedOn > birthday(child.bornOn, 16)) &&
  birthday(child.bornOn, 16) <= until &&
  until < birthday(child.bornOn, 26)

/** From 16 on, in care and after it. */
export function leavingOf(
  random: Random,
  child: Child,
  {
    care,
    episodes,
    until,
  }: { readonly care: readonly CareMade[]; readonly episodes: readonly EpisodeMade[]; readonly until: PlainDate },
): LeavingMade {
  const last = care.at(-1)
  if (last === undefined || !isOrWasLeaving(child, care, until)) return NOTHING
  const life: Leaving = {
    child,
    sixteen: birthday(child.bornOn, 16),
    adult: birthday(child.bornOn, 18),
    eligibleOn: eligibleOn(child, care),
    leftOn: last.endedOn,
    lastPlacement: episodes.findLast(({ placement }) => !placement.startsWith('T'))?.placement ?? '',
    reasonEnded: last.reasonEnded,
    until,
  }
  const adviser = adviserOf(random.fork('adviser'), life)
  const before = [
    ...planOf(random.fork('plan'), life, adviser),
    ...paperOf(random.fork('papers'), life),
    ...passportOf(random.fork('passport'), life),
  ]
  if (life.leftOn > until || life.reasonEnded === 'E3') return { adviser, rows: before }
  const homes = homesOf(random.fork('homes'), life, adviser)
  const activities = activitiesOf(random.fork('activities'), life, adviser)
  const contacts = contactsOf(random.fork('contacts'), life, adviser, homes.moves)
  const told = { homes: homes.moves, activities: activities.spells, answers: contacts.answers }
  return {
    adviser,
    rows: [
      ...before,
      ...homes.rows,
      ...activities.rows,
      ...contacts.rows,
      ...grantsOf(random.fork('grants'), life, adviser),
      ...outcomesOf(life, told),
    ],
  }
}

/** The 16th birthday in care, or the day on which 13 weeks since 14 are full. */
function eligibleOn({ bornOn }: Child, care: readonly CareMade[]): PlainDate | undefined {
  const [fourteen, sixteen] = [birthday(bornOn, 14), birthday(bornOn, 16)]
  let before = 0
  for (const { startedOn, endedOn } of care) {
    const from = Math.max(startedOn, fourteen)
    const full = (from + ENOUGH - 1 - before) as PlainDate
    const on = Math.max(full, sixteen, startedOn) as PlainDate
    if (on < endedOn) return on
    before += Math.max(0, endedOn - from)
  }
  return undefined
}

function adviserOf(random: Random, life: Leaving): Lasting | undefined {
  const { child, eligibleOn: eligible, leftOn, reasonEnded, until } = life
  const { adviserLate, needsNone, goesOn, ifQualifying } = serviceRates.of
  const begins = eligible ?? (random.chance(ifQualifying) ? leftOn : undefined)
  if (begins === undefined) return undefined
  const from = addDays(begins, random.chance(adviserLate) ? random.whole(3, 80) : 0)
  const ends = random.chance(needsNone)
    ? addDays(leftOn, random.whole(200, 900))
    : random.chance(goesOn)
      ? birthday(child.bornOn, 25)
      : addDays(birthday(child.bornOn, 22), -random.whole(0, 20))
  const to = reasonEnded === 'E3' ? leftOn : ends
  if (from > until || to <= from) return undefined
  return { from, to: to <= until ? to : null }
}

const interests = [
  'Draws comics, and sells some.',
  'Football on Sundays; wants to coach.',
  'Sings. Would like to record something.',
  'Fixes bicycles, and is good at it.',
  'Cooks what her grandmother cooked.',
  'Reads about the sea; has a place on a sailing course.',
  'Games, and writing small ones.',
  'Looks after a neighbour’s horses.',
] as const
const wanted = [
  'I want a flat with a door that shuts, and a job I do not hate.',
  'College first. Then we will see.',
  'I would like to live near my brother.',
  'To drive. And to cook more than pasta.',
  'I want somebody to ask when I do not know a form.',
  'To stay with Jo and Pete until I have finished.',
] as const

/** The needs assessment, the plan made from it, and its reviews while there is an adviser. */
function planOf(random: Random, life: Leaving, adviser: Lasting | undefined): readonly RowMade[] {
  const { never, assessedLate } = planRates.of
  const { eligibleOn: eligible, until, adult } = life
  if (adviser === undefined) return []
  const first = eligible ?? adviser.from
  const completedOn = addDays(first, random.chance(assessedLate) ? random.whole(92, 190) : random.whole(20, 85))
  const assessed: RowMade = { type: PathwayAssessment, fields: { completedOn, theirWords: random.pick(wanted) } }
  const before = completedOn <= until && completedOn < adult ? [assessed] : []
  const madeOn = addDays(completedOn, random.whole(1, 12))
  if (madeOn > until || random.chance(never)) return before
  const interest = random.chance(0.9) ? random.pick(interests) : null
  const copyGiven = random.chance(0.9) ? 'yes' : 'no'
  const plan = { madeOn, theirWords: random.pick(wanted), interests: interest, copyGiven }
  return [...before, { type: PathwayPlan, fields: plan }, ...reviewsOf(random, life, madeOn, adviser.to)]
}

function reviewsOf(
  random: Random,
  { until, leftOn }: Leaving,
  madeOn: PlainDate,
  ends: PlainDate | null,
): readonly RowMade[] {
  const { reviewedLate, lateBy } = planRates.of
  const rows: RowMade[] = []
  for (let last = madeOn; ; ) {
    const due = addMonths(last, 6)
    last = addDays(due, random.chance(reviewedLate) ? random.whole(1, lateBy) : -random.whole(0, 25))
    if (last > until || (ends !== null && last >= ends)) return rows
    const tookPart = random.chance(last < leftOn ? 0.9 : 0.82) ? 'yes' : 'no'
    const why = random.chance(0.9) ? 'due' : 'asked'
    rows.push({ type: PathwayReview, fields: { reviewedOn: last, why, tookPart } })
  }
}

function paperOf(random: Random, { adult, leftOn, until, eligibleOn: eligible }: Leaving): readonly RowMade[] {
  const yes = (of: number) => (random.chance(of) ? 'yes' : 'no')
  const rows: RowMade[] = []
  for (const on of [addDays(adult, -random.whole(200, 330)), addDays(adult, -random.whole(5, 120))]) {
    if (eligible === undefined || on >= leftOn || on > until) continue
    const late = rows.length === 0 ? 0.6 : 0.92
    const fields = {
      checkedOn: on,
      birthCertificate: yes(0.9),
      photoId: yes(late),
      nationalInsurance: yes(late),
      bankAccount: yes(0.94),
      doctor: yes(0.97),
    }
    rows.push({ type: ReadyForAdulthood, fields: { ...fields, changeOfName: yes(0.04), nameChanged: null } })
  }
  return rows
}

function passportOf(random: Random, { adult, leftOn, until }: Leaving): readonly RowMade[] {
  if (leftOn !== adult) return []
  const { declined, late } = passportRates.of
  const offeredOn = random.chance(late) ? addDays(adult, random.whole(1, 50)) : addDays(adult, -random.whole(0, 70))
  if (offeredOn > until) return []
  const fields = random.chance(declined)
    ? { offeredOn, outcome: 'declined', whyDeclined: 'Did not want papers about being ill.' }
    : { offeredOn, outcome: 'given', by: 'Nurse for children in care' }
  return [{ type: HealthPassport, fields }]
}

const things = {
  'Bed, bedding and curtains': 42_000,
  'Cooker and fridge': 51_000,
  Carpet: 38_000,
  'Pots, plates and cutlery': 9_500,
  'Sofa and table': 33_000,
} as const

function grantsOf(random: Random, { leftOn, until }: Leaving, adviser: Lasting | undefined): readonly RowMade[] {
  if (adviser === undefined) return []
  return Object.entries(things).flatMap(([forWhat, about]) => {
    const paidOn = addDays(leftOn, random.whole(10, 500))
    const amount = Math.round((about * random.whole(70, 120)) / 100)
    return paidOn <= until && random.chance(0.45)
      ? [{ type: LeavingCareGrant, fields: { paidOn, amount, forWhat } }]
      : []
  })
}

type Told = {
  readonly homes: readonly (Lasting & { readonly kind: string; readonly suitable: boolean })[]
  readonly activities: readonly (Lasting & { readonly activity: string })[]
  readonly answers: readonly { readonly on: PlainDate; readonly answer: string }[]
}

/** What the return says around each birthday from the 17th to the 21st, by what our own records say: whoever is not in touch is not known about. */
function outcomesOf(
  { child, leftOn, until, eligibleOn: eligible }: Leaving,
  { homes, activities, answers }: Told,
): readonly RowMade[] {
  if (eligible === undefined) return []
  return [17, 18, 19, 20, 21]
    .map((age) => birthday(child.bornOn, age))
    .filter((day) => day > leftOn && addMonths(day, 1) <= until)
    .map((birthdayOn) => {
      const answer = answers.findLast(({ on }) => on <= addMonths(birthdayOn, 1))?.answer ?? 'NO'
      const on = ({ from, to }: Lasting) => from <= birthdayOn && (to === null || to > birthdayOn)
      const [home, activity] = [homes.find(on), activities.find(on)?.activity]
      const inTouch = answer === 'YES'
      const accommodation = inTouch && home !== undefined ? `${home.kind}${home.suitable ? 1 : 2}` : '0'
      return {
        type: CareLeaverOutcome,
        fields: {
          birthdayOn,
          inTouch: answer,
          accommodation,
          activity: inTouch && activity !== undefined ? activityOn(birthdayOn, activity) : '0',
        },
      }
    })
}
