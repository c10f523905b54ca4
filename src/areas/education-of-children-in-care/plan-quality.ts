import {
  attribute,
  type Counts,
  fact,
  population,
  type RecordMember,
  recordsDated,
  test,
} from '../../core/counting/define.ts'
import { type Indicator, indicator } from '../../core/definitions/indicator.ts'
import { allPeriods } from '../children-in-care/care-facts.ts'
import { inCareOn } from '../children-in-care/in-care.ts'
import { whoseWork } from '../organisation/whose-work.ts'
import { aboutTheChild } from '../people/about-the-child.ts'
import { PersonalEducationPlan } from './education-plans.ts'
import { firstPlanBegun } from './plan-timescales.ts'
import { firstPlanInTime, newInCareOfPlanAge } from './populations.ts'
import { phaseOf, phases, schoolYear, yearLabel, yearLabels } from './school-age.ts'

type OfPlan = RecordMember<typeof PersonalEducationPlan>

const inCareThen = test([allPeriods], (member: OfPlan) => {
  const { completedOn } = member.record
  return completedOn === null ? undefined : inCareOn(allPeriods(member), completedOn) === 'yes'
})

/** As it was found by the day; undefined while nobody has looked. */
const grade = fact([PersonalEducationPlan], ({ record }: OfPlan) => record.grade ?? undefined)

const GOOD: readonly string[] = ['good', 'outstanding']

const isGood = test([grade], (member: OfPlan) => {
  const found = grade(member)
  return found === undefined ? undefined : GOOD.includes(found)
})

/** Plans, not children: how many of them are good. */
const plansCompleted: Counts<OfPlan> = {
  population: population({
    key: 'education-plans-completed',
    label: 'Education plans completed, of children in care',
    source: 'Local: the virtual school’s own grades',
    each: recordsDated(PersonalEducationPlan, 'child', 'completedOn'),
    include: { 'in care on the day it was completed': inCareThen },
    by: {
      ...aboutTheChild,
      ...whoseWork,
      schoolYear: attribute('School year', [schoolYear], (member) => yearLabel(schoolYear(member)), {
        order: yearLabels,
      }),
      phase: attribute('Phase', [schoolYear], (member) => phaseOf(schoolYear(member)), { order: phases }),
    },
  }),
  counted: { 'found good or outstanding': isGood },
  whenNotKnown: 'leaves',
}

const guidance =
  'Department for Education, promoting the education of looked-after children and previously looked-after children'

/** What the law’s guidance asks of plans, and whether they are good: beside what the authority publishes about them. */
export const planQuality: readonly Indicator[] = [
  indicator({
    key: 'pep-begun-within-10-days',
    label: 'Education plan begun within 10 working days of coming into care',
    unit: 'per cent',
    goodIs: 'high',
    covers: 'the cohort of the period',
    ripeAfter: '20 working days',
    status: 'national',
    who: 'Children old enough for a personal education plan (from the term after their third birthday, up to 18) who came into care during the period and stayed for 20 working days.',
    countedIf: 'Their first personal education plan was begun within 10 working days of coming into care.',
    notKnown: 'No date on record counts as not in time.',
    source: guidance,
    notes: [
      'The guidance means working days, not school days: the plan is part of the care plan, and the first review needs it.',
      'The authority’s own measure is another: completed within 20 days.',
    ],
    counts: {
      population: newInCareOfPlanAge,
      counted: { 'first plan begun within 10 working days': firstPlanInTime(firstPlanBegun) },
      whenNotKnown: 'stays',
    },
  }),
  indicator({
    key: 'pep-good-or-better',
    label: 'Education plans that are good',
    unit: 'per cent',
    goodIs: 'high',
    covers: 'academic year to date',
    status: 'stated',
    who: 'Personal education plans of children in care that were completed since 1 September.',
    countedIf: 'The virtual school looked at the plan and found it good or outstanding.',
    notKnown: 'A plan that nobody has looked at yet leaves the figure; how many there are is shown.',
    source: `Local: the virtual school’s own grades; ${guidance}`,
    notes: ['Plans of young people in years 12 and 13 are among them: break the figure down by school year.'],
    counts: plansCompleted,
  }),
]
