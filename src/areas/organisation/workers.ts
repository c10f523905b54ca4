import { codeList } from '../../core/definitions/code-list.ts'
import { code, date, text, yesNo } from '../../core/definitions/field.ts'
import { ALWAYS, recordType } from '../../core/definitions/record-type.ts'
import { Service } from './services.ts'

/** Has no date of its own, so that whoever wrote a note keeps a name on it, before and after they worked here. */
export const Worker = recordType('worker', {
  label: 'Worker',
  plural: 'workers',
  source: 'Standard Safeguarding Dataset, professionals (PROF001A to PROF014A)',
  subjects: { worker: { kind: 'worker', label: 'Worker' } },
  dated: ALWAYS,
  ends: 'endedOn',
  identity: ['worker'],
  fields: {
    name: text('Name', { required: true }),
    roleTitle: text('Job title'),
    email: text('E-mail'),
    phone: text('Phone'),
    registrationNumber: text('Social Work England number', { hint: 'Begins with SW.' }),
    staffNumber: text('Staff number'),
    agencyWorker: yesNo('Agency worker'),
    startedOn: date('Works here since'),
    endedOn: date('Worked here until', { hint: 'The first day on which they no longer did. Their access ends then.' }),
  },
})

export const Team = recordType('team', {
  label: 'Team',
  plural: 'teams',
  source: 'Standard Safeguarding Dataset, department (DEPT1001A to DEPT1004A)',
  subjects: {
    team: { kind: 'team', label: 'Team' },
    partOf: { kind: 'team', label: 'Part of', optional: true },
  },
  dated: ALWAYS,
  ends: 'endedOn',
  identity: ['team'],
  fields: {
    name: text('Name', { required: true }),
    service: code('Service', Service, { required: true }),
    phone: text('Phone', { hint: 'The one to ring about a restricted record.' }),
    email: text('E-mail'),
    startedOn: date('Since'),
    endedOn: date('Until', { hint: 'The first day on which it no longer existed.' }),
  },
})

/** The teams that serve a place, for as long as these same teams do: when one is added or leaves, end this and begin another. */
export const Locality = recordType('locality', {
  label: 'Locality',
  plural: 'localities',
  source: 'Local',
  subjects: { teams: { kind: 'team', label: 'Teams that serve it', many: true } },
  dated: 'startedOn',
  ends: 'endedOn',
  identity: ['name', 'startedOn'],
  fields: {
    name: text('Name', { required: true }),
    startedOn: date('Since', { required: true }),
    endedOn: date('Until', { hint: 'The first day on which these were no longer its teams.' }),
  },
})

const TeamPart = codeList('part-in-a-team', {
  label: 'Part in the team',
  source: 'Local',
  codes: {
    manager: 'Manages the team',
    deputy: 'Deputy manager',
    member: 'Member',
    'business-support': 'Business support',
    student: 'Student on placement',
  },
})

/** Who manages a team is a part in it like any other. A manager of a team that others are part of manages those too. */
export const TeamMembership = recordType('team-membership', {
  label: 'Place in a team',
  plural: 'places in teams',
  source: 'Standard Safeguarding Dataset, professionals (PROF012A)',
  subjects: {
    worker: { kind: 'worker', label: 'Worker' },
    team: { kind: 'team', label: 'Team' },
  },
  dated: 'startedOn',
  ends: 'endedOn',
  identity: ['worker', 'team', 'part', 'startedOn'],
  fields: {
    part: code('Part in the team', TeamPart, { required: true }),
    startedOn: date('Since', { required: true }),
    endedOn: date('Until', { hint: 'The first day on which they no longer were in it.' }),
  },
})
