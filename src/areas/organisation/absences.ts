import { date, paragraphs, plannedDate } from '../../core/definitions/field.ts'
import { recordType } from '../../core/definitions/record-type.ts'

/** That the worker of a child is away, for each child by itself: it is told on the child's own record, where the letter and the cover stand too. */
export const WorkerAway = recordType('worker-away', {
  label: 'Worker away',
  plural: 'absences of workers',
  icon: 'plan',
  source:
    'Local: Dorset Council, children are written to when their worker is off for long; Children Act 1989, section 22(4)',
  subjects: {
    child: { kind: 'person', label: 'Child or young person' },
    worker: { kind: 'worker', label: 'Worker who is away' },
  },
  dated: 'startedOn',
  ends: 'endedOn',
  identity: ['child', 'worker', 'startedOn'],
  fields: {
    startedOn: date('Away since', { required: true }),
    backOn: plannedDate('Expected back on', { hint: 'Leave it empty while nobody knows.' }),
    meanwhile: paragraphs('What is planned meanwhile', { hint: 'Who is there for them, and what stays as promised.' }),
    endedOn: date('Back on', { hint: 'Or the day on which they got another worker for good.' }),
  },
})
