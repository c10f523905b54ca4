import type { Dataset } from '../../core/definitions/area.ts'
import { assessmentsHeld } from '../health-of-children-in-care/assessments-held.ts'
import { dentalInReturn } from '../health-of-children-in-care/dental-in-return.ts'
import { healthAtMeetings } from '../health-of-children-in-care/health-at-meetings.ts'
import { healthProviders } from '../health-of-children-in-care/health-provider.ts'

/** What the authority’s health group reads beside the board’s dataset: as the provider counts, signed off by the designated nurse, and as we count. */
export const healthDataset: Dataset = {
  key: 'health-of-children-in-care',
  label: 'Health of children in care: the provider’s figures and ours',
  audience: 'the designated nurse and the health group of the Corporate Parenting Board',
  source:
    'Dorset Council, Corporate Parenting Board papers 2023 (the designated nurse validates and submits the provider’s figures for the authority’s returns)',
  sections: [
    {
      key: 'provider',
      label: 'As the health provider counts',
      indicators: healthProviders,
      notForPublic: 'The health provider publishes its own figures.',
    },
    { key: 'ours', label: 'As we count', indicators: [...assessmentsHeld, dentalInReturn, ...healthAtMeetings] },
  ],
}
