import { codeList } from '../../core/definitions/code-list.ts'
import { code, date, document, paragraphs, text, worker, yesNo } from '../../core/definitions/field.ts'
import { recordType } from '../../core/definitions/record-type.ts'

const DocumentKind = codeList('document-kind', {
  label: 'Kind of document',
  source: 'Local',
  codes: {
    letter: 'Letter',
    'court-order': 'Court order',
    'court-paper': 'Other court paper',
    certificate: 'Certificate, passport or other proof',
    report: 'Report',
    assessment: 'Assessment',
    plan: 'Plan',
    minutes: 'Minutes',
    'childs-own': 'The child’s own: a drawing, letter, photograph',
    photograph: 'Photograph',
    other: 'Other',
  },
})

export const PersonDocument = recordType('person-document', {
  label: 'Document',
  plural: 'documents',
  source: 'Local; Care Planning, Placement and Case Review (England) Regulations 2010, regulation 49',
  subjects: { people: { kind: 'person', label: 'About', many: true } },
  dated: 'datedOn',
  identity: ['people', 'title', 'kind', 'datedOn'],
  fields: {
    title: text('Title', { required: true }),
    kind: code('Kind', DocumentKind, { required: true }),
    document: document('Document', { required: true }),
    datedOn: date('Date of the document', { required: true, hint: 'Written on it, or the day on which it came.' }),
    from: text('From whom'),
    says: paragraphs('What it says or shows', {
      hint: 'The words of a letter that was written here. For a picture or a recording, what there is to see or hear, for whoever cannot open it.',
    }),
  },
})

export const SentBy = codeList('sent-by', {
  label: 'How it was sent',
  source: 'Local',
  codes: {
    post: 'Post',
    'recorded-post': 'Recorded post',
    'by-hand': 'By hand',
    'secure-email': 'Secure e-mail',
    portal: 'Portal',
    'read-together': 'Read together',
  },
})

/** To whom a document went, and when: one record for each. */
export const DocumentSent = recordType('document-sent', {
  label: 'Document sent',
  plural: 'documents sent',
  source: 'Local; Working Together to Safeguard Children 2023 (plans and minutes go to the family)',
  subjects: {
    people: { kind: 'person', label: 'About', many: true },
    recipient: { kind: 'person', label: 'Sent to, if on the record', optional: true },
  },
  links: { document: { to: 'person-document', label: 'Document' } },
  dated: 'sentOn',
  identity: ['document', 'to', 'sentOn'],
  fields: {
    to: text('Sent to', { required: true }),
    sentOn: date('Sent on', { required: true }),
    how: code('How', SentBy, { required: true }),
    explained: yesNo('Was it explained to them?'),
    worker: worker('Sent by'),
  },
})
