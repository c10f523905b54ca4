import { definitionEndpoints } from './definitions.ts'
import type { Endpoint } from './endpoint.ts'
import { figureEndpoints } from './figures.ts'
import { memberEndpoint } from './members.ts'
import { monthEndpoints } from './months.ts'
import { placeEndpoints } from './places.ts'

/** Everything that a program can ask for, in the order in which it is described. */
export const endpoints: readonly Endpoint[] = [
  ...definitionEndpoints,
  ...figureEndpoints,
  memberEndpoint,
  ...monthEndpoints,
  ...placeEndpoints,
]

/** Within a version addresses and fields are added, and none goes or means something else. */
export const BASE = '/api/v1'
