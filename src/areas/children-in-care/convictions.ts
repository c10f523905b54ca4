import { codeList } from '../../core/definitions/code-list.ts'
import { code, date, text } from '../../core/definitions/field.ts'
import { recordType } from '../../core/definitions/record-type.ts'

const ConvictionKind = codeList('conviction-kind', {
  label: 'Conviction or caution',
  source: 'DfE SSDA903, outcomes (CONVICTED); Crime and Disorder Act 1998, sections 66ZA to 66G',
  codes: {
    conviction: 'Convicted',
    'youth-caution': 'Youth caution',
    'conditional-caution': 'Youth conditional caution',
  },
})

export const Conviction = recordType('conviction', {
  label: 'Conviction or caution',
  plural: 'convictions and cautions',
  source: 'DfE SSDA903, outcomes (CONVICTED); UK GDPR, article 10',
  sensitivity: 'criminal',
  subjects: { child: { kind: 'person', label: 'Young person' } },
  dated: 'decidedOn',
  headline: 'kind',
  identity: ['child', 'decidedOn', 'kind'],
  fields: {
    decidedOn: date('Convicted or cautioned on', { required: true }),
    kind: code('Conviction or caution', ConvictionKind, { required: true }),
    offence: text('For what'),
  },
})
