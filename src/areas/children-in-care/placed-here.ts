import { code, date, text } from '../../core/definitions/field.ts'
import { recordType } from '../../core/definitions/record-type.ts'
import { PlacementType } from './codes-of-placements.ts'

/**
 * A child in the care of another authority who lives in this area: that authority has to tell. Never in our figures: whoever is in our care has
 * episodes, and these have none.
 */
export const PlacedHere = recordType('placed-here', {
  label: 'Placed here by another authority',
  plural: 'children placed here by other authorities',
  icon: 'home',
  source: 'Care Planning, Placement and Case Review (England) Regulations 2010, regulation 13(2)(g)',
  subjects: { child: { kind: 'person', label: 'Child' } },
  dated: 'startedOn',
  ends: 'endedOn',
  headline: 'authority',
  identity: ['child', 'authority', 'startedOn'],
  fields: {
    authority: text('Authority that placed them', { required: true }),
    worker: text('Their social worker, and how to reach them'),
    startedOn: date('Lives here since', { required: true }),
    notifiedOn: date('We were told on'),
    placement: code('Type of placement', PlacementType),
    home: text('Home or carer', { sensitivity: 'confidential' }),
    endedOn: date('Left on', { hint: 'The first day on which they no longer lived here.' }),
  },
})
