import type { Dataset } from '../../core/definitions/area.ts'
import { adopters } from '../adoption/adopters.ts'
import { children } from '../adoption/children.ts'
import { placementOrders } from '../adoption/placement-orders.ts'
import { healthPassports } from '../care-leavers/health-passports.ts'
import { support } from '../care-leavers/support.ts'
import { missing } from '../children-in-care/missing.ts'
import { placement } from '../children-in-care/placement.ts'
import { profile } from '../children-in-care/profile.ts'
import { personalEducationPlans } from '../education-of-children-in-care/personal-education-plans.ts'
import { schoolAndWork } from '../education-of-children-in-care/school-and-work.ts'
import { allegations } from '../fostering/allegations.ts'
import { carers } from '../fostering/carers.ts'
import { households } from '../fostering/households.ts'
import { sufficiency } from '../fostering/sufficiency.ts'
import { emotionalHealth } from '../health-of-children-in-care/emotional-health.ts'
import { physicalHealth } from '../health-of-children-in-care/physical-health.ts'
import { leavingCare } from '../permanence/leaving-care.ts'
import { plans } from '../permanence/plans.ts'
import { escalations } from '../reviewing/escalations.ts'

/** What a Corporate Parenting Board reads each month, in the sections and order of the published pack. */
export const corporateParentingDataset: Dataset = {
  key: 'corporate-parenting',
  label: 'Corporate Parenting dataset',
  audience: 'the Corporate Parenting Board',
  source: 'Dorset Council, Corporate Parenting dataset, September 2023',
  sections: [
    { key: 'profile', label: 'Profile', indicators: profile },
    { key: 'adoption', label: 'Adoption', indicators: [...children, ...adopters, ...placementOrders] },
    { key: 'care-leavers', label: 'Care leavers', indicators: [...support, ...healthPassports] },
    { key: 'education', label: 'Education', indicators: [...personalEducationPlans, ...schoolAndWork] },
    { key: 'health', label: 'Health and emotional wellbeing', indicators: [...physicalHealth, ...emotionalHealth] },
    { key: 'permanence', label: 'Permanence', indicators: [...plans, ...leavingCare] },
    { key: 'placement', label: 'Placement', indicators: placement },
    { key: 'safety', label: 'Safety', indicators: [...missing, ...escalations, ...allegations] },
    { key: 'sufficiency', label: 'Sufficiency', indicators: [...carers, ...households, ...sufficiency] },
  ],
}
