import { type Answer, fact, type Member } from '../../core/counting/define.ts'
import { addMonths, type PlainDate } from '../../core/dates/plain-date.ts'
import type { RecordOf } from '../../core/definitions/record-type.ts'
import { AdopterEnquiry, AdopterPause, AdopterStage, AdoptersLeft, SuitabilityDecision } from './adopter-records.ts'

/** How long a household may wait between the stages (Adoption Agencies Regulations 2005, regulation 28(1)); after that Stage 1 is done again. */
const MONTHS_BETWEEN_STAGES = 6

/** Where a household can stand, in the order of its way. */
export const STANDINGS = [
  'Asked about adopting',
  'Registered their interest',
  'Stage 1',
  'Between the stages',
  'Stage 2',
  'Fast track',
  'Paused',
  'Approved',
  'No longer on the way',
] as const

/** Where a household stands on a day, since when, and whether that is in assessment. */
export type Standing = {
  readonly label: (typeof STANDINGS)[number]
  readonly since: PlainDate | null
  readonly assessed: Answer
}

type Stage = RecordOf<typeof AdopterStage>
const STAGES = { one: 'Stage 1', two: 'Stage 2', 'fast-track': 'Fast track' } as const

/**
 * Where a household stands as at the day, by the last thing that happened. On the day of a decision or of leaving it is in assessment no more; one that was
 * approved once and is assessed again is in assessment.
 */
export const standing = fact(
  [AdopterEnquiry, AdopterStage, AdopterPause, SuitabilityDecision, AdoptersLeft],
  (member: Member): Standing => {
    const { history } = member
    const left = history.latest(AdoptersLeft)?.leftOn ?? null
    const since = (day: PlainDate | null): day is PlainDate => day !== null && (left === null || day > left)
    const stage = history.latest(AdopterStage, ({ startedOn }) => since(startedOn))
    const decision = history.latest(SuitabilityDecision, ({ decidedOn }) => since(decidedOn))
    const enquiry = history.latest(AdopterEnquiry, ({ enquiredOn }) => since(enquiredOn))
    if (decision !== undefined && !isBefore(decision.decidedOn, stage?.startedOn)) return afterDecision(decision)
    if (stage !== undefined) return inStage(member, stage)
    return enquiry === undefined ? out(left) : beforeStages(enquiry)
  },
)

const out = (since: PlainDate | null): Standing => ({ label: 'No longer on the way', since, assessed: false })

const isBefore = (day: PlainDate | null, other: PlainDate | null | undefined): boolean =>
  day !== null && other !== null && other !== undefined && day < other

function afterDecision({ suitable, decidedOn, endedOn }: RecordOf<typeof SuitabilityDecision>): Standing {
  if (suitable !== 'yes') return out(decidedOn)
  return endedOn === null ? { label: 'Approved', since: decidedOn, assessed: false } : out(endedOn)
}

const beforeStages = ({ registeredOn, enquiredOn }: RecordOf<typeof AdopterEnquiry>): Standing =>
  registeredOn === null
    ? { label: 'Asked about adopting', since: enquiredOn, assessed: false }
    : { label: 'Registered their interest', since: registeredOn, assessed: false }

function inStage({ history, asAt }: Member, { stage, startedOn, endedOn, howEnded }: Stage): Standing {
  const pause = history.open(AdopterPause, (one) => !isBefore(one.startedOn, startedOn)).at(-1)
  if (pause !== undefined) return { label: 'Paused', since: pause.startedOn, assessed: false }
  const label = stage === null ? 'Stage 1' : STAGES[stage]
  if (endedOn === null) return { label, since: startedOn, assessed: true }
  if (howEnded === 'withdrew' || howEnded === 'may-not') return out(endedOn)
  // A second stage ends with a decision; one that is not recorded is not known, and of a first stage how it ended has to be said.
  if (stage !== 'one') return { label, since: startedOn, assessed: howEnded === 'decided' ? undefined : true }
  if (howEnded === null) return { label, since: startedOn, assessed: undefined }
  return asAt <= addMonths(endedOn, MONTHS_BETWEEN_STAGES)
    ? { label: 'Between the stages', since: endedOn, assessed: true }
    : out(endedOn)
}
