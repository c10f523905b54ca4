import type { Area } from '../../core/definitions/area.ts'
import { partnershipDataset } from './dataset.ts'
import { bestEducation, bestPlace, bestStart, familyHelp, goodCare, safe, thriving } from './measures.ts'
import { quarterlyReport } from './report.ts'

/** What partners send and read together. Nothing of it is counted from the record: that stands in the areas whose records it is. */
export const partnership: Area = {
  key: 'partnership',
  label: 'Partnership',
  indicators: [...bestStart, ...thriving, ...goodCare, ...bestEducation, ...bestPlace, ...familyHelp, ...safe],
  datasets: [partnershipDataset],
  reports: [quarterlyReport],
}
