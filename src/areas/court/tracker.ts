import { attribute, factOfDay } from '../../core/counting/define.ts'
import { tracker } from '../../core/counting/tracker.ts'
import { inPreProceedings, inProceedings } from './populations.ts'
import { PreProceedings } from './pre-proceedings.ts'
import { lettersBefore, preProceedingsEnd, preProceedingsMeetings } from './pre-proceedings-clocks.ts'
import { CareProceedings, CourtExtension, CourtHearing } from './proceedings.ts'
import { caseManagementHearings, courtDirections } from './proceedings-clocks.ts'
import { before, isInPreProceedings, isInProceedings, proceedings, stepsOfCourt } from './steps.ts'

const STAGES = [
  'Pre-proceedings',
  'Before the case management hearing',
  'Before the issues resolution hearing',
  'Before the final hearing',
  'After the final hearing',
] as const

const stage = factOfDay([proceedings, CourtHearing], (member): (typeof STAGES)[number] => {
  const since = proceedings(member)?.issuedOn ?? null
  if (since === null) return 'Pre-proceedings'
  const held = member.history
    .all(CourtHearing)
    .flatMap(({ heldOn, kind }) => (heldOn !== null && heldOn >= since ? kind : []))
  if (held.includes('final')) return 'After the final hearing'
  if (held.includes('issues-resolution')) return 'Before the final hearing'
  return held.includes('case-management')
    ? 'Before the issues resolution hearing'
    : 'Before the case management hearing'
})

const WEEKS = 26
const weekOf = (since: number, on: number): number => Math.floor((on - since) / 7) + 1

/** In which week it is: the day of issue, or of the decision, is in the first. */
export const weekInCourt = factOfDay([proceedings, before, CourtExtension], (member) => {
  const issuedOn = proceedings(member)?.issuedOn ?? null
  if (issuedOn !== null) {
    const extended = member.history
      .all(CourtExtension)
      .some(({ extendedOn }) => extendedOn !== null && extendedOn >= issuedOn)
    return `Court: week ${weekOf(issuedOn, member.asAt)} of ${WEEKS}${extended ? ', extended' : ''}`
  }
  const decidedOn = before(member)?.decidedOn ?? null
  return decidedOn === null ? undefined : `Pre-proceedings: week ${weekOf(decidedOn, member.asAt)}`
})

/** Every child in pre-proceedings or before a court: how far it is, and what is next. */
export const courtTracker = tracker({
  key: 'court',
  label: 'Court tracker',
  source: `${PreProceedings.source}; ${CareProceedings.source}`,
  populations: [inProceedings, inPreProceedings],
  groupedBy: attribute('Stage', [stage], stage, { order: STAGES }),
  note: weekInCourt,
  steps: [
    {
      key: 'letter',
      label: 'Letter before proceedings',
      clocks: [{ timescale: lettersBefore }],
      asked: isInPreProceedings,
    },
    { key: 'meeting', label: 'Meeting', clocks: [{ timescale: preProceedingsMeetings }], asked: isInPreProceedings },
    {
      key: 'ended',
      label: 'Pre-proceedings over',
      clocks: [{ timescale: preProceedingsEnd }],
      asked: isInPreProceedings,
    },
    {
      key: 'case-management',
      label: 'Case management hearing',
      whose: 'Court',
      clocks: [{ timescale: caseManagementHearings }],
      asked: isInProceedings,
    },
    { key: 'filed', label: 'Filed as directed', clocks: [{ timescale: courtDirections }], asked: isInProceedings },
    ...stepsOfCourt,
  ],
})
