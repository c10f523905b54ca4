import { FosterCarer } from '../areas/fostering/approvals.ts'
import { CarerTraining } from '../areas/fostering/supervision.ts'
import { Ethnicity } from '../areas/people/background.ts'
import { HouseholdMembership } from '../areas/people/households.ts'
import { Person, PersonIdentifier, PersonName } from '../areas/people/person.ts'
import { addDays, type PlainDate } from '../core/dates/plain-date.ts'
import { child as somebody } from './child.ts'
import { fosteredFor } from './foster-events.ts'
import type { FosterHome } from './foster-homes.ts'
import { fosteringRates } from './fostering-rates.ts'
import type { MadeRows } from './made-rows.ts'
import type { Random } from './random.ts'

const rates = fosteringRates.of
const DAYS_IN_YEAR = 365.25
/** Case numbers of carers begin where no child's reach. */
const FIRST = 700_001

/** Who the carers are, one or two in a household: by its reference, their case numbers. */
export function carersOf(
  rows: MadeRows,
  source: Random,
  homes: readonly FosterHome[],
  until: PlainDate,
): ReadonlyMap<string, readonly string[]> {
  let number = FIRST
  return new Map(
    homes.map((home) => {
      const own = source.fork(home.reference)
      const count = own.chance(rates.couple) ? 2 : 1
      const carers = Array.from({ length: count }, (_, at) => {
        const carer = String(number++)
        addCarer(rows, own.fork(at), { carer, home, at }, until)
        return carer
      })
      return [home.reference, carers] as const
    }),
  )
}

type Who = { readonly carer: string; readonly home: FosterHome; readonly at: number }

function addCarer(rows: MadeRows, source: Random, { carer, home, at }: Who, until: PlainDate): void {
  const { from, to, last } = fosteredFor(home, until)
  const isOver = last.endedOn !== null && last.endedOn <= until
  const years = Number(source.weighted(rates.aged)) + source.next() * 10
  const ageInDays = Math.floor(years * DAYS_IN_YEAR)
  const { bornOn, sex, given, family, ethnicity } = somebody(source, carer, {
    day: until,
    ageInDays,
    unaccompanied: false,
  })
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
