import { FosterCarer } from '../areas/fostering/approvals.ts'
import { CarerTraining } from '../areas/fostering/supervision.ts'
import { Ethnicity } from '../areas/people/background.ts'
import { HouseholdMembership } from '../areas/people/households.ts'
import { Person, PersonIdentifier, PersonName } from '../areas/people/person.ts'
import { addDays, type PlainDate } from '../core/dates/plain-date.ts'
import { type Child, child as somebody } from './child.ts'
import { fosteredFor } from './foster-events.ts'
import type { FosterHome } from './foster-homes.ts'
import { fosteringRates } from './fostering-rates.ts'
import type { MadeRows } from './made-rows.ts'
import type { Random } from './random.ts'

const rates = fosteringRates.of
const DAYS_IN_YEAR = 365.25
/** Case numbers of carers begin where no child's reach. */
const FIRST = 700_001

/** The carers of one household by their case numbers, and what it is called after them. */
export type CarersMade = { readonly numbers: readonly string[]; readonly name: string }

/** Who the carers are, one or two in a household, by its reference. */
export function carersOf(
  rows: MadeRows,
  source: Random,
  homes: readonly FosterHome[],
  until: PlainDate,
): ReadonlyMap<string, CarersMade> {
  let number = FIRST
  return new Map(
    homes.map((home) => {
      const own = source.fork(home.reference)
      const first = grownUp(own.fork(0), String(number++), until)
      const sharesName = own.chance(0.75)
      const partner = own.chance(rates.couple) ? grownUp(own.fork(1), String(number++), until) : undefined
      const second = partner === undefined || !sharesName ? partner : { ...partner, family: first.family }
      const carers = [first, ...(second === undefined ? [] : [second])]
      for (const [at, who] of carers.entries()) addCarer(rows, own.fork(`carer ${at}`), { who, home, at }, until)
      return [home.reference, { numbers: carers.map((one) => one.number), name: calledAfter(first, second) }] as const
    }),
  )
}

const calledAfter = (first: Child, second: Child | undefined): string => {
  if (second === undefined) return `${first.given} ${first.family}`
  return first.family === second.family
    ? `${first.given} and ${second.given} ${first.family}`
    : `${first.given} ${first.family} and ${second.given} ${second.family}`
}

/** Somebody of an age at which people foster. */
export function grownUp(source: Random, number: string, until: PlainDate): Child {
  const years = Number(source.weighted(rates.aged)) + source.next() * 10
  const ageInDays = Math.floor(years * DAYS_IN_YEAR)
  return somebody(source, number, { day: until, ageInDays, unaccompanied: false })
}

type Who = { readonly who: Child; readonly home: FosterHome; readonly at: number }

function addCarer(rows: MadeRows, source: Random, { who, home, at }: Who, until: PlainDate): void {
  const { from, to, last } = fosteredFor(home, until)
  const isOver = last.endedOn !== null && last.endedOn <= until
  const { number: carer, bornOn, sex, given, family, ethnicity } = who
  rows.add(
    PersonIdentifier,
    { person: carer },
    { system: 'Case management system', kind: 'case-id', identifier: carer },
  )
  rows.add(Person, { person: carer }, { bornOn, birthDateBasis: 'certain', sex })
  rows.add(PersonName, { person: carer }, { kind: 'usual', given, family, startedOn: bornOn })
  rows.add(Ethnicity, { person: carer }, { ethnicity })
  const household = home.reference
  const endedOn = isOver ? to : null
  rows.add(HouseholdMembership, { person: carer, household }, { mainHome: 'yes', startedOn: from, endedOn: null })
  rows.add(FosterCarer, { carer, household }, { startedOn: from, part: at === 0 ? 'first' : 'second', endedOn })
  const completedOn = addDays(from, source.whole(120, 380))
  if (completedOn <= to && source.chance(rates.standardsDone))
    rows.add(
      CarerTraining,
      { carer, household },
      { completedOn, kind: 'standards', course: 'Training, support and development standards' },
    )
}
