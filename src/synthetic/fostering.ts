import { VisitingRule } from '../areas/children-in-care/visiting.ts'
import {
  FosteringApproval,
  FosteringConstellation,
  FosteringOnHold,
  TermsOfApproval,
} from '../areas/fostering/approvals.ts'
import { FosterPlacement } from '../areas/fostering/care-given.ts'
import { CourseNotice, FosterCarerReview, SupervisingVisit } from '../areas/fostering/supervision.ts'
import { HouseholdAllocation } from '../areas/organisation/allocation.ts'
import { Team, TeamMembership, Worker } from '../areas/organisation/workers.ts'
import { Household } from '../areas/people/households.ts'
import { EarlyPermanence } from '../areas/permanence/going-home.ts'
import { firstEnd } from '../core/dates/earlier-later.ts'
import { addDays, addMonths, type PlainDate, plainDate } from '../core/dates/plain-date.ts'
import { allegationsOf } from './foster-allegations.ts'
import { applicationsOf } from './foster-applications.ts'
import { carersOf } from './foster-carers.ts'
import { carerReviewsOf, fosteredFor, holdsOf, supervisingVisitsOf } from './foster-events.ts'
import { type FosterHome, fosterHomes } from './foster-homes.ts'
import { type OwnStay, ownStays } from './foster-stays.ts'
import { fosteringRates } from './fostering-rates.ts'
import type { Made } from './history.ts'
import { MadeRows } from './made-rows.ts'
import { type Random, random } from './random.ts'

type Asked = { readonly until: PlainDate; readonly years: number }

const TEAM = 'Fostering'
const workers = ['Ros Hallett', 'Dev Pillai', 'Moira Keech', 'Sam Orchard', 'Gwen Tilley', 'Ade Bankole'] as const
const since = plainDate('2015-01-05')

/** Everything about the fostering households of a made-up authority: with whom its children live, and how those households come, are seen and go. */
export function fosteringOf(made: readonly Made[], { until, years }: Asked): MadeRows {
  const rows = new MadeRows()
  const inCare = made.filter(({ care }) => care.some(({ startedOn, endedOn }) => startedOn <= until && endedOn > until))
  const source = random(inCare.length + 1).fork('fostering')
  const homes = fosterHomes(source, ownStays(made), { until, inCare: inCare.length })
  // What ended before the years that are told is told by nobody any more.
  const told = homes.filter((home) => fosteredFor(home, until).to >= addMonths(until, -12 * years - 12))
  addTeam(rows)
  const carers = carersOf(rows, source.fork('carers'), told, until)
  for (const home of told) {
    const name = carers.get(home.reference)?.name ?? home.reference
    addHome(rows, source.fork(home.reference), { home, name }, { until, years })
  }
  applicationsOf(rows, source.fork('applications'), told, until)
  allegationsOf(rows, source.fork('allegations'), { homes: told, carers, until, years })
  addTogether(rows, source.fork('together'), told, until)
  return rows
}

function addTeam(rows: MadeRows): void {
  rows.add(Team, { team: TEAM }, { name: TEAM, service: 'fostering', phone: '01632 960170' })
  for (const [at, name] of workers.entries()) {
    const worker = `SSW${at + 1}`
    rows.add(Worker, { worker }, { name, roleTitle: 'Supervising social worker' })
    rows.add(TeamMembership, { worker, team: TEAM }, { part: at === 0 ? 'manager' : 'member', startedOn: since })
  }
}

type Called = { readonly home: FosterHome; readonly name: string }

function addHome(rows: MadeRows, source: Random, { home, name }: Called, { until, years }: Asked): void {
  const household = home.reference
  const [first] = home.approvals
  const { to, last } = fosteredFor(home, until)
  const isOver = last.endedOn !== null && last.endedOn <= until
  const isRelated = first.kind === 'temporary' || first.kind === 'connected'
  rows.add(Household, { household }, { name, kind: isRelated ? 'relatives' : 'foster-home' })
  const worker = source.chance(0.04) ? [] : [`SSW${source.whole(1, workers.length)}`]
  const theirs = {
    role: 'supervising-social-worker',
    startedOn: first.approvedOn,
    endedOn: isOver ? addDays(to, 1) : null,
  }
  rows.add(HouseholdAllocation, { household, team: TEAM, worker }, theirs)
  for (const one of home.approvals)
    if (one.approvedOn <= until) rows.add(FosteringApproval, { household }, asKnown(one, until))
  const outside = outsideTerms(source.fork('outside'), home)
  addTerms(rows, source.fork('terms'), home, { until, outside })
  for (const stay of home.stays) addStay(rows, source, { home, stay, isOutside: stay === outside?.stay }, until)
  for (const hold of holdsOf(source.fork('hold'), home, until)) rows.add(FosteringOnHold, { household }, hold)
  const visitsSince = addMonths(until, -12 * years - 3)
  for (const visit of supervisingVisitsOf(source.fork('visits'), home, visitsSince, until))
    rows.add(SupervisingVisit, { household, worker }, visit)
  for (const reviewedOn of carerReviewsOf(source.fork('reviews'), home, until))
    rows.add(FosterCarerReview, { household }, { reviewedOn, outcome: source.weighted({ suitable: 94, terms: 6 }) })
}

