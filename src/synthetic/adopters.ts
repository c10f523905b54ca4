import {
  AdopterPanel,
  AdopterPause,
  AdopterReview,
  AdoptersLeft,
  SuitabilityDecision,
} from '../areas/adoption/adopter-records.ts'
import { AdoptionAgencyActing } from '../areas/adoption/agencies.ts'
import { AdoptionSupport, AdoptiveFamily } from '../areas/adoption/finding-a-family.ts'
import { AdoptionMatch } from '../areas/children-in-care/adoption-plans.ts'
import { Agency } from '../areas/organisation/places.ts'
import { Team, TeamMembership, Worker } from '../areas/organisation/workers.ts'
import {
  addDays,
  addMonths,
  daysInMonth,
  fromParts,
  type PlainDate,
  partsOf,
  plainDate,
} from '../core/dates/plain-date.ts'
import { AGENCY, addHousehold, addStage, between, since, TEAM, workers } from './adopter-households.ts'
import { addUndecided } from './adopters-undecided.ts'
import { isPlaced } from './adoption.ts'
import { adopterRates } from './adoption-rates.ts'
import type { Made } from './history.ts'
import { MadeRows } from './made-rows.ts'
import { type Random, random } from './random.ts'

type Asked = { readonly until: PlainDate; readonly years: number }

const rates = adopterRates.of
/** Of what was before then nothing is told: years before the last day. */
const TOLD = 3

/** Households who want to adopt, from asking to a child: whoever of the made-up children is placed for adoption is with one of them. */
export function adoptersOf(made: readonly Made[], { until, years }: Asked): MadeRows {
  const rows = new MadeRows()
  const inCare = made.filter(({ care }) => care.some(({ startedOn, endedOn }) => startedOn <= until && endedOn > until))
  const source = random(inCare.length + 1).fork('adopters')
  const scale = inCare.length / rates.inCare
  const from = addMonths(until, -12 * Math.min(years, TOLD))
  addAgency(rows)
  const approvals = approvalsOf(source.fork('approved'), { from, until, scale })
  const households = approvals.map((decidedOn, at) => ({ household: `AD${5001 + at}`, decidedOn }))
  const taken = matched(rows, made, households, until)
  for (const one of households)
    addApproved(rows, source.fork(one.household), { ...one, taken: taken.get(one.household), until })
  addOthers(rows, source.fork('others'), { from, until, scale })
  addUndecided(rows, source.fork('undecided'), { from, until, scale })
  return rows
}

function addAgency(rows: MadeRows): void {
  rows.add(Agency, { agency: AGENCY }, { name: AGENCY, kind: 'adoption-agency' })
  rows.add(
    AdoptionAgencyActing,
    { agency: AGENCY },
    { startedOn: plainDate('2017-07-03'), does: ['adopters', 'families', 'support', 'letterbox'] },
  )
  rows.add(Team, { team: TEAM }, { name: TEAM, service: 'adoption', phone: '01632 960180' })
  for (const [at, name] of workers.entries()) {
    const worker = `ASW${at + 1}`
    rows.add(Worker, { worker }, { name, roleTitle: 'Adoption social worker' })
    rows.add(TeamMembership, { worker, team: TEAM }, { part: at === 0 ? 'manager' : 'member', startedOn: since })
  }
}

type Stretch = { readonly from: PlainDate; readonly until: PlainDate; readonly scale: number }

/** The days on which families were approved, month by month. */
function approvalsOf(source: Random, { from, until, scale }: Stretch): readonly PlainDate[] {
  const days: PlainDate[] = []
  for (let day = from; day <= until; day = addMonths(day, 1)) {
    const { year, month } = partsOf(day)
    const key = `${year}-${String(month).padStart(2, '0')}`
    const many = Math.round((rates.approved[key] ?? source.whole(2, 2 * rates.approvedInMonth - 2)) * scale)
    for (let n = 0; n < many; n++) days.push(fromParts(year, month, source.whole(1, daysInMonth(year, month))))
  }
  return days.filter((day) => day <= until).toSorted((a, b) => a - b)
}

type Approved = { readonly household: string; readonly decidedOn: PlainDate }

/** Gives each child who was matched the household that has waited longest; one matched before anybody told of was approved has none. */
function matched(
  rows: MadeRows,
  made: readonly Made[],
  households: readonly Approved[],
  until: PlainDate,
): ReadonlyMap<string, PlainDate> {
  const taken = new Map<string, PlainDate>()
  const matches = made
    .flatMap(({ child, care, episodes, planned }) => {
      const match = planned.find(({ type }) => type === AdoptionMatch)?.fields['matchedOn']
      const placedOn = episodes.find(isPlaced)?.startedOn ?? null
      const orderMadeOn = care.at(-1)?.endedOn ?? null
      return typeof match === 'number' && match <= until
        ? [{ child: child.number, matchedOn: match as PlainDate, placedOn, orderMadeOn }]
        : []
    })
    .toSorted((a, b) => a.matchedOn - b.matchedOn)
  for (const { child, matchedOn, ...days } of matches) {
    const found = households.find(
      ({ household, decidedOn }) =>
        !taken.has(household) && decidedOn <= addDays(matchedOn, -20) && decidedOn > addDays(matchedOn, -500),
    )
    if (found === undefined) continue
    taken.set(found.household, matchedOn)
    const [placedOn, orderMadeOn] = [upTo(days.placedOn, until), upTo(days.orderMadeOn, until)]
    rows.add(AdoptiveFamily, { child, household: found.household }, { matchedOn, placedOn, orderMadeOn })
    if (orderMadeOn !== null)
      addSupport(rows, random(Number(child)).fork('support'), found.household, orderMadeOn, until)
  }
  return taken
}

