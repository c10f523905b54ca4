import type { Area } from '../../core/definitions/area.ts'
import { healthPassports } from './health-passports.ts'
import { support } from './support.ts'

export const careLeavers: Area = {
  key: 'care-leavers',
  label: 'Care leavers',
  indicators: [...support, ...healthPassports],
}
