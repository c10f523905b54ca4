import { factOfDay, opposite, population, subjectsWithBegun, test } from '../../core/counting/define.ts'
import { needTest, type WorkList, workList } from '../../core/counting/work-list.ts'
import { shortText } from '../../core/dates/plain-date.ts'
import { type CodeList, labelOf } from '../../core/definitions/code-list.ts'
import { InTouch } from '../children-in-care/care-leavers.ts'
import { ActivityOfCareLeaver, HomeOfCareLeaver } from '../children-in-care/codes-of-care-leavers.ts'
import { Episode } from '../children-in-care/episodes.ts'
import { whoseWork } from '../organisation/whose-work.ts'
import { CareLeaverActivity, WhyNone } from './activities.ts'
import { CareLeaverContact } from './contact.ts'
import { CareLeaverHome, WhyUnsuitable } from './homes.ts'
import { activity, hasDied, home, inEducationOrWork, inTouch, inUnsuitableHome, lastAnswer } from './living.ts'
import { isEmergency } from './moves.ts'
import { PathwayPlan } from './pathway.ts'
import { adviser, aged, careLeavers } from './populations.ts'
import { eligibility } from './told.ts'

// Who needs somebody now because something is so, not because a day has come: who is not in touch, lives where it does not suit, has neither work nor school.

const labels = (list: CodeList, codes: readonly string[]) => codes.map((code) => labelOf(list, code).toLowerCase())
const sentence = (...parts: readonly (string | undefined)[]) => {
  const said = parts.filter((part) => part !== undefined && part !== '')
  return said.length === 0 ? undefined : said.join('; ')
}

const lastInTouch = factOfDay([CareLeaverContact], ({ history }) =>
  history.all(CareLeaverContact).findLast(({ answer }) => answer === 'YES'),
)

const notInTouch = needTest('not in touch', opposite(inTouch), {
  why: factOfDay([lastAnswer], (member) => {
    const answer = lastAnswer(member)
    return answer === undefined || answer === null ? 'no contact is on record' : labelOf(InTouch, answer).toLowerCase()
  }),
  since: factOfDay([lastInTouch], (member) => lastInTouch(member)?.contactedOn ?? undefined),
})

const unsuitable = needTest('a home that does not suit', inUnsuitableHome, {
  why: factOfDay([home], (member) => {
    const { kind = null, whyNot = [] } = home(member) ?? {}
    // That it is bed and breakfast is said by what kind of home it is.
    const reasons = kind === null ? whyNot : whyNot.filter((reason) => reason !== 'bed-and-breakfast')
    return sentence(
      kind === null ? undefined : labelOf(HomeOfCareLeaver, kind).toLowerCase(),
      ...labels(WhyUnsuitable, reasons),
    )
  }),
  since: factOfDay([home], (member) => home(member)?.since),
  gravity: factOfDay([home], (member) => (['S', 'V', 'W'].includes(home(member)?.kind ?? '') ? 1 : 0)),
})

const open = factOfDay([CareLeaverActivity], ({ history }) =>
  history.all(CareLeaverActivity).findLast(({ endedOn }) => endedOn === null),
)

const inNeither = needTest('in no education, work or training', opposite(inEducationOrWork), {
  why: factOfDay([activity, open], (member) => {
    const code = activity(member)
    const reasons = labels(WhyNone, open(member)?.whyNone ?? [])
    if (reasons.length > 0) return sentence(...reasons)
    return code === undefined || code === 'ended'
      ? 'what they did before has ended'
      : labelOf(ActivityOfCareLeaver, code).toLowerCase()
  }),
  since: factOfDay([open], (member) => open(member)?.startedOn ?? undefined),
})

const openHome = factOfDay([CareLeaverHome], ({ history }) =>
  history.all(CareLeaverHome).findLast(({ endedOn }) => endedOn === null),
)

/** Bed and breakfast and emergency beds need a manager who agreed and a plan of moving on, from the first day. */
const missingOfEmergency = factOfDay([openHome], (member) => {
  const now = openHome(member)
  if (now === undefined || !isEmergency(now)) return []
  return [
    ...(now.agreedBy === null ? ['no manager is named who agreed'] : []),
    ...(now.exitPlan === null ? ['no plan of moving on'] : []),
  ]
})

/** Everybody who is there, with the days: what is agreed and planned does not make it a home. */
const inEmergencyHome = needTest(
  'in bed and breakfast or an emergency bed',
  test([openHome], (member) => {
    const now = openHome(member)
    return now !== undefined && isEmergency(now)
  }),
  {
    why: factOfDay([openHome], (member) => {
      const { exitPlan = null, moveOnBy = null } = openHome(member) ?? {}
      if (moveOnBy !== null) return `to move on by ${shortText(moveOnBy)}`
      return exitPlan === null ? 'no plan of moving on' : 'a plan of moving on without a day'
    }),
    since: factOfDay([openHome], (member) => openHome(member)?.startedOn ?? undefined),
  },
)

