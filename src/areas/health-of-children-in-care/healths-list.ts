import { type Reconciliation, reconciledItem, reconciliation } from '../../core/reconciliation/reconciliation.ts'
import { DentalCheck, HealthAssessment } from '../children-in-care/health.ts'
import { dentalInReturn } from './dental-in-return.ts'
import { dentalInTwelveMonths } from './physical-health.ts'

/** A doctor's letter is often dated some days after the child was seen: three months apart, two first assessments are not one. */
const ONE_ASSESSMENT = 91
const ONE_CHECK = 31

/** The list that the health team keeps of the assessments and dental checks of children in care, held against ours. */
export const healthsList: Reconciliation = reconciliation({
  key: 'health-list',
  label: 'Health’s list against our records',
  theirs: 'Health',
  ours: 'Social care',
  source:
    'Care Planning, Placement and Case Review (England) Regulations 2010, regulation 7; Local: gone through with health every month, child by child',
  knownBy: [
    {
      key: 'nhs-number',
      label: 'NHS number',
      headings: ['NHS number', 'NHS no', 'NHS'],
      kinds: ['nhs-number'],
    },
    {
      key: 'our-number',
      label: 'Our number',
      headings: [
        'Our number',
        'Local identifier',
        'Social care number',
        'Social care ID',
        'LA child ID',
        'Case number',
      ],
      kinds: ['case-id'],
    },
  ],
  items: [
    reconciledItem({
      key: 'initial-health-assessment',
      label: 'Initial health assessment',
      headings: ['Initial health assessment', 'IHA', 'IHA date', 'IHA completed', 'IHA held on', 'Date of IHA'],
      called: ['Initial health assessment', 'Initial', 'IHA'],
      type: HealthAssessment,
      on: 'assessedOn',
      where: { kind: 'initial' },
      held: { attendance: 'done' },
      tolerance: 0,
      oneEvent: ONE_ASSESSMENT,
    }),
    reconciledItem({
      key: 'review-health-assessment',
      label: 'Review health assessment',
      headings: ['Review health assessment', 'RHA', 'RHA date', 'RHA completed', 'RHA held on', 'Date of RHA'],
      called: ['Review health assessment', 'Review', 'RHA'],
      type: HealthAssessment,
      on: 'assessedOn',
      where: { kind: 'review' },
      held: { attendance: 'done' },
      tolerance: 0,
      oneEvent: ONE_ASSESSMENT,
    }),
    reconciledItem({
      key: 'dental-check',
      label: 'Dental check',
      headings: ['Dental check', 'Dental', 'Dental date', 'Dentist', 'Last dental check', 'Date of dental check'],
      called: ['Dental check', 'Dental', 'Dentist'],
      type: DentalCheck,
      on: 'checkedOn',
      held: { attendance: 'done' },
      tolerance: 0,
      oneEvent: ONE_CHECK,
    }),
  ],
  measures: [{ label: 'Dental checks, counted in two ways', theirs: dentalInReturn, ours: dentalInTwelveMonths }],
})
