import { attribute, fact, type Member, test } from '../../core/counting/define.ts'
import { tracker } from '../../core/counting/tracker.ts'
import { labelOf } from '../../core/definitions/code-list.ts'
import { currentPeriod } from '../children-in-care/care-facts.ts'
import { childrenInCare } from '../children-in-care/populations.ts'
import { inPreProceedings, inProceedings } from '../court/populations.ts'
import { preProceedingsEnd } from '../court/pre-proceedings-clocks.ts'
import { isInPreProceedings, isInProceedings, stepsOfCourt } from '../court/steps.ts'
import { weekInCourt } from '../court/tracker.ts'
import { permanenceAchieved, permanencePlanAgreed, permanencePlanReviews } from './clocks.ts'
import { planInForce } from './plan-tests.ts'
import { PermanenceOption } from './records.ts'

const inCare = test([currentPeriod], (member) => currentPeriod(member) !== undefined)

const NO_PLAN = 'No plan yet'
const AT_HOME = 'To stay with family'
/** A child who is not in care is to stay at home, or with family, unless a plan says otherwise. */
const ROUTES = [NO_PLAN, AT_HOME, ...Object.keys(PermanenceOption.codes).map((code) => labelOf(PermanenceOption, code))]

const route = fact([planInForce, inCare], (member: Member) => {
  const option = planInForce(member)?.option ?? null
  if (option !== null) return labelOf(PermanenceOption, option)
  return inCare.ask(member) === true ? NO_PLAN : AT_HOME
})

const STAGES = [
  'Pre-proceedings, not in care',
  'Care proceedings, not in care',
  'In care, in pre-proceedings',
  'In care, in care proceedings',
  'In care',
] as const

const stage = fact([inCare, isInProceedings, isInPreProceedings], (member: Member): (typeof STAGES)[number] => {
  const isCared = inCare.ask(member) === true
  if (isInProceedings.ask(member) === true)
    return isCared ? 'In care, in care proceedings' : 'Care proceedings, not in care'
  if (isInPreProceedings.ask(member) === true)
    return isCared ? 'In care, in pre-proceedings' : 'Pre-proceedings, not in care'
  return 'In care'
})

/** Every child in pre-proceedings, proceedings or care, by the home that is meant to last. */
export const permanenceTracker = tracker({
  key: 'permanence',
  label: 'Permanence tracker',
  source:
    'Department for Education, the Children Act 1989 guidance and regulations, volume 2: care planning, placement and case review; Children Act 1989, section 32',
  populations: [childrenInCare, inProceedings, inPreProceedings],
  groupedBy: attribute('Route', [route], route, { order: ROUTES }),
  alsoBy: attribute('Where it stands', [stage], stage, { order: STAGES }),
  note: weekInCourt,
  steps: [
    {
      key: 'pre-proceedings',
      label: 'Pre-proceedings over',
      clocks: [{ timescale: preProceedingsEnd }],
      asked: isInPreProceedings,
    },
    ...stepsOfCourt,
    { key: 'plan', label: 'Plan agreed', clocks: [{ timescale: permanencePlanAgreed }], asked: inCare },
    { key: 'review', label: 'Plan looked at again', clocks: [{ timescale: permanencePlanReviews }], asked: inCare },
    { key: 'home', label: 'Next step to that home', clocks: [{ timescale: permanenceAchieved }], asked: inCare },
  ],
})
