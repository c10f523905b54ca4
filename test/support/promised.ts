import { date, text } from '../../src/core/definitions/field.ts'
import { recordType } from '../../src/core/definitions/record-type.ts'

/** A kind of record that a manager has to sign. */
export const Promised = recordType('promised', {
  label: 'Promise',
  plural: 'promises',
  source: 'a test',
  subjects: { child: { kind: 'person', label: 'Child' } },
  dated: 'madeOn',
  identity: ['child', 'what'],
  signedOffBy: 'manager',
  fields: { madeOn: date('Made on', { required: true }), what: text('What', { required: true }) },
})
