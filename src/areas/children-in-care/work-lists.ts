import { population, subjectsWithOpen } from '../../core/counting/define.ts'
import { type WorkList, workList } from '../../core/counting/work-list.ts'
import { whoseWork } from '../organisation/whose-work.ts'
import { LibertyAuthorisation } from './liberty.ts'
import { libertyExpiry, libertyReviews } from './liberty-clocks.ts'
import { placementPlanSigned } from './placement-clocks.ts'
import { childrenInCare } from './populations.ts'
import { siblingsInTouch } from './sibling-figures.ts'
import { careReviews } from './timescales.ts'
import { careVisits } from './visit-clock.ts'

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
    population: childrenInCare,
    timescale: careReviews,
  }),
  workList({
    key: 'care-visits',
    label: 'Visits to children in care',
    source: 'Care Planning, Placement and Case Review (England) Regulations 2010, regulation 28',
    population: childrenInCare,
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
