import type { PlainDate } from '../../core/dates/plain-date.ts'
import type { RecordOf } from '../../core/definitions/record-type.ts'
import {
  type Dated,
  type EpisodeRow,
  further,
  inOrder,
  isHandedOver,
  isShortBreak,
  isTakenOver,
  reachOf,
  saysItGoesOn,
} from './episode-rows.ts'
import type { Episode } from './episodes.ts'

/** Half-open: `to` is the first day after it. */
type Stretch = { readonly from: PlainDate; readonly to: PlainDate }

/** Episodes that follow one another without a day between, as far as they are known. See docs/decisions/0012. */
export type PeriodOfCare<E extends EpisodeRow = RecordOf<typeof Episode>> = {
  /** Short breaks (legal status V3 and V4) are periods of their own, and left out of nearly everything that is counted. */
  readonly kind: 'care' | 'short breaks'
  readonly startedOn: PlainDate
  /** `on or before`: the first episode that is known goes on from one that is not. */
  readonly startIs: 'known' | 'on or before'
  /** The first day on which it no longer held; null while it is open. */
  readonly endedOn: PlainDate | null
  /** `on or after`: the last episode that is known does not say that care ended. */
  readonly endIs: 'known' | 'on or after'
  readonly reasonEnded: E['reasonEnded']
  /** Of the first episode: it is fixed for the whole period, whatever later episodes say. */
  readonly categoryOfNeed: E['categoryOfNeed']
  readonly episodes: readonly E[]
  /** Days between two episodes of which both sides say that care went on: one is missing, and whether the child was in care is not known. */
  readonly gaps: readonly Stretch[]
}

/**
 * The periods of care of one child, in the order in which they began, worked out from the child's episodes, in whatever order those are given.
 * Nothing is mended: an episode that was never closed stays open, and what does not fit is told by `episodeFaults`.
 */
export function periodsOfCare<E extends EpisodeRow>(episodes: readonly E[]): readonly PeriodOfCare<E>[] {
  const dated = inOrder(episodes)
  const [breaks, care] = [dated.filter(isShortBreak), dated.filter((one) => !isShortBreak(one))]
  return [
    ...chains(care, breaks).map((chain) => describe('care', chain, breaks)),
    ...chains(breaks, care).map((chain) => describe('short breaks', chain, care)),
  ].toSorted((one, other) => one.startedOn - other.startedOn)
}

/** Episodes of one period in order: at least the first. `last` is the one that reaches furthest. */
type Chain<E extends EpisodeRow> = {
  readonly first: Dated<E>
  readonly episodes: Dated<E>[]
  readonly gaps: Stretch[]
  last: Dated<E>
}

function chains<E extends EpisodeRow>(episodes: readonly Dated<E>[], others: readonly Dated<E>[]): readonly Chain<E>[] {
  const found: Chain<E>[] = []
  for (const episode of episodes) {
    const chain = found.at(-1)
    if (chain === undefined || !follows(chain.last, episode, others)) {
      found.push({ first: episode, episodes: [episode], gaps: [], last: episode })
      continue
    }
    const ended = endOf(chain.last)
    if (ended !== null && episode.startedOn > ended) chain.gaps.push({ from: ended, to: episode.startedOn })
    chain.episodes.push(episode)
    chain.last = further(chain.last, episode)
  }
  return found
}

/**
 * Whether an episode belongs to the period of the one before. By its date, whatever the reasons say: whoever comes back on the day that care ended
 * has not left. Over a gap, only where both sides say that care went on.
 */
const follows = <E extends EpisodeRow>(before: Dated<E>, episode: Dated<E>, others: readonly Dated<E>[]): boolean =>
  episode.startedOn <= reachOf(before) ||
  (saysItGoesOn(before) &&
    episode.reasonStarted !== 'S' &&
    !isHandedOver(before, others) &&
    !isTakenOver(episode, others))

function describe<E extends EpisodeRow>(
  kind: PeriodOfCare['kind'],
  { first, last, episodes, gaps }: Chain<E>,
  others: readonly Dated<E>[],
): PeriodOfCare<E> {
  return {
    kind,
    startedOn: first.startedOn,
    startIs: first.reasonStarted === 'S' || isTakenOver(first, others) ? 'known' : 'on or before',
    endedOn: endOf(last),
    endIs: endsKnown(last, others) ? 'known' : 'on or after',
    reasonEnded: last.endedOn === null ? null : last.reasonEnded,
    categoryOfNeed: first.categoryOfNeed,
    episodes,
    gaps,
  }
}

/** Of an episode that ends before it begins no more is known than that it began. */
const endOf = ({ startedOn, endedOn }: Dated): PlainDate | null =>
  endedOn !== null && endedOn < startedOn ? startedOn : endedOn

/** An end without a reason is an end: why the child left is not known, that they did is. */
function endsKnown(last: Dated, others: readonly Dated[]): boolean {
  if (last.endedOn === null || isHandedOver(last, others)) return true
  return last.endedOn >= last.startedOn && !saysItGoesOn(last)
}
