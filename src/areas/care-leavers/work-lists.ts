import { narrow, population, subjectsWithBegun, test } from '../../core/counting/define.ts'
import { type WorkList, workList } from '../../core/counting/work-list.ts'
import { Episode } from '../children-in-care/episodes.ts'
import { childrenInCare } from '../children-in-care/populations.ts'
import { whoseWork } from '../organisation/whose-work.ts'
import { advisersAt16, adviserVisits, birthdayRecords, entitlementContacts } from './adviser-clocks.ts'
import { homeRiskAssessments, homeSupervisions, moveOnPlans } from './home-clocks.ts'
import { papers, passports } from './leaving-clocks.ts'
import { hasDied } from './living.ts'
import { pathwayAssessments, pathwayPlans, pathwayReviews, reviewsAfterMove } from './pathway-clocks.ts'
import { adviser, aged, careLeavers } from './populations.ts'
import { eligibility } from './told.ts'

const acts = 'Children Act 1989, sections 23A to 24D and schedule 2, paragraph 19B'

/** In care and old enough for a pathway plan, or nearly. */
const nearlyLeaving = narrow(childrenInCare, {
  key: 'in-care-15-to-17',
  label: 'Children in care aged 15 to 17',
  source: acts,
  include: { '15 to 17': aged(15, 17) },
})

/** Whoever has a plan that has to be reviewed: eligible in care, or a care leaver with an adviser. */
const withPlan = population({
  key: 'with-pathway-plan',
  label: 'Young people with a pathway plan that we keep up',
  source: acts,
  each: subjectsWithBegun(Episode, 'child'),
  include: {
    '16 to 25': aged(16, 25),
    'eligible, or a care leaver with a personal adviser': test([eligibility, adviser], (member) => {
      const { status, careLeaver } = eligibility(member)
      return status === 'eligible' ? true : adviser(member) === undefined ? false : careLeaver
    }),
  },
  exclude: { 'has died': hasDied },
  by: whoseWork,
})

/** Former relevant, 21 to 24, without an adviser. */
const withoutService = population({
  key: 'care-leavers-without-service',
  label: 'Care leavers aged 21 to 24 without a personal adviser',
  source: 'Children Act 1989, section 23CZB',
  each: subjectsWithBegun(Episode, 'child'),
  include: {
    '21 to 24': aged(21, 24),
    'former relevant': test([eligibility], (member) => eligibility(member).status === 'former relevant'),
    'no personal adviser': test([adviser], (member) => adviser(member) === undefined),
  },
  exclude: { 'has died': hasDied },
  by: whoseWork,
})

/** Whoever is in care and nearly 18, and whoever has just left. */
const around18 = population({
  key: 'around-18',
  label: 'Young people who are or were in care, aged 17 and 18',
  source: 'Worked out from Dorset Council, Corporate Parenting dataset, September 2023',
  each: subjectsWithBegun(Episode, 'child'),
  include: { '17 or 18': aged(17, 18) },
  exclude: { 'has died': hasDied },
  by: whoseWork,
})

/** What the service has to do for young people, the gravest first. */
export const workLists: readonly WorkList[] = [
  workList({
    key: 'bed-and-breakfast-risk-assessments',
    label: 'Bed and breakfast without a risk assessment',
    source: homeRiskAssessments.source,
    population: careLeavers,
    timescale: homeRiskAssessments,
  }),
  workList({
    key: 'move-on-plans',
    label: 'Bed and breakfast and emergency beds without a plan to move on',
    source: moveOnPlans.source,
    population: careLeavers,
    timescale: moveOnPlans,
  }),
  workList({
    key: 'unsuitable-home-supervisions',
    label: 'Supervision about unsuitable homes',
    source: homeSupervisions.source,
    population: careLeavers,
    timescale: homeSupervisions,
  }),
  workList({
    key: 'adviser-visits',
    label: 'Visits by personal advisers',
    source: adviserVisits.source,
    population: careLeavers,
    timescale: adviserVisits,
  }),
  workList({
    key: 'pathway-reviews',
    label: 'Reviews of pathway plans',
    source: pathwayReviews.source,
    population: withPlan,
    timescale: pathwayReviews,
  }),
  workList({
    key: 'pathway-reviews-after-moves',
    label: 'Pathway reviews after a move to a home that nobody regulates',
    source: reviewsAfterMove.source,
    population: careLeavers,
    timescale: reviewsAfterMove,
  }),
  workList({
    key: 'pathway-assessments',
    label: 'Needs assessments for pathway plans',
    source: pathwayAssessments.source,
    population: nearlyLeaving,
    timescale: pathwayAssessments,
  }),
  workList({
    key: 'first-pathway-plans',
    label: 'First pathway plans',
    source: pathwayPlans.source,
    population: nearlyLeaving,
    timescale: pathwayPlans,
  }),
  workList({
    key: 'advisers-at-16',
    label: 'Personal advisers from 16',
    source: advisersAt16.source,
    population: nearlyLeaving,
    timescale: advisersAt16,
  }),
  workList({
    key: 'papers-before-18',
    label: 'Papers before 18',
    source: papers.source,
    population: nearlyLeaving,
    timescale: papers,
  }),
  workList({
    key: 'health-passports',
    label: 'Health passports',
    source: passports.source,
    population: around18,
    timescale: passports,
  }),
  workList({
    key: 'care-leaver-birthdays',
    label: 'In touch around birthdays',
    source: birthdayRecords.source,
    population: careLeavers,
    timescale: birthdayRecords,
  }),
  workList({
    key: 'entitlement-contacts',
    label: 'Told once a year what help there is, aged 21 to 24',
    source: entitlementContacts.source,
    population: withoutService,
    timescale: entitlementContacts,
  }),
]
