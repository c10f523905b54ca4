import type { Area } from '../../core/definitions/area.ts'
import { emotionalHealth, moreOfEmotionalHealth } from './emotional-health.ts'
import { physicalHealth } from './physical-health.ts'
import { EmotionalHealthNeed, HealthAssessmentRequest } from './records.ts'
import { dentalChecks, healthAssessments } from './timescales.ts'
import { firstHealthRequest, yearlySdq } from './wellbeing-timescales.ts'
import { workLists } from './work-lists.ts'

export const healthOfChildrenInCare: Area = {
  key: 'health-of-children-in-care',
  label: 'Health of children in care',
  indicators: [...physicalHealth, ...emotionalHealth, ...moreOfEmotionalHealth],
  records: [HealthAssessmentRequest, EmotionalHealthNeed],
  groups: [{ label: 'Health', records: [EmotionalHealthNeed, HealthAssessmentRequest] }],
  timescales: [healthAssessments, dentalChecks, yearlySdq, firstHealthRequest],
  workLists,
}
