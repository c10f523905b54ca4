import type { Dataset } from '../../core/definitions/area.ts'
import type { Indicator } from '../../core/definitions/indicator.ts'
import { support } from '../care-leavers/support.ts'
import { placement } from '../children-in-care/placement.ts'
import { profile } from '../children-in-care/profile.ts'
import { physicalHealth } from '../health-of-children-in-care/physical-health.ts'
import { PLAN } from './agencies.ts'
import { bestEducation, bestPlace, bestStart, familyHelp, goodCare, safe, thriving } from './measures.ts'

const counted: readonly Indicator[] = [...support, ...placement, ...profile, ...physicalHealth]

/** Measures of the plan that are counted from the record, by their keys; each stands here as it stands in its own area. */
const ours = (...keys: readonly string[]): readonly Indicator[] => counted.filter(({ key }) => keys.includes(key))

/** What the partners of a plan read together, by its priorities: the council's figures, and what each agency sends. */
export const partnershipDataset: Dataset = {
  key: 'partnership',
  label: 'Partnership dataset',
  audience: 'the Strategic Alliance for Children and Young People',
  source: PLAN,
  sections: [
    { key: 'best-start', label: 'Best start in life', indicators: bestStart },
    {
      key: 'young-and-thriving',
      label: 'Young and thriving',
      indicators: [...ours('care-leavers-eet-19-21'), ...thriving],
    },
    {
      key: 'good-care',
      label: 'Good care provision',
      indicators: [
        ...ours(
          'care-leavers-suitable-accommodation-19-21',
          'cic-3-plus-placements-12-months',
          'cic-over-20-miles-from-home-excl-uasc',
          'dental-check-within-12-months',
          'immunisations-up-to-date-12-months-plus',
        ),
        ...goodCare,
      ],
    },
    { key: 'best-education', label: 'Best education for all', indicators: bestEducation },
    { key: 'best-place', label: 'Best place to live', indicators: bestPlace },
    { key: 'family-help', label: 'Local family help', indicators: familyHelp },
    {
      key: 'safe',
      label: 'Safe at home and in the community',
      indicators: [...ours('cic-rate-month-end'), ...safe],
    },
  ],
}
