import { date, paragraphs, plannedDate } from '../../core/definitions/field.ts'
import { recordType } from '../../core/definitions/record-type.ts'

const child = { kind: 'person', label: 'Child' } as const
const source = 'Children Act 1989, section 25; Children (Secure Accommodation) Regulations 1991'

/** A court’s leave to keep a child in secure accommodation. Where they live is the placement. */
export const SecureOrder = recordType('secure-order', {
  label: 'Secure accommodation order',
  plural: 'secure accommodation orders',
  icon: 'legal',
  source: `${source}, regulations 10 to 13`,
  subjects: { child },
  dated: 'orderedOn',
  ends: 'endedOn',
  identity: ['child', 'orderedOn'],
  fields: {
    orderedOn: date('Made on', { required: true }),
    expiresOn: plannedDate('Holds until', { hint: 'The last day: at most three months, further ones six.' }),
    endedOn: date('Ended on'),
  },
})

/** By three people, one of them independent: whether the criteria are still met. */
export const SecureReview = recordType('secure-review', {
  label: 'Review of secure accommodation',
  plural: 'reviews of secure accommodation',
  icon: 'review',
  source: `${source}, regulations 15 and 16`,
  subjects: { child },
  dated: 'reviewedOn',
  identity: ['child', 'reviewedOn'],
  fields: {
    reviewedOn: date('Reviewed on', { required: true }),
    childSaid: paragraphs('What the child said', { hint: 'In their own words where you can.' }),
    found: paragraphs('Whether the criteria are still met, and what was decided'),
  },
})
