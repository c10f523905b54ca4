import { shortText } from '../../core/dates/plain-date.ts'
import {
  type Dated,
  type EpisodeRow,
  further,
  inOrder,
  isHandedOver,
  isShortBreak,
  isTakenOver,
  isTemporaryAbsence,
  reachOf,
  saysItGoesOn,
} from './episode-rows.ts'

export type EpisodeFaultKind =
  | 'ends before it begins'
  | 'ends on the day it begins'
  | 'end without a reason'
  | 'reason without an end'
  | 'not closed'
  | 'two open'
  | 'overlaps'
  | 'gap'
  | 'nothing follows'
  | 'ended, and goes on'
  | 'came back on the day it ended'
  | 'no beginning'
  | 'need changed'
  | 'begins with an absence'
  | 'ends with an absence'

/** Something that cannot be so in the episodes of one child. It is told, and nothing is mended for it. */
export type EpisodeFault<E extends EpisodeRow> = {
  readonly kind: EpisodeFaultKind
  /** The one to look at. */
  readonly episode: E
  /** The one that it does not fit. */
  readonly other: E | null
  /** A sentence for whoever can put it right. */
  readonly message: string
}

/**
 * Every fault in the episodes of one child, in the order of the episodes. Short breaks and care are held against their own kind, save that no two may be
 * open at once.
 */
export function episodeFaults<E extends EpisodeRow>(episodes: readonly E[]): readonly EpisodeFault<E>[] {
  const dated = inOrder(episodes)
  const [breaks, care] = [dated.filter(isShortBreak), dated.filter((one) => !isShortBreak(one))]
  return [...twoOpen(dated), ...faultsInChain(care, breaks), ...faultsInChain(breaks, care)].toSorted(
    (one, other) => dated.indexOf(one.episode) - dated.indexOf(other.episode),
  )
}

type DatedFault<E extends EpisodeRow> = EpisodeFault<Dated<E>>

function faultsInChain<E extends EpisodeRow>(chain: readonly Dated<E>[], others: readonly Dated<E>[]): DatedFault<E>[] {
  const faults: DatedFault<E>[] = []
  let before: Dated<E> | undefined
  for (const episode of chain) {
    faults.push(...ownFaults(episode))
    const isTold =
      before?.endedOn === null && faults.some(({ kind, ...of }) => kind === 'not closed' && of.episode === before)
    if (before !== undefined && !isTold) faults.push(...faultsBetween(before, episode, others))
    before = before === undefined ? episode : further(before, episode)
  }
  if (before !== undefined) faults.push(...lastFaults(before, others))
  return faults
}

function ownFaults<E extends EpisodeRow>(episode: Dated<E>): DatedFault<E>[] {
  const { startedOn, endedOn, reasonEnded } = episode
  const say = (kind: EpisodeFaultKind, message: string) => ({ kind, episode, other: null, message })
  const faults: DatedFault<E>[] = []
  if (endedOn !== null && endedOn < startedOn)
    faults.push(
      say(
        'ends before it begins',
        `The episode ends on ${shortText(endedOn)}, before it begins on ${shortText(startedOn)}.`,
      ),
    )
  if (endedOn === startedOn)
    faults.push(say('ends on the day it begins', `The episode begins and ends on ${shortText(startedOn)}.`))
  if (endedOn !== null && reasonEnded === null)
    faults.push(
      say('end without a reason', `The episode ended on ${shortText(endedOn)}, and there is no reason for its end.`),
    )
  if (endedOn === null && reasonEnded !== null)
    faults.push(
      say(
        'reason without an end',
        `There is a reason why the episode ended (${reasonEnded}), and no date. It is open.`,
      ),
    )
  if (isTemporaryAbsence(episode) && episode.reasonStarted === 'S')
    faults.push(
      say(
        'begins with an absence',
        `Care cannot begin with a time away (${episode.placement}): a placement comes first.`,
      ),
    )
  if (isTemporaryAbsence(episode) && endedOn !== null && reasonEnded !== null && !saysItGoesOn(episode))
    faults.push(say('ends with an absence', `Care cannot end with a time away (${episode.placement}).`))
  return faults
}

