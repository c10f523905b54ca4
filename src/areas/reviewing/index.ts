import type { Area } from '../../core/definitions/area.ts'
import { escalations } from './escalations.ts'

export const reviewing: Area = {
  key: 'reviewing',
  label: 'Reviewing officers',
  indicators: escalations,
}
