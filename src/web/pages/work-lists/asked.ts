import type { FastifyRequest } from 'fastify'
import type { AskedWork, OnlySaid } from '../../../app/counting/work-list.ts'
import { Refused } from '../../../app/refused.ts'
import { addDays, type PlainDate } from '../../../core/dates/plain-date.ts'
import type { SubjectId } from '../../../core/definitions/field.ts'
import { SOON_DAYS } from '../../due.ts'
import { address, first, pathPart } from '../../query.ts'

/** How far ahead a list looks. */
export const shows = {
  soon: 'Overdue and next 4 weeks',
  overdue: 'Overdue',
  week: 'Overdue and next 7 days',
  all: 'Everything',
  unknown: 'Not known',
} as const
export type Show = keyof typeof shows

const sorts = ['due', 'child', 'team', 'worker'] as const
export type Sort = (typeof sorts)[number]

/** What an address asks of a work list. */
export type Asked = {
  readonly key: string
  readonly team: string | undefined
  readonly worker: string | undefined
  readonly whose: 'mine' | 'team' | undefined
  readonly only: OnlySaid | undefined
  readonly show: Show
  readonly sort: Sort
}

export function askedIn(request: FastifyRequest): Asked {
  const [show, sort, whose] = [
    first(request, 'show') ?? 'soon',
    first(request, 'sort') ?? 'due',
    first(request, 'whose'),
  ]
  if (!isShow(show)) throw unknownChoice('show', show, Object.keys(shows))
  if (!isSort(sort)) throw unknownChoice('sort', sort, sorts)
  if (whose !== undefined && whose !== 'mine' && whose !== 'team') throw unknownChoice('whose', whose, ['mine', 'team'])
  return {
    key: pathPart(request, 'key'),
    team: numbered(first(request, 'team'), 'a team'),
    worker: numbered(first(request, 'worker'), 'a worker'),
    whose,
    only: onlyIn(first(request, 'only')),
    show,
    sort,
  }
}

/** `cause:health`; with nothing after the colon, those of whom it is not known. */
function onlyIn(text: string | undefined): OnlySaid | undefined {
  if (text === undefined) return undefined
  const colon = text.indexOf(':')
  if (colon < 0) throw new Refused('bad usage', `“${text}” names no column and value, as in “cause:health”.`)
  const value = text.slice(colon + 1)
  return { column: text.slice(0, colon), value: value === '' ? null : value }
}

/** The same as an address has it. */
export const onlyText = ({ column, value }: OnlySaid): string => `${column}:${value ?? ''}`

const isShow = (text: string): text is Show => Object.hasOwn(shows, text)
const isSort = (text: string): text is Sort => sorts.some((one) => one === text)

export const unknownChoice = (name: string, text: string, known: readonly string[]): Refused =>
  new Refused('bad usage', `“${text}” cannot be asked for as “${name}”. Write one of: ${known.join(', ')}.`)

/** A number of a team or worker as it stands in an address, or nobody’s. @throws Refused for anything else */
export function numbered(text: string | undefined, what: string): string | undefined {
  if (text !== undefined && text !== NOBODY && !/^[1-9]\d{0,14}$/.test(text))
    throw new Refused('bad usage', `“${text}” is no number of ${what}.`)
  return text
}

/** Asked for as a team or a worker: those who have none. */
export const NOBODY = 'nobody'
/** The same as the app is asked it. */
export const partOf = (text: string): SubjectId | typeof NOBODY =>
  text === NOBODY ? NOBODY : (Number(text) as SubjectId)

/** A list as the app is asked it. */
export function askedOfApp({ key, team, worker, whose, only, show }: Asked, on: PlainDate): AskedWork {
  const before = {
    soon: addDays(on, FOUR_WEEKS + 1),
    overdue: on,
    week: addDays(on, SOON_DAYS + 1),
    unknown: undefined,
    all: undefined,
  }[show]
  return {
    key,
    on,
    ...(team === undefined ? {} : { team: partOf(team) }),
    ...(worker === undefined ? {} : { worker: partOf(worker) }),
    ...(whose === undefined ? {} : { whose }),
    ...(only === undefined ? {} : { only }),
    ...(before === undefined ? {} : { dueBefore: before }),
    ...(show === 'unknown' ? { listed: 'not known' } : {}),
  }
}

export const FOUR_WEEKS = 28

/** The address of a list, what is as it always is left out. */
export const listAddress = ({ key, ...asked }: Partial<Asked> & Pick<Asked, 'key'>, file = ''): string =>
  address(`/work-lists/${key}${file}`, {
    whose: asked.whose,
    team: asked.team,
    worker: asked.worker,
    only: asked.only && onlyText(asked.only),
    show: asked.show === 'soon' ? undefined : asked.show,
    sort: asked.sort === 'due' ? undefined : asked.sort,
  })
