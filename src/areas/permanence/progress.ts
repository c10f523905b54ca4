import { fact, narrow, population, subjectsWithOpen, test } from '../../core/counting/define.ts'
import { addMonths } from '../../core/dates/plain-date.ts'
import { type Indicator, indicator } from '../../core/definitions/indicator.ts'
import { allPeriods, periodBegun, periodEnded } from '../children-in-care/care-facts.ts'
import { childrenInCare, leftCareThen, startedCare } from '../children-in-care/populations.ts'
import { whoseWork } from '../organisation/whose-work.ts'
import { aboutTheChild } from '../people/about-the-child.ts'
import { guardianshipSupport, permanenceAchieved, permanencePlanAgreed, permanencePlanReviews } from './clocks.ts'
import { GuardianshipSupportPlan } from './guardianship.ts'
import { planInForce } from './plan-tests.ts'
import { permanenceStandards } from './standards.ts'

const guidance =
  'Department for Education, the Children Act 1989 guidance and regulations, volume 2: care planning, placement and case review'

/** The clock of the first plan of the period of care that began in the days looked at. */
const firstPlan = fact([periodBegun, permanencePlanAgreed], (member) => {
  const began = periodBegun(member)?.startedOn
  return member.history.clocks(permanencePlanAgreed).find(({ run }) => run.from === began)
})

const cameForFourMonths = narrow(startedCare, {
  key: 'started-care-4-months',
  label: 'Children who came into care and stayed for four months',
  source: guidance,
  exclude: {
    'left again before four months': test([periodBegun, firstPlan], (member) => {
      const [endedOn, due] = [periodBegun(member)?.endedOn ?? null, firstPlan(member)?.due ?? null]
      return endedOn !== null && due !== null && endedOn < due
    }),
  },
})

const withPlan = narrow(childrenInCare, {
  key: 'in-care-with-plan',
  label: 'Children in care with a permanence plan',
  source: guidance,
  include: { 'a completed plan is in force': test([planInForce], (member) => planInForce(member) !== undefined) },
})

const wentHome = narrow(leftCareThen, {
  key: 'left-care-for-home',
  label: 'Children who went home from care',
  source: 'DfE SSDA903, episodes (REC E4A and E4B)',
  include: {
    'went home': test([periodEnded], (member) => {
      const reason = periodEnded(member)?.reasonEnded ?? null
      return reason === null ? undefined : ['E4A', 'E4B'].includes(reason)
    }),
  },
})

const cameBack = test([allPeriods, periodEnded], (member) => {
  const left = periodEnded(member)?.endedOn ?? null
  if (left === null) return undefined
  const until = addMonths(left, 6)
  const back = allPeriods(member).find(
    ({ kind, startedOn }) => kind === 'care' && startedOn > left && startedOn <= until,
  )
  if (back === undefined) return member.asAt < until ? undefined : false
  member.history.becauseOf(back.episodes.slice(0, 1))
  return true
})

export const paidRegularly = population({
  key: 'guardianship-paid-regularly',
  label: 'Children whose special guardians are paid regularly',
  source: 'Special Guardianship Regulations 2005, regulation 18',
  each: subjectsWithOpen(GuardianshipSupportPlan, 'child'),
  include: {
    'money is paid regularly': test(
      [GuardianshipSupportPlan],
      ({ history }) =>
        history.open(GuardianshipSupportPlan, ({ services }) => services?.includes('money') === true).length > 0,
    ),
  },
  by: { ...aboutTheChild, ...whoseWork },
})

