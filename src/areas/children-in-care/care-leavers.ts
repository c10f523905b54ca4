import { codeList } from '../../core/definitions/code-list.ts'
import { code, date } from '../../core/definitions/field.ts'
import { recordType } from '../../core/definitions/record-type.ts'
import { AccommodationOfCareLeaver, ActivityOfCareLeaver } from './codes-of-care-leavers.ts'

/** Whether the authority is in touch with a young person: asked at every contact, and by the return. */
export const InTouch = codeList('in-touch', {
  label: 'In touch',
  source: 'DfE SSDA903, care leavers (IN_TOUCH)',
  codes: {
    YES: 'In touch',
    NO: 'Not in touch',
    DIED: 'Has died',
    REFU: 'Does not want contact',
    NREQ: 'No longer needs the service',
    RHOM: 'Went home to live, for six months or more',
  },
})

/** How a young person who has left care was doing around a birthday, from the 17th to the 21st. Not being in touch is an answer. */
export const CareLeaverOutcome = recordType('care-leaver-outcome', {
  label: 'Care leaver around their birthday',
  plural: 'records of care leavers around their birthdays',
  source: 'DfE SSDA903, care leavers (OC3); Children Act 1989, sections 23A to 24D',
  subjects: { child: { kind: 'person', label: 'Young person' } },
  dated: 'birthdayOn',
  headline: 'inTouch',
  identity: ['child', 'birthdayOn'],
  fields: {
    birthdayOn: date('Birthday', { required: true, hint: 'From three months before it to one month after.' }),
    inTouch: code('In touch?', InTouch, { required: true }),
    activity: code('Main activity', ActivityOfCareLeaver),
    accommodation: code('Where they live', AccommodationOfCareLeaver),
  },
})
