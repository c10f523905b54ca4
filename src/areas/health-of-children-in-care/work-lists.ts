import { type WorkList, workList } from '../../core/counting/work-list.ts'
import { childrenInCare } from '../children-in-care/populations.ts'
import { fourTo16InCareTwelveMonths } from './sdq-tests.ts'
import { dentalChecks, healthAssessments } from './timescales.ts'
import { firstHealthRequest, yearlySdq } from './wellbeing-timescales.ts'

export const workLists: readonly WorkList[] = [
  workList({
    key: 'health-assessments',
    label: 'Health assessments of children in care',
    source: 'Care Planning, Placement and Case Review (England) Regulations 2010, regulation 7',
    population: childrenInCare,
    timescale: healthAssessments,
  }),
  workList({
    key: 'dental-checks',
    label: 'Dental checks of children in care',
    source: 'Department for Education, children looked after in England: methodology',
    population: childrenInCare,
    timescale: dentalChecks,
  }),
  workList({
    key: 'strengths-and-difficulties',
    label: 'Strengths and difficulties questionnaires of children in care',
    source: 'Department for Education, children looked after in England: methodology',
    population: fourTo16InCareTwelveMonths,
    timescale: yearlySdq,
  }),
  workList({
    key: 'health-assessment-requests',
    label: 'Requests for first health assessments',
    source: 'Local: consent and request within 5 days',
    population: childrenInCare,
    timescale: firstHealthRequest,
  }),
]
