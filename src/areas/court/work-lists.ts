import type { Timescale } from '../../core/counting/chronology.ts'
import { workList } from '../../core/counting/work-list.ts'
import { inPreProceedings, inProceedings } from './populations.ts'
import { lettersBefore, preProceedingsEnd, preProceedingsMeetings } from './pre-proceedings-clocks.ts'
import { caseManagementHearings, courtDirections, courtHearings, proceedingsEnd } from './proceedings-clocks.ts'

const listOf = (key: string, label: string, of: typeof inProceedings, timescale: Timescale) =>
  workList({ key, label, population: of, timescale, source: timescale.source })

export const workLists = [
  listOf('letters-before-proceedings', 'Letters before proceedings to send', inPreProceedings, lettersBefore),
  listOf('pre-proceedings-meetings', 'Pre-proceedings meetings', inPreProceedings, preProceedingsMeetings),
  listOf('pre-proceedings-to-end', 'Pre-proceedings to bring to an end', inPreProceedings, preProceedingsEnd),
  listOf('case-management-hearings', 'Case management hearings', inProceedings, caseManagementHearings),
  listOf('court-hearings', 'Hearings that are listed', inProceedings, courtHearings),
  listOf('court-directions', 'What is to be filed at court', inProceedings, courtDirections),
  listOf('care-proceedings-to-end', 'Care proceedings: 26 weeks, or as extended', inProceedings, proceedingsEnd),
]
