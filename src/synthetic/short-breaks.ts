import { Episode } from '../areas/children-in-care/episodes.ts'
import { CareReview, CareVisit } from '../areas/children-in-care/reviews-and-visits.ts'
import { ShortBreak } from '../areas/children-in-care/short-breaks.ts'
import { Person, PersonIdentifier, PersonName } from '../areas/people/person.ts'
import { addDays, addMonths, type PlainDate } from '../core/dates/plain-date.ts'
import { child as somebody } from './child.ts'
import type { Made } from './history.ts'
import { MadeRows } from './made-rows.ts'
import { type Random, random } from './random.ts'
import { rates } from './rates.ts'

/** Case numbers begin where nobody’s reach whom others have placed here. */
const FIRST = 870_001

/** Children who live at home and have a series of short breaks, for each 473 in care. */
const breakRates = rates('Our own estimate', { inCare: 473, onBreaks: 14, missesAVisit: 0.3 })

const homes = ['Sea View', 'The Old Orchard', 'Marsh Lodge'] as const
const said = ['We went to the beach. I want to come again.', 'My room has a fish tank.', 'I missed my dog.'] as const

type Time = { readonly until: PlainDate }
export type OnBreaks = { readonly number: string; readonly since: PlainDate }

/** Who has short breaks, and since when. */
export function onBreaksOf(made: readonly Made[], { until }: Time): readonly OnBreaks[] {
  const { onBreaks, inCare: many } = breakRates.of
  const inCare = made.filter(({ care }) => care.some(({ endedOn }) => endedOn > until)).length
  return Array.from({ length: Math.round((inCare * onBreaks) / many) }, (_, at) => ({
    number: String(FIRST + at),
    since: addDays(
      until,
      -random(FIRST + at)
        .fork('since')
        .whole(100, 900),
    ),
  }))
}

/** Children with short breaks: who they are, the series that was agreed, each stay, and how they are visited and reviewed meanwhile. */
export function shortBreaksOf(made: readonly Made[], time: Time): MadeRows {
  const rows = new MadeRows()
  for (const [at, one] of onBreaksOf(made, time).entries()) addChild(rows, random(FIRST + at), one, { ...time, at })
  return rows
}

function addChild(
  rows: MadeRows,
  own: Random,
  { number, since }: OnBreaks,
  { until, at }: Time & { readonly at: number },
): void {
  const ageInDays = own.whole(4 * 366, 14 * 365)
  const who = somebody(own.fork('who'), number, { day: since, ageInDays, unaccompanied: false })
  const { bornOn, sex, given, family } = who
  const identifier = { system: 'Case management system', kind: 'case-id', identifier: number }
  rows.add(PersonIdentifier, { person: number }, identifier)
  rows.add(Person, { person: number }, { bornOn, birthDateBasis: 'certain', sex })
  rows.add(PersonName, { person: number }, { kind: 'usual', given, family, startedOn: bornOn })
  const place = { legalStatus: 'V4', categoryOfNeed: 'N2', placement: 'K2', provider: 'PR1' }
  rows.add(Episode, { child: number }, { startedOn: since, reasonStarted: 'S', ...place })
  addStays(rows, own.fork('stays'), { number, since, until, at })
  addLooking(rows, own.fork('looking'), { number, since, until })
}

type Stays = OnBreaks & Time

/** A weekend every few weeks. The first child stayed on when a parent was ill; the second comes so often that it is more than short breaks may be. */
function addStays(rows: MadeRows, own: Random, { number, since, until, at }: Stays & { readonly at: number }): void {
  const [least, most] = at === 1 ? [6, 9] : [18, 34]
  const where = own.pick(homes)
  const long = at === 0 ? addMonths(until, -3) : null
  let [startedOn, stayed] = [since, false]
  while (startedOn <= until) {
    const isLong: boolean = long !== null && !stayed && startedOn >= long
    stayed ||= isLong
    const endedOn = addDays(startedOn, isLong ? 20 : own.whole(2, 3))
    const childSaid = own.chance(0.3) ? own.pick(said) : null
    rows.add(ShortBreak, { child: number }, { startedOn, endedOn: endedOn <= until ? endedOn : null, where, childSaid })
    startedOn = addDays(endedOn, own.whole(least, most))
  }
}

/** A visit and a review within three months of the first break and every six from then on; now and then one is late. */
function addLooking(rows: MadeRows, own: Random, { number, since, until }: Stays): void {
  const { missesAVisit } = breakRates.of
  let [visitedOn, heldOn] = [next(own, since, 3, missesAVisit), next(own, since, 3, missesAVisit)]
  for (; visitedOn <= until; visitedOn = next(own, visitedOn, 6, missesAVisit))
    rows.add(CareVisit, { child: number }, { visitedOn, kind: 'statutory', seen: 'yes', atPlacement: 'yes' })
  for (; heldOn <= until; heldOn = next(own, heldOn, 6, missesAVisit))
    rows.add(CareReview, { child: number }, { heldOn, participation: own.pick(['PN1', 'PN2', 'PN5']) })
}

const next = (own: Random, from: PlainDate, months: number, late: number): PlainDate =>
  addDays(addMonths(from, months), own.chance(late) ? own.whole(5, 60) : -own.whole(2, 25))
