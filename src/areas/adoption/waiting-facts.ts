import { factOfDay, type Member, test } from '../../core/counting/define.ts'
import { currentEpisode, legalStatus } from '../children-in-care/care-facts.ts'
import { PLACED_FOR_ADOPTION } from './adopted-facts.ts'
import { PlacementConsent, PlacementOrder } from './orders.ts'

/**
 * Whether we may place the child for adoption: by a court’s order or with the parents’ consent. Where no order was ever recorded as such, the legal status says
 * so.
 */
export const authorised = test([PlacementOrder, PlacementConsent, legalStatus], (member: Member) => {
  const { history } = member
  if (history.open(PlacementConsent).length > 0) return true
  if (history.all(PlacementOrder).length > 0) return history.open(PlacementOrder).length > 0
  return legalStatus(member) === 'E1'
})

const placement = factOfDay([currentEpisode], (member) => currentEpisode(member)?.placement ?? null)

export const isPlacedForAdoption = test([placement], (member) => PLACED_FOR_ADOPTION.includes(placement(member)))
