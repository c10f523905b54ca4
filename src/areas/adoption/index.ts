import type { Area } from '../../core/definitions/area.ts'
import { adopters } from './adopters.ts'
import { children } from './children.ts'
import { placementOrders } from './placement-orders.ts'
import { groups, records } from './records.ts'

export const adoption: Area = {
  key: 'adoption',
  label: 'Adoption',
  indicators: [...children, ...adopters, ...placementOrders],
  records,
  groups,
}
