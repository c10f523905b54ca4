import { type Indicator, indicator } from '../../core/definitions/indicator.ts'
import { adoptersApproved, adoptersInAssessment } from './populations.ts'

/** Families who want to adopt. */
export const adopters: readonly Indicator[] = [
  indicator({
    key: 'adoptive-families-approved-adm',
    label: 'Adoptive families approved',
    unit: 'count',
    goodIs: 'high',
    covers: 'in the period',
    status: 'to be confirmed',
    question:
      'Are these the authority’s own families or all those of its regional adoption agency? We count families for whom the authority, or an agency acting for it, made the decision.',
    who: 'Households whom the agency’s decision-maker approved during the period as suitable to adopt. A couple is one household.',
    notKnown:
      'Cannot arise: a decision without a date is not recorded, and is told among the faults of the file or form.',
    source: 'Adoption Agencies Regulations 2005, regulation 30B',
    notes: [
      'A panel’s recommendation is not an approval: the decision counts, on its own date.',
      'A family approved again, for another child, counts again.',
      'A household that an agency approves for another authority does not count.',
    ],
    counts: { population: adoptersApproved, whenNotKnown: 'leaves' },
  }),
  indicator({
    key: 'adoptive-families-in-assessment',
    label: 'Adoptive families in assessment',
    unit: 'count',
    goodIs: 'high',
    covers: 'at the end',
    status: 'to be confirmed',
    question:
      'Does the first stage count, and are these the authority’s own families or all those of its agency? We count both stages, for families whom the authority, or an agency acting for it, is assessing.',
    who: 'Households accepted to be assessed as adopters who, on the last day of the period, have had no decision and have not withdrawn or paused. A couple is one household.',
    notKnown:
      'A household whose last stage does not say how it ended, or ended with a decision that is not recorded, is listed, not counted. A stage without a date is not recorded.',
    source:
      'Adoption Agencies Regulations 2005, regulations 27 to 30B; Ofsted, inspecting local authority children’s services: Annex A, list 11',
    notes: [
      'An enquiry alone is not an assessment; the fast track is.',
      'A family between the two stages counts for six months; after that Stage 1 is done again.',
      'A family decided on the last day no longer counts.',
      'A household that an agency assesses for another authority does not count.',
    ],
    counts: { population: adoptersInAssessment, whenNotKnown: 'leaves' },
  }),
]
