import type { Area } from '../../core/definitions/area.ts'
import { HomePlacement, HomeRegistration, IndependentHomeVisit, QualityOfCareReview } from './home-records.ts'

/** The homes that this authority runs itself. */
export const childrensHomes: Area = {
  key: 'childrens-homes',
  label: 'Children’s homes',
  indicators: [],
  records: [HomeRegistration, HomePlacement, IndependentHomeVisit, QualityOfCareReview],
  groups: [
    {
      label: 'Our homes',
      records: [IndependentHomeVisit, QualityOfCareReview, HomePlacement, HomeRegistration],
    },
  ],
}
