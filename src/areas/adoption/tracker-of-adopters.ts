import {
  attribute,
  fact,
  factOfDay,
  type Member,
  population,
  subjectsWithBegun,
  test,
} from '../../core/counting/define.ts'
import { tracker } from '../../core/counting/tracker.ts'
import { shortText } from '../../core/dates/plain-date.ts'
import { whoseHousehold } from '../organisation/whose-work.ts'
import { AdopterEnquiry, AdopterStage, SuitabilityDecision } from './adopter-records.ts'
import { STANDINGS, standing } from './adopters-standing.ts'
import {
  adopterStages,
  approvalReviews,
  betweenStages,
  decisionsOnAdopters,
  enquiriesAnswered,
  enquiriesFollowedUp,
  registrationsAnswered,
} from './clocks-of-adopters.ts'
import { AdoptiveFamily } from './finding-a-family.ts'
import { anotherAuthoritys } from './populations.ts'

const onTheWay = test([standing], (member) => standing(member).label !== 'No longer on the way')

/** Households with a record of a type who are on the way, or approved. */
const householdsWith = (type: typeof AdopterEnquiry | typeof AdopterStage | typeof SuitabilityDecision) =>
  population({
    key: `adopters-on-the-way-${type.key}`,
    label: 'Households who want to adopt',
    source: 'Adoption Agencies Regulations 2005, part 4',
    each: subjectsWithBegun(type, 'household'),
    include: { 'on the way, or approved': onTheWay },
    exclude: { 'another authority’s household': anotherAuthoritys },
    by: whoseHousehold,
  })

const family = factOfDay([AdoptiveFamily], ({ history }) => history.open(AdoptiveFamily).at(-1))

const since = fact([standing], (member: Member) => {
  const day = standing(member).since
  return day === null ? undefined : `Since ${shortText(day)}`
})

/** Every household that wants to adopt, from the enquiry to a child. */
export const adoptersTracker = tracker({
  key: 'adopters',
  label: 'Adopters tracker',
  source: 'Adoption Agencies Regulations 2005, part 4; Ofsted, Annex A, list 11',
  populations: [householdsWith(SuitabilityDecision), householdsWith(AdopterStage), householdsWith(AdopterEnquiry)],
  groupedBy: attribute('Stage', [standing], (member) => standing(member).label, { order: STANDINGS }),
  note: since,
  inOrder: true,
  steps: [
    { key: 'information', label: 'Information sent', clocks: [{ timescale: enquiriesAnswered }] },
    { key: 'follow-up', label: 'Visited or rung', clocks: [{ timescale: enquiriesFollowedUp }] },
    { key: 'registration', label: 'Interest answered', clocks: [{ timescale: registrationsAnswered }] },
    { key: 'stage-one', label: 'Stage 1', clocks: [{ timescale: adopterStages, sorts: ['one'] }] },
    { key: 'between', label: 'Begins Stage 2', whose: 'Household', clocks: [{ timescale: betweenStages }] },
    {
      key: 'approval',
      label: 'Decision',
      whose: 'Decision-maker',
      clocks: [{ timescale: adopterStages, sorts: ['two', 'fast-track'] }, { timescale: decisionsOnAdopters }],
    },
    { key: 'review', label: 'Approval reviewed', clocks: [{ timescale: approvalReviews }] },
    {
      key: 'match',
      label: 'Matched',
      takenOn: factOfDay([family], (member) => family(member)?.matchedOn ?? undefined),
    },
    {
      key: 'placed',
      label: 'Child placed',
      takenOn: factOfDay([family], (member) => family(member)?.placedOn ?? undefined),
    },
  ],
})
