import { codeList } from '../../core/definitions/code-list.ts'
import { code, date, number, paragraphs, plannedDate } from '../../core/definitions/field.ts'
import { recordType } from '../../core/definitions/record-type.ts'
import { child, school, schoolName, schoolUrn } from './of-schools.ts'

/**
 * A register added up over some days: a week, a half term. Sessions are half days. It is known when those days are over, and dated by the last of them.
 * Sessions that were not possible (codes X and Y) are in none of the numbers.
 */
export const SchoolAttendance = recordType('school-attendance', {
  label: 'Attendance',
  plural: 'records of attendance',
  icon: 'edu',
  source: 'School Attendance (Pupil Registration) (England) Regulations 2024; DfE, pupil absence: methodology',
  subjects: { child, at: school },
  dated: 'throughOn',
  headline: 'school',
  identity: ['child', 'school', 'fromOn', 'throughOn'],
  fields: {
    school: schoolName,
    urn: schoolUrn,
    fromOn: date('First day', { required: true }),
    throughOn: date('Last day', { required: true }),
    possible: number('Sessions possible', {
      required: true,
      least: 0,
      most: 500,
      hint: 'Half days. A full week is 10.',
    }),
    attended: number('Sessions attended', { required: true, least: 0, most: 500 }),
    authorised: number('Sessions missed with leave', { least: 0, most: 500 }),
    unauthorised: number('Sessions missed without leave', { least: 0, most: 500 }),
    late: number('Times late', { least: 0, most: 500 }),
  },
})

export const AbsenceCause = codeList('absence-cause', {
  label: 'Main cause',
  source: 'Local; the codes of the attendance register say how a session was missed, not why',
  codes: {
    health: 'Illness or a health need',
    'emotional-health': 'Emotional health: anxious about school',
    placement: 'A move of home, or the journey is too long',
    'family-time': 'Family time or court in school hours',
    missing: 'Missing from home',
    'unmet-need': 'Special needs that the school does not meet',
    bullying: 'Bullied, or feels unsafe at school',
    'part-time': 'A part-time timetable',
    suspended: 'Suspended',
    'no-place': 'Waited for a school place',
    criminal: 'Exploitation or crime',
    other: 'Another cause',
  },
})

/** Why a child misses school, as those who know the child understand it, and what was agreed to change it. */
export const AbsenceUnderstood = recordType('absence-understood', {
  label: 'Why school is missed',
  plural: 'records of why school is missed',
  icon: 'edu',
  source: 'DfE, working together to improve school attendance; Dorset Council, Corporate Parenting report 2023',
  subjects: { child },
  dated: 'agreedOn',
  ends: 'endedOn',
  headline: 'cause',
  identity: ['child', 'agreedOn'],
  fields: {
    agreedOn: date('Agreed on', { required: true }),
    cause: code('Main cause', AbsenceCause, { required: true }),
    childSays: paragraphs('What the child says'),
    action: paragraphs('What was agreed, and who does it', { required: true }),
    lookAgainOn: plannedDate('To be looked at again on'),
    endedOn: date('No longer needed from'),
  },
})

/** A school tells the authority of a pupil who stays away without leave. */
export const ContinuousAbsence = recordType('continuous-absence', {
  label: 'Away from school without leave',
  plural: 'times away from school without leave',
  icon: 'edu',
  source: 'School Attendance (Pupil Registration) (England) Regulations 2024',
  subjects: { child, at: school },
  dated: 'startedOn',
  ends: 'endedOn',
  headline: 'school',
  identity: ['child', 'school', 'startedOn'],
  fields: {
    school: schoolName,
    startedOn: date('First day away', { required: true }),
    reportedOn: date('The school told us on'),
    whatWeDid: paragraphs('What was done', { trueFrom: 'reportedOn' }),
    endedOn: date('Back on'),
  },
})
