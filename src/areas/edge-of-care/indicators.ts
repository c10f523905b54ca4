import {
  attribute,
  factOfDay,
  population,
  type RecordMember,
  recordsDated,
  subjectsWithOpen,
  test,
} from '../../core/counting/define.ts'
import { addMonths, type PlainDate } from '../../core/dates/plain-date.ts'
import { type Indicator, indicator } from '../../core/definitions/indicator.ts'
import { allPeriods } from '../children-in-care/care-facts.ts'
import { inCareOn } from '../children-in-care/in-care.ts'
import { whoseWork } from '../organisation/whose-work.ts'
import { aboutTheChild } from '../people/about-the-child.ts'
import { EdgeOfCareWork, ReasonForOutreach } from './edge-of-care-records.ts'

const source = 'Local; Children Act 1989, Schedule 2, paragraph 7 (to reduce the need for care)'

const work = factOfDay([EdgeOfCareWork], ({ history }) => history.open(EdgeOfCareWork).at(-1))
const by = { ...aboutTheChild, ...whoseWork }

export const childrenHelped = population({
  key: 'edge-of-care-now',
  label: 'Children with whom edge of care work goes on',
  source,
  each: subjectsWithOpen(EdgeOfCareWork, 'child'),
  by: { ...by, reason: attribute('Why', [work], (member) => work(member)?.reason, { codes: ReasonForOutreach }) },
})

type OfWork = RecordMember<typeof EdgeOfCareWork>

/** Whether the child was out of care on a day; short breaks are not care. */
const atHomeOn = (member: OfWork, day: PlainDate) => {
  const inCare = inCareOn(allPeriods(member), day)
  return inCare === 'not known' ? undefined : inCare !== 'yes'
}

const outOfCareAtTheEnd = test([allPeriods], (member: OfWork) =>
  member.record.endedOn === null ? undefined : atHomeOn(member, member.record.endedOn),
)

/** Never in care on any day of the six months, and not on the last: coming in and going home again is not staying at home. */
const outOfCareSixMonths = test([allPeriods], (member: OfWork) => {
  const { endedOn } = member.record
  if (endedOn === null) return undefined
  const last = addMonths(endedOn, 6)
  if (allPeriods(member).some(({ kind, startedOn }) => kind === 'care' && startedOn >= endedOn && startedOn <= last))
    return false
  return atHomeOn(member, last)
})

const taken = test([EdgeOfCareWork], ({ record }: OfWork) => record.startedOn !== null)

const inCareAtTheStart = test([allPeriods], (member: OfWork) => {
  const { startedOn, reason } = member.record
  if (reason === 'placement') return true
  return startedOn !== null && reason !== 'return' && inCareOn(allPeriods(member), startedOn) === 'yes'
})

const endedWork = population({
  key: 'edge-of-care-ended',
  label: 'Edge of care work that ended',
  source,
  each: recordsDated(EdgeOfCareWork, 'child', 'endedOn'),
  include: { 'outreach saw the child': taken },
  exclude: { 'in care already, to keep a placement': inCareAtTheStart },
  by,
})

export const edgeOfCare: readonly Indicator[] = [
  indicator({
    key: 'edge-of-care-children',
    label: 'Children at the edge of care whom we work with',
    unit: 'count',
    goodIs: 'neither',
    covers: 'at the end',
    status: 'to be confirmed',
    question: 'Which services count as edge of care work? We count what is recorded as such.',
    who: 'Children with whom edge of care work has been asked for and goes on, on the last day of the period, each counted once.',
    notKnown: 'Cannot arise: the day on which it was asked for is always recorded.',
    source,
    counts: { population: childrenHelped, whenNotKnown: 'stays' },
  }),
  indicator({
    key: 'edge-of-care-at-home-at-the-end',
    label: 'Stayed at home',
    unit: 'per cent',
    goodIs: 'high',
    covers: 'rolling 12 months',
    status: 'to be confirmed',
    question: 'On which day is it asked whether the child stayed at home? We ask on the day the work ended.',
    who: 'Pieces of edge of care work that ended in the 12 months up to the last day of the period and in which outreach saw the child. Work to keep a placement from breaking down is left out.',
    countedIf: 'The child was not in care on the day on which the work ended.',
    notKnown: 'A child whose time in care breaks off in the record stays in the total and is not counted.',
    source,
    notes: ['Whether the child is in care is read from the episodes of care.', 'Short breaks are not care.'],
    counts: {
      population: endedWork,
      counted: { 'not in care at the end of the work': outOfCareAtTheEnd },
      whenNotKnown: 'stays',
    },
  }),
  indicator({
    key: 'edge-of-care-at-home-six-months-on',
    label: 'Still at home six months on',
    unit: 'per cent',
    goodIs: 'high',
    covers: 'the cohort of the period',
    ripeAfter: '6 months',
    status: 'to be confirmed',
    question: 'For how long must a child stay out of care for the work to have helped? We ask for six months.',
    who: 'Pieces of edge of care work that ended in the period and in which outreach saw the child. Work to keep a placement from breaking down is left out.',
    countedIf: 'The child was not in care on any day of the six months after the work ended.',
    notKnown: 'A child whose time in care breaks off in the record stays in the total and is not counted.',
    source,
    notes: ['It stands under the month in which the work ended and is final six months later.'],
    counts: {
      population: endedWork,
      counted: { 'not in care in the six months after': outOfCareSixMonths },
      whenNotKnown: 'stays',
    },
  }),
]
