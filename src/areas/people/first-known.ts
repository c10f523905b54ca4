import { codeList } from '../../core/definitions/code-list.ts'
import { code, date, paragraphs, text } from '../../core/definitions/field.ts'
import { recordType } from '../../core/definitions/record-type.ts'

export const WhoAsked = codeList('who-asked', {
  label: 'Who asked',
  source: 'DfE children in need census, source of referral; the last one is local',
  codes: {
    '1A': 'A relative or carer',
    '1B': 'A neighbour, childminder or other acquaintance',
    '1C': 'They themselves',
    '1D': 'Another individual',
    '2A': 'School',
    '2B': 'Another education service',
    '3A': 'GP',
    '3B': 'Health visitor',
    '3C': 'School nurse',
    '3D': 'Other primary health service',
    '3E': 'Accident and emergency',
    '3F': 'Other health service',
    '4': 'Housing',
    '5A': 'Our council: social care, such as adults’ services',
    '5B': 'Our council: another service',
    '5C': 'Another council',
    '5D': 'Early help',
    '6': 'Police',
    '7': 'Court, Cafcass, probation, prison or immigration',
    '8': 'Voluntary or other organisation',
    '9': 'Somebody who did not give a name',
    '10': 'Not known',
    family: 'Nobody: they belong to a child whom we know',
  },
})

/** Why there is a record about somebody at all: written with it, so that it can be told to whoever asks. */
export const FirstKnown = recordType('first-known', {
  label: 'How we came to know them',
  plural: 'records of how we came to know somebody',
  source: 'UK GDPR, articles 5(1)(b) and 14(2)(f); DfE children in need census, source of referral',
  subjects: { person: { kind: 'person', label: 'Person' } },
  dated: 'askedOn',
  headline: 'why',
  identity: ['person', 'askedOn', 'whoAsked'],
  fields: {
    askedOn: date('Asked or told us on', { required: true }),
    whoAsked: code('Who asked', WhoAsked, { required: true }),
    askedBy: text('Their name, and how to reach them'),
    why: paragraphs('What they asked or told us'),
  },
})
