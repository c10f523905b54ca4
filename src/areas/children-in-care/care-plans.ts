import { codeList } from '../../core/definitions/code-list.ts'
import { code, codes, date, paragraphs, text, yesNo } from '../../core/definitions/field.ts'
import { recordType } from '../../core/definitions/record-type.ts'

const child = { kind: 'person', label: 'Child' } as const
const regulations = 'Care Planning, Placement and Case Review (England) Regulations 2010'

/** What is meant to happen while a child is in care. Where a court has it under section 31A, it is the same record. */
export const CarePlan = recordType('care-plan', {
  label: 'Care plan',
  plural: 'care plans',
  icon: 'plan',
  source: `${regulations}, regulations 4 to 7; Children Act 1989, section 31A`,
  subjects: { child },
  dated: 'preparedOn',
  ends: 'endedOn',
  identity: ['child', 'preparedOn'],
  fields: {
    preparedOn: date('Prepared on', { required: true }),
    courts: yesNo('Is it the plan before a court (section 31A)?'),
    childsView: paragraphs('What the child wants', { hint: 'In their own words where you can.' }),
    plan: paragraphs('The plan', { hint: 'So that the child could read it.' }),
    endedOn: date('Replaced or ended on'),
  },
})

/** How one placement will meet the child’s needs: signed by somebody for the council. Each new placement has its own. */
export const PlacementPlan = recordType('placement-plan', {
  label: 'Placement plan',
  plural: 'placement plans',
  icon: 'home',
  source: `${regulations}, regulation 9 and schedule 2`,
  subjects: { child },
  dated: 'signedOn',
  identity: ['child', 'signedOn'],
  fields: {
    signedOn: date('Agreed and signed on', { required: true, hint: 'By everybody who has to sign it.' }),
    childsView: paragraphs('What the child wants', { hint: 'In their own words where you can.' }),
    plan: paragraphs('The plan'),
    placementOn: date('For the placement that begins on', { hint: 'Only if it was signed before the child moved in.' }),
    delegated: yesNo('Does it say what the carers may decide?'),
  },
})

const TakesPart = codeList('placement-notice-to', {
  label: 'Who was told',
  source: `${regulations}, regulation 13`,
  codes: {
    child: 'The child',
    parents: 'Parents, and others with parental responsibility',
    carers: 'Carers',
    health: 'Integrated care board',
    doctor: 'Child’s doctor',
    school: 'School',
    officer: 'Reviewing officer',
    authority: 'Authority of the area',
    former: 'Whoever cared for the child before',
    other: 'Others',
  },
})

/** That those who have to know where a child lives were told in writing. */
export const PlacementNotice = recordType('placement-notice', {
  label: 'Notice of a placement',
  plural: 'notices of placements',
  icon: 'note',
  source: `${regulations}, regulation 13`,
  subjects: { child },
  dated: 'sentOn',
  identity: ['child', 'sentOn'],
  fields: {
    sentOn: date('Sent on', { required: true, hint: 'The day on which the last of them was told.' }),
    placementOn: date('Of the placement that begins on', { hint: 'Only if it was sent before the child moved in.' }),
    to: codes('Who was told', TakesPart),
    withheld: text('Who was not, and why', { hint: 'Where it would put the child at risk of significant harm.' }),
  },
})

const Approval = codeList('care-approval', {
  label: 'What was approved',
  source: `${regulations}, regulations 11, 18, 19 and 39`,
  codes: {
    'out-of-area': 'Placement outside the area',
    distance: 'Placement at a distance',
    'with-parents': 'Placement with parents',
    'unregulated-16': 'Other arrangements at 16 or 17',
    'cease-16': 'Ceasing to look after at 16 or 17',
  },
})

const ApprovedBy = codeList('care-approved-by', {
  label: 'By whom',
  source: `${regulations}, regulations 11 and 39`,
  codes: { director: 'Director of children’s services', nominated: 'Nominated officer' },
})

/** What needs the director’s or a nominated officer’s leave before it may be done. */
export const CareApproval = recordType('care-approval', {
  label: 'Approval in care',
  plural: 'approvals in care',
  icon: 'decision',
  source: `${regulations}, regulations 11, 18, 19 and 39`,
  subjects: { child },
  dated: 'approvedOn',
  headline: 'what',
  identity: ['child', 'what', 'approvedOn'],
  fields: {
    approvedOn: date('Approved on', { required: true }),
    what: code('What was approved', Approval, { required: true }),
    takesPlaceOn: date('It takes place on', { hint: 'The day of the move, or of leaving care.' }),
    by: code('By whom', ApprovedBy),
    why: paragraphs('Why it is right for the child'),
  },
})
