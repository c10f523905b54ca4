import { needTest, type WorkList, workList } from '../../core/counting/work-list.ts'
import { childrenInCare, inCareTwelveMonths } from '../children-in-care/populations.ts'
import { needGravity, needSince, ofNeeds, ofWaiting, whatNeed } from './columns-of-needs.ts'
import { hasNeed } from './emotional-needs.ts'
import { ofAssessment, ofDentalCheck } from './list-columns.ts'
import { notImmunised, referredOn, waitsForHelp, whoHelps, whyNotImmunised } from './need-tests.ts'
import { placedElsewhereList } from './placed-elsewhere.ts'
import { fourTo16InCareTwelveMonths } from './sdq-tests.ts'
import { dentalChecks, healthAssessments } from './timescales.ts'
import { firstHealthRequest, yearlySdq } from './wellbeing-timescales.ts'

/** Everybody with a need, who helps and what came of it: gone through together. */
export const emotionalHealthNeeds: WorkList = workList({
  key: 'emotional-health-needs',
  label: 'Children in care with an emotional health need',
  source:
    'Department for Education and Department of Health, promoting the health and well-being of looked-after children',
  population: childrenInCare,
  test: needTest('an emotional health need', hasNeed, {
    standing: 'watched',
    since: needSince,
    why: whatNeed,
    gravity: needGravity,
  }),
  columns: ofNeeds,
})

export const workLists: readonly WorkList[] = [
  workList({
    key: 'health-assessments',
    label: 'Health assessments of children in care',
    source: 'Care Planning, Placement and Case Review (England) Regulations 2010, regulation 7',
    population: childrenInCare,
    timescale: healthAssessments,
    columns: ofAssessment,
  }),
  workList({
    key: 'dental-checks',
    label: 'Dental checks of children in care',
    source: 'Department for Education, children looked after in England: methodology',
    population: childrenInCare,
    timescale: dentalChecks,
    columns: ofDentalCheck,
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
  workList({
    key: 'immunisations-not-up-to-date',
    label: 'Immunisations of children in care that are not up to date',
    source: 'Department for Education, children looked after in England: methodology',
    population: inCareTwelveMonths,
    test: needTest('an immunisation is missing, or nobody has said that none is', notImmunised, {
      why: whyNotImmunised,
    }),
  }),
  workList({
    key: 'waiting-for-emotional-health-help',
    label: 'Children in care whom nobody has seen yet for how they feel',
    source:
      'Department for Education and Department of Health, promoting the health and well-being of looked-after children',
    population: childrenInCare,
    test: needTest('was referred and has not been seen', waitsForHelp, { since: referredOn, why: whoHelps }),
    columns: ofWaiting,
  }),
  emotionalHealthNeeds,
  placedElsewhereList,
]
