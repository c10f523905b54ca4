import type { PlainDate } from '../../core/dates/plain-date.ts'
import { type Dated, type EpisodeRow, inOrder, isTemporaryAbsence } from './episode-rows.ts'

/** What of an episode says where a child lives. */
export type PlacedRow = EpisodeRow & {
  readonly provider: string | null
  readonly urn: string | null
  readonly placementPostcode: string | null
}

/** A stretch with the same carers or in the same home, whatever became of the child's legal status meanwhile. */
export type CarePlacement<E extends PlacedRow = PlacedRow> = {
  readonly startedOn: PlainDate
  /** The first day on which the child no longer lived there; null while they do. */
  readonly endedOn: PlainDate | null
  /** Without the times away. */
  readonly episodes: readonly Dated<E>[]
}

/** L: only the legal status is another. T and U: the carer moved house, or changed agency, or now adopts the child. */
const SAME_CARER: readonly (string | null)[] = ['L', 'T', 'U']

/**
 * Where a child has lived while in care, the earliest first. No move: a new legal status, the same carer in another place, and a time away
 * (T0 to T4) after which the child comes back to the same placement. Coming back to a former carer after living elsewhere is another placement.
 * One that begins and ends on one day is none: the child did not sleep there; and whoever is back where they were that night has not moved.
 * Source: DfE, children looked-after return (SSDA903): guide, number of placements; traps B11 to B17.
 */
export function placementsIn<E extends PlacedRow>(episodes: readonly E[]): readonly CarePlacement<E>[] {
  const placements: Building<E>[] = []
  let away = false
  for (const episode of inOrder(episodes)) {
    const current = placements.at(-1)
    if (isTemporaryAbsence(episode)) {
      // The place is kept while the child is away. Whoever does not come back leaves it on the day the time away ends.
      if (current !== undefined) current.endedOn = episode.endedOn
      away = true
    } else {
      place(placements, episode, away)
      away = false
    }
  }
  return placements.filter(hasANight)
}

type Building<E extends PlacedRow> = { startedOn: PlainDate; endedOn: PlainDate | null; episodes: Dated<E>[] }

const hasANight = ({ startedOn, endedOn }: Pick<CarePlacement, 'startedOn' | 'endedOn'>): boolean =>
  endedOn === null || endedOn > startedOn

/** Adds an episode to the placement that it goes on with, or begins another with it. */
function place<E extends PlacedRow>(placements: Building<E>[], episode: Dated<E>, away: boolean): void {
  const current = placements.at(-1)
  if (current !== undefined && goesOn(current, episode, away)) {
    current.episodes.push(episode)
    current.endedOn = episode.endedOn
  } else if (current !== undefined && !hasANight(current)) {
    placements.pop()
    place(placements, episode, true)
  } else placements.push({ startedOn: episode.startedOn, endedOn: episode.endedOn, episodes: [episode] })
}

/** @param back whether the child was away, or in a placement without a night, since */
function goesOn<E extends PlacedRow>(
  current: { readonly endedOn: PlainDate | null; readonly episodes: readonly Dated<E>[] },
  episode: Dated<E>,
  back: boolean,
): boolean {
  const last = current.episodes.at(-1)
  const follows = current.endedOn === null || current.endedOn >= episode.startedOn
  if (last === undefined || !follows) return false
  if (back) return isSamePlace(last, episode)
  return SAME_CARER.includes(episode.reasonStarted)
}

/** Whether two episodes, before and after a time away, are of one place: nothing that is recorded of it is another. */
const isSamePlace = (before: PlacedRow, after: PlacedRow): boolean =>
  before.placement === after.placement &&
  (['provider', 'urn', 'placementPostcode'] as const).every(
    (field) => before[field] === null || after[field] === null || before[field] === after[field],
  )
