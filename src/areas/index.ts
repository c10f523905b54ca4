import type { Area } from '../core/definitions/area.ts'
import { adoption } from './adoption/index.ts'
import { careLeavers } from './care-leavers/index.ts'
import { childrenInCare } from './children-in-care/index.ts'
import { childrensHomes } from './childrens-homes/index.ts'
import { corporateParenting } from './corporate-parenting/index.ts'
import { court } from './court/index.ts'
import { edgeOfCare } from './edge-of-care/index.ts'
import { educationOfChildrenInCare } from './education-of-children-in-care/index.ts'
import { fostering } from './fostering/index.ts'
import { healthOfChildrenInCare } from './health-of-children-in-care/index.ts'
import { organisation } from './organisation/index.ts'
import { partnership } from './partnership/index.ts'
import { people } from './people/index.ts'
import { permanence } from './permanence/index.ts'
import { reviewing } from './reviewing/index.ts'

/** Every service area that the product knows. A new area is added here and nowhere else. */
export const areas: readonly Area[] = [
  people,
  organisation,
  childrenInCare,
  court,
  permanence,
  adoption,
  careLeavers,
  educationOfChildrenInCare,
  healthOfChildrenInCare,
  fostering,
  childrensHomes,
  edgeOfCare,
  reviewing,
  corporateParenting,
  partnership,
]
