import { codeList } from '../../core/definitions/code-list.ts'
import { code, date, paragraphs, plannedDate } from '../../core/definitions/field.ts'
import { recordType } from '../../core/definitions/record-type.ts'

const source =
  'Care Planning, Placement and Case Review (England) Regulations 2010, schedule 2, paragraph 3; Department for Education, delegation of authority: amendments to the Children Act 1989 guidance and regulations, volume 2, 2013'

export const Decision = codeList('delegated-decision', {
  label: 'About what',
  source,
  codes: {
    health: 'Medical and dental treatment',
    education: 'Education: trips, parents’ evenings, consent at school',
    leisure: 'Leisure and home life',
    'staying-over': 'Staying with friends',
    'faith-and-culture': 'Faith and religious observance',
    'social-media': 'Phone, internet and social media',
    travel: 'Holidays, passport and travel abroad',
    photographs: 'Photographs',
    hair: 'Hair and appearance',
    'family-time': 'Family time',
    other: 'Something else',
  },
})

export const DecidedBy = codeList('delegated-to', {
  label: 'Who decides',
  source,
  codes: {
    carer: 'The carer',
    'carer-tells': 'The carer, who tells the social worker',
    'social-worker': 'The social worker',
    parents: 'Parents, or whoever has parental responsibility',
    child: 'The young person',
  },
})

/** Who decides about one part of a child’s everyday life. Looked at again, it is another record. */
export const DelegatedAuthority = recordType('delegated-authority', {
  label: 'Delegated authority',
  plural: 'records of delegated authority',
  icon: 'decision',
  source,
  subjects: { child: { kind: 'person', label: 'Child' } },
  dated: 'agreedOn',
  ends: 'endedOn',
  headline: 'about',
  identity: ['child', 'about', 'agreedOn'],
  fields: {
    agreedOn: date('Agreed on', { required: true }),
    about: code('About what', Decision, { required: true }),
    decidedBy: code('Who decides', DecidedBy, { required: true }),
    limits: paragraphs('Conditions, and what the child and parents say'),
    reviewOn: plannedDate('To be looked at again on'),
    endedOn: date('No longer so since'),
  },
})
