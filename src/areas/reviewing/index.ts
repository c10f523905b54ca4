import type { Area } from '../../core/definitions/area.ts'
import { MidwayCheck, ReviewingContact, ReviewRecord } from './contact-records.ts'
import { escalationStages, formalDispute } from './escalation-clocks.ts'
import { Escalation } from './escalation-records.ts'
import { escalations } from './escalations.ts'
import { footprint } from './footprint.ts'
import { officerAllocated, officerContacts } from './officer-clocks.ts'
import { managersAnswer, midwayChecks, minutesSent, minutesWritten, recommendations } from './review-clocks.ts'
import { timeliness } from './timeliness.ts'
import { workLists } from './work-lists.ts'

const records = [ReviewingContact, MidwayCheck, ReviewRecord, Escalation] as const

export const reviewing: Area = {
  key: 'reviewing',
  label: 'Reviewing officers',
  indicators: [...escalations, ...timeliness, ...footprint],
  headline: [
    'review-minutes-in-time',
    'reviewing-contact-6-months',
    'midway-checks-up-to-date',
    'iro-escalations-informal',
    'iro-escalations-formal',
  ],
  records,
  groups: [{ label: 'Reviewing officer', records }],
  timescales: [
    officerAllocated,
    officerContacts,
    recommendations,
    managersAnswer,
    minutesWritten,
    minutesSent,
    midwayChecks,
    escalationStages,
    formalDispute,
  ],
  workLists,
}
