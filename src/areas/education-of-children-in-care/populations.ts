import type { Timescale } from '../../core/counting/chronology.ts'
import {
  attribute,
  narrow,
  type Population,
  population,
  type RecordMember,
  recordsDated,
  test,
} from '../../core/counting/define.ts'
import { later } from '../../core/dates/earlier-later.ts'
import { allPeriods, currentPeriod, periodBegun } from '../children-in-care/care-facts.ts'
import { inCareOn } from '../children-in-care/in-care.ts'
import { childrenInCare, startedCare } from '../children-in-care/populations.ts'
import { whoseWork } from '../organisation/whose-work.ts'
import { aboutTheChild, birthDate } from '../people/about-the-child.ts'
import { whoseOfVirtualSchool } from './advisers.ts'
import { Activity } from './after-school.ts'
import { activity, mainSchool, withEhcPlan } from './education-facts.ts'
import { SchoolEnrolment, SchoolLocation } from './enrolments.ts'
import { Suspension } from './exclusions.ts'
import { isSameSchool } from './of-schools.ts'
import { firstPlanCompleted, isLongEnough } from './plan-timescales.ts'
import {
  pastSchoolAge,
  phaseOf,
  phases,
  planAgeFrom,
  receptionToYear11,
  schoolYear,
  yearLabel,
  yearLabels,
  years12And13,
} from './school-age.ts'

const source =
  'Department for Education, promoting the education of looked-after children and previously looked-after children'

/** What figures about children in care at school can be broken down by, beside what all figures about children in care can. */
const atSchool = {
  schoolYear: attribute('School year', [schoolYear], (member) => yearLabel(schoolYear(member)), { order: yearLabels }),
  phase: attribute('Phase', [schoolYear], (member) => phaseOf(schoolYear(member)), { order: phases }),
  ...whoseOfVirtualSchool,
  schoolLocation: attribute('School in or out of the area', [mainSchool], (member) => mainSchool(member)?.location, {
    codes: SchoolLocation,
  }),
  ehcPlan: attribute('Education, health and care plan', [withEhcPlan], (member) =>
    withEhcPlan.ask(member) ? 'Yes' : 'No',
  ),
} as const

const withMore = (narrowed: Population, by: Population['by']): Population => ({
  ...narrowed,
  by: { ...narrowed.by, ...by },
})

export const schoolAgeInCare = withMore(
  narrow(childrenInCare, {
    key: 'in-care-school-age',
    label: 'Children in care in reception to year 11',
    source: 'Department for Education, children looked after in England: methodology',
    include: { 'in reception to year 11, by their age on 31 August': receptionToYear11 },
  }),
  atSchool,
)

/** Who ought to be on a roll: whoever has left year 11, from the last Friday in June, ought not. */
export const compulsoryAgeInCare = withMore(
  narrow(schoolAgeInCare, {
    key: 'in-care-before-leaving-school',
    label: 'Children in care in reception to year 11 who have not left year 11',
    source: 'Education Act 1996, section 8; Education (School Leaving Date) Order 1997',
    exclude: { 'past the school leaving date': pastSchoolAge },
  }),
  atSchool,
)

export const years12And13InCare = withMore(
  narrow(childrenInCare, {
    key: 'in-care-years-12-and-13',
    label: 'Children in care in years 12 and 13',
    source: 'Education and Skills Act 2008, section 2',
    include: { 'in year 12 or 13, by their age on 31 August': years12And13 },
  }),
  { ...atSchool, activity: attribute('Main activity', [activity], activity, { codes: Activity }) },
)

const oldEnoughForPlan = test([birthDate], (member) => {
  const bornOn = birthDate(member)
  return bornOn === null ? undefined : planAgeFrom(bornOn) <= member.asAt
})

const longEnoughInTerm = test([allPeriods, currentPeriod], (member) => {
  const period = currentPeriod(member)
  // Whether the child is in care is asked before: here it is no, or it is not known and so is for how long.
  if (period === undefined) return undefined
  const from = later(period.startedOn, member.from)
  return isLongEnough(member.history, from, member)
})

/** In care at the end of a term, or on the day while it runs. */
export const dueATermlyPlan = withMore(
  narrow(childrenInCare, {
    key: 'due-a-termly-plan',
    label: 'Children in care who are due an education plan in the term',
    source,
    include: {
      'old enough for a plan (from the term after the third birthday)': oldEnoughForPlan,
      'in care for at least 10 working days of the term': longEnoughInTerm,
    },
  }),
  atSchool,
)

/** On any day. */
export const ofPlanAge = withMore(
  narrow(childrenInCare, {
    key: 'in-care-of-plan-age',
    label: 'Children in care who are old enough for an education plan',
    source,
    include: { 'old enough for a plan (from the term after the third birthday)': oldEnoughForPlan },
  }),
  atSchool,
)

const oldEnoughOnComing = test([periodBegun, birthDate], (member) => {
  const [bornOn, began] = [birthDate(member), periodBegun(member)?.startedOn]
  return bornOn === null || began === undefined ? undefined : planAgeFrom(bornOn) <= began
})

const leftBeforeDay20 = test([periodBegun, firstPlanCompleted], (member) => {
  const period = periodBegun(member)
  const endedOn = period?.endedOn ?? null
  const due = member.history.clocks(firstPlanCompleted).find(({ run }) => run.from === period?.startedOn)?.due ?? null
  return endedOn !== null && due !== null && endedOn < due
})

export const newInCareOfPlanAge = narrow(startedCare, {
  key: 'started-care-of-plan-age',
  label: 'Children who came into care, old enough for an education plan, and stayed for 20 working days',
  source,
  include: { 'old enough for a plan on coming into care': oldEnoughOnComing },
  exclude: { 'left again before the 20th working day': leftBeforeDay20 },
})

/** Whether the first plan of the period of care that began in the days looked at was in time, by one of the clocks of first plans. */
export const firstPlanInTime = (clock: Timescale) =>
  test([clock, periodBegun], (member) => {
    const began = periodBegun(member)?.startedOn
    const first = member.history.clocks(clock).find(({ run }) => run.from === began)
    return first === undefined || first.state === 'not known' ? undefined : first.state === 'in time'
  })

type OfSuspension = RecordMember<typeof Suspension>

const inCareOnFirstDay = test([allPeriods], (member: OfSuspension) => {
  const { startedOn } = member.record
  return startedOn === null ? undefined : inCareOn(allPeriods(member), startedOn) === 'yes'
})

const locationOfSchool = attribute(
  'School in or out of the area',
  [SchoolEnrolment],
  ({ history, record }: OfSuspension) => {
    const { startedOn: on } = record
    return history.latest(
      SchoolEnrolment,
      (roll) =>
        isSameSchool(roll, record) &&
        roll.startedOn !== null &&
        on !== null &&
        roll.startedOn <= on &&
        (roll.endedOn === null || roll.endedOn >= on),
    )?.location
  },
  { codes: SchoolLocation },
)

/** Each suspension, of children in care on its first day, whether or not they still are. */
export const suspensionsInCare = population({
  key: 'suspensions-in-care',
  label: 'Suspensions of children in care',
  source: 'Department for Education, suspensions and permanent exclusions in England: methodology',
  each: recordsDated(Suspension, 'child', 'startedOn'),
  include: { 'in care on its first day': inCareOnFirstDay },
  exclude: { 'cancelled by the head': test([Suspension], ({ record }: OfSuspension) => record.cancelledOn !== null) },
  by: { ...aboutTheChild, ...whoseWork, schoolLocation: locationOfSchool },
})
