import { factOfDay, pooled, test } from '../../core/counting/define.ts'
import { TermsOfApproval } from './approvals.ts'
import { FosterPlacement } from './care-given.ts'
import { onHold } from './populations.ts'

/** How many children at one time the household is approved for; not known where no terms are recorded. */
const placesApproved = factOfDay(
  [TermsOfApproval],
  ({ history }) =>
    history.open(TermsOfApproval, ({ household }) => household === history.subject).at(-1)?.places ?? undefined,
)

const thereNow = factOfDay([FosterPlacement], ({ history }) =>
  history.open(FosterPlacement, ({ household }) => household === history.subject),
)

/** Children in this authority’s care who live with the household: not those of others, nor who stay on after care, nor who come for short breaks. */
const ownChildrenThere = factOfDay(
  [thereNow],
  (member) => thereNow(member).filter(({ standing }) => standing === 'in-care').length,
)

/** Children for each household, those with none among them. */
export const childrenForEach = pooled([ownChildrenThere], { of: ownChildrenThere, among: () => 1 })

/** Whoever takes a place: a young person who stays put after care lives in the house, and is no longer fostered. */
const placesUsed = factOfDay(
  [thereNow],
  (member) =>
    thereNow(member).filter(({ standing }) => standing !== 'staying-put' && standing !== 'short-breaks').length,
)

/** Places that somebody has, of all that are approved: where more live than are approved, it is more than all. */
export const placesFilled = pooled([placesApproved, placesUsed], { of: placesUsed, among: placesApproved })

/** Places that a child could have today, of all that are approved: none with a household on hold. */
export const placesFree = pooled([onHold, placesApproved, placesUsed], {
  of: (member) => {
    const places = placesApproved(member)
    if (places === undefined) return undefined
    return onHold.ask(member) === true ? 0 : Math.max(places - placesUsed(member), 0)
  },
  among: placesApproved,
})

/** A place that a child could have today. */
export const hasVacancy = test([onHold, placesApproved, placesUsed], (member) => {
  if (onHold.ask(member) === true) return false
  const places = placesApproved(member)
  return places === undefined ? undefined : placesUsed(member) < places
})

export const overApproved = test([placesApproved, placesUsed], (member) => {
  const places = placesApproved(member)
  return places === undefined ? undefined : placesUsed(member) > places
})
