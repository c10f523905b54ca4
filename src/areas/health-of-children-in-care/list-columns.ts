import { column } from '../../core/counting/column.ts'
import type { Member } from '../../core/counting/define.ts'
import { type CodeList, labelOf } from '../../core/definitions/code-list.ts'
import { currentEpisode } from '../children-in-care/care-facts.ts'
import { PlacementLocation } from '../children-in-care/codes-of-episodes.ts'
import { placementLocation } from '../children-in-care/populations.ts'
import { WhyAssessmentLate, WhyNoDentalCheck } from './records.ts'
import { dentalChecks } from './timescales.ts'
import { NOBODY_SAYS, openAssessment, openRequest, whyNoCheck, withoutDentalCheck } from './why-late.ts'

const NOT_LATE = 'Not overdue'
const labelsOf = ({ codes }: CodeList) => Object.values(codes).map(({ label }) => label)

const location = column('In or out of the area', [currentEpisode], placementLocation, { codes: PlacementLocation })

/** Why an assessment is late: of one that is not, nothing is asked. */
const whyLate = column(
  'Why it is late',
  [openAssessment, openRequest],
  (member) => {
    const reason = openRequest(member)?.delayReason ?? undefined
    if (reason !== undefined) return labelOf(WhyAssessmentLate, reason)
    return openAssessment(member)?.state === 'overdue' ? NOBODY_SAYS : NOT_LATE
  },
  {
    order: [...labelsOf(WhyAssessmentLate), NOBODY_SAYS, NOT_LATE],
    onDashboard: true,
  },
)

/** Of an assessment: where the child lives, and each step before it. */
export const ofAssessment = {
  location: { ...location, onDashboard: true },
  consentOn: column('Consent', [openRequest], (member) => openRequest(member)?.consentOn, { written: 'date' }),
  sentOn: column('Asked for', [openRequest], (member) => openRequest(member)?.sentOn, { written: 'date' }),
  appointment: column('Appointment', [openRequest], (member) => openRequest(member)?.appointmentOffered, {
    written: 'date',
  }),
  whyLate,
} as const

const untreated = { yes: 'A need that nobody treats', no: 'None known', 'not known': 'Not known' } as const

const isDentalCheckOverdue = ({ history }: Member): boolean =>
  history.clocks(dentalChecks).some(({ state }) => state === 'overdue')

/** Of a dental check: why there was none, and what hurts meanwhile. */
export const ofDentalCheck = {
  why: column(
    'Why there was none',
    [dentalChecks, whyNoCheck],
    (member) => {
      const reason = whyNoCheck(member)
      if (!isDentalCheckOverdue(member)) return NOT_LATE
      return reason === undefined ? NOBODY_SAYS : labelOf(WhyNoDentalCheck, reason)
    },
    { order: [...labelsOf(WhyNoDentalCheck), NOBODY_SAYS, NOT_LATE], onDashboard: true },
  ),
  untreated: column(
    'Unmet need',
    [withoutDentalCheck],
    (member) => untreated[withoutDentalCheck(member)?.untreated ?? 'not known'],
    { order: Object.values(untreated), onDashboard: true },
  ),
  need: column('Which', [withoutDentalCheck], (member) => withoutDentalCheck(member)?.need, { written: 'words' }),
  location,
} as const
