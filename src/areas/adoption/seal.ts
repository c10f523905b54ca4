import { date, paragraphs, text, worker } from '../../core/definitions/field.ts'
import { recordType } from '../../core/definitions/record-type.ts'

/**
 * Seals an identity: who somebody was before an adoption. While it lasts the person is there for the adoption service alone, and for everybody
 * else as if they had never been. Who they are since is a child like any other, with a record of their own; nothing but this names both, and
 * neither is ever joined to another record.
 */
export const AdoptionSeal = recordType('adoption-seal', {
  label: 'Adoption seal',
  plural: 'adoption seals',
  source: 'Adoption and Children Act 2002, sections 56 to 65; Adoption Agencies Regulations 2005, part 7',
  sensitivity: 'adoption',
  subjects: {
    person: { kind: 'person', label: 'Identity to be sealed' },
    adoptive: { kind: 'person', label: 'Who they are since the adoption, if on the record', optional: true },
  },
  dated: 'startedOn',
  ends: 'endedOn',
  identity: ['person', 'startedOn'],
  fields: {
    startedOn: date('Sealed since', { required: true, hint: 'As a rule the day of the adoption order.' }),
    orderNumber: text('Number of the adoption order'),
    reason: paragraphs('Why', { required: true }),
    decidedBy: worker('Decided by', { required: true }),
    endedOn: date('Until', { hint: 'The first day on which the identity was no longer sealed.' }),
  },
})
