import type { Area } from '../../core/definitions/area.ts'
import { corporateParentingDataset } from './dataset.ts'
import { practiceFramework } from './framework.ts'
import { healthDataset } from './health-dataset.ts'
import { corporateParentingReport } from './report.ts'

/** Has no indicators of its own: it reads those of the other areas together. */
export const corporateParenting: Area = {
  key: 'corporate-parenting',
  label: 'Corporate parenting',
  indicators: [],
  datasets: [corporateParentingDataset, healthDataset],
  reports: [corporateParentingReport],
  frameworks: [practiceFramework],
}
