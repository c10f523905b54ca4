import { fact, type Member, test } from '../../core/counting/define.ts'
import { TermsOfApproval } from './approvals.ts'
import { FosterPlacement } from './care-given.ts'
import { onHold } from './populations.ts'

/** How many children at one time the household is approved for; not known where no terms are recorded. */
const placesApproved = fact(
  [TermsOfApproval],
  ({ history }: Member) =>
    history.open(TermsOfApproval, ({ household }) => household === history.subject).at(-1)?.places ?? undefined,
)

const thereNow = fact([FosterPlacement], ({ history }: Member) =>
  history.open(FosterPlacement, ({ household }) => household === history.subject),
)

/** Whoever takes a place: a young person who stays put after care lives in the house, and is no longer fostered. */
const placesUsed = fact(
  [thereNow],
  (member) =>
    thereNow(member).filter(({ standing }) => standing !== 'staying-put' && standing !== 'short-breaks').length,
)

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
