import { type Indicator, indicator } from '../../core/definitions/indicator.ts'
import { escalationsClosed, formalBegun, informalBegun } from './escalation-tests.ts'

/** Concerns about a child’s care that reviewing officers take up with those responsible. */
export const escalations: readonly Indicator[] = [
  indicator({
    key: 'iro-escalations-informal',
    label: 'Reviewing officers: informal escalations',
    unit: 'count',
    goodIs: 'high',
    covers: 'in the period',
    status: 'stated',
    who: 'Escalations that an independent reviewing officer began during the period and recorded as informal.',
    notKnown: 'An escalation without a date is listed, not counted.',
    source: 'Dorset Council, Corporate Parenting dataset, September 2023',
    notes: [
      'More is read as better: it shows reviewing officers speaking up for children.',
      'One that becomes formal counts here when it began and among the formal ones when that stage begins.',
      'Several concerns raised together are one escalation; brothers and sisters have one each.',
      'A telephone call that was not recorded as an escalation does not count.',
    ],
    counts: { population: informalBegun, whenNotKnown: 'stays' },
  }),
  indicator({
    key: 'iro-escalations-closed',
    label: 'Reviewing officers: escalations closed',
    unit: 'count',
    goodIs: 'high',
    covers: 'in the period',
    status: 'inferred',
    who: 'Escalations, informal or formal, that were concluded during the period, whenever they began.',
    notKnown: 'A closed escalation without a date is listed, not counted.',
    source: 'Worked out from Dorset Council, Corporate Parenting dataset, September 2023',
    notes: [
      'Older escalations are included, so more can be closed in a month than began in it.',
      'One that is reopened counts each time it is closed, and one that is withdrawn counts.',
      'One in which only some of the concerns are settled is not closed.',
    ],
    counts: { population: escalationsClosed, whenNotKnown: 'stays' },
  }),
  indicator({
    key: 'iro-escalations-formal',
    label: 'Reviewing officers: formal escalations',
    unit: 'count',
    goodIs: 'high',
    covers: 'in the period',
    status: 'stated',
    who: 'Escalations by an independent reviewing officer whose formal process began during the period.',
    notKnown: 'An escalation without a date is listed, not counted.',
    source:
      'Dorset Council, Corporate Parenting dataset, September 2023; Independent Reviewing Officers’ Handbook (statutory guidance), chapter 6',
    notes: [
      'Each counts once, at the first formal stage it reaches, however far it goes.',
      'A referral to Cafcass (the Children and Family Court Advisory and Support Service) counts as formal.',
    ],
    counts: { population: formalBegun, whenNotKnown: 'stays' },
  }),
]
