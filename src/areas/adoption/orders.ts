import { codeList } from '../../core/definitions/code-list.ts'
import { code, date, paragraphs, text, yesNo } from '../../core/definitions/field.ts'
import { recordType } from '../../core/definitions/record-type.ts'

// What courts are asked and what they decide stands on the child's own record, as the legal status does: it names no adopters.

const child = { kind: 'person', label: 'Child' } as const

/** What becomes of an application besides the order. */
const notMade = { refused: 'The court refused it', withdrawn: 'It was withdrawn' } as const

const PlacementApplicationOutcome = codeList('placement-application-outcome', {
  label: 'What became of the application',
  source: 'Adoption and Children Act 2002, sections 21 and 22',
  codes: { granted: 'The order was made', ...notMade },
})

export const PlacementOrderApplication = recordType('placement-order-application', {
  label: 'Application for a placement order',
  plural: 'applications for placement orders',
  icon: 'legal',
  source: 'Adoption and Children Act 2002, section 22',
  subjects: { child },
  dated: 'appliedOn',
  ends: 'decidedOn',
  headline: 'outcome',
  identity: ['child', 'appliedOn'],
  fields: {
    appliedOn: date('Applied on', { required: true }),
    caseNumber: text('Court’s case number'),
    decidedOn: date('Decided on', { hint: 'Or withdrawn on. The order itself is a record of its own.' }),
    outcome: code('Outcome', PlacementApplicationOutcome, { trueFrom: 'decidedOn' }),
  },
})

const PlacementOrderEnded = codeList('placement-order-ended', {
  label: 'How the order ended',
  source: 'Adoption and Children Act 2002, sections 21(4) and 24',
  codes: {
    revoked: 'Revoked by a court',
    adopted: 'An adoption order was made',
    adult: 'The child became 18, married or formed a civil partnership',
  },
})

/**
 * The court's order that lets the council place a child for adoption. A change of plan does not end it: only a court, an adoption order or growing up
 * does. Made again after it was revoked, it is another.
 */
export const PlacementOrder = recordType('placement-order', {
  label: 'Placement order',
  plural: 'placement orders',
  icon: 'legal',
  source: 'Adoption and Children Act 2002, sections 21 to 24; Ofsted, Annex A, list 10 (date of placement order)',
  subjects: { child },
  dated: 'madeOn',
  ends: 'endedOn',
  headline: 'howEnded',
  identity: ['child', 'madeOn'],
  fields: {
    madeOn: date('Made on', { required: true, hint: 'The day of the court’s order.' }),
    endedOn: date('Ended on', { hint: 'If it was revoked, the day of the court’s decision.' }),
    howEnded: code('How it ended', PlacementOrderEnded, { trueFrom: 'endedOn' }),
    whyRevoked: paragraphs('Why it was revoked', { trueFrom: 'endedOn' }),
  },
})

/** Consent of parents to a placement for adoption: with it no placement order is needed. */
export const PlacementConsent = recordType('placement-consent', {
  label: 'Parents’ consent to a placement for adoption',
  plural: 'consents to placements for adoption',
  icon: 'legal',
  source: 'Adoption and Children Act 2002, sections 19, 20 and 52',
  subjects: { child },
  dated: 'consentedOn',
  ends: 'withdrawnOn',
  identity: ['child', 'consentedOn'],
  fields: {
    consentedOn: date('Consented on', {
      required: true,
      hint: 'From when all whose consent is needed have given it. A mother’s counts once the child is six weeks old.',
    }),
    relinquished: yesNo('Did the parents ask for the adoption?'),
    withdrawnOn: date('Withdrawn on'),
  },
})

const AdoptionApplicationOutcome = codeList('adoption-application-outcome', {
  label: 'What became of the application',
  source: 'Adoption and Children Act 2002, sections 46 and 47',
  codes: { made: 'The adoption order was made', ...notMade },
})

/** Does not say who applies: whom the child lives with is kept by the adoption service alone (see `AdoptiveFamily`). */
export const AdoptionApplication = recordType('adoption-application', {
  label: 'Application for an adoption order',
  plural: 'applications for adoption orders',
  icon: 'legal',
  source: 'Adoption and Children Act 2002, sections 42 to 51',
  subjects: { child },
  dated: 'appliedOn',
  ends: 'decidedOn',
  headline: 'outcome',
  identity: ['child', 'appliedOn'],
  fields: {
    appliedOn: date('Applied on', { required: true }),
    whyLate: paragraphs('If later than four weeks after the second adoption review: why'),
    decidedOn: date('Decided on', { hint: 'Or withdrawn on.' }),
    outcome: code('Outcome', AdoptionApplicationOutcome, { trueFrom: 'decidedOn' }),
    celebratedOn: date('Celebration hearing', {
      hint: 'From this day the life story book and the later life letter are due.',
    }),
  },
})
