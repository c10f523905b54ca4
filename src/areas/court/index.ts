import type { Area } from '../../core/definitions/area.ts'
import { court as indicators } from './indicators.ts'
import { PreProceedings, PreProceedingsMeeting } from './pre-proceedings.ts'
import { lettersBefore, preProceedingsEnd, preProceedingsMeetings } from './pre-proceedings-clocks.ts'
import { CareProceedings, CourtDirection, CourtExtension, CourtHearing } from './proceedings.ts'
import {
  caseManagementHearings,
  courtDirections,
  courtHearings,
  proceedingsEnd,
  proceedingsWithin26Weeks,
} from './proceedings-clocks.ts'
import { beforeCourt } from './tags.ts'
import { courtTracker } from './tracker.ts'
import { workLists } from './work-lists.ts'

const before = [PreProceedings, PreProceedingsMeeting] as const
const proceedings = [CareProceedings, CourtHearing, CourtDirection, CourtExtension] as const

/** An area of its own: those who lead court work and the lawyers look here, and most of these children are not, or not yet, in care. */
export const court: Area = {
  key: 'court',
  label: 'Pre-proceedings and court',
  indicators,
  records: [...before, ...proceedings],
  groups: [
    { label: 'Before a court is asked', records: before },
    { label: 'Care proceedings', records: proceedings },
  ],
  timescales: [
    lettersBefore,
    preProceedingsMeetings,
    preProceedingsEnd,
    caseManagementHearings,
    courtHearings,
    courtDirections,
    proceedingsEnd,
    proceedingsWithin26Weeks,
  ],
  workLists,
  trackers: [courtTracker],
  tags: [beforeCourt],
}
