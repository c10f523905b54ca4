import type { PlainDate } from '../core/dates/plain-date.ts'
import type { Made } from './authority.ts'
import type { EpisodeMade } from './episodes.ts'

/** A stretch in which a made-up child lived with carers, or in a home, of the authority itself. */
export type OwnStay = {
  readonly child: string
  readonly placement: string
  readonly startedOn: PlainDate
  /** Null while it goes on. */
  readonly endedOn: PlainDate | null
  /** What came next: another placement, or a reason for leaving care. */
  readonly next: string | null
}

/** Provided by the authority itself. */
const OWN = 'PR1'

/** Where children lived with the authority's own carers or in its own homes, the earliest first. A time away, or a new legal status, is no move. */
export const ownStays = (all: readonly Made[]): readonly OwnStay[] =>
  all
    .flatMap(({ child, episodes }) => staysOf(child.number, episodes))
    .toSorted((a, b) => a.startedOn - b.startedOn || a.child.localeCompare(b.child))

function staysOf(child: string, episodes: readonly EpisodeMade[]): readonly OwnStay[] {
  const stays: (OwnStay & { readonly place: EpisodeMade['place'] })[] = []
  let open = false
  for (const { placement, provider, place, startedOn, endedOn, reasonEnded } of episodes) {
    const last = stays.at(-1)
    const away = placement.startsWith('T')
    const next = reasonEnded === null || reasonEnded === 'X1' ? null : reasonEnded
    if (open && last !== undefined && (away || (last.place === place && last.placement === placement))) {
      stays.splice(-1, 1, { ...last, endedOn, next })
      continue
    }
    if (open && last !== undefined) stays.splice(-1, 1, { ...last, next: placement })
    open = provider === OWN
    if (open) stays.push({ child, placement, startedOn, endedOn, next, place })
  }
  return stays.map(({ place: _, ...stay }) => stay)
}
