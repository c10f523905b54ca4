import type { Area } from '../../core/definitions/area.ts'
import { leavingCare } from './leaving-care.ts'
import { plans } from './plans.ts'

export const permanence: Area = {
  key: 'permanence',
  label: 'Permanence',
  indicators: [...plans, ...leavingCare],
}
