import type { Area } from '../../core/definitions/area.ts'
import { Escalation } from './escalation-records.ts'
import { escalations } from './escalations.ts'

export const reviewing: Area = {
  key: 'reviewing',
  label: 'Reviewing officers',
  indicators: escalations,
  records: [Escalation],
  groups: [{ label: 'Reviewing', records: [Escalation] }],
}
