import { codeList } from '../../core/definitions/code-list.ts'
import { code, date, paragraphs, plannedDate, text, yesNo } from '../../core/definitions/field.ts'
import { recordType } from '../../core/definitions/record-type.ts'

// Care and supervision proceedings. The legal status that an order gives stands in the child's episodes of care and is not written a second time.

const child = { kind: 'person', label: 'Child' } as const
const outline = 'Family Procedure Rules, practice direction 12A (public law outline)'

const Application = codeList('care-application', {
  label: 'What the court was asked for',
  source: 'Children Act 1989, sections 31 and 44',
  codes: {
    care: 'Care order',
    supervision: 'Supervision order',
    'care-after-emergency': 'Care order, after an emergency protection order',
    'care-and-placement': 'Care order and placement order',
  },
})

const FinalOrder = codeList('care-proceedings-outcome', {
  label: 'What the court decided',
  source: 'Children Act 1989, sections 8, 14A, 31 and 32; Adoption and Children Act 2002, section 21',
  codes: {
    care: 'Care order',
    'care-and-placement': 'Care order and placement order',
    supervision: 'Supervision order, at home',
    guardianship: 'Special guardianship order',
    arrangements: 'Child arrangements order',
    none: 'No order',
    withdrawn: 'The application was withdrawn',
    moved: 'Another authority took over',
  },
})

/** Of each child of a family their own, under the same case number. */
export const CareProceedings = recordType('care-proceedings', {
  label: 'Care proceedings',
  plural: 'care proceedings',
  icon: 'legal',
  source:
    'Children Act 1989, sections 31 and 32; Standard Safeguarding Dataset, pre-proceedings (PREP016A to PREP020A)',
  subjects: { child },
  dated: 'issuedOn',
  ends: 'endedOn',
  headline: 'outcome',
  identity: ['child', 'issuedOn'],
  fields: {
    issuedOn: date('Issued on', { required: true, hint: 'The 26 weeks begin with this day.' }),
    application: code('What the court was asked for', Application),
    caseNumber: text('Court’s case number'),
    shortNotice: yesNo('At short notice?'),
    whyShortNotice: text('If so: why'),
    childsView: paragraphs('What the child wants the court to know', { hint: 'In their own words where you can.' }),
    firstHearingOn: plannedDate('First hearing listed for'),
    endedOn: date('Final order on', { hint: 'Or withdrawn on.' }),
    outcome: code('What the court decided', FinalOrder, { trueFrom: 'endedOn' }),
  },
})

export const HearingKind = codeList('court-hearing-kind', {
  label: 'Which hearing',
  source: outline,
  codes: {
    'case-management': 'Case management hearing',
    further: 'Further case management hearing',
    interim: 'Hearing about an interim order',
    'issues-resolution': 'Issues resolution hearing',
    final: 'Final hearing',
    other: 'Another hearing',
  },
})

/** A hearing that took place, and the next one that the court listed at it. */
export const CourtHearing = recordType('court-hearing', {
  label: 'Court hearing',
  plural: 'court hearings',
  icon: 'legal',
  source: outline,
  subjects: { child },
  dated: 'heldOn',
  headline: 'kind',
  identity: ['child', 'heldOn'],
  fields: {
    heldOn: date('Held on', { required: true }),
    kind: code('Which hearing', HearingKind, { required: true }),
    decided: paragraphs('What the court decided'),
    nextOn: plannedDate('Next hearing listed for'),
    next: code('Which hearing that is', HearingKind),
  },
})

/** Each extension ends at most eight weeks after the later of the day that it extends and the day of its order (section 32(8)). */
export const CourtExtension = recordType('court-extension', {
  label: 'Extension of care proceedings',
  plural: 'extensions of care proceedings',
  icon: 'clock',
  source: 'Children Act 1989, section 32(5) to (8)',
  subjects: { child },
  dated: 'extendedOn',
  headline: 'why',
  identity: ['child', 'extendedOn'],
  fields: {
    extendedOn: date('Extended on', { required: true, hint: 'The day of the court’s order.' }),
    until: plannedDate('Until', { required: true }),
    why: text('Why the court needs it to resolve the proceedings justly', { required: true }),
  },
})

export const DirectionKind = codeList('court-direction-kind', {
  label: 'What is to be filed',
  source: outline,
  codes: {
    statement: 'Statement of the social worker',
    'care-plan': 'Care plan',
    parenting: 'Parenting assessment',
    connected: 'Assessment of relatives or friends',
    expert: 'Report of an expert',
    'permanence-report': 'Child permanence report',
    other: 'Something else',
  },
})

/** What the court told us to file, and by when. */
export const CourtDirection = recordType('court-direction', {
  label: 'Court direction to file something',
  plural: 'court directions to file something',
  icon: 'note',
  source: outline,
  subjects: { child },
  dated: 'directedOn',
  ends: 'filedOn',
  headline: 'what',
  identity: ['child', 'what', 'dueOn'],
  fields: {
    directedOn: date('Directed on', { required: true }),
    what: code('What', DirectionKind, { required: true }),
    dueOn: plannedDate('To be filed by', { required: true }),
    whyLate: text('If it will be late: why, and what the court was told'),
    filedOn: date('Filed on', { hint: 'Or no longer asked for, since.' }),
  },
})
