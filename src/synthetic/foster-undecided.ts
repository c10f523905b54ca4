import { FosteringApplication, FosteringPanel } from '../areas/fostering/applications.ts'
import { HouseholdAllocation } from '../areas/organisation/allocation.ts'
import { Household } from '../areas/people/households.ts'
import { addDays, type PlainDate } from '../core/dates/plain-date.ts'
import { grownUp } from './foster-carers.ts'
import { fosteringRates } from './fostering-rates.ts'
import { by } from './in-care.ts'
import type { MadeRows } from './made-rows.ts'
import type { Random } from './random.ts'

const rates = fosteringRates.of
const FIRST = 4501
const YEAR = 365

type Asked = { readonly until: PlainDate; readonly scale: number }

/** Households who wait for our decision on the last day, after Stage 1 or the panel; and those of whom we wrote that we do not mean to approve them. */
export function addUndecidedFosterers(rows: MadeRows, source: Random, { until, scale }: Asked): void {
  const groups = [
    ...Array.from({ length: Math.round(rates.afterStage1 * scale) }, () => addAfterStage1),
    ...Array.from({ length: Math.round(rates.afterPanel * scale) }, () => addAfterPanel),
    ...Array.from({ length: Math.round(rates.refused * scale) }, () => addRefused),
  ]
  for (const [at, add] of groups.entries()) add(rows, source.fork(at), `A${FIRST + at}`, until)
}

type Application = Readonly<Record<string, PlainDate | string | null>>

function addApplicants(
  rows: MadeRows,
  source: Random,
  {
    household,
    enquiredOn,
    until,
  }: { readonly household: string; readonly enquiredOn: PlainDate; readonly until: PlainDate },
  application: Application,
): void {
  const { given, family } = grownUp(source.fork('name'), household, until)
  rows.add(Household, { household }, { name: `${given} ${family}`, kind: 'family' })
  rows.add(
    HouseholdAllocation,
    { household, team: 'Fostering', worker: `SSW${source.whole(1, 6)}` },
    { role: 'supervising-social-worker', startedOn: enquiredOn, endedOn: application['endedOn'] ?? null },
  )
  const heardThrough = source.weighted({ carer: 40, 'social-media': 40, event: 20 })
  const visitedOn = addDays(enquiredOn, source.whole(5, 14))
  rows.add(
    FosteringApplication,
    { household },
    { enquiredOn, kind: 'mainstream', heardThrough, visitedOn, ...application },
  )
}

/** When they applied and were assessed, counted from the day on which all information was there. */
const begunBefore = (informationOn: PlainDate): Application => ({
  appliedOn: addDays(informationOn, -75),
  assessmentBegunOn: addDays(informationOn, -64),
  informationOn,
})

function addAfterStage1(rows: MadeRows, source: Random, household: string, until: PlainDate): void {
  const informationOn = addDays(until, -source.whole(2, 14))
  addApplicants(
    rows,
    source,
    { household, enquiredOn: addDays(informationOn, -100), until },
    begunBefore(informationOn),
  )
}

function addAfterPanel(rows: MadeRows, source: Random, household: string, until: PlainDate): void {
  const heldOn = addDays(until, -source.whole(1, 10))
  const informationOn = addDays(heldOn, -source.whole(110, 150))
  addApplicants(
    rows,
    source,
    { household, enquiredOn: addDays(informationOn, -100), until },
    { ...begunBefore(informationOn), stage2BegunOn: addDays(informationOn, source.whole(3, 9)) },
  )
  rows.add(FosteringPanel, { household }, { heldOn, about: 'approval', recommends: 'yes' })
}

/** Some made representations before it was decided for good. */
function addRefused(rows: MadeRows, source: Random, household: string, until: PlainDate): void {
  const heldOn = addDays(until, -source.whole(5, 3 * YEAR - 300))
  const decidedOn = addDays(heldOn, source.whole(1, 7))
  const toldOn = addDays(decidedOn, source.whole(1, 5))
  const finalOn = by(until, addDays(toldOn, source.whole(32, 50)))
  const representationsOn = source.chance(0.6) ? by(until, addDays(toldOn, source.whole(10, 27))) : null
  const informationOn = addDays(heldOn, -source.whole(110, 150))
  addApplicants(
    rows,
    source,
    { household, enquiredOn: addDays(informationOn, -100), until },
    {
      ...begunBefore(informationOn),
      stage2BegunOn: addDays(informationOn, 6),
      ...(finalOn === null ? {} : { endedOn: finalOn, outcome: 'not-approved' }),
    },
  )
  const told = { decidedOn, decision: 'qualifying-determination', toldOn: by(until, toldOn) }
  rows.add(
    FosteringPanel,
    { household },
    {
      heldOn,
      about: 'approval',
      recommends: 'no',
      ...(decidedOn <= until ? told : {}),
      representationsOn,
      finalOn,
      finalDecision: finalOn === null ? null : 'no',
    },
  )
}