/** Whether plans are made in time, move, are looked at, and last. */
export const progress: readonly Indicator[] = [
  indicator({
    key: 'permanence-plan-in-time',
    label: 'Permanence plan agreed within four months',
    unit: 'per cent',
    goodIs: 'high',
    covers: 'the cohort of the period',
    ripeAfter: '4 months',
    status: 'stated',
    who: 'Children who came into care during the period and did not leave again within four months. Short breaks are left out.',
    countedIf: 'A plan for permanence was agreed within four months of coming into care.',
    notKnown:
      'No plan on record when four months are over counts as none agreed; until then the child is not in the share.',
    source: permanenceStandards.plan.source,
    notes: [
      'The figure belongs to the month in which the children came into care, and is complete four months after it.',
      'The share of children with a plan asks something else: a plan agreed late counts there from then on, and never here.',
    ],
    counts: {
      population: cameForFourMonths,
      counted: {
        'agreed within four months': test([firstPlan], (member) => {
          const state = firstPlan(member)?.state
          return state === undefined || state === 'not known' || state === 'due' ? undefined : state === 'in time'
        }),
      },
      whenNotKnown: 'leaves',
    },
  }),
  indicator({
    key: 'permanence-plans-on-track',
    label: 'Permanence plans on track',
    unit: 'per cent',
    goodIs: 'high',
    covers: 'at the end',
    status: 'stated',
    who: 'Children in care on the last day of the period who have a completed plan for permanence. Short breaks are left out.',
    countedIf: 'The plan is achieved, or the day by which it names its next step or its end has not passed.',
    notKnown: 'A plan that names no day counts as on track for six months from the day it was agreed.',
    source: `${guidance}; ${permanenceStandards.undated.source}`,
    notes: ['A parallel plan is not asked about.'],
    counts: {
      population: withPlan,
      counted: {
        'nothing in the plan is overdue': test([permanenceAchieved], ({ history }) =>
          history.clocks(permanenceAchieved).every(({ state }) => state !== 'overdue'),
        ),
      },
      whenNotKnown: 'stays',
    },
  }),
  indicator({
    key: 'permanence-plan-reviews-up-to-date',
    label: 'Permanence plans reviewed in time',
    unit: 'per cent',
    goodIs: 'high',
    covers: 'at the end',
    status: 'stated',
    who: 'Children in care on the last day of the period who have a completed plan for permanence. Short breaks are left out.',
    countedIf: 'No review of the plan was overdue on that day; a plan that is achieved needs none.',
    notKnown: 'A review that is not recorded was not held.',
    source: permanenceStandards.review.source,
    counts: {
      population: withPlan,
      counted: {
        'no review of the plan is overdue': test([permanencePlanReviews], ({ history }) =>
          history.clocks(permanencePlanReviews).every(({ state }) => state !== 'overdue'),
        ),
      },
      whenNotKnown: 'stays',
    },
  }),
  indicator({
    key: 'permanence-came-back-after-home',
    label: 'Came back into care within six months of going home',
    unit: 'per cent',
    goodIs: 'low',
    covers: 'the cohort of the period',
    ripeAfter: '6 months',
    status: 'stated',
    who: 'Children who left care during the period to go home to parents, relatives or others with parental responsibility.',
    countedIf: 'They came into care again within six months of the day on which they left.',
    notKnown:
      'A child of whom it is too early to say is not in the share yet. One whose reason for leaving is not recorded is shown beside the figure.',
    source: 'Local: how often going home breaks down; DfE SSDA903, episodes',
    notes: ['The figure belongs to the month in which the children went home, and is complete six months after it.'],
    counts: {
      population: wentHome,
      counted: { 'came back into care within six months': cameBack },
      whenNotKnown: 'leaves',
    },
  }),
  indicator({
    key: 'guardianship-support-reviewed',
    label: 'Special guardianship support reviewed in the year',
    unit: 'per cent',
    goodIs: 'high',
    covers: 'at the end',
    status: 'national',
    who: 'Children whose special guardians are paid regularly on the last day of the period.',
    countedIf: 'No yearly review of that support was overdue on that day.',
    notKnown: 'A review that is not recorded was not held.',
    source: 'Special Guardianship Regulations 2005, regulation 18',
    counts: {
      population: paidRegularly,
      counted: {
        'no review of the support is overdue': test([guardianshipSupport], ({ history }) =>
          history.clocks(guardianshipSupport).every(({ state }) => state !== 'overdue'),
        ),
      },
      whenNotKnown: 'stays',
    },
  }),
]
