import { code, date, paragraphs, plannedDate, text, yesNo } from '../../core/definitions/field.ts'
import { recordType } from '../../core/definitions/record-type.ts'
import { CarerReviewOutcome, SupervisingVisitKind, TrainingKind } from './codes.ts'

const household = { kind: 'household', label: 'Household' } as const
const standards = 'Fostering Services: National Minimum Standards 2011'

/** A visit of the supervising social worker to the carers; a visit to a child who lives there is `CareVisit`. */
export const SupervisingVisit = recordType('supervising-visit', {
  label: 'Visit to foster carers',
  plural: 'visits to foster carers',
  icon: 'visit',
  source: `${standards}, standard 21`,
  subjects: { household, worker: { kind: 'worker', label: 'Supervising social worker', optional: true } },
  dated: 'visitedOn',
  headline: 'kind',
  identity: ['household', 'visitedOn', 'kind'],
  fields: {
    visitedOn: date('Visited on', { required: true }),
    kind: code('How they were seen', SupervisingVisitKind, { required: true }),
    carersSaid: paragraphs('What the carers said: what goes well, what they need'),
    children: paragraphs('How the children are, and what they said'),
    agreed: paragraphs('What was agreed'),
  },
})

/** A review of whether the household remains suitable, on the day on which it is completed. */
export const FosterCarerReview = recordType('foster-carer-review', {
  label: 'Review of foster carers',
  plural: 'reviews of foster carers',
  icon: 'review',
  source: 'Fostering Services (England) Regulations 2011, regulation 28(1) to (5)',
  subjects: { household },
  dated: 'reviewedOn',
  headline: 'outcome',
  identity: ['household', 'reviewedOn'],
  fields: {
    reviewedOn: date('Completed on', { required: true }),
    outcome: code('Outcome', CarerReviewOutcome),
    carersViews: yesNo('Did the carers give their views?'),
    childrensViews: yesNo('Did the children who live there give theirs?'),
    workersViews: yesNo('Did the children’s social workers give theirs?'),
    summary: paragraphs('In short'),
  },
})

/** What one carer learned. */
export const CarerTraining = recordType('carer-training', {
  label: 'Training of a foster carer',
  plural: 'trainings of foster carers',
  source: `${standards}, standard 20`,
  subjects: { carer: { kind: 'person', label: 'Carer' }, household },
  dated: 'completedOn',
  headline: 'course',
  identity: ['carer', 'kind', 'course', 'completedOn'],
  fields: {
    completedOn: date('Completed on', { required: true }),
    kind: code('Kind', TrainingKind, { required: true }),
    course: text('Course', { required: true }),
  },
})

/** That carers were told of a course: whoever is not among them has not been told. */
export const CourseNotice = recordType('course-notice', {
  label: 'Notice of a course',
  plural: 'notices of courses',
  icon: 'note',
  source: `${standards}, standard 20; Dorset Council, Ofsted inspection 2016 (not all carers hear of training)`,
  subjects: { households: { kind: 'household', label: 'Told', many: true } },
  dated: 'sentOn',
  headline: 'course',
  identity: ['course', 'sentOn'],
  fields: {
    sentOn: date('Sent on', { required: true }),
    course: text('Course', { required: true }),
    heldOn: plannedDate('Course is on'),
    how: text('How they were told'),
  },
})
