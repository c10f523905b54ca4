import { type WorkList, workList } from '../../core/counting/work-list.ts'
import { childrenInCare } from '../children-in-care/populations.ts'
import { dentalChecks, healthAssessments } from './timescales.ts'

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
]
