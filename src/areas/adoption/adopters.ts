import { type Indicator, indicator } from '../../core/definitions/indicator.ts'

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
    notKnown: 'An approval without a date is listed, not counted.',
    source: 'Adoption Agencies Regulations 2005, regulation 30B',
    notes: [
      'A panel’s recommendation is not an approval: the decision counts, on its own date.',
      'A family approved again, for another child, counts again.',
    ],
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
    notKnown: 'A household without the date of a stage is listed, not counted.',
    source:
      'Adoption Agencies Regulations 2005, regulations 27 to 30B; Ofsted, inspecting local authority children’s services: Annex A, list 11',
    notes: [
      'An enquiry alone is not an assessment.',
      'A family between the two stages, or on the fast track, counts.',
      'A family decided on the last day no longer counts.',
    ],
  }),
]
