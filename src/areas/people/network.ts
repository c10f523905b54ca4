import { codeList } from '../../core/definitions/code-list.ts'
import { code, date, paragraphs, plannedDate, text, yesNo } from '../../core/definitions/field.ts'
import { recordType } from '../../core/definitions/record-type.ts'

/** Whoever the child says, relative or not, on the record or not. */
export const ImportantPerson = recordType('important-person', {
  label: 'Someone important',
  plural: 'people important to them',
  icon: 'family',
  source: 'Local; Care Planning, Placement and Case Review (England) Regulations 2010, schedule 1',
  subjects: {
    child: { kind: 'person', label: 'Child' },
    important: { kind: 'person', label: 'Their record, if they have one', optional: true },
  },
  dated: 'startedOn',
  ends: 'endedOn',
  identity: ['child', 'name', 'startedOn'],
  fields: {
    name: text('Name', { required: true, hint: 'As the child says it. It may be a pet.' }),
    who: text('Who they are', { hint: 'For example swimming coach, or best friend from Harbour School.' }),
    why: paragraphs('Why they matter', { hint: 'In the child’s own words where you can.' }),
    howToReach: text('How to reach them'),
    startedOn: date('The child told us on', { required: true }),
    endedOn: date('Until', { hint: 'The day on which the child told us that it is no longer so.' }),
  },
})

const ContactKind = codeList('contact-kind', {
  label: 'Kind of contact detail',
  source: 'Local',
  codes: {
    mobile: 'Mobile phone',
    'home-phone': 'Phone at home',
    'work-phone': 'Phone at work',
    email: 'E-mail',
    'someone-else': 'Through someone else',
    other: 'Other',
  },
})

const fields = {
  kind: code('Kind', ContactKind, { required: true }),
  detail: text('Number or address', { required: true }),
  safeToRing: yesNo('Safe to ring or write to?', {
    required: true,
    hint: 'Somebody else may pick up the phone or read the screen. If nobody asked, answer “not known”.',
  }),
  howSafely: text('How and when', { hint: 'For example texts only, never after six, say it is the school.' }),
  preferred: yesNo('What they like best'),
  startedOn: date('From', { required: true }),
  endedOn: date('Until', { hint: 'The first day on which it no longer worked.' }),
} as const

const described = {
  icon: 'phone',
  source: 'Local; Domestic Abuse Act 2021, statutory guidance (safe contact)',
  subjects: { person: { kind: 'person', label: 'Person' } },
  dated: 'startedOn',
  ends: 'endedOn',
  identity: ['person', 'kind', 'detail', 'startedOn'],
  fields,
} as const

export const ContactDetail = recordType('contact-detail', {
  ...described,
  label: 'Phone or e-mail',
  plural: 'phone numbers and e-mail addresses',
})

/** A type of its own for the reason that a confidential address is one. */
export const ConfidentialContactDetail = recordType('confidential-contact-detail', {
  ...described,
  label: 'Confidential phone or e-mail',
  plural: 'confidential phone numbers and e-mail addresses',
  sensitivity: 'confidential',
})

const ConsentAnswer = codeList('consent-answer', {
  label: 'Answer',
  source: 'DfE advice on information sharing for safeguarding practitioners, 2024',
  codes: {
    agreed: 'Agreed',
    'agreed-in-part': 'Agreed to some of it',
    refused: 'Did not agree',
    'not-asked': 'Not asked, because asking would put somebody at risk',
  },
})

const ConsentBy = codeList('consent-by', {
  label: 'Who answered',
  source:
    'Gillick v West Norfolk and Wisbech AHA [1986] AC 112; Mental Capacity Act 2005; Children Act 1989, section 2',
  codes: {
    themselves: 'They themselves, and they understood it',
    'parental-responsibility': 'Somebody with parental responsibility',
    'best-interests': 'Decided in their best interests (aged 16 or over, without capacity)',
    court: 'A court',
  },
})

/** Agreement to share is asked about something, with somebody, for a time. It is not what makes sharing to protect a child lawful. */
export const Consent = recordType('consent', {
  label: 'Agreement to share',
  plural: 'agreements to share',
  source: 'UK GDPR, articles 6 and 7; DfE advice on information sharing for safeguarding practitioners, 2024',
  subjects: {
    person: { kind: 'person', label: 'About' },
    givenBy: { kind: 'person', label: 'Asked of' },
  },
  dated: 'startedOn',
  ends: 'endedOn',
  identity: ['person', 'givenBy', 'withWhom', 'startedOn'],
  fields: {
    withWhom: text('To share with whom', { required: true }),
    what: paragraphs('To share what, and why', { required: true }),
    answer: code('Answer', ConsentAnswer, { required: true }),
    by: code('Who answered', ConsentBy),
    inTheirWords: paragraphs('What they said'),
    askAgainOn: plannedDate('Ask again on'),
    startedOn: date('Answered on', { required: true }),
    endedOn: date('Holds until', { hint: 'The day on which it was taken back, or on which it runs out by itself.' }),
    whyEnded: text('If it was taken back, why', { trueFrom: 'endedOn' }),
  },
})
