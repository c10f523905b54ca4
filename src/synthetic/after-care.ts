import { CareLeaverActivity } from '../areas/care-leavers/activities.ts'
import { CareLeaverContact, CareLeaverWishes } from '../areas/care-leavers/contact.ts'
import { CareLeaverHome, HomeRiskAssessment, HomeSupervision, StayingArrangement } from '../areas/care-leavers/homes.ts'
import { birthday } from '../core/dates/age.ts'
import { addDays, addMonths, type PlainDate } from '../core/dates/plain-date.ts'
import type { Lasting, Leaving } from './leaving.ts'
import { activityRates, homeRates, touchRates } from './leaving-rates.ts'
import type { Random } from './random.ts'
import type { RowMade } from './row.ts'

// Life after care: where somebody lives, what they do, and whether we know. Told while there is an adviser.

type Home = Lasting & { readonly kind: string; readonly suitable: boolean }
type Service = Lasting | undefined

/** Nothing is written down after the service has ended: what stood open then stands open still. */
const lastDay = ({ until }: Leaving, service: Service): PlainDate => service?.to ?? until

/** Homes one after another, with what is done about those that do not suit. */
export function homesOf(
  random: Random,
  life: Leaving,
  service: Service,
): { readonly moves: readonly Home[]; readonly rows: readonly RowMade[] } {
  const moves: Home[] = []
  const rows: RowMade[] = []
  if (service === undefined) return { moves, rows }
  const last = lastDay(life, service)
  for (let from = life.leftOn; from <= last; ) {
    const kind = kindOf(random, life, moves.length === 0)
    const [least, most] = staysIn(kind)
    const to = addDays(from, random.whole(least, most))
    const home = { from, to: to <= last ? to : null, kind, suitable: !isUnsuitable(random, kind) }
    moves.push(home)
    rows.push(homeRow(random, home), ...aboutHome(random, life, home, last))
    from = to
  }
  return { moves, rows }
}

function kindOf(random: Random, { lastPlacement, reasonEnded }: Leaving, first: boolean): string {
  const { afterFostering, first: other, later } = homeRates.of
  if (!first) return random.weighted(later)
  if (reasonEnded === 'E4A' || reasonEnded === 'E4B') return 'B'
  if (reasonEnded === 'E9') return 'X'
  if (reasonEnded === 'E17' && lastPlacement.startsWith('U')) return 'Z'
  return lastPlacement.startsWith('U') ? random.weighted(afterFostering) : random.weighted(other)
}

function staysIn(kind: string): readonly [number, number] {
  const { stays, staysInEmergency, staysInCustody } = homeRates.of
  return kind === 'W' || kind === 'S' ? staysInEmergency : kind === 'X' ? staysInCustody : stays
}

function isUnsuitable(random: Random, kind: string): boolean {
  const { unsuitable, otherwiseUnsuitable } = homeRates.of
  const known: Readonly<Record<string, number>> = unsuitable
  return random.chance(known[kind] ?? otherwiseUnsuitable)
}

const REASONS: Readonly<Record<string, readonly [string, ...string[]]>> = {
  W: ['bed-and-breakfast', 'not-secure'],
  X: ['custody'],
  S: ['no-fixed-home'],
}
const OTHER_REASONS = ['not-safe', 'condition', 'not-secure', 'cost', 'too-far', 'support-missing'] as const

function homeRow(random: Random, { from, to, kind, suitable }: Home): RowMade {
  const whyNot = suitable ? null : [...(REASONS[kind] ?? [random.pick(OTHER_REASONS)])]
  const fields = {
    startedOn: from,
    kind,
    withParent: kind === 'B' ? (random.chance(0.5) ? 'yes' : 'no') : null,
    suitable: suitable ? 'yes' : 'no',
    whyNot,
    regulated: regulatedIn(random, kind),
    exitPlan: kind === 'W' && random.chance(0.7) ? 'A room in shared housing is promised for next month.' : null,
    endedOn: to,
  }
  return { type: CareLeaverHome, fields }
}

function regulatedIn(random: Random, kind: string): string | null {
  if (kind === 'C') return 'yes'
  return kind === 'D' || kind === 'E' ? (random.chance(0.7) ? 'yes' : 'no') : null
}

function aboutHome(
  random: Random,
  { until }: Leaving,
  { from, to, kind, suitable }: Home,
  last: PlainDate,
): readonly RowMade[] {
  const { assessedAtOnce, assessedLater, supervisedLate } = homeRates.of
  const rows: RowMade[] = []
  const add = (type: RowMade['type'], on: PlainDate, fields: RowMade['fields']) => {
    if (on <= until && on <= last) rows.push({ type, fields })
  }
  if (kind === 'Z') add(StayingArrangement, from, { startedOn: from, kind: 'put', endedOn: to })
  if (kind === 'W' && random.chance(assessedAtOnce + assessedLater)) {
    const assessedOn = addDays(
      from,
      random.chance(assessedAtOnce / (assessedAtOnce + assessedLater)) ? 0 : random.whole(1, 9),
    )
    add(HomeRiskAssessment, assessedOn, {
      assessedOn,
      risks: 'People unknown to them on the same corridor; no kitchen.',
      safeguards: 'A call every day, and a phone that is topped up.',
    })
  }
  if (!suitable)
    for (
      let heldOn = addDays(from, 26);
      heldOn < (to ?? addDays(last, 1));
      heldOn = addDays(heldOn, random.chance(supervisedLate) ? random.whole(29, 50) : random.whole(21, 28))
    )
      add(HomeSupervision, heldOn, { heldOn, impact: 'Sleeps badly there.', decided: 'Ask housing again this week.' })
  return rows
}

