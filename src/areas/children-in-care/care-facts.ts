import { type Answer, fact, factOfDay, remembered } from '../../core/counting/define.ts'
import { birthday } from '../../core/dates/age.ts'
import type { PlainDate } from '../../core/dates/plain-date.ts'
import type { RecordOf } from '../../core/definitions/record-type.ts'
import { birthDate } from '../people/about-the-child.ts'
import { Episode } from './episodes.ts'
import { inCareOn, periodOn } from './in-care.ts'
import { type PeriodOfCare, periodsOfCare } from './periods-of-care.ts'
import { placementsIn } from './placements.ts'

/** What most questions about a child in care begin with, worked out once for each child and date. */
export const allPeriods = factOfDay([Episode], ({ history }) => periodsIn(history.all(Episode)))

/** The periods of care of a child's episodes, worked out once while those are the same. */
export const periodsIn = remembered((episodes: readonly RecordOf<typeof Episode>[]) => periodsOfCare(episodes))

/** The 18th birthday, once it has come; null before, or where the date of birth is not known. */
const adultSince = factOfDay([birthDate], (member) => {
  const bornOn = birthDate(member)
  const day = bornOn === null ? null : birthday(bornOn, 18)
  return day !== null && day <= member.asAt ? day : null
})

/** Without short breaks. Care ends on the 18th birthday, whatever was left open or closed later; why it ended is for the record to say. */
const care = factOfDay([allPeriods, adultSince], (member) => {
  const periods = careIn(allPeriods(member))
  const adult = adultSince(member)
  return adult === null ? periods : endingBy(periods)(adult)
})

const careIn = remembered((periods: readonly PeriodOfCare[]) => periods.filter(({ kind }) => kind === 'care'))

/** Periods of care as they are of somebody who is adult since a day, which is the same in every month. */
const endingBy = remembered((periods: readonly PeriodOfCare[]) => {
  const ended = new Map<PlainDate, readonly PeriodOfCare[]>()
  return (adult: PlainDate): readonly PeriodOfCare[] => {
    const before = ended.get(adult)
    if (before !== undefined) return before
    const until = periods.flatMap((period) => endedBy(adult, period))
    ended.set(adult, until)
    return until
  }
})

function endedBy(adult: PlainDate, period: PeriodOfCare): readonly PeriodOfCare[] {
  if (period.startedOn >= adult) return []
  return period.endedOn !== null && period.endedOn <= adult ? [period] : [{ ...period, endedOn: adult, endIs: 'known' }]
}

/** The period of care that the child is in on the day. */
export const currentPeriod = factOfDay([allPeriods], (member) => {
  const period = periodOn(allPeriods(member), member.asAt)
  if (period !== undefined) member.history.becauseOf(period.episodes)
  return period
})

/** Where the child has lived while in care, one after another. */
export const placements = factOfDay([care], (member) => placementsOf(care(member)))
const placementsOf = remembered((periods: readonly PeriodOfCare[]) =>
  placementsIn(periods.flatMap(({ episodes }) => episodes)),
)

/** Where the child lives on the day: in a time away, the placement that they will come back to. */
export const currentPlacement = factOfDay([placements, currentPeriod], (member) => {
  if (currentPeriod(member) === undefined) return undefined
  const placement = placements(member).findLast(
    ({ startedOn, endedOn }) => startedOn <= member.asAt && (endedOn === null || endedOn > member.asAt),
  )
  const last = placement?.episodes.at(-1)
  if (last !== undefined) member.history.because(last)
  return placement
})

/** What was last recorded about the placement that the child lives in: its type, provider, distance. */
export const currentEpisode = factOfDay([currentPlacement], (member) => currentPlacement(member)?.episodes.at(-1))

/** Legal status on the day. */
export const legalStatus = factOfDay([currentPeriod], (member) => {
  const open = currentPeriod(member)?.episodes.findLast(
    ({ startedOn }) => startedOn !== null && startedOn <= member.asAt,
  )
  return open?.legalStatus ?? undefined
})

/** The first period of care that began in the days looked at; before one of which that is not known, one of which it is. */
export const periodBegun = fact([care], (member) => {
  const { from, to, asAt } = member
  let begun: PeriodOfCare | undefined
  for (const one of care(member)) {
    const isThen = from <= one.startedOn && one.startedOn < to && one.startedOn <= asAt
    if (isThen && (begun === undefined || (begun.startIs !== 'known' && one.startIs === 'known'))) begun = one
  }
  const [first] = begun?.episodes ?? []
  if (first !== undefined) member.history.because(first)
  return begun
})
export const firstDayInCare = fact([periodBegun], (member) => periodBegun(member)?.startedOn)

/** The last period of care that ended in the days looked at; before one of which that is not known, one of which it is. */
export const periodEnded = fact([care], (member) => {
  const { from, to, asAt } = member
  let ended: PeriodOfCare | undefined
  for (const one of care(member)) {
    const isThen = one.endedOn !== null && from <= one.endedOn && one.endedOn < to && one.endedOn <= asAt
    if (isThen && (one.endIs === 'known' || ended?.endIs !== 'known')) ended = one
  }
  const last = ended?.episodes.at(-1)
  if (last !== undefined) member.history.because(last)
  return ended
})

/**
 * Whether the child was in care on any of the days looked at: whoever left on the first of them is among those who left in them, and so was. Not
 * known where the record broke off before, and does not say that care had ended.
 */
export const inCareMeanwhile = fact([care, adultSince], (member): Answer => {
  const { from, to, asAt } = member
  let meanwhile = false
  for (const { startedOn, endedOn, episodes } of care(member)) {
    if (startedOn >= to || (endedOn !== null && endedOn < from)) continue
    meanwhile = true
    const last = episodes.at(-1)
    if (last !== undefined) member.history.because(last)
  }
  if (meanwhile) return true
  const adult = adultSince(member)
  const brokeOff = (adult === null || adult >= from) && inCareOn(care(member), asAt) === 'not known'
  return brokeOff ? undefined : false
})
