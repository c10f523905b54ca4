import type { PlainDate } from '../../core/dates/plain-date.ts'

type Code = string | null

/**
 * What of an episode decides about periods and faults: of a record of an episode, or of a row that was only just read. A code may be one that its list
 * does not have.
 */
export type EpisodeRow = {
  readonly startedOn: PlainDate | null
  readonly reasonStarted: Code
  readonly legalStatus: Code
  readonly categoryOfNeed: Code
  readonly placement: Code
  readonly endedOn: PlainDate | null
  readonly reasonEnded: Code
}

/** An episode that has a beginning: without one it cannot be placed at all. */
export type Dated<E extends EpisodeRow = EpisodeRow> = E & { readonly startedOn: PlainDate }

/** Legal status V3 and V4: left out of nearly everything that is counted about children in care. */
export const isShortBreak = ({ legalStatus }: EpisodeRow): boolean => legalStatus === 'V3' || legalStatus === 'V4'

/** T0 to T4: the child is away for a time and will come back; no placement, and no beginning or end of care. */
export const isTemporaryAbsence = ({ placement }: EpisodeRow): boolean => placement?.startsWith('T') === true

/** X1: another episode begins on the day on which this one ended. */
export const saysItGoesOn = ({ reasonEnded }: EpisodeRow): boolean => reasonEnded === 'X1'

/** In the order in which they began; of those that began on one day, one that says that care began, and then the one that ended first. */
export const inOrder = <E extends EpisodeRow>(episodes: readonly E[]): readonly Dated<E>[] =>
  episodes
    .filter((episode): episode is Dated<E> => episode.startedOn !== null)
    .toSorted(
      (one, other) =>
        one.startedOn - other.startedOn ||
        Number(isBeginning(other)) - Number(isBeginning(one)) ||
        endOf(one) - endOf(other),
    )

const isBeginning = ({ reasonStarted }: EpisodeRow): boolean => reasonStarted === 'S'

const endOf = ({ endedOn }: EpisodeRow): number => endedOn ?? Number.POSITIVE_INFINITY

/** The first day that an episode no longer covers, endless while it is open; one that ends before it begins covers nothing. */
export const reachOf = (episode: Dated): number => Math.max(endOf(episode), episode.startedOn)

/** The one that reaches further; of two that reach as far, the one that says more about what came then: care ended, rather than went on. */
export function further<E extends EpisodeRow>(one: Dated<E>, next: Dated<E>): Dated<E> {
  const [reach, nextReach] = [reachOf(one), reachOf(next)]
  if (reach === nextReach) return weight(next) > weight(one) ? next : one
  return nextReach > reach ? next : one
}

const weight = (episode: EpisodeRow): number => (episode.reasonEnded === null ? 0 : saysItGoesOn(episode) ? 1 : 2)

/** Whether the other kind, short breaks or care, begins on the day on which this episode ended: the child went over to it. */
export const isHandedOver = ({ endedOn }: Dated, others: readonly Dated[]): boolean =>
  endedOn !== null &&
  others.some(({ startedOn }) => startedOn === endedOn) &&
  !others.some((one) => one.startedOn < endedOn && reachOf(one) >= endedOn)

/** Whether the other kind ended on the day on which this episode began: the child came over from it. */
export const isTakenOver = ({ startedOn }: Dated, others: readonly Dated[]): boolean =>
  others.some(({ endedOn }) => endedOn === startedOn) &&
  !others.some((one) => one.startedOn <= startedOn && reachOf(one) > startedOn)
