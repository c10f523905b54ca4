import { codeList } from '../../core/definitions/code-list.ts'
import { code, date, text } from '../../core/definitions/field.ts'
import { recordType } from '../../core/definitions/record-type.ts'
import { youngPerson } from './young-person.ts'

/** A time in the care of another authority: it counts towards what a young person is owed as our own does. */
export const CareElsewhere = recordType('care-elsewhere', {
  label: 'Time in the care of another authority',
  plural: 'times in the care of other authorities',
  icon: 'home',
  source:
    'Children Act 1989, sections 23A(2) and 24(1B) and schedule 2, paragraph 19B: looked after by a local authority',
  subjects: { youngPerson },
  dated: 'startedOn',
  ends: 'endedOn',
  headline: 'authority',
  identity: ['youngPerson', 'startedOn'],
  fields: {
    startedOn: date('From', { required: true }),
    authority: text('Which authority'),
    endedOn: date('Until', { hint: 'The first day on which they were no longer in its care.' }),
  },
})

const WhereKept = codeList('detained-or-in-hospital', {
  label: 'Where',
  source: 'Care Leavers (England) Regulations 2010, regulation 3',
  codes: { detained: 'Detained', hospital: 'In hospital' },
})

/** Whoever is detained or in hospital on their 16th birthday, straight after care, is owed what others are who were in care at 16. */
export const DetainedOrInHospital = recordType('detained-or-in-hospital', {
  label: 'Detained or in hospital at 16',
  plural: 'times detained or in hospital',
  icon: 'legal',
  source: 'Children Act 1989, section 23A(3); Care Leavers (England) Regulations 2010, regulation 3',
  subjects: { youngPerson },
  dated: 'startedOn',
  ends: 'endedOn',
  headline: 'where',
  identity: ['youngPerson', 'startedOn'],
  fields: {
    startedOn: date('From', { required: true }),
    where: code('Where', WhereKept, { required: true }),
    endedOn: date('Until', { hint: 'The first day on which they no longer were.' }),
  },
})
