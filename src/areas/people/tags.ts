import { tag } from '../../core/definitions/tag.ts'
import { standing } from '../../core/record/standing.ts'
import { Person } from './person.ts'
import { Alert, Restriction } from './safety.ts'

/** What everyone must know before they ring or visit: its one line, as it would be read at the door. */
export const alerts = tag('alerts', {
  label: 'Before you ring or visit',
  source: 'Local; Health and Safety at Work etc. Act 1974, section 2',
  reads: [Alert],
  of: ({ records, subject }) =>
    standing(records, Alert, 'person', subject).flatMap(({ content }) => {
      const { inShort } = content.fields
      return typeof inShort === 'string' ? [{ kind: 'risk', icon: 'late', text: inShort }] : []
    }),
})

/** Shown to those who may open the record, so that they know that others may not. */
export const restricted = tag('restricted', {
  label: 'Restricted',
  source: 'Data Protection Act 2018 and UK GDPR, articles 5(1)(f) and 32; how it is done is local',
  reads: [Restriction],
  of: ({ records, subject }) =>
    standing(records, Restriction, 'person', subject).length === 0
      ? []
      : [{ kind: 'risk', icon: 'lock', text: 'Restricted: only named workers may open this record' }],
})

export const ageDisputed = tag('age-disputed', {
  label: 'Age disputed',
  source: 'DfE, Care of unaccompanied migrant children and child victims of modern slavery, 2017',
  reads: [Person],
  of: ({ records, subject }) =>
    standing(records, Person, 'person', subject).some(({ content }) => content.fields['birthDateBasis'] === 'disputed')
      ? [{ kind: 'status', icon: 'legal', text: 'Age disputed' }]
      : [],
})
