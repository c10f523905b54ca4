import { PlacedHere } from '../areas/children-in-care/placed-here.ts'
import { Person, PersonIdentifier, PersonName } from '../areas/people/person.ts'
import { addDays, type PlainDate } from '../core/dates/plain-date.ts'
import { child as somebody } from './child.ts'
import type { Made } from './history.ts'
import { MadeRows } from './made-rows.ts'
import { random } from './random.ts'
import { rates } from './rates.ts'

/** Case numbers begin where nobody’s reach who is helped at home. */
const FIRST = 850_001
const YEAR = 365.25

/** Children whom other authorities placed in the area, for each 473 of its own. */
const placedHereRates = rates(
  'Dorset Council, health of children in care 2022-23: 370 children placed in Dorset by other local authorities, 31 March 2023; the rest is our own estimate',
  {
    inCare: 473,
    here: 370,
    leftInYear: 60,
    toldInTime: 0.7,
    toldLater: 0.2,
    placements: { U6: 34, U4: 26, K2: 28, U3: 4, S1: 5, H5: 3 },
    authorities: { Portshire: 24, Southmarch: 20, Lowdale: 18, 'Great Wexham': 15, Northholt: 13, Ambridge: 10 },
  },
)

/** Children in the care of other authorities who live here: who they are, who placed them, and since when we know. */
export function placedHereOf(made: readonly Made[], { until }: { readonly until: PlainDate }): MadeRows {
  const rows = new MadeRows()
  const inCare = made.filter(({ care }) => care.some(({ startedOn, endedOn }) => startedOn <= until && endedOn > until))
  const { here, leftInYear, inCare: many } = placedHereRates.of
  const scaled = (of: number) => Math.round((of * inCare.length) / many)
  const source = random(inCare.length + 1).fork('placed here')
  for (let at = 0; at < scaled(here + leftInYear); at++) {
    const own = source.fork(at)
    const startedOn = addDays(until, -own.whole(3, 1500))
    const endedOn = at < scaled(here) ? null : addDays(until, -own.whole(1, Math.min(365, until - startedOn)))
    addChild(rows, own, { number: String(FIRST + at), startedOn, endedOn, until })
  }
  return rows
}

type Placed = {
  readonly number: string
  readonly startedOn: PlainDate
  readonly endedOn: PlainDate | null
  readonly until: PlainDate
}

function addChild(
  rows: MadeRows,
  source: ReturnType<typeof random>,
  { number, startedOn, endedOn, until }: Placed,
): void {
  const { toldInTime, toldLater, placements, authorities } = placedHereRates.of
  const placement = source.weighted(placements)
  const oldest = Math.floor(17.9 * YEAR) - (until - startedOn)
  const least = placement === 'K2' || placement === 'H5' ? Math.min(8 * YEAR, oldest) : Math.min(300, oldest)
  const ageInDays = source.whole(Math.max(0, Math.floor(least)), Math.max(0, oldest))
  const who = somebody(source, number, { day: startedOn, ageInDays, unaccompanied: false })
  rows.add(
    PersonIdentifier,
    { person: number },
    { system: 'Case management system', kind: 'case-id', identifier: number },
  )
  rows.add(Person, { person: number }, { bornOn: who.bornOn, birthDateBasis: 'certain', sex: who.sex })
  rows.add(
    PersonName,
    { person: number },
    { kind: 'usual', given: who.given, family: who.family, startedOn: who.bornOn },
  )
  const told = source.chance(toldInTime)
    ? source.whole(-5, 5)
    : source.chance(toldLater / (1 - toldInTime))
      ? source.whole(10, 120)
      : undefined
  const notifiedOn = told === undefined ? null : addDays(startedOn, told)
  rows.add(
    PlacedHere,
    { child: number },
    {
      authority: source.weighted(authorities),
      startedOn,
      notifiedOn: notifiedOn !== null && notifiedOn <= until ? notifiedOn : null,
      placement,
      endedOn,
    },
  )
}
