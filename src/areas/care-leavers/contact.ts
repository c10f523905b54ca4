import { codeList } from '../../core/definitions/code-list.ts'
import { code, codes, date, paragraphs, yesNo } from '../../core/definitions/field.ts'
import { recordType } from '../../core/definitions/record-type.ts'
import { InTouch } from '../children-in-care/care-leavers.ts'
import { youngPerson } from './young-person.ts'

const WayOfContact = codeList('care-leaver-way-of-contact', {
  label: 'How',
  source: 'Care Leavers (England) Regulations 2010, regulation 8; local',
  codes: {
    visit: 'Visit to where they live',
    met: 'Met somewhere else',
    phone: 'Phone or video call',
    message: 'Text or other message',
    letter: 'Letter or e-mail',
    through: 'Through somebody who knows them',
  },
})

/** Whether we are in touch, and how we found out. A try that found nobody is a record too: its answer is not in touch. */
export const CareLeaverContact = recordType('care-leaver-contact', {
  label: 'Contact with a care leaver',
  plural: 'contacts with care leavers',
  icon: 'phone',
  source:
    'Children Act 1989, sections 23C(2) and 23CZB; Care Leavers (England) Regulations 2010, regulation 8; DfE SSDA903, care leavers (IN_TOUCH)',
  subjects: { youngPerson, adviser: { kind: 'worker', label: 'Personal adviser', optional: true } },
  dated: 'contactedOn',
  headline: 'answer',
  sorts: { by: 'how', icons: { visit: 'visit', met: 'visit' } },
  identity: ['youngPerson', 'contactedOn'],
  fields: {
    contactedOn: date('On', { required: true }),
    answer: code('In touch?', InTouch, { required: true }),
    how: code('How', WayOfContact),
    theirWords: paragraphs('What they said, in their words'),
    entitlement: yesNo('Were they told what help they can have?', {
      hint: 'Everyone up to 25 is told at least once a year.',
    }),
    next: paragraphs('What happens next, and who does it'),
  },
})

const PartOfLocalOffer = codeList('local-offer-part', {
  label: 'Part of the local offer',
  source: 'Children and Social Work Act 2017, section 2(2)',
  codes: {
    health: 'Health and wellbeing',
    relationships: 'Relationships',
    education: 'Education and training',
    employment: 'Work',
    accommodation: 'A home',
    participation: 'Taking part in society',
  },
})

/** What a young person wishes for, and of the local offer what they asked about. Their words come before ours. */
export const CareLeaverWishes = recordType('care-leaver-wishes', {
  label: 'Wishes of a care leaver',
  plural: 'records of what care leavers wish',
  icon: 'voice',
  source: 'Children and Social Work Act 2017, sections 1 and 2; Care Leavers (England) Regulations 2010, regulation 6',
  subjects: { youngPerson },
  dated: 'askedOn',
  headline: 'wishes',
  identity: ['youngPerson', 'askedOn'],
  fields: {
    askedOn: date('On', { required: true }),
    wishes: paragraphs('What they wish for, in their words', { required: true }),
    about: codes('What of the local offer it is about', PartOfLocalOffer),
    explained: yesNo('Was the local offer explained to them?'),
    answer: paragraphs('What we answered'),
  },
})
