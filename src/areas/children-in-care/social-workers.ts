import { code, date, text } from '../../core/definitions/field.ts'
import { recordType } from '../../core/definitions/record-type.ts'
import { ReasonForChange } from '../organisation/services.ts'

/**
 * Who a child's social worker was, as the return says it. An `Allocation` it is not: that needs a team, which the return does not have, and it
 * decides today who may open the child's record, which a return of last year must not.
 */
export const SocialWorkerEpisode = recordType('social-worker-episode', {
  label: 'Social worker',
  plural: 'times with a social worker',
  source: 'DfE SSDA903, social worker episodes (from 2023/24)',
  subjects: { child: { kind: 'person', label: 'Child' } },
  dated: 'startedOn',
  ends: 'endedOn',
  headline: 'workerNumber',
  identity: ['child', 'workerNumber', 'startedOn'],
  fields: {
    workerNumber: text('Number of the social worker', {
      required: true,
      hint: 'Of Social Work England, begins with SW.',
    }),
    startedOn: date('From', { required: true }),
    endedOn: date('Until', { hint: 'The first day on which they no longer were.' }),
    reason: code('Reason for the change', ReasonForChange),
  },
})
