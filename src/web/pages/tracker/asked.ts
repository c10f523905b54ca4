import type { FastifyRequest } from 'fastify'
import { type AskedTracker, type ShownOfTracker, shownOfTracker } from '../../../app/counting/tracker.ts'
import { Refused } from '../../../app/refused.ts'
import { addDays, type PlainDate } from '../../../core/dates/plain-date.ts'
import { SOON_DAYS } from '../../due.ts'
import { address, first, pathPart } from '../../query.ts'
import { numbered, partOf, unknownChoice } from '../work-lists/asked.ts'

/** What may be shown of those on a tracker, in words. */
export const shows: Readonly<Record<ShownOfTracker, string>> = {
  all: 'Everybody',
  past: 'Past a step',
  soon: 'Step due in the next 7 days',
  nothing: 'Nothing due',
  unknown: 'Something not known',
}

/** As many as are read in one sitting; the next hundred are a page further. */
const MOST = 100

/** What an address asks of a tracker. */
export type Asked = {
  readonly key: string
  readonly team: string | undefined
  readonly worker: string | undefined
  readonly whose: 'mine' | 'team' | undefined
  readonly group: string | undefined
  readonly also: string | undefined
  readonly step: string | undefined
  readonly show: ShownOfTracker
  readonly page: number
}

export function askedIn(request: FastifyRequest): Asked {
  const [show, whose, page] = [first(request, 'show') ?? 'all', first(request, 'whose'), first(request, 'page') ?? '1']
  const shown = shownOfTracker.find((one) => one === show)
  if (shown === undefined) throw unknownChoice('show', show, shownOfTracker)
  if (whose !== undefined && whose !== 'mine' && whose !== 'team') throw unknownChoice('whose', whose, ['mine', 'team'])
  if (!/^[1-9]\d{0,5}$/.test(page)) throw new Refused('bad usage', `“${page}” is no number of a page.`)
  return {
    key: pathPart(request, 'tracker'),
    team: numbered(first(request, 'team'), 'a team'),
    worker: numbered(first(request, 'worker'), 'a worker'),
    whose,
    group: first(request, 'group'),
    also: first(request, 'also'),
    step: first(request, 'step'),
    show: shown,
    page: Number(page),
  }
}

/** The same as the app is asked it. */
export const askedOfApp = (
  { team, worker, group, also, step, whose, ...asked }: Asked,
  on: PlainDate,
): AskedTracker => ({
  ...asked,
  on,
  soon: addDays(on, SOON_DAYS),
  most: MOST,
  ...(team === undefined ? {} : { team: partOf(team) }),
  ...(worker === undefined ? {} : { worker: partOf(worker) }),
  ...(whose === undefined ? {} : { whose }),
  ...(group === undefined ? {} : { group }),
  ...(also === undefined ? {} : { also }),
  ...(step === undefined ? {} : { step }),
})

/** The address of a tracker, what is as it always is left out. */
export const trackerAddress = ({ key, show, page, ...asked }: Partial<Asked> & Pick<Asked, 'key'>, file = ''): string =>
  address(`/trackers/${key}${file}`, {
    whose: asked.whose,
    team: asked.team,
    worker: asked.worker,
    group: asked.group,
    also: asked.also,
    step: asked.step,
    show: show === 'all' ? undefined : show,
    page: page === undefined || page === 1 ? undefined : String(page),
  })
