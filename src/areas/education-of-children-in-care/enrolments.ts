import { codeList } from '../../core/definitions/code-list.ts'
import { code, date, number, paragraphs, plannedDate, text, yesNo } from '../../core/definitions/field.ts'
import { recordType } from '../../core/definitions/record-type.ts'
import { child, school, schoolName, schoolUrn } from './of-schools.ts'

const EnrolmentStatus = codeList('enrolment-status', {
  label: 'How they are on its roll',
  source: 'DfE school census, enrolment status; labels in our own words',
  codes: {
    C: 'On this roll alone',
    M: 'On two rolls; this is the main one',
    S: 'On two rolls; this is the other one',
    G: 'A guest: on no roll here',
    F: 'At a further education college',
    O: 'With another provider',
  },
})

export const SchoolLocation = codeList('school-location', {
  label: 'In or out of the area',
  source: 'Local; as the placement location of SSDA903',
  codes: { IN: 'In our area', OUT: 'In another authority’s area' },
})

const WhyLeft = codeList('why-left-school', {
  label: 'Why they left',
  source: 'Local; DfE, school stability of children in care: methodology (moves between phases are left out)',
  codes: {
    phase: 'Moved up: the next school is for older children',
    placement: 'The child moved home',
    excluded: 'Permanently excluded',
    'managed-move': 'A managed move to another school',
    'special-school': 'To a school that meets their special needs',
    family: 'The child or those who care for them chose another school',
    closed: 'The school closed or changed',
    'left-education': 'Left education',
    other: 'Another reason',
  },
})

/** A child on the roll of a school, from the first day to the last. Whoever has none open is without a school place. */
export const SchoolEnrolment = recordType('school-enrolment', {
  label: 'School place',
  plural: 'school places',
  icon: 'edu',
  source:
    'School Attendance (Pupil Registration) (England) Regulations 2024; DfE school census; Children Act 1989, section 22(3A)',
  subjects: { child, at: school },
  dated: 'startedOn',
  ends: 'endedOn',
  headline: 'school',
  identity: ['child', 'school', 'startedOn'],
  fields: {
    school: schoolName,
    urn: schoolUrn,
    startedOn: date('On its roll from', { required: true }),
    status: code('How they are on its roll', EnrolmentStatus, { required: true }),
    location: code('In or out of the area', SchoolLocation),
    yearGroup: text('Year group, if not that of their age', {
      hint: 'For example Year 8 for a child who repeats a year.',
    }),
    designatedTeacher: text('Designated teacher for children in care'),
    transport: text('How they get there'),
    endedOn: date('Left', { hint: 'The first day on which they were no longer on its roll.' }),
    whyLeft: code('Why they left', WhyLeft, { trueFrom: 'endedOn' }),
  },
})

export const PartTimeTimetable = recordType('part-time-timetable', {
  label: 'Part-time timetable',
  plural: 'part-time timetables',
  icon: 'edu',
  source:
    'DfE, working together to improve school attendance (part-time timetables: for a short time, agreed, and with an end)',
  subjects: { child, at: school },
  dated: 'startedOn',
  ends: 'endedOn',
  headline: 'school',
  identity: ['child', 'school', 'startedOn'],
  fields: {
    school: schoolName,
    startedOn: date('From', { required: true }),
    hoursAWeek: number('Hours in school a week', { decimals: 1, least: 0, most: 40 }),
    why: paragraphs('Why, and what brings the child back to full time', { required: true }),
    agreedWith: text('Agreed with', { hint: 'Parent or carer, social worker, virtual school.' }),
    childsView: paragraphs('What the child says about it'),
    reviewOn: plannedDate('To be looked at again on'),
    endedOn: date('Full time again from'),
  },
})

/** Education elsewhere than at the school on whose roll the child is, or instead of one. */
export const AlternativeProvision = recordType('alternative-provision', {
  label: 'Alternative provision',
  plural: 'alternative provision',
  icon: 'edu',
  source: 'Education Act 1996, section 19; DfE, alternative provision: statutory guidance for local authorities',
  subjects: { child, at: school },
  dated: 'startedOn',
  ends: 'endedOn',
  headline: 'provider',
  identity: ['child', 'provider', 'startedOn'],
  fields: {
    provider: text('Provider', { required: true }),
    startedOn: date('From', { required: true }),
    registered: yesNo('Is it a registered school?'),
    daysAWeek: number('Days a week', { decimals: 1, least: 0, most: 5 }),
    why: paragraphs('Why, and what it is to achieve'),
    qualityCheckedOn: date('Last visited and checked by us'),
    endedOn: date('Until'),
    outcome: paragraphs('What it achieved', { trueFrom: 'endedOn' }),
  },
})
