import type { Area } from '../../core/definitions/area.ts'
import { assessmentsHeld } from './assessments-held.ts'
import { dentalInReturn } from './dental-in-return.ts'
import { emotionalHealth, moreOfEmotionalHealth } from './emotional-health.ts'
import { emotionalNeeds } from './emotional-needs.ts'
import { healthAtMeetings, meetingsToCome } from './health-at-meetings.ts'
import { healthProvider, healthProviders } from './health-provider.ts'
import { healthsList } from './healths-list.ts'
import { physicalHealth } from './physical-health.ts'
import { EmotionalHealthNeed, HealthAssessmentRequest, NoDentalCheck } from './records.ts'
import { RiskMeeting } from './risk-meetings.ts'
import { dentalChecks, healthAssessments } from './timescales.ts'
import { firstHealthRequest, yearlySdq } from './wellbeing-timescales.ts'
import { emotionalHealthNeeds, workLists } from './work-lists.ts'

export const healthOfChildrenInCare: Area = {
  key: 'health-of-children-in-care',
  label: 'Health of children in care',
  indicators: [
    ...physicalHealth,
    dentalInReturn,
    ...emotionalHealth,
    ...moreOfEmotionalHealth,
    ...emotionalNeeds,
    ...assessmentsHeld,
    ...healthAtMeetings,
    ...healthProviders,
  ],
  headline: [
    'iha-within-20-days',
    'annual-health-assessment-on-time-12-months-plus',
    'dental-check-within-12-months',
    'immunisations-up-to-date-12-months-plus',
    'sdq-completed-4-16',
  ],
  records: [HealthAssessmentRequest, EmotionalHealthNeed, NoDentalCheck, RiskMeeting],
  groups: [{ label: 'Health', records: [EmotionalHealthNeed, HealthAssessmentRequest, NoDentalCheck, RiskMeeting] }],
  timescales: [healthAssessments, dentalChecks, yearlySdq, firstHealthRequest],
  workLists: [...workLists, meetingsToCome],
  namesFirst: emotionalHealthNeeds,
  reconciliations: [healthsList],
  supplies: [healthProvider],
}
