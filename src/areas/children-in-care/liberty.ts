import { date } from '../../core/definitions/field.ts'
import { recordType } from '../../core/definitions/record-type.ts'

/** An order of the High Court or the Court of Protection. A secure children's home is another thing, and is a placement. */
export const DeprivationOfLiberty = recordType('deprivation-of-liberty', {
  label: 'Deprivation of liberty order',
  plural: 'deprivation of liberty orders',
  source: 'DfE SSDA903, deprivation of liberty orders (from 2026/27); inherent jurisdiction of the High Court',
  subjects: { child: { kind: 'person', label: 'Child' } },
  dated: 'startedOn',
  ends: 'endedOn',
  identity: ['child', 'startedOn'],
  fields: {
    startedOn: date('Made on', { required: true }),
    endedOn: date('Ended on', { hint: 'The first day on which it no longer held.' }),
  },
})
