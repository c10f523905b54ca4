import { type Member, test } from '../../core/counting/define.ts'
import { addMonths } from '../../core/dates/plain-date.ts'
import { currentEpisode, currentPlacement, placements } from './care-facts.ts'
import { firstOfMonths } from './populations.ts'

/** Where the child lives, by the national code; not known where no placement is recorded. */
const placedIn = (codes: readonly string[]) =>
  test([currentEpisode], (member) => {
    const placement = currentEpisode(member)?.placement ?? null
    return placement === null ? undefined : codes.includes(placement)
  })

export const fostered = placedIn(['U1', 'U2', 'U3', 'U4', 'U5', 'U6'])
export const withParents = placedIn(['P1'])
/** The code in force on the day decides: K3, supported accommodation that is registered, is not among them. */
export const unregulatedPlacement = placedIn(['H5', 'P2', 'R1'])

export const privateProvider = test([currentEpisode], (member) => {
  const provider = currentEpisode(member)?.provider ?? null
  return provider === null ? undefined : provider === 'PR4'
})

export const outsideTheArea = test([currentEpisode], (member) => {
  const location = currentEpisode(member)?.placementLocation ?? null
  return location === null ? undefined : location === 'OUT'
})

/** Exactly 20 miles is not more than 20 miles. */
export const over20Miles = test([currentEpisode], (member) => {
  const distance = currentEpisode(member)?.distance ?? null
  return distance === null ? undefined : distance > 20
})

/** Of the placements of the 12 months up to the day the one that was open as they began counts; one that ended that day does not. */
export const threePlacements = test([placements], (member) => {
  const since = firstOfMonths(member.asAt, 12)
  let inYear = 0
  for (const { startedOn, endedOn, episodes } of placements(member)) {
    if (startedOn > member.asAt || (endedOn !== null && endedOn <= since)) continue
    inYear++
    const [first] = episodes
    if (first !== undefined) member.history.because(first)
  }
  return inYear >= 3
})

/** Two years to the day counts. */
export const sameCarerTwoYears = test([currentPlacement], (member: Member) => {
  const placement = currentPlacement(member)
  return placement === undefined ? undefined : addMonths(placement.startedOn, 24) <= member.asAt
})