const WHY_NONE: Readonly<Record<string, readonly [string, ...string[]]>> = {
  G4: ['mental-health', 'illness', 'disability'],
  G5: ['looking', 'starting', 'not-ready', 'home', 'travel', 'right-to-work', 'not-wanted'],
  G6: ['parenting'],
}

/** What they do, one thing after another. */
export function activitiesOf(random: Random, life: Leaving, service: Service) {
  const spells: (Lasting & { readonly activity: string })[] = []
  if (service === undefined) return { spells, rows: [] }
  const last = lastDay(life, service)
  const { at18, later, lasts } = activityRates.of
  for (let from = life.leftOn; from <= last; ) {
    const activity = split2021(random.weighted(spells.length === 0 ? at18 : later), from)
    const to = addDays(from, random.whole(lasts[0], lasts[1]))
    spells.push({ from, to: to <= last ? to : null, activity })
    from = to
  }
  const rows = spells.map(({ from, to, activity }): RowMade => {
    const why = WHY_NONE[activity]
    return {
      type: CareLeaverActivity,
      fields: { startedOn: from, activity, whyNone: why === undefined ? null : [random.pick(why)], endedOn: to },
    }
  })
  return { spells, rows }
}

/** Until April 2021 the national list had one code for apprenticeships and other work. */
const split2021 = (activity: string, on: PlainDate): string =>
  on < SPLIT && (activity.endsWith('4') || activity.endsWith('5')) && !activity.startsWith('G')
    ? `${activity[0]}3`
    : activity
const SPLIT = 18_718 as PlainDate

/** One that began before the list was split, as it is said of a day after it. */
export const activityOn = (on: PlainDate, activity: string): string =>
  on >= SPLIT && activity.endsWith('3') ? `${activity[0]}5` : activity

const wishes = [
  'To see my sister more often.',
  'A driving licence.',
  'Somebody to go with me to the bank.',
  'A course in the evening, and help with the fees.',
  'My own kitchen.',
] as const

/** Visits after each move and then about every two months, and, without a service, a letter a year. */
export function contactsOf(random: Random, life: Leaving, service: Service, homes: readonly Home[]) {
  const { lost, after } = touchRates.of
  const lostOn = random.chance(lost) ? addDays(life.leftOn, random.whole(60, 900)) : addDays(life.until, 1)
  const whenLost = random.weighted(after)
  const last = lastDay(life, service)
  const all = [...homes.flatMap((home) => visitsIn(random, life, home, last)), ...lettersOf(random, life, last)]
  const once = [...new Map(all.map((one) => [one.on, one] as const)).values()].toSorted((a, b) => a.on - b.on)
  const answers = once.map((one) => ({ ...one, answer: one.on >= lostOn ? whenLost : 'YES' }))
  const rows = answers.map(({ on, answer, how, entitlement }): RowMade => {
    const fields = { contactedOn: on, answer, how: answer === 'YES' ? how : 'message', entitlement }
    return { type: CareLeaverContact, fields }
  })
  return { answers, rows: [...rows, ...wishesOf(random, answers[0]?.on)] }
}

type Contact = { readonly on: PlainDate; readonly how: string; readonly entitlement: string | null }

function visitsIn(random: Random, life: Leaving, { from, to }: Home, last: PlainDate): readonly Contact[] {
  const { visited, visitLate } = touchRates.of
  const contacts: Contact[] = []
  const end = Math.min(to ?? last + 1, last + 1, life.until + 1)
  let on = addDays(from, random.chance(visitLate) ? random.whole(8, 25) : random.whole(1, 7))
  while (on < end) {
    contacts.push({
      on,
      how: random.chance(visited) ? 'visit' : 'phone',
      entitlement: random.chance(0.3) ? 'yes' : null,
    })
    on = addDays(on, gap(life, on) * (random.chance(visitLate) ? random.whole(62, 90) : random.whole(40, 60)))
  }
  return contacts
}

/** Of long ago only every fourth contact is told: nobody asks about them, and the demonstration is loaded at each start. */
const gap = ({ until }: Leaving, on: PlainDate): number => (on < addMonths(until, -15) ? 4 : 1)

/** Once the service has ended, about once a year. */
function lettersOf(random: Random, { child, eligibleOn, until }: Leaving, last: PlainDate): readonly Contact[] {
  if (eligibleOn === undefined) return []
  const letters: Contact[] = []
  const end = Math.min(birthday(child.bornOn, 25), until + 1)
  for (let on = addDays(last, random.whole(200, 360)); on < end; on = addMonths(on, random.whole(11, 12)))
    if (random.chance(touchRates.of.toldYearly)) letters.push({ on, how: 'letter', entitlement: 'yes' })
  return letters
}

function wishesOf(random: Random, askedOn: PlainDate | undefined): readonly RowMade[] {
  if (askedOn === undefined || !random.chance(0.5)) return []
  return [{ type: CareLeaverWishes, fields: { askedOn, wishes: random.pick(wishes), explained: 'yes' } }]
}
