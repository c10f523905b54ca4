import {
  AdopterEnquiry,
  AdopterStage,
  AdoptersLeft,
  ProspectiveAdopter,
  SuitabilityDecision,
} from '../../areas/adoption/adopter-records.ts'
import { standing } from '../../areas/adoption/adopters-standing.ts'
import { AdoptiveFamily } from '../../areas/adoption/finding-a-family.ts'
import { type AsAt, dateOf, type Held, isOpen, textOf } from './as-at.ts'
import { type Said, who } from './write-who.ts'

// List 11: everybody in a household that has had to do with the adoption agency in the 12 months to the day. One row for each adopter; what happened,
// happened to the household.

const OF_HOUSEHOLDS = [AdopterEnquiry, AdopterStage, SuitabilityDecision]

export const adopterRows = (asAt: AsAt): readonly Said[] =>
  householdsOnTheWay(asAt).flatMap((household) => {
    const said = whatHappened(asAt, household)
    return adoptersIn(asAt, household).map((adopter) => ({ ...who(asAt, adopter), family: household, ...said }))
  })

/** Households of which nobody says who in them wants to adopt: the list has no row for them. */
export const householdsWithoutAdopters = (asAt: AsAt): readonly string[] =>
  householdsOnTheWay(asAt).filter((household) => adoptersIn(asAt, household).length === 0)

const householdsOnTheWay = (asAt: AsAt): readonly string[] =>
  [...new Set(OF_HOUSEHOLDS.flatMap((type) => asAt.subjects(type)))].filter((household) => {
    const member = asAt.member(household)
    const { label, since } = standing(member)
    return label !== 'No longer on the way' || (since !== null && since >= member.from)
  })

const adoptersIn = (asAt: AsAt, household: string): readonly string[] =>
  asAt
    .subjects(ProspectiveAdopter)
    .filter((adopter) =>
      asAt
        .of(ProspectiveAdopter, adopter)
        .some((one) => isOpen(ProspectiveAdopter)(one) && one.subjects['household']?.[0] === household),
    )

function whatHappened(asAt: AsAt, household: string): Said {
  const enquiry = asAt.of(AdopterEnquiry, household).at(-1)
  const left = asAt.of(AdoptersLeft, household).at(-1)
  const approved = asAt.of(SuitabilityDecision, household).findLast((one) => textOf(one, 'suitable') === 'yes')
  return {
    ...stages(asAt.of(AdopterStage, household)),
    ...children(asAt, household, enquiry),
    enquiredOn: dateOf(enquiry, 'enquiredOn'),
    // Since 2013 households do not apply: they register their interest (Adoption Agencies Regulations 2005, regulation 22).
    appliedOn: dateOf(enquiry, 'registeredOn'),
    approvedOn: dateOf(approved, 'decidedOn'),
    leftOn: dateOf(left, 'leftOn'),
    reasonLeft: left === undefined ? null : (REASONS[textOf(left, 'why') ?? ''] ?? null),
  }
}

/** The list knows three reasons: they withdrew, it was put on hold, it was refused. */
const REASONS: Readonly<Record<string, string>> = {
  withdrew: '1',
  closed: '1',
  elsewhere: '1',
  'on-hold': '2',
  refused: '3',
}

/** The fast track is a second stage without a first. */
function stages(all: readonly Held[]): Said {
  const one = all.findLast((held) => textOf(held, 'stage') === 'one')
  const two = all.findLast((held) => textOf(held, 'stage') !== 'one')
  return {
    stageOneOn: dateOf(one, 'startedOn'),
    stageOneEndedOn: dateOf(one, 'endedOn'),
    stageTwoOn: dateOf(two, 'startedOn'),
    stageTwoEndedOn: dateOf(two, 'endedOn'),
  }
}

function children(asAt: AsAt, household: string, enquiry: Held | undefined): Said {
  const families = asAt
    .subjects(AdoptiveFamily)
    .flatMap((child) => asAt.of(AdoptiveFamily, child))
    .filter((one) => one.subjects['household']?.[0] === household && isOpen(AdoptiveFamily)(one))
  const last = families
    .toSorted((one, other) => (dateOf(one, 'matchedOn') ?? 0) - (dateOf(other, 'matchedOn') ?? 0))
    .at(-1)
  const placed = families.filter((one) => dateOf(one, 'placedOn') !== null)
  const early = textOf(last, 'earlyPermanence') === 'yes' || textOf(enquiry, 'fosteringForAdoption') === 'yes'
  return {
    fosteringForAdoption: early ? 'yes' : (textOf(enquiry, 'fosteringForAdoption') ?? 'not known'),
    matchedOn: dateOf(last, 'matchedOn'),
    placedOn: dateOf(last, 'placedOn'),
    children: placed.length === 0 ? null : placed.length,
    adoptedOn: dateOf(last, 'orderMadeOn'),
  }
}
