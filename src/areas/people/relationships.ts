import { plainDate } from '../../core/dates/plain-date.ts'
import { codeList } from '../../core/definitions/code-list.ts'
import { code, date, number, paragraphs, plannedDate, text, yesNo } from '../../core/definitions/field.ts'
import { recordType } from '../../core/definitions/record-type.ts'
import { RelationshipKind } from './relationship-kinds.ts'

/** Written once for two people: from the second person's side it is read by its inverse. */
export const Relationship = recordType('relationship', {
  label: 'Relationship',
  plural: 'relationships',
  icon: 'family',
  source:
    'Local; Children Act 1989, sections 22(4) and 105 (family and relatives); Standard Safeguarding Dataset, family and mother',
  subjects: {
    person: { kind: 'person', label: 'Person' },
    relative: { kind: 'person', label: 'Related to' },
  },
  dated: 'startedOn',
  ends: 'endedOn',
  identity: ['person', 'relative', 'kind', 'startedOn'],
  fields: {
    kind: code('Relationship', RelationshipKind, {
      required: true,
      hint: 'What the second person is to the first: choose “Birth parent” if the second is a parent of the first.',
    }),
    inTheirWords: text('What they call each other', { hint: 'For example Nan, or Big Theo.' }),
    startedOn: date('Since', {
      required: true,
      hint: 'For family by birth, the date of birth of the younger. If nobody knows, the day on which we learned of it.',
    }),
    endedOn: date('Until', {
      hint: 'For partners who parted, an adoption, a placement that ended. A death ends no family tie.',
    }),
    whyEnded: text('Why it ended', { trueFrom: 'endedOn' }),
  },
})

const [joint, step, second, arrangements] = [
  plainDate('2003-12-01'),
  plainDate('2005-12-30'),
  plainDate('2009-04-06'),
  plainDate('2014-04-22'),
]
const childrenAct = plainDate('1991-10-14')

const AcquiredBy = codeList('parental-responsibility-by', {
  label: 'How parental responsibility came about',
  source:
    'Children Act 1989, sections 2, 4, 4ZA, 4A, 5, 12 and 14C (in force 14 October 1991); registration as father: Adoption and Children Act 2002, section 111 (1 December 2003); special guardianship, step-parents and prospective adopters (section 25): the same Act (30 December 2005); second female parents: Human Fertilisation and Embryology Act 2008 (6 April 2009); child arrangements orders: Children and Families Act 2014, section 12 (22 April 2014)',
  codes: {
    mother: 'Mother, by birth',
    'married-father': 'Father married to the mother',
    'registered-father': { label: 'Father on the birth certificate', from: joint },
    'second-parent': { label: 'Second female parent', from: second },
    agreement: { label: 'Agreement with the mother', from: childrenAct },
    'court-order': { label: 'Parental responsibility order', from: childrenAct },
    'step-parent': { label: 'Step-parent, by agreement or order', from: step },
    'residence-order': { label: 'Residence order', from: childrenAct, to: arrangements },
    'child-arrangements-order': { label: 'Child arrangements order', from: arrangements },
    'special-guardianship-order': { label: 'Special guardianship order', from: step },
    guardian: { label: 'Guardian appointed on a death', from: childrenAct },
    'placed-for-adoption': { label: 'Child placed with them for adoption (shared)', from: step },
    adoption: 'Adoption order',
    'not-known': 'Not known',
  },
})

/**
 * A record of its own: it begins and ends on other days than the relationship. “No” and “not known” are answers. The council's share, under
 * a care or placement order, follows from the order and is not written a second time.
 */
export const ParentalResponsibility = recordType('parental-responsibility', {
  label: 'Parental responsibility',
  plural: 'records of parental responsibility',
  icon: 'legal',
  source: 'Children Act 1989, sections 2 to 5, 12 and 14C; Adoption and Children Act 2002, sections 25 and 46',
  subjects: {
    child: { kind: 'person', label: 'Child' },
    holder: { kind: 'person', label: 'Who' },
  },
  dated: 'startedOn',
  ends: 'endedOn',
  identity: ['child', 'holder', 'startedOn'],
  fields: {
    holds: yesNo('Has parental responsibility', { required: true }),
    acquiredBy: code('How it came about', AcquiredBy),
    limitedOn: date('Limited by a court on'),
    limits: paragraphs('Limits set by a court', { hint: 'Such as a prohibited steps order.', trueFrom: 'limitedOn' }),
    evidenceSeen: yesNo('Certificate, agreement or order seen'),
    startedOn: date('Since', { required: true, hint: 'For “no” or “not known”, the day on which it was asked.' }),
    endedOn: date('Until', { hint: 'The first day on which it no longer held.' }),
    whyEnded: text('How it came to an end', {
      trueFrom: 'endedOn',
      hint: 'For example adoption, or the order discharged.',
    }),
  },
})

const FamilyTimeForm = codeList('family-time-form', {
  label: 'How they spend time together',
  source: 'Local; Children Act 1989, section 34',
  codes: {
    'in-person': 'In person',
    supervised: 'In person, supervised',
    'phone-or-video': 'Phone or video',
    letters: 'Letters and cards only',
    none: 'None',
  },
})

/** What has been arranged. Whether it happens is written in case notes. */
export const FamilyTimeArrangement = recordType('family-time-arrangement', {
  label: 'Family time',
  plural: 'family time arrangements',
  icon: 'family',
  source: 'Children Act 1989, sections 8 and 34 and schedule 2, paragraph 15',
  subjects: {
    child: { kind: 'person', label: 'Child' },
    withWhom: { kind: 'person', label: 'With' },
  },
  dated: 'startedOn',
  ends: 'endedOn',
  identity: ['child', 'withWhom', 'how', 'startedOn'],
  steps: [
    {
      label: 'What is arranged',
      asks: ['child', 'withWhom', 'how', 'howOften', 'everyDays', 'where', 'orderedByCourt', 'startedOn'],
    },
    { label: 'Why, and what the child wants', asks: ['childsView', 'reason', 'reviewOn', 'endedOn', 'whyEnded'] },
  ],
  fields: {
    how: code('How', FamilyTimeForm, { required: true }),
    howOften: text('How often', { hint: 'As you would say it: Sundays, every second weekend.' }),
    everyDays: number('Days from one time to the next, at most', { least: 1, most: 366 }),
    where: text('Where, and who brings them'),
    orderedByCourt: yesNo('Ordered by a court'),
    childsView: paragraphs('What the child wants', { hint: 'In their own words where you can.' }),
    reason: paragraphs('Why it is so'),
    reviewOn: plannedDate('Look at it again on'),
    startedOn: date('Since', { required: true }),
    endedOn: date('Until', { hint: 'The first day on which it no longer holds.' }),
    whyEnded: text('Why it ended', { trueFrom: 'endedOn' }),
  },
})