const emergency = needTest(
  'in bed and breakfast or an emergency bed without agreement or plan',
  test([missingOfEmergency], (member) => missingOfEmergency(member).length > 0),
  {
    why: factOfDay([missingOfEmergency], (member) => sentence(...missingOfEmergency(member))),
    since: factOfDay([openHome], (member) => openHome(member)?.startedOn ?? undefined),
  },
)

const lastPlan = factOfDay([PathwayPlan], ({ history }) => history.latest(PathwayPlan))

const planIncomplete = needTest(
  'the pathway plan says nothing of interests and talents',
  test([lastPlan], (member) => {
    const plan = lastPlan(member)
    return plan !== undefined && plan.interests === null
  }),
  { since: factOfDay([lastPlan], (member) => lastPlan(member)?.madeOn ?? undefined) },
)

/** What of their life the record cannot say. */
const unknownOf = factOfDay([lastAnswer, home, activity], (member) => [
  ...(lastAnswer(member) === undefined ? ['whether we are in touch'] : []),
  ...(home(member) === undefined ? ['where they live'] : []),
  ...(home(member) !== undefined && home(member)?.suitable === undefined ? ['whether their home suits them'] : []),
  ...(activity(member) === undefined ? ['what they do'] : []),
])

const notKnown = needTest(
  'not on record',
  test([unknownOf], (member) => unknownOf(member).length > 0),
  { why: factOfDay([unknownOf], (member) => sentence(...unknownOf(member))) },
)

/** Owed an adviser by law until 21: relevant, and former relevant. */
const owedAnAdviser = population({
  key: 'care-leavers-16-20',
  label: 'Relevant and former relevant care leavers, 16 to 20',
  source: 'Children Act 1989, sections 23B(2) and 23C(3)',
  each: subjectsWithBegun(Episode, 'child'),
  include: {
    '16 to 20': aged(16, 20),
    'relevant or former relevant': test([eligibility], (member) => {
      const { status } = eligibility(member)
      return status === 'not known' ? undefined : status === 'relevant' || status === 'former relevant'
    }),
  },
  exclude: { 'has died': hasDied },
  by: whoseWork,
})

const withoutAdviser = needTest(
  'without a personal adviser',
  test([adviser], (member) => adviser(member) === undefined),
  { why: factOfDay([eligibility], (member) => eligibility(member).status) },
)

export const needs: readonly WorkList[] = [
  workList({
    key: 'care-leavers-unsuitable-homes',
    label: 'Homes that do not suit',
    source: 'Care Leavers (England) Regulations 2010, regulation 9',
    population: careLeavers,
    test: unsuitable,
  }),
  workList({
    key: 'care-leavers-in-emergency-homes',
    label: 'In bed and breakfast or an emergency bed',
    source:
      'Care Leavers (England) Regulations 2010, regulation 9; statutory guidance: bed and breakfast is not suitable',
    population: careLeavers,
    test: inEmergencyHome,
  }),
  workList({
    key: 'care-leavers-emergency-homes',
    label: 'Bed and breakfast without agreement or a plan of moving on',
    source: 'Local standard: Dorset Council, moves into emergency accommodation are agreed by a manager',
    population: careLeavers,
    test: emergency,
  }),
  workList({
    key: 'care-leavers-not-in-touch',
    label: 'Not in touch',
    source: 'Children Act 1989, section 23C(2)',
    population: careLeavers,
    test: notInTouch,
  }),
  workList({
    key: 'care-leavers-neet',
    label: 'In no education, work or training',
    source: 'Children Act 1989, section 23C(4)',
    population: careLeavers,
    test: inNeither,
  }),
  workList({
    key: 'care-leavers-without-adviser',
    label: 'Care leavers under 21 without a personal adviser',
    source: 'Children Act 1989, sections 23B(2) and 23C(3)',
    population: owedAnAdviser,
    test: withoutAdviser,
  }),
  workList({
    key: 'pathway-plans-incomplete',
    label: 'Pathway plans without interests and talents',
    source: 'Local: Dorset Council, audit of pathway plans; Care Leavers (England) Regulations 2010, schedule 1',
    population: careLeavers,
    test: planIncomplete,
  }),
  workList({
    key: 'care-leavers-not-known',
    label: 'Errors of data: contact, home or activity missing',
    source: 'DfE SSDA903, care leavers; Ofsted, Annex A, list 9',
    population: careLeavers,
    test: notKnown,
    ofData: true,
  }),
]
