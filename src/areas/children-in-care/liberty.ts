import { codeList } from '../../core/definitions/code-list.ts'
import { code, codes, date, paragraphs, plannedDate, text } from '../../core/definitions/field.ts'
import { recordType } from '../../core/definitions/record-type.ts'

const child = { kind: 'person', label: 'Child' } as const
const law = 'Inherent jurisdiction of the High Court; Mental Capacity Act 2005'

/** An order of the High Court or the Court of Protection. A secure children's home is another thing, and is a placement. */
export const DeprivationOfLiberty = recordType('deprivation-of-liberty', {
  label: 'Deprivation of liberty order',
  plural: 'deprivation of liberty orders',
  source: 'DfE SSDA903, deprivation of liberty orders (from 2026/27); inherent jurisdiction of the High Court',
  subjects: { child },
  dated: 'startedOn',
  ends: 'endedOn',
  identity: ['child', 'startedOn'],
  fields: {
    startedOn: date('Made on', { required: true }),
    endedOn: date('Ended on', { hint: 'The first day on which it no longer held.' }),
  },
})

const Court = codeList('liberty-court', {
  label: 'Court',
  source: law,
  codes: { high: 'High Court', protection: 'Court of Protection' },
})

const LibertyRestriction = codeList('liberty-restriction', {
  label: 'What is authorised',
  source: law,
  codes: {
    supervision: 'Constant supervision',
    locked: 'Locked doors or windows',
    restraint: 'Physical restraint',
    searches: 'Searches',
    phone: 'Limits on phone and internet',
    movement: 'Not free to go out alone',
    medication: 'Medication to calm',
    transport: 'Restraint on the way',
  },
})

/** What a court authorised, until when. Renewed, it is another record; the order that the return asks about goes on. */
export const LibertyAuthorisation = recordType('liberty-authorisation', {
  label: 'Court authorisation to deprive of liberty',
  plural: 'court authorisations to deprive of liberty',
  icon: 'legal',
  source: law,
  subjects: { child },
  dated: 'authorisedOn',
  ends: 'endedOn',
  headline: 'restrictions',
  identity: ['child', 'authorisedOn'],
  fields: {
    authorisedOn: date('Authorised on', { required: true }),
    court: code('Court', Court),
    caseNumber: text('Number of the case'),
    restrictions: codes('What is authorised', LibertyRestriction),
    why: paragraphs('Why it is needed, and what the child says'),
    expiresOn: plannedDate('Authorised until', { hint: 'The last day on which it holds.' }),
    courtReviewOn: plannedDate('Next before the court on'),
    endedOn: date('Ended on', { hint: 'The first day on which it no longer held.' }),
  },
})

const LibertyReviewOutcome = codeList('liberty-review-outcome', {
  label: 'What was found',
  source: 'Local',
  codes: { needed: 'Still needed as it is', less: 'Less is enough', end: 'It can end' },
})

/** That somebody looked at whether it is still needed. */
export const LibertyReview = recordType('liberty-review', {
  label: 'Review of the deprivation of liberty',
  plural: 'reviews of deprivation of liberty',
  icon: 'review',
  source: `${law}; Dorset Council, reviewing officers’ annual report 2022-23 (tracked monthly)`,
  subjects: { child },
  dated: 'reviewedOn',
  headline: 'outcome',
  identity: ['child', 'reviewedOn'],
  fields: {
    reviewedOn: date('Reviewed on', { required: true }),
    outcome: code('What was found', LibertyReviewOutcome, { required: true }),
    childSaid: paragraphs('What the child said', { hint: 'In their own words where you can.' }),
    decided: paragraphs('What was decided'),
  },
})
