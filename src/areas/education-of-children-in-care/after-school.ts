import { codeList } from '../../core/definitions/code-list.ts'
import { code, date, paragraphs, text } from '../../core/definitions/field.ts'
import { recordType } from '../../core/definitions/record-type.ts'

const child = { kind: 'person', label: 'Young person' } as const

export const Activity = codeList('education-activity', {
  label: 'Main activity',
  source: 'DfE, national client caseload information system (CCIS): activity; labels in our own words',
  codes: {
    school: 'At school',
    college: 'At college, full time',
    'part-time': 'In education, part time',
    apprenticeship: 'Apprenticeship',
    training: 'Training or a supported internship',
    'work-and-training': 'Work with training',
    work: 'Work without training',
    'place-waiting': 'Has a place that begins after the summer',
    'not-in-eet': 'Not in education, work or training',
    custody: 'In custody',
    'not-known': 'Not known',
  },
})

/** In education or training, or with a place that begins after the summer. */
const LEARNING: readonly string[] = [
  'school',
  'college',
  'apprenticeship',
  'training',
  'work-and-training',
  'place-waiting',
]
export const isLearning = (activity: string | null): boolean => activity !== null && LEARNING.includes(activity)

export const WhyNotInEet = codeList('why-not-in-eet', {
  label: 'Why not in education, work or training',
  source:
    'DfE, national client caseload information system (CCIS), and SSDA903 activity codes G4 to G6; labels in our own words',
  codes: {
    looking: 'Looking for work or a course',
    'waiting-course': 'Waits for a course to begin (English for newcomers, for example)',
    'not-ready': 'Not ready yet',
    illness: 'Illness',
    disability: 'Disability',
    pregnancy: 'Pregnancy',
    parent: 'Cares for their own child',
    carer: 'Cares for somebody else',
    'right-to-work': 'Not yet allowed to work or study',
    'moved-home': 'Has just moved home',
    other: 'Another reason',
  },
})

/** What a young person mainly does after compulsory school, until something else begins. */
export const EducationActivity = recordType('education-activity', {
  label: 'Education, work or training',
  plural: 'records of education, work or training',
  icon: 'edu',
  source: 'Education and Skills Act 2008, section 68; DfE, national client caseload information system (CCIS)',
  subjects: { child },
  dated: 'startedOn',
  ends: 'endedOn',
  headline: 'activity',
  identity: ['child', 'startedOn'],
  fields: {
    startedOn: date('Since', { required: true }),
    activity: code('Main activity', Activity, { required: true }),
    where: text('Where, and what'),
    whyNot: code('If in none: why', WhyNotInEet),
    wants: paragraphs('What the young person wants to do'),
    help: paragraphs('What helps them there, and who does it'),
    confirmedOn: date('Last confirmed on', { hint: 'The last day on which somebody made sure that it still holds.' }),
    endedOn: date('Until'),
  },
})

/** A place in education or training offered to a young person in year 11 or 12 for the September to come. */
export const SeptemberOffer = recordType('september-offer', {
  label: 'Offer for September',
  plural: 'offers for September',
  icon: 'edu',
  source: 'Department for Education, September Guarantee; Education and Skills Act 2008, section 10',
  subjects: { child },
  dated: 'offeredOn',
  headline: 'what',
  identity: ['child', 'offeredOn', 'what'],
  fields: {
    offeredOn: date('Offered on', { required: true }),
    what: text('What and where', { required: true }),
    acceptedOn: date('Accepted on'),
  },
})
