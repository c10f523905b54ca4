import type { Area } from '../../core/definitions/area.ts'
import { personalEducationPlans } from './personal-education-plans.ts'
import { schoolAndWork } from './school-and-work.ts'

export const educationOfChildrenInCare: Area = {
  key: 'education-of-children-in-care',
  label: 'Education of children in care',
  indicators: [...personalEducationPlans, ...schoolAndWork],
}
