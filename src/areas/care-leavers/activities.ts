import { codeList } from '../../core/definitions/code-list.ts'
import { code, codes, date, paragraphs, text } from '../../core/definitions/field.ts'
import { recordType } from '../../core/definitions/record-type.ts'
import { ActivityOfCareLeaver } from '../children-in-care/codes-of-care-leavers.ts'
import { youngPerson } from './young-person.ts'

export const WhyNone = codeList('why-no-education-or-work', {
  label: 'What stands in the way',
  source: 'Local; DfE SSDA903, care leavers (ACTIV: G4, G5, G6)',
  codes: {
    starting: 'Waits for a course or job to start',
    looking: 'Looks for one',
    'mental-health': 'Mental health',
    illness: 'Illness',
    disability: 'Disability',
    parenting: 'Pregnancy, or a child of their own',
    caring: 'Cares for somebody',
    'right-to-work': 'May not work or study yet',
    home: 'Where they live, or having nowhere',
    travel: 'How to get there, and what it costs',
    custody: 'In custody',
    'not-ready': 'Does not feel ready',
    'not-wanted': 'Does not want to now',
    other: 'Something else',
  },
})

/** What a young person mainly does: education, training, work, or none of them and why. Of several at once the one that began last is the main one. */
export const CareLeaverActivity = recordType('care-leaver-activity', {
  label: 'Education, work or training of a care leaver',
  plural: 'records of care leavers’ education, work or training',
  icon: 'edu',
  source: 'DfE SSDA903, care leavers (ACTIV); Children Act 1989, section 23C(4)',
  subjects: { youngPerson },
  dated: 'startedOn',
  ends: 'endedOn',
  headline: 'activity',
  identity: ['youngPerson', 'startedOn'],
  fields: {
    startedOn: date('From', { required: true }),
    activity: code('Main activity', ActivityOfCareLeaver, { required: true }),
    what: text('Which course, job or training'),
    whyNone: codes('If none: what stands in the way', WhyNone),
    plan: paragraphs('What we do about it together'),
    endedOn: date('Until', { hint: 'The first day on which it no longer held.' }),
  },
})
