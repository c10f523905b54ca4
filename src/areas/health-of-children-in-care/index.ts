import type { Area } from '../../core/definitions/area.ts'
import { emotionalHealth, moreOfEmotionalHealth } from './emotional-health.ts'
import { physicalHealth } from './physical-health.ts'
import { dentalChecks, healthAssessments } from './timescales.ts'
import { workLists } from './work-lists.ts'

export const healthOfChildrenInCare: Area = {
  key: 'health-of-children-in-care',
  label: 'Health of children in care',
  indicators: [...physicalHealth, ...emotionalHealth, ...moreOfEmotionalHealth],
  timescales: [healthAssessments, dentalChecks],
  workLists,
}
