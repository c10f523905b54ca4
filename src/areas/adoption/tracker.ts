import { attribute, factOfDay, narrow, population, subjectsWithBegun, test } from '../../core/counting/define.ts'
import { tracker } from '../../core/counting/tracker.ts'
import { isOpen } from '../../core/counting/work-list.ts'
import { addMonths } from '../../core/dates/plain-date.ts'
import { AdoptionDecision } from '../children-in-care/adoption-plans.ts'
import { childrenInCare } from '../children-in-care/populations.ts'
import { whoseWork } from '../organisation/whose-work.ts'
import { planInForce } from '../permanence/plan-tests.ts'
import { adoptionApplications, laterLifeLetters, lifeStoryBooks } from './clocks-of-placements.ts'
import { adoptionDecisions, adoptionMatches, permanenceReports } from './clocks-of-plans.ts'
import { ChildPermanenceReport } from './finding-a-family.ts'
import { adoptionMilestones } from './milestones.ts'
import { AdoptionApplication } from './orders.ts'
import { adoptionPlanned } from './populations.ts'

const planIsAdoption = narrow(childrenInCare, {
  key: 'children-plan-adoption',
  label: 'Children in care whose plan is adoption',
  source: 'Adoption and Children Act 2002; Ofsted, Annex A, list 10',
  include: {
    'the plan in force is adoption': test([planInForce], (member) => planInForce(member)?.option === 'adoption'),
  },
})

const granted = factOfDay([AdoptionApplication], ({ history }) =>
  history.latest(AdoptionApplication, ({ outcome }) => outcome === 'made'),
)

/** The celebration is looked for so long after the order: of older ones nobody would write it down any more. */
const MONTHS_TO_CELEBRATE = 12

const storyToGive = population({
  key: 'children-adopted-story-to-give',
  label: 'Adopted children whose life story book or later life letter is still to be given',
  source: 'Department for Education, adoption: statutory guidance 2013',
  each: subjectsWithBegun(AdoptionApplication, 'child'),
  include: {
    'adopted, and the celebration, book or letter is to come': test(
      [granted, lifeStoryBooks, laterLifeLetters],
      (member) => {
        const { decidedOn = null, celebratedOn = null } = granted(member) ?? {}
        if (decidedOn === null) return false
        if (celebratedOn === null) return member.asAt < addMonths(decidedOn, MONTHS_TO_CELEBRATE)
        return [lifeStoryBooks, laterLifeLetters].some((clock) =>
          member.history.clocks(clock).some((one) => isOpen(one, member.asAt)),
        )
      },
    ),
  },
  by: whoseWork,
})

const AFTER = 'Adopted: the story is still to be given'
const BEFORE = 'Waiting for the decision'
const STAGES: Readonly<Record<string, string>> = {
  authority: 'Waiting for a placement order or consent',
  match: 'Waiting for a match',
  placement: 'Matched, not placed yet',
  application: 'Placed, application still to come',
  order: 'Waiting for the adoption order',
}

const stage = factOfDay([granted, adoptionMilestones], (member) => {
  if (granted(member) !== undefined) return AFTER
  const at = member.history.clocks(adoptionMilestones).findLast((one) => isOpen(one, member.asAt))?.run.sort
  return at === undefined ? BEFORE : (STAGES[at] ?? BEFORE)
})

const decided = factOfDay(
  [AdoptionDecision],
  ({ history }) => history.open(AdoptionDecision).at(-1)?.decidedOn ?? undefined,
)
const reported = factOfDay(
  [ChildPermanenceReport],
  ({ history }) => history.latest(ChildPermanenceReport)?.completedOn ?? undefined,
)

/** One milestone of the way, and the clock that asks for the same besides. */
const milestone = (sort: string) => ({ timescale: adoptionMilestones, sorts: [sort] })

/** Every child whose plan is adoption, from the plan to the letter for later life. */
export const adoptionTracker = tracker({
  key: 'adoption',
  label: 'Adoption tracker',
  source: 'Department for Education, adoption: statutory guidance 2013; Adoption Agencies Regulations 2005',
  populations: [adoptionPlanned, planIsAdoption, storyToGive],
  groupedBy: attribute('Stage', [stage], stage, { order: [BEFORE, ...Object.values(STAGES), AFTER] }),
  inOrder: true,
  steps: [
    { key: 'report', label: 'Permanence report', clocks: [{ timescale: permanenceReports }], takenOn: reported },
    {
      key: 'decision',
      label: 'Decision',
      whose: 'Decision-maker',
      clocks: [{ timescale: adoptionDecisions }],
      takenOn: decided,
    },
    { key: 'authority', label: 'Placement order', whose: 'Court', clocks: [milestone('authority')] },
    {
      key: 'match',
      label: 'Match',
      whose: 'Adoption service',
      clocks: [milestone('match'), { timescale: adoptionMatches }],
    },
    { key: 'placement', label: 'Placed', whose: 'Adoption service', clocks: [milestone('placement')] },
    {
      key: 'application',
      label: 'Application',
      whose: 'Adopters',
      clocks: [milestone('application'), { timescale: adoptionApplications }],
    },
    { key: 'order', label: 'Adoption order', whose: 'Court', clocks: [milestone('order')] },
    {
      key: 'celebration',
      label: 'Celebration',
      takenOn: factOfDay([granted], (member) => granted(member)?.celebratedOn ?? undefined),
    },
    { key: 'book', label: 'Life story book', clocks: [{ timescale: lifeStoryBooks }] },
    { key: 'letter', label: 'Later life letter', clocks: [{ timescale: laterLifeLetters }] },
  ],
})
