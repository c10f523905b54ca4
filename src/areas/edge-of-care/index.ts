import type { Area } from '../../core/definitions/area.ts'
import { EdgeOfCareWork } from './edge-of-care-records.ts'

/** Work with families so that children can stay at home, or come home. */
export const edgeOfCare: Area = {
  key: 'edge-of-care',
  label: 'Edge of care',
  indicators: [],
  records: [EdgeOfCareWork],
  groups: [{ label: 'Edge of care', records: [EdgeOfCareWork] }],
}