/** Of families who adopted, some ask for help in the years after. */
function addSupport(rows: MadeRows, source: Random, household: string, orderMadeOn: PlainDate, until: PlainDate): void {
  const askedOn = addDays(orderMadeOn, source.whole(20, 500))
  if (!source.chance(rates.asksForSupport) || askedOn > until) return
  const assessedOn = upTo(addDays(askedOn, source.whole(12, 60)), until)
  rows.add(
    AdoptionSupport,
    { household },
    {
      askedOn,
      assessedOn,
      services: assessedOn === null ? null : [source.pick(['therapy', 'school', 'training']), 'information'],
      reviewBy: assessedOn === null ? null : addMonths(assessedOn, 12),
      fundAppliedOn: assessedOn === null ? null : upTo(addDays(assessedOn, 10), until),
    },
  )
}

const upTo = (day: PlainDate | null, until: PlainDate): PlainDate | null => (day !== null && day <= until ? day : null)

type Way = Approved & { readonly taken: PlainDate | undefined; readonly until: PlainDate }

/** From asking to the approval, and what became of it: a child, a child of another authority, or giving up. */
function addApproved(rows: MadeRows, source: Random, { household, decidedOn, taken, until }: Way): void {
  const fast = source.chance(rates.fastTrack)
  const twoOn = addDays(decidedOn, -between(source, rates.stageTwo))
  const oneEnds = addDays(twoOn, -between(source, rates.between))
  const oneOn = addDays(oneEnds, -between(source, rates.stageOne))
  addHousehold(rows, source, { household, beganOn: fast ? twoOn : oneOn, until })
  if (!fast) addStage(rows, household, { stage: 'one', startedOn: oneOn, endedOn: oneEnds, howEnded: 'goes-on' })
  const second = { stage: fast ? 'fast-track' : 'two', startedOn: twoOn, endedOn: decidedOn, howEnded: 'decided' }
  addStage(rows, household, second)
  const heldOn = addDays(decidedOn, -source.whole(2, source.chance(0.12) ? 18 : 8))
  rows.add(AdopterPanel, { household }, { heldOn, about: 'suitability', recommended: 'suitable' })
  const gone = addDays(decidedOn, between(source, rates.leavesAfter))
  const isGone = taken === undefined && gone <= until
  rows.add(
    SuitabilityDecision,
    { household, agency: AGENCY },
    {
      decidedOn,
      suitable: 'yes',
      children: source.weighted({ '1': 70, '2': 27, '3': 3 }) === '1' ? 1 : 2,
      ...(isGone ? { endedOn: gone, howEnded: source.weighted({ adopted: 75, withdrew: 25 }) } : {}),
    },
  )
  const reviewedOn = addDays(addMonths(decidedOn, 12), source.chance(0.2) ? source.whole(3, 50) : -source.whole(0, 30))
  const waits = taken === undefined ? !isGone || gone > reviewedOn : taken > reviewedOn
  if (waits && reviewedOn <= until) rows.add(AdopterReview, { household }, { heldOn: reviewedOn, found: 'suitable' })
}

/** Those on the way now, those who only ask, and those who gave up. */
function addOthers(rows: MadeRows, source: Random, { from, until, scale }: Stretch): void {
  let number = 8001
  const many = (of: number) => Array.from({ length: Math.round(of * scale) }, () => `AD${number++}`)
  for (const household of many(rates.inAssessment)) addOnTheWay(rows, source.fork(household), household, until)
  for (const household of many(rates.asking)) {
    const own = source.fork(household)
    addHousehold(rows, own, { household, beganOn: null, askedOn: addDays(until, -own.whole(31, 90)), until })
  }
  for (const household of many((rates.givenUpInMonth * (until - from)) / 30)) {
    const own = source.fork(household)
    const beganOn = addDays(from, own.whole(0, until - from - 40))
    addHousehold(rows, own, { household, beganOn, until })
    const leftOn = addDays(beganOn, own.whole(10, 39))
    addStage(rows, household, { stage: 'one', startedOn: beganOn, endedOn: leftOn, howEnded: 'withdrew' })
    rows.add(AdoptersLeft, { household }, { leftOn, why: own.weighted({ withdrew: 80, closed: 20 }) })
  }
}

/** In the first stage, between the stages, in the second, or on the fast track; a few of them beyond its limit, and one in ten besides paused. */
function addOnTheWay(rows: MadeRows, source: Random, household: string, until: PlainDate): void {
  const where = source.weighted({ one: 35, between: 12, two: 45, 'fast-track': 8 })
  const startedOn = addDays(until, -(where === 'one' ? source.whole(1, 75) : source.whole(2, 128)))
  if (where === 'one' || where === 'fast-track') {
    addHousehold(rows, source, { household, beganOn: startedOn, until })
    addStage(rows, household, { stage: where, startedOn })
    return
  }
  const oneEnds = where === 'between' ? startedOn : addDays(startedOn, -between(source, rates.between))
  const oneOn = addDays(oneEnds, -between(source, rates.stageOne))
  addHousehold(rows, source, { household, beganOn: oneOn, until })
  addStage(rows, household, { stage: 'one', startedOn: oneOn, endedOn: oneEnds, howEnded: 'goes-on' })
  if (where === 'two') addStage(rows, household, { stage: 'two', startedOn })
  if (source.chance(0.15) && where === 'two' && until - startedOn > 40)
    rows.add(
      AdopterPause,
      { household },
      { startedOn: addDays(startedOn, 10), endedOn: addDays(startedOn, source.whole(17, 38)), why: 'Moving house' },
    )
}
