import { narrow, population, subjectsWithOpen } from '../../core/counting/define.ts'
import { type WorkList, workList } from '../../core/counting/work-list.ts'
import { whoseWork } from '../organisation/whose-work.ts'
import { LibertyAuthorisation } from './liberty.ts'
import { libertyExpiry, libertyReviews } from './liberty-clocks.ts'
import { delegatedAuthority, placementPlanSigned } from './placement-clocks.ts'
import { childrenInCare } from './populations.ts'
import { careReviews, reviewedForAdoption } from './review-clock.ts'
import { siblingsInTouch } from './sibling-figures.ts'
import { careVisits, visitedForAdoption } from './visit-clock.ts'

/** Every child under an authorisation that has not ended, run out or not. */
const deprivedOfLiberty = population({
  key: 'deprived-of-liberty',
  label: 'Children under a deprivation of liberty authorisation',
  source: 'Inherent jurisdiction of the High Court; Mental Capacity Act 2005',
  each: subjectsWithOpen(LibertyAuthorisation, 'child'),
  by: whoseWork,
})

export const workLists: readonly WorkList[] = [
  workList({
    key: 'care-reviews',
    label: 'Reviews of children in care',
    source: 'Care Planning, Placement and Case Review (England) Regulations 2010, regulation 33',
    population: narrow(childrenInCare, {
      key: 'in-care-not-for-adoption',
      label: 'Children in care, but for those whose reviews go by the rules of adoption',
      source: 'Adoption Agencies Regulations 2005, regulation 36',
      exclude: { 'may be placed for adoption, or is': reviewedForAdoption },
    }),
    timescale: careReviews,
  }),
  workList({
    key: 'care-visits',
    label: 'Visits to children in care',
    source: 'Care Planning, Placement and Case Review (England) Regulations 2010, regulation 28',
    population: narrow(childrenInCare, {
      key: 'in-care-not-placed-for-adoption',
      label: 'Children in care, but for those placed for adoption',
      source: 'Adoption Agencies Regulations 2005, regulation 36',
      exclude: { 'is placed for adoption': visitedForAdoption },
    }),
    timescale: careVisits,
  }),
  workList({
    key: 'placement-plans',
    label: 'Placement plans to sign',
    source: 'Care Planning, Placement and Case Review (England) Regulations 2010, regulation 9',
    population: childrenInCare,
    timescale: placementPlanSigned,
  }),
  workList({
    key: 'delegated-authority',
    label: 'Placements without a record of who decides what',
    source: delegatedAuthority.source,
    population: childrenInCare,
    timescale: delegatedAuthority,
  }),
  workList({
    key: 'siblings-apart',
    label: 'Brothers and sisters apart without a plan to keep in touch',
    source: siblingsInTouch.source,
    population: childrenInCare,
    timescale: siblingsInTouch,
  }),
  workList({
    key: 'liberty-expiry',
    label: 'Deprivation of liberty: authorisations that run out',
    source: libertyExpiry.source,
    population: deprivedOfLiberty,
    timescale: libertyExpiry,
  }),
  workList({
    key: 'liberty-reviews',
    label: 'Reviews of deprivation of liberty',
    source: libertyReviews.source,
    population: deprivedOfLiberty,
    timescale: libertyReviews,
  }),
]
