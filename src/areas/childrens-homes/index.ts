import { workList } from '../../core/counting/work-list.ts'
import type { Area } from '../../core/definitions/area.ts'
import { HomePlacement, HomeRegistration, IndependentHomeVisit, QualityOfCareReview } from './home-records.ts'
import { homes, indicators } from './indicators.ts'
import { independentVisits, qualityOfCareReports, qualityOfCareReviews } from './timescales.ts'

/** The homes that this authority runs itself. */
export const childrensHomes: Area = {
  key: 'childrens-homes',
  label: 'Children’s homes',
  indicators,
  records: [HomeRegistration, HomePlacement, IndependentHomeVisit, QualityOfCareReview],
  groups: [
    {
      label: 'Our homes',
      records: [IndependentHomeVisit, QualityOfCareReview, HomePlacement, HomeRegistration],
    },
  ],
  timescales: [independentVisits, qualityOfCareReviews, qualityOfCareReports],
  workLists: [
    workList({
      key: 'independent-home-visits',
      label: 'Independent visits to our homes',
      source: independentVisits.source,
      population: homes,
      timescale: independentVisits,
    }),
    workList({
      key: 'quality-of-care-reviews',
      label: 'Reviews of the quality of care in our homes',
      source: qualityOfCareReviews.source,
      population: homes,
      timescale: qualityOfCareReviews,
    }),
    workList({
      key: 'quality-of-care-reports',
      label: 'Reports of the quality of care to Ofsted',
      source: qualityOfCareReports.source,
      population: homes,
      timescale: qualityOfCareReports,
    }),
  ],
}
