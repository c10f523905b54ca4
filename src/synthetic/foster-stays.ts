import type { PlainDate } from '../core/dates/plain-date.ts'
import type { EpisodeMade } from './episodes.ts'
import type { Made } from './history.ts'

/** A stretch in which a made-up child lived with carers, or in a home, of the authority itself. */
export type OwnStay = {
  readonly child: string
  readonly placement: string
  readonly startedOn: PlainDate
  /** Null while it goes on. */
  readonly endedOn: PlainDate | null
  /** What came next: another placement, or a reason for leaving care. */
  readonly next: string | null
  /** The brother or sister with whom the child lives there now, and who was there first. */
  readonly with: string | null
}

/** Provided by the authority itself. */
const OWN = 'PR1'

/** Where children lived with the authority's own carers or in its own homes, the earliest first. A time away, a new legal status or a match is no move. */
export const ownStays = (all: readonly Made[]): readonly OwnStay[] =>
  all
    .flatMap(({ child, episodes, family }) =>
      staysOf(child.number, episodes).map((stay) => ({
        ...stay,
        with: stay.endedOn === null ? (family?.livesWith ?? null) : null,
      })),
    )
    .toSorted((a, b) => a.startedOn - b.startedOn || a.child.localeCompare(b.child))

type Stay = Omit<OwnStay, 'with'> & { readonly place: EpisodeMade['place'] }

function staysOf(child: string, episodes: readonly EpisodeMade[]): readonly Omit<OwnStay, 'with'>[] {
  const stays: Stay[] = []
  let open: Stay | undefined
  for (const episode of episodes) {
    const { placement, provider, place, startedOn, endedOn } = episode
    const away = placement.startsWith('T')
    if (open !== undefined && (away || isSameHome(open, episode))) {
      open = { ...open, placement: away ? open.placement : placement, endedOn, next: whyLeft(episode) }
      stays.splice(-1, 1, open)
      continue
    }
    if (open !== undefined) stays.splice(-1, 1, { ...open, next: placement })
    open = provider === OWN ? { child, placement, startedOn, endedOn, next: whyLeft(episode), place } : undefined
    if (open !== undefined) stays.push(open)
  }
  return stays.map(({ place: _, ...stay }) => stay)
}

/** Matched with the carers they live with, a child stays where they are; placed with them for adoption, they are fostered no longer. */
const isSameHome = (stay: Stay, { placement, provider, place, reasonStarted }: EpisodeMade): boolean =>
  provider === OWN &&
  place === stay.place &&
  (placement === stay.placement || (reasonStarted === 'T' && placement.startsWith('U')))

const whyLeft = ({ reasonEnded }: EpisodeMade): string | null => (reasonEnded === 'X1' ? null : reasonEnded)
