import { code, date, paragraphs, text, worker } from '../../core/definitions/field.ts'
import { recordType } from '../../core/definitions/record-type.ts'
import { AllocationRole, ReasonForChange } from './services.ts'

/**
 * Whose work somebody is, and so who may open the record. It always lies with a team; without a worker it waits for one in that team.
 * Cover is an allocation of its own with its end written in advance: it ends by itself on that day.
 */
export const Allocation = recordType('allocation', {
  label: 'Allocation',
  plural: 'allocations',
  icon: 'plan',
  source:
    'Standard Safeguarding Dataset, involvements (INVO001A to INVO011A); SSDA903, social worker episodes; Ofsted Annex A, allocated team and worker',
  subjects: {
    person: { kind: 'person', label: 'Child or other person' },
    team: { kind: 'team', label: 'Team' },
    worker: { kind: 'worker', label: 'Worker', optional: true },
  },
  dated: 'startedOn',
  ends: 'endedOn',
  identity: ['person', 'team', 'role', 'startedOn'],
  fields: {
    role: code('Role', AllocationRole, { required: true }),
    startedOn: date('From', { required: true }),
    why: code('Reason for the change', ReasonForChange, { hint: 'Why this worker, now.' }),
    coverFor: worker('Covers for', {
      hint: 'For cover, the worker who is away. Give the last day too, and it ends by itself.',
    }),
    handover: paragraphs('Handed over', { hint: 'What the child was told, and what was promised that must be kept.' }),
    endedOn: date('Until', { hint: 'The first day on which it no longer holds. For cover it may lie ahead.' }),
    whyEnded: text('Why it ended', { trueFrom: 'endedOn' }),
  },
})

/**
 * Whose work a household is: those who assess, supervise or support people who take children in. As with a person's, it always lies with a team, and says
 * who may open what is written about the household; what is written about those who live there it does not open.
 */
export const HouseholdAllocation = recordType('household-allocation', {
  label: 'Allocation of a household',
  plural: 'allocations of households',
  icon: 'plan',
  source: 'Fostering Services: National Minimum Standards, standard 21 (supervising social worker); Local for adopters',
  subjects: {
    household: { kind: 'household', label: 'Household' },
    team: { kind: 'team', label: 'Team' },
    worker: { kind: 'worker', label: 'Worker', optional: true },
  },
  dated: 'startedOn',
  ends: 'endedOn',
  identity: ['household', 'team', 'role', 'startedOn'],
  fields: {
    role: code('Role', AllocationRole, { required: true }),
    startedOn: date('From', { required: true }),
    endedOn: date('Until', { hint: 'The first day on which it no longer holds.' }),
    whyEnded: text('Why it ended', { trueFrom: 'endedOn' }),
  },
})
