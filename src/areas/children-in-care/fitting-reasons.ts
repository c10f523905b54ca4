/** What of an episode can change from one to the next. */
export type Changing = {
  readonly legalStatus: string | null
  readonly placement: string | null
  readonly provider: string | null
  readonly urn: string | null
  readonly placementPostcode: string | null
}

/**
 * The reasons for a new episode that fit what changed from the one before, within a period of care. Whether the carer stayed the same (T, U) or not (P, B)
 * cannot be seen from an episode. None fits where nothing changed.
 */
export function fittingReasons(before: Changing, episode: Changing): readonly string[] {
  const legal = before.legalStatus !== episode.legalStatus
  const placed = placementFacts.some((name) => before[name] !== episode[name])
  if (legal) return placed ? ['B', 'U'] : ['L']
  return placed ? ['P', 'T'] : []
}

const placementFacts = ['placement', 'provider', 'urn', 'placementPostcode'] as const
