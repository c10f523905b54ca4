import type { Area } from '../../core/definitions/area.ts'
import { allegations } from './allegations.ts'
import { carers } from './carers.ts'
import { households } from './households.ts'
import { sufficiency } from './sufficiency.ts'

export const fostering: Area = {
  key: 'fostering',
  label: 'Fostering',
  indicators: [...carers, ...households, ...sufficiency, ...allegations],
}
