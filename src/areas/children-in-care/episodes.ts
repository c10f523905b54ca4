import { code, date, number, text } from '../../core/definitions/field.ts'
import { recordType } from '../../core/definitions/record-type.ts'
import {
  CategoryOfNeed,
  LegalStatus,
  PlacementLocation,
  PlacementProvider,
  ReasonEpisodeEnded,
  ReasonForNewEpisode,
  ReasonForPlacementChange,
} from './codes-of-episodes.ts'
import { PlacementType } from './codes-of-placements.ts'

/**
 * A stretch of care with one legal status and one placement. There is no record of a period of care: it is worked out from these, by
 * `periodsOfCare`. A code may be one that its list does not have: what a return said is kept as it said it. Where a placement lies is worked out from
 * postcodes and is empty for an unaccompanied child; empty is not 0 miles.
 */
export const Episode = recordType('episode', {
  label: 'Episode of care',
  plural: 'episodes of care',
  source: 'DfE SSDA903, episodes; Children Act 1989, section 22(1) and (2)',
  subjects: { child: { kind: 'person', label: 'Child' } },
  dated: 'startedOn',
  ends: 'endedOn',
  headline: 'placement',
  // Two that begin on one day are a fault, told when they are read; the format that reads them keeps them apart.
  identity: ['child', 'startedOn'],
  fields: {
    startedOn: date('Began', { required: true }),
    reasonStarted: code('Reason for the new episode', ReasonForNewEpisode, { required: true }),
    legalStatus: code('Legal status', LegalStatus, { required: true }),
    categoryOfNeed: code('Category of need', CategoryOfNeed, {
      hint: 'Why the child came into care. It stays the same for the whole period of care.',
    }),
    placement: code('Type of placement', PlacementType, { required: true }),
    provider: code('Provider', PlacementProvider, { hint: 'Leave empty while the child is only away for a time.' }),
    urn: text('Unique reference number (Ofsted)', { hint: 'Of the home or the fostering agency.' }),
    homePostcode: text('Home postcode', { hint: 'Where the child lived when they came into care.' }),
    placementPostcode: text('Postcode of the placement', { sensitivity: 'confidential' }),
    placementAuthority: text('Authority in which the placement lies', { hint: 'Its nine-character code.' }),
    placementLocation: code('In or out of the area', PlacementLocation),
    distance: number('Miles from home', { decimals: 1, least: 0, hint: 'In a straight line, home to placement.' }),
    endedOn: date('Ended', { hint: 'The first day on which it no longer held.' }),
    reasonEnded: code('Reason it ended', ReasonEpisodeEnded, { trueFrom: 'endedOn' }),
    reasonForChange: code('Reason the placement changed', ReasonForPlacementChange, { trueFrom: 'endedOn' }),
  },
})