/** What lies ahead is not known. */
function asKnown({ extendedOn, endedOn, whyEnded, ...one }: FosterHome['approvals'][0], until: PlainDate) {
  const isOver = endedOn !== null && endedOn <= until
  const extended = extendedOn !== undefined && extendedOn <= until ? { extendedOn, whyExtended: 'assessment' } : {}
  return { ...one, ...extended, ...(isOver ? { endedOn, whyEnded } : {}) }
}

type Outside = { readonly stay: OwnStay; readonly putRightOn: PlainDate }

/** In an emergency a child is placed with carers who are not approved for one like them; nearly always the terms are changed within days. */
function outsideTerms(source: Random, { approvals: [{ kind }], stays }: FosterHome): Outside | undefined {
  const stay = stays.at(-1)
  const { outsideTerms: chance, putRightLate } = fosteringRates.of
  if (kind !== 'mainstream' || stay === undefined || !source.chance(chance)) return undefined
  const days = source.chance(putRightLate) ? source.whole(10, 40) : source.whole(1, 7)
  return { stay, putRightOn: addDays(stay.startedOn, days) }
}

function addTerms(
  rows: MadeRows,
  source: Random,
  home: FosterHome,
  { until, outside }: { readonly until: PlainDate; readonly outside: Outside | undefined },
): void {
  const household = home.reference
  const { to } = fosteredFor(home, until)
  const terms = firstTerms(source, home, until)
  const changedOn = outside === undefined || outside.putRightOn > until ? undefined : outside.putRightOn
  const isChanged = changedOn !== undefined && changedOn < to
  rows.add(TermsOfApproval, { household }, isChanged ? { ...terms, endedOn: changedOn } : terms)
  if (isChanged) rows.add(TermsOfApproval, { household }, { ...terms, startedOn: changedOn, youngest: 0, oldest: 17 })
}

function firstTerms(source: Random, home: FosterHome, until: PlainDate) {
  const { from, to, last } = fosteredFor(home, until)
  const isOver = last.endedOn !== null && last.endedOn <= until
  const isAny = last.kind === 'mainstream'
  const oldest = isAny && source.chance(0.35) ? source.pick([5, 8, 11]) : 17
  return {
    startedOn: from,
    places: home.places,
    youngest: isAny && oldest === 17 && source.chance(0.4) ? source.pick([5, 8, 10]) : 0,
    oldest,
    offers: isAny
      ? ['short-term', ...(source.chance(0.4) ? ['long-term'] : []), ...(source.chance(0.2) ? ['siblings'] : [])]
      : null,
    endedOn: isOver ? to : null,
  }
}

type Stayed = { readonly home: FosterHome; readonly stay: OwnStay; readonly isOutside: boolean }

/** A child with the household, and what goes with how it is approved. */
function addStay(rows: MadeRows, source: Random, { home, stay, isOutside }: Stayed, until: PlainDate): void {
  const { child, startedOn, endedOn } = stay
  const household = home.reference
  const terms = isOutside ? 'yes' : 'no'
  rows.add(FosterPlacement, { child, household }, { startedOn, endedOn, standing: 'in-care', outsideTerms: terms })
  const [{ kind, endedOn: approvedOn }] = home.approvals
  if (kind === 'temporary') addVisitingRule(rows, stay, approvedOn, until)
  if (kind === 'foster-to-adopt') addEarlyPermanence(rows, source, household, stay)
}

/** While relatives are approved for the time being, visits are more often. */
function addVisitingRule(rows: MadeRows, stay: OwnStay, approvedOn: PlainDate | null, until: PlainDate): void {
  const { child, startedOn } = stay
  const ends = firstEnd(stay.endedOn, approvedOn)
  if (ends !== null && ends <= startedOn) return
  const endedOn = ends !== null && ends <= until ? ends : null
  rows.add(VisitingRule, { child }, { arrangement: 'temporary-carer', startedOn, endedOn })
}

function addEarlyPermanence(rows: MadeRows, source: Random, household: string, stay: OwnStay): void {
  const { child, startedOn, endedOn, next } = stay
  const kind = source.weighted({ 'fostering-for-adoption': 85, concurrent: 15 })
  const decidedOn = addDays(startedOn, -source.whole(1, 12))
  const ending = endedOn === null ? null : next?.startsWith('A') ? 'adopted' : 'moved'
  rows.add(EarlyPermanence, { child, household }, { kind, decidedOn, startedOn, endedOn, ending })
}

/** What is written about several households at once: constellations around one with more experience, and notices of courses. */
function addTogether(rows: MadeRows, source: Random, homes: readonly FosterHome[], until: PlainDate): void {
  const now = homes.filter((home) => fosteredFor(home, until).last.endedOn === null)
  const mainstream = now.filter(({ approvals: [{ kind }] }) => kind === 'mainstream').map(({ reference }) => reference)
  for (const [at, name] of ['Harbour constellation', 'Vale constellation'].entries()) {
    const [hub, ...satellites] = mainstream.slice(at * 9, at * 9 + 9)
    if (hub !== undefined && satellites.length > 0)
      rows.add(FosteringConstellation, { hub, satellites }, { name, startedOn: addMonths(until, -14 + at * 5) })
  }
  for (const [at, course] of ['Caring for teenagers', 'Attachment and trauma', 'Safer caring'].entries()) {
    const sentOn = addDays(until, -(at * 85 + 20))
    const told = now.filter(({ approvals: [{ approvedOn }] }) => approvedOn < sentOn && source.chance(0.86))
    if (told.length > 0)
      rows.add(CourseNotice, { households: told.map(({ reference }) => reference) }, { sentOn, course, how: 'E-mail' })
  }
}