function faultsBetween<E extends EpisodeRow>(
  before: Dated<E>,
  episode: Dated<E>,
  others: readonly Dated<E>[],
): DatedFault<E>[] {
  const [reach, began] = [reachOf(before), shortText(episode.startedOn)]
  const after = (kind: EpisodeFaultKind, message: string) => [{ kind, episode, other: before, message }]
  if (before.endedOn === null)
    return [...(episode.endedOn === null ? [] : [notClosed(before, episode)]), ...needFaults(before, episode)]
  const ended = shortText(before.endedOn)
  if (episode.startedOn < reach)
    return [
      ...after('overlaps', `The episode begins on ${began}, while the one before lasts until ${ended}.`),
      ...needFaults(before, episode),
    ]
  if (episode.startedOn > reach) return gapFaults(before, episode, others)
  if (episode.reasonStarted === 'S')
    return after(
      'came back on the day it ended',
      `Care begins (S) on ${began}, the day on which the episode before ended. It goes on; it does not begin.`,
    )
  const unfit = !saysItGoesOn(before) && before.reasonEnded !== null
  return [
    ...(unfit
      ? after(
          'ended, and goes on',
          `Care ended (${before.reasonEnded}) on ${ended}, and an episode that is no beginning (${said(episode)}) starts the same day.`,
        )
      : []),
    ...needFaults(before, episode),
  ]
}

const notClosed = <E extends EpisodeRow>(before: Dated<E>, episode: Dated<E>): DatedFault<E> => ({
  kind: 'not closed',
  episode: before,
  other: episode,
  message: `The episode that began on ${shortText(before.startedOn)} was not closed when the next began on ${shortText(episode.startedOn)}.`,
})

const twoOpen = <E extends EpisodeRow>(dated: readonly Dated<E>[]): readonly DatedFault<E>[] => {
  const open = dated.filter(({ endedOn }) => endedOn === null)
  return open.slice(1).flatMap((episode, index) => {
    const before = open[index]
    if (before === undefined) return []
    const message = `Two episodes are open: one that began on ${shortText(before.startedOn)} and one that began on ${shortText(episode.startedOn)}. Close the one that has ended.`
    return [{ kind: 'two open' as const, episode: before, other: episode, message }]
  })
}

/** Days between two episodes: whether care went on or ended and began again, the reasons of both have to say. */
function gapFaults<E extends EpisodeRow>(
  before: Dated<E>,
  episode: Dated<E>,
  others: readonly Dated<E>[],
): DatedFault<E>[] {
  const began = shortText(episode.startedOn)
  const ended = before.endedOn === null ? '' : shortText(before.endedOn)
  const handedOver = isHandedOver(before, others)
  const starts = episode.reasonStarted === 'S' || isTakenOver(episode, others)
  if (saysItGoesOn(before) && !handedOver && !starts)
    return [
      {
        kind: 'gap',
        episode,
        other: before,
        message: `Between ${ended} and ${began} an episode is missing: the one before says that another follows the same day, and this one is no beginning.`,
      },
      ...needFaults(before, episode),
    ]
  const faults: DatedFault<E>[] = []
  if (saysItGoesOn(before) && !handedOver) faults.push(nothingFollows(before))
  if (!starts)
    faults.push({
      kind: 'no beginning',
      episode,
      other: before,
      message: `Care had ended on ${ended}, and the episode that begins on ${began} is no beginning (${said(episode)}).`,
    })
  return faults
}

const nothingFollows = <E extends EpisodeRow>(episode: Dated<E>): DatedFault<E> => ({
  kind: 'nothing follows',
  episode,
  other: null,
  message: `The episode ended${episode.endedOn === null ? '' : ` on ${shortText(episode.endedOn)}`} because another begins the same day (X1), and none does.`,
})

const lastFaults = <E extends EpisodeRow>(last: Dated<E>, others: readonly Dated<E>[]): DatedFault<E>[] =>
  last.endedOn !== null && saysItGoesOn(last) && !isHandedOver(last, others) ? [nothingFollows(last)] : []

const said = ({ reasonStarted }: EpisodeRow): string => reasonStarted ?? 'no reason'

const needFaults = <E extends EpisodeRow>(before: Dated<E>, episode: Dated<E>): DatedFault<E>[] =>
  before.categoryOfNeed === episode.categoryOfNeed
    ? []
    : [
        {
          kind: 'need changed',
          episode,
          other: before,
          message: `The category of need changes from ${before.categoryOfNeed ?? 'none'} to ${episode.categoryOfNeed ?? 'none'} within one period of care. That of its first episode holds.`,
        },
      ]
