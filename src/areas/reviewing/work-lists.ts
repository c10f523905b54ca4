import { type WorkList, workList } from '../../core/counting/work-list.ts'
import { escalationStages } from './escalation-clocks.ts'
import { officerAllocated, officerContacts } from './officer-clocks.ts'
import { contactListed, reviewedChildren, withEscalation } from './populations.ts'
import { midwayChecks, minutesSent, recommendations } from './review-clocks.ts'
import { reviewingStandards, stageStandards } from './standards.ts'

export const workLists: readonly WorkList[] = [
  workList({
    key: 'reviewing-officers-to-allocate',
    label: 'Children without a reviewing officer',
    source: reviewingStandards.allocated.source,
    population: reviewedChildren,
    timescale: officerAllocated,
  }),
  workList({
    key: 'review-recommendations',
    label: 'Recommendations of reviews to send',
    source: reviewingStandards.recommendations.source,
    population: reviewedChildren,
    timescale: recommendations,
  }),
  workList({
    key: 'review-minutes',
    label: 'Minutes of reviews to send',
    source: reviewingStandards.minutesSent.source,
    population: reviewedChildren,
    timescale: minutesSent,
  }),
  workList({
    key: 'midway-checks',
    label: 'Midway checks',
    source: reviewingStandards.midwayAfterLater.source,
    population: reviewedChildren,
    timescale: midwayChecks,
  }),
  workList({
    key: 'reviewing-contacts',
    label: 'Contacts by reviewing officers',
    source: reviewingStandards.contact.source,
    population: contactListed,
    timescale: officerContacts,
  }),
  workList({
    key: 'escalations',
    label: 'Escalations that wait for an answer',
    source: stageStandards.informal.source,
    population: withEscalation,
    timescale: escalationStages,
  }),
]
