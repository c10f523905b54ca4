import { AdopterEnquiry, AdopterStage, ProspectiveAdopter } from '../areas/adoption/adopter-records.ts'
import { HouseholdAllocation } from '../areas/organisation/allocation.ts'
import { Household, HouseholdMembership } from '../areas/people/households.ts'
import { Person, PersonIdentifier, PersonName } from '../areas/people/person.ts'
import { addDays, type PlainDate, plainDate } from '../core/dates/plain-date.ts'
import { adopterRates } from './adoption-rates.ts'
import { grownUp } from './foster-carers.ts'
import { by } from './in-care.ts'
import type { MadeRows } from './made-rows.ts'
import type { Random } from './random.ts'

// One household that wants to adopt: who it is, what it asked and when it is assessed.

export const TEAM = 'Adopters'
/** The regional agency that recruits and approves them. */
export const AGENCY = 'Downland Adoption'
export const workers = ['Neve Hollis', 'Tunde Alabi', 'Carys Penn', 'Jon Mabey'] as const
export const since = plainDate('2015-01-05')

export const between = (source: Random, [least, most]: readonly [number, number]): number => source.whole(least, most)

type StageMade = {
  readonly stage: string
  readonly startedOn: PlainDate
  readonly endedOn?: PlainDate
  readonly howEnded?: string
}
export const addStage = (rows: MadeRows, household: string, stage: StageMade): void =>
  rows.add(AdopterStage, { household, agency: AGENCY }, stage)

const names =
  'Abbott Bexley Corrigan Daventry Ellery Fairfax Gillow Hartnell Inskip Jardine Kersey Lathom Marlowe Nunnery Orford Penrose Quiller Radley Selwyn Tolland Underhill Verney Winslow Yelland'.split(
    ' ',
  )

type Asking = {
  readonly household: string
  /** The first stage, or the fast track, began; null where it has not. */
  readonly beganOn: PlainDate | null
  readonly askedOn?: PlainDate
  readonly registeredOn?: PlainDate
  readonly until: PlainDate
}

/** Asked some weeks before the first stage began. */
export function addHousehold(
  rows: MadeRows,
  source: Random,
  { household, beganOn, askedOn, until, ...asking }: Asking,
): void {
  const registeredOn = asking.registeredOn ?? (beganOn === null ? null : addDays(beganOn, -source.whole(1, 9)))
  const enquiredOn = askedOn ?? addDays(registeredOn ?? since, -source.whole(20, 90))
  // What it is for is told by what is written about it, and to the adoption service alone.
  rows.add(Household, { household }, { name: `${source.pick(names)} household`, kind: 'family' })
  const worker = `ASW${source.whole(1, workers.length)}`
  rows.add(HouseholdAllocation, { household, team: TEAM, worker }, { role: 'adoption-worker', startedOn: enquiredOn })
  rows.add(
    AdopterEnquiry,
    { household, agency: AGENCY },
    {
      enquiredOn,
      informationOn: by(until, addDays(enquiredOn, source.chance(0.9) ? source.whole(0, 5) : source.whole(8, 20))),
      followedUpOn: by(until, addDays(enquiredOn, source.chance(0.85) ? source.whole(2, 12) : source.whole(16, 30))),
      registeredOn,
      answeredOn: beganOn,
      fosteringForAdoption: source.chance(0.25) ? 'yes' : 'no',
    },
  )
  if (registeredOn !== null) addAdults(rows, source.fork('adults'), household, { enquiredOn, registeredOn })
}

/** One or two who want to adopt; their case numbers begin where no carer's reach. */
function addAdults(
  rows: MadeRows,
  source: Random,
  household: string,
  { enquiredOn, registeredOn: startedOn }: { readonly enquiredOn: PlainDate; readonly registeredOn: PlainDate },
): void {
  const many = source.chance(adopterRates.of.couple) ? 2 : 1
  for (let at = 1; at <= many; at++) {
    const adopter = `9${household.slice(2)}${at}`
    const { bornOn, sex, given, family } = grownUp(source.fork(at), adopter, startedOn)
    rows.add(
      PersonIdentifier,
      { person: adopter },
      { system: 'Case management system', kind: 'case-id', identifier: adopter },
    )
    rows.add(Person, { person: adopter }, { bornOn, birthDateBasis: 'certain', sex })
    rows.add(PersonName, { person: adopter }, { kind: 'usual', given, family, startedOn: bornOn })
    rows.add(HouseholdMembership, { person: adopter, household }, { mainHome: 'yes', startedOn, endedOn: null })
    // As the inspection list has it: they have wanted to since they asked.
    rows.add(ProspectiveAdopter, { adopter, household }, { startedOn: enquiredOn })
  }
}
