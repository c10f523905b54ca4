import { codeList } from '../../core/definitions/code-list.ts'
import { code, codes, date, paragraphs, plannedDate } from '../../core/definitions/field.ts'
import { recordType } from '../../core/definitions/record-type.ts'

const source =
  'Children Act 1989, section 22C(8)(c) and schedule 2, paragraph 15; Department for Education, the Children Act 1989 guidance and regulations, volume 2'

const Together = codeList('siblings-together', {
  label: 'Do they live together?',
  source,
  codes: { together: 'Together', apart: 'Apart' },
})

const WhyApart = codeList('siblings-apart-why', {
  label: 'Why apart',
  source: 'Local',
  codes: {
    'no-home': 'No home for all of them was found',
    'different-needs': 'Their needs are too different',
    safety: 'They are not safe with each other',
    'came-apart': 'They came into care at different times',
    court: 'A court decided it',
    'one-not-in-care': 'One of them is not in care',
    wishes: 'One of them wants it so',
  },
})

/**
 * Whether brothers and sisters are to live together, and why: one record for two of them, which stands on the record of both. That they are brothers and sisters is a
 * `Relationship`; how apart they keep in touch is a `FamilyTimeArrangement`.
 */
export const SiblingsDecision = recordType('siblings-decision', {
  label: 'Brothers and sisters: together or apart',
  plural: 'decisions about brothers and sisters',
  icon: 'family',
  source,
  subjects: {
    child: { kind: 'person', label: 'Child' },
    sibling: { kind: 'person', label: 'Brother or sister' },
  },
  dated: 'decidedOn',
  ends: 'endedOn',
  headline: 'together',
  identity: ['child', 'sibling', 'decidedOn'],
  fields: {
    decidedOn: date('Decided on', { required: true, hint: 'The day of the together or apart assessment.' }),
    together: code('Do they live together?', Together, { required: true }),
    why: codes('If apart: why', WhyApart),
    childrensView: paragraphs('What they say', { hint: 'Each in their own words where you can.' }),
    plan: paragraphs('What is done so that they can be together'),
    reviewOn: plannedDate('To be looked at again on'),
    endedOn: date('No longer so since'),
  },
})
