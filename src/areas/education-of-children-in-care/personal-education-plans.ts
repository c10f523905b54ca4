import { test } from '../../core/counting/define.ts'
import { type Indicator, indicator } from '../../core/definitions/indicator.ts'
import { firstPlanCompleted, termlyPlan } from './plan-timescales.ts'
import { dueATermlyPlan, firstPlanInTime, newInCareOfPlanAge } from './populations.ts'

/** The clock of the term looked at: its last day lies in the days of the figure. */
const planOfTerm = test([termlyPlan], ({ history, from, to }) =>
  history.clocks(termlyPlan).some(({ due, state }) => due !== null && from <= due && due < to && state === 'in time'),
)

/** The personal education plan of each child in care. */
export const personalEducationPlans: readonly Indicator[] = [
  indicator({
    key: 'pep-within-20-days',
    label: 'Education plan within 20 days of coming into care',
    unit: 'per cent',
    goodIs: 'high',
    covers: 'the cohort of the period',
    ripeAfter: '20 working days',
    status: 'to be confirmed',
    question:
      'Are the 20 days working days, and is the figure monthly or termly? We use working days, and the month in which the children came into care.',
    who: 'Children old enough for a personal education plan (from the term after their third birthday, up to 18) who came into care during the period and stayed for 20 working days.',
    countedIf: 'Their first personal education plan was completed within 20 working days of coming into care.',
    notKnown: 'No date on record counts as not in time.',
    source:
      'Dorset Council, Corporate Parenting dataset, September 2023; Department for Education, promoting the education of looked-after children and previously looked-after children',
    notes: [
      'The days run on through the school holidays.',
      'A plan that was begun but not completed does not count.',
      'If no child of this age came into care there is no figure; it is not 0.',
      'National guidance asks for more: a plan begun within 10 working days.',
    ],
    counts: {
      population: newInCareOfPlanAge,
      counted: { 'first plan completed within 20 working days': firstPlanInTime(firstPlanCompleted) },
      whenNotKnown: 'stays',
    },
  }),
  indicator({
    key: 'pep-termly-on-time',
    label: 'Termly education plan on time',
    unit: 'per cent',
    goodIs: 'high',
    covers: 'the term',
    status: 'inferred',
    who: 'Children in care at the end of the term, from the term after the third birthday to the end of school year 13, who were in care for at least 10 working days of it.',
    countedIf: 'A personal education plan was completed for them within the term.',
    notKnown: 'No plan on record counts as not on time.',
    source:
      'Department for Education, promoting the education of looked-after children and previously looked-after children; Dorset Council, Corporate Parenting dataset, September 2023',
    notes: [
      'There is a figure only for the three ends of term in a year.',
      'A plan completed on the last day of term is on time; two plans in a term count once.',
      'Children who left care during the term are not counted, and children placed elsewhere are.',
      'Terms are those of the authority’s own schools.',
    ],
    counts: {
      population: dueATermlyPlan,
      counted: { 'a plan was completed in the term': planOfTerm },
      whenNotKnown: 'stays',
    },
  }),
]
