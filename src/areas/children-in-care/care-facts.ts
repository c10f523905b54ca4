import { fact, type Member, remembered } from '../../core/counting/define.ts'
import type { RecordOf } from '../../core/definitions/record-type.ts'
import { Episode } from './episodes.ts'
import { periodOn } from './in-care.ts'
import { type PeriodOfCare, periodsOfCare } from './periods-of-care.ts'
import { placementsIn } from './placements.ts'

/** What most questions about a child in care begin with, worked out once for each child and date. */
export const allPeriods = fact([Episode], ({ history }: Member) => periodsIn(history.all(Episode)))
const periodsIn = remembered((episodes: readonly RecordOf<typeof Episode>[]) => periodsOfCare(episodes))

const care = fact([allPeriods], (member) => careIn(allPeriods(member)))
const careIn = remembered((periods: readonly PeriodOfCare[]) => periods.filter(({ kind }) => kind === 'care'))

/** The period of care that the child is in on the day. */
export const currentPeriod = fact([allPeriods], (member) => {
  const period = periodOn(allPeriods(member), member.asAt)
  if (period !== undefined) member.history.because(...period.episodes)
  return period
})

/** Where the child has lived while in care, one after another. */
export const placements = fact([care], (member) => placementsOf(care(member)))
const placementsOf = remembered((periods: readonly PeriodOfCare[]) =>
  placementsIn(periods.flatMap(({ episodes }) => episodes)),
)

/** Where the child lives on the day: in a time away, the placement that they will come back to. */
export const currentPlacement = fact([placements, currentPeriod], (member) => {
  if (currentPeriod(member) === undefined) return undefined
  const placement = placements(member).findLast(
    ({ startedOn, endedOn }) => startedOn <= member.asAt && (endedOn === null || endedOn > member.asAt),
  )
  const last = placement?.episodes.at(-1)
  if (last !== undefined) member.history.because(last)
  return placement
})

/** What was last recorded about the placement that the child lives in: its type, provider, distance. */
export const currentEpisode = fact([currentPlacement], (member) => currentPlacement(member)?.episodes.at(-1))

/** Legal status on the day. */
export const legalStatus = fact([currentPeriod], (member) => {
  const open = currentPeriod(member)?.episodes.findLast(
    ({ startedOn }) => startedOn !== null && startedOn <= member.asAt,
  )
  return open?.legalStatus ?? undefined
})

/** The first period of care that began in the days looked at, as far as it is known that it began then. */
export const periodBegun = fact([care], (member) => {
  const { from, to, asAt } = member
  const begun = care(member).find(({ startedOn }) => from <= startedOn && startedOn < to && startedOn <= asAt)
  const [first] = begun?.episodes ?? []
  if (first !== undefined) member.history.because(first)
  return begun
})
export const firstDayInCare = fact([periodBegun], (member) => periodBegun(member)?.startedOn)

/** The last period of care that ended in the days looked at. */
export const periodEnded = fact([care], (member) => {
  const { from, to, asAt } = member
  const ended = care(member).findLast(
    ({ endedOn }) => endedOn !== null && from <= endedOn && endedOn < to && endedOn <= asAt,
  )
  const last = ended?.episodes.at(-1)
  if (last !== undefined) member.history.because(last)
  return ended
})

/** Periods of care of which any day lies in the days looked at. */
export const periodsMeanwhile = fact([care], (member) => {
  const meanwhile = care(member).filter(
    ({ startedOn, endedOn }) => startedOn < member.to && (endedOn === null || endedOn > member.from),
  )
  member.history.because(...meanwhile.flatMap(({ episodes }) => episodes.slice(-1)))
  return meanwhile
})
