import { FosteringApplication, FosteringPanel } from '../areas/fostering/applications.ts'
import { HouseholdAllocation } from '../areas/organisation/allocation.ts'
import { Household } from '../areas/people/households.ts'
import { addDays, type PlainDate } from '../core/dates/plain-date.ts'
import { grownUp } from './foster-carers.ts'
import type { FosterHome } from './foster-homes.ts'
import { addUndecidedFosterers } from './foster-undecided.ts'
import { fosteringRates } from './fostering-rates.ts'
import type { MadeRows } from './made-rows.ts'
import type { Random } from './random.ts'

const rates = fosteringRates.of
const THREE_YEARS = 1095

const through = { carer: 25, 'social-media': 35, event: 14, press: 10, agency: 6, other: 10 } as const

/** The ways of households to an approval in the last three years, of those on the way, and of those who gave up. */
export function applicationsOf(rows: MadeRows, source: Random, homes: readonly FosterHome[], until: PlainDate): void {
  const scale =
    homes.filter(({ approvals: [{ kind, endedOn }] }) => kind === 'mainstream' && endedOn === null).length /
    rates.mainstream
  for (const home of homes) addThatOf(rows, source.fork(home.reference), home, until)
  const many = (of: number) => Math.round(of * scale)
  const groups = [
    ...Array.from(
      { length: many(rates.inAssessment - rates.afterStage1 - rates.afterPanel) },
      () => 'assessed' as const,
    ),
    ...Array.from({ length: many(rates.asking) }, () => 'asking' as const),
    ...Array.from({ length: many(rates.gaveUp) }, () => 'gave up' as const),
  ]
  for (const [at, group] of groups.entries())
    addOther(rows, source.fork(`other ${at}`), { household: `A${4001 + at}`, group }, until)
  addUndecidedFosterers(rows, source.fork('undecided'), { until, scale })
}

/** Of a household that fosters, where its way to an approval lies in the last three years or still goes on. */
function addThatOf(rows: MadeRows, source: Random, home: FosterHome, until: PlainDate): void {
  const { approvals } = home
  const [first] = approvals
  const full = approvals.find(({ kind }) => kind !== 'temporary')
  const isNone = full === undefined && first.endedOn !== null
  if (first.kind === 'foster-to-adopt' || isNone || until - (full ?? first).approvedOn > THREE_YEARS) return
  const appliedOn =
    first.kind === 'temporary'
      ? addRelatives(rows, source, home, full?.approvedOn ?? null, until)
      : addStrangers(rows, source, home)
  if (full !== undefined)
    addPanel(rows, source, { household: home.reference, appliedOn, approvedOn: full.approvedOn }, until)
}

/** Relatives and friends are asked by us, and assessed while the child lives with them. */
function addRelatives(
  rows: MadeRows,
  source: Random,
  { reference: household, approvals: [first] }: FosterHome,
  approvedOn: PlainDate | null,
  until: PlainDate,
): PlainDate {
  const enquiredOn = first.approvedOn
  const appliedOn = addDays(enquiredOn, source.whole(1, 10))
  rows.add(
    FosteringApplication,
    { household },
    {
      enquiredOn,
      kind: 'connected',
      heardThrough: 'child-known',
      ...upTo(until, { visitedOn: enquiredOn, appliedOn, assessmentBegunOn: addDays(appliedOn, source.whole(1, 20)) }),
      ...(approvedOn === null ? {} : { endedOn: approvedOn, outcome: 'approved' }),
    },
  )
  return appliedOn
}

function addStrangers(
  rows: MadeRows,
  source: Random,
  { reference: household, approvals: [{ approvedOn, kind }] }: FosterHome,
): PlainDate {
  const enquiredOn = addDays(approvedOn, -source.whole(200, 330))
  const appliedOn = addDays(enquiredOn, source.whole(20, 50))
  rows.add(
    FosteringApplication,
    { household },
    {
      enquiredOn,
      kind,
      heardThrough: source.weighted(through),
      visitedOn: addDays(enquiredOn, 8),
      appliedOn,
      assessmentBegunOn: addDays(appliedOn, source.whole(1, 20)),
      endedOn: approvedOn,
      outcome: 'approved',
    },
  )
  return appliedOn
}

function addPanel(
  rows: MadeRows,
  source: Random,
  {
    household,
    appliedOn,
    approvedOn,
  }: { readonly household: string; readonly appliedOn: PlainDate; readonly approvedOn: PlainDate },
  until: PlainDate,
): void {
  const heldOn = addDays(approvedOn, -source.whole(3, source.chance(0.15) ? 25 : 9))
  if (heldOn <= appliedOn) return
  rows.add(
    FosteringPanel,
    { household },
    {
      heldOn,
      about: 'approval',
      recommends: 'yes',
      decidedOn: approvedOn,
      decision: 'yes',
      ...upTo(until, { toldOn: addDays(approvedOn, source.whole(1, 6)) }),
    },
  )
}

const upTo = (until: PlainDate, days: Readonly<Record<string, PlainDate>>) =>
  Object.fromEntries(Object.entries(days).map(([name, day]) => [name, day <= until ? day : null] as const))

type Other = { readonly household: string; readonly group: 'assessed' | 'asking' | 'gave up' }

/** Households that are no carers (yet). */
function addOther(rows: MadeRows, source: Random, { household, group }: Other, until: PlainDate): void {
  const { given, family } = grownUp(source.fork('name'), household, until)
  rows.add(Household, { household }, { name: `${given} ${family}`, kind: 'family' })
  const ago =
    group === 'assessed'
      ? source.whole(70, 280)
      : group === 'asking'
        ? source.whole(2, 60)
        : source.whole(90, THREE_YEARS)
  const enquiredOn = addDays(until, -ago)
  const worker = `SSW${source.whole(1, 6)}`
  const gaveUpOn = group === 'gave up' ? addDays(enquiredOn, source.whole(10, 85)) : null
  rows.add(
    HouseholdAllocation,
    { household, team: 'Fostering', worker },
    { role: 'supervising-social-worker', startedOn: enquiredOn, endedOn: gaveUpOn },
  )
  const appliedOn = addDays(enquiredOn, source.whole(15, 40))
  const begunOn = addDays(appliedOn, source.whole(2, 20))
  const informationOn = addDays(begunOn, source.whole(30, 70))
  const assessed =
    group === 'assessed'
      ? upTo(until, {
          appliedOn,
          assessmentBegunOn: begunOn,
          informationOn,
          stage2BegunOn: addDays(informationOn, source.whole(3, 18)),
        })
      : {}
  rows.add(
    FosteringApplication,
    { household },
    {
      enquiredOn,
      kind: 'mainstream',
      heardThrough: source.weighted(through),
      visitedOn: group === 'asking' ? null : addDays(enquiredOn, source.whole(5, 14)),
      ...assessed,
      ...(gaveUpOn === null ? {} : { endedOn: gaveUpOn, outcome: source.weighted({ withdrew: 75, closed: 25 }) }),
    },
  )
}
