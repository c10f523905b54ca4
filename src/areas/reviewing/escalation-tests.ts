import { attribute, population, type RecordMember, recordsDated, test } from '../../core/counting/define.ts'
import { whoseWork } from '../organisation/whose-work.ts'
import { aboutTheChild } from '../people/about-the-child.ts'
import { Concern, Escalation, RaisedWith } from './escalation-records.ts'

type OfEscalation = RecordMember<typeof Escalation>

const source = 'Dorset Council, Corporate Parenting dataset, September 2023'

/** What figures about escalations can be broken down by. */
const by = {
  concern: attribute('Area of concern', [Escalation], ({ record }: OfEscalation) => record.concern, { codes: Concern }),
  raisedWith: attribute('With whom', [Escalation], ({ record }: OfEscalation) => record.raisedWith, {
    codes: RaisedWith,
  }),
  ...aboutTheChild,
  ...whoseWork,
} as const

const beganInformally = test([Escalation], ({ record }: OfEscalation) => record.began === 'informal')

export const informalBegun = population({
  key: 'escalations-informal',
  label: 'Informal escalations that began',
  source,
  each: recordsDated(Escalation, 'child', 'startedOn'),
  include: { 'began informally': beganInformally },
  by,
})

/** Once each, by its first formal stage. */
export const formalBegun = population({
  key: 'escalations-formal',
  label: 'Escalations that became formal',
  source,
  each: recordsDated(Escalation, 'child', 'formalOn'),
  by,
})

export const escalationsClosed = population({
  key: 'escalations-closed',
  label: 'Escalations that were closed',
  source,
  each: recordsDated(Escalation, 'child', 'closedOn'),
  by,
})
