import { codeList } from '../../core/definitions/code-list.ts'
import { code, date, text, yesNo } from '../../core/definitions/field.ts'
import { recordType } from '../../core/definitions/record-type.ts'

const child = { kind: 'person', label: 'Child' } as const

const Participation = codeList('review-participation', {
  label: 'How the child took part',
  source: 'DfE SSDA903, reviews (REVIEW_CODE); labels in our own words',
  codes: {
    PN0: 'Under 4 at the time',
    PN1: 'There, and spoke for themselves',
    PN2: 'There, and an advocate spoke for them',
    PN3: 'There, and showed their views without words',
    PN4: 'There, and gave no view',
    PN5: 'Not there; an advocate spoke for them',
    PN6: 'Not there; sent their views',
    PN7: 'Not there, and no views were sent',
  },
})

/** A review that was completed. One that is adjourned is held on the day on which it is completed. */
export const CareReview = recordType('care-review', {
  label: 'Care review',
  plural: 'care reviews',
  source:
    'Children Act 1989, section 26; Care Planning, Placement and Case Review (England) Regulations 2010, regulations 32 to 38; DfE SSDA903, reviews',
  subjects: { child },
  dated: 'heldOn',
  headline: 'participation',
  identity: ['child', 'heldOn'],
  fields: {
    heldOn: date('Held on', { required: true, hint: 'If in several meetings, the day of the last.' }),
    participation: code('How the child took part', Participation),
  },
})

const VisitKind = codeList('care-visit-kind', {
  label: 'Kind of visit',
  source: 'Care Planning, Placement and Case Review (England) Regulations 2010, regulation 28',
  codes: {
    statutory: 'Visit that the regulations require',
    other: 'Other visit',
  },
})

/**
 * That the child was visited, which is what the clocks ask. What the child said and how they were stands in `SeenAndHeard`; the two are
 * written together when a worker writes up a visit, and apart when only dates come from elsewhere.
 */
export const CareVisit = recordType('care-visit', {
  label: 'Visit in care',
  plural: 'visits in care',
  source:
    'Children Act 1989, section 23ZA; Care Planning, Placement and Case Review (England) Regulations 2010, regulations 28 to 31',
  subjects: { child, worker: { kind: 'worker', label: 'Worker', optional: true } },
  links: { seenAndHeard: { to: 'seen-and-heard', label: 'Seen and heard', optional: true } },
  dated: 'visitedOn',
  identity: ['child', 'visitedOn', 'kind'],
  fields: {
    visitedOn: date('Visited on', { required: true }),
    kind: code('Kind of visit', VisitKind, { required: true }),
    seen: yesNo('Was the child seen?'),
    seenAlone: yesNo('Was the child seen alone?'),
    atPlacement: yesNo('Was it where the child lives?'),
    whyNot: text('If not seen, or not alone: why?'),
  },
})
