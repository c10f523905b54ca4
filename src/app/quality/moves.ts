import { readsOf } from '../../core/counting/plan.ts'
import { addDays } from '../../core/dates/plain-date.ts'
import type { SubjectId } from '../../core/definitions/field.ts'
import type { Indicator } from '../../core/definitions/indicator.ts'
import { rag } from '../../core/figures/judge.ts'
import { inForce, type Target } from '../../core/figures/series.ts'
import { type CouldMove, couldMove } from '../../core/quality/could-move.ts'
import type { Db } from '../../store/records/transaction.ts'
import { findTargets } from '../../store/series.ts'
import type { App } from '../app.ts'
import { baseOf } from '../counting/figures.ts'
import type { Place } from '../counting/lists.ts'
import type { DataError, Quality } from './find.ts'
import { placesBySubject, type Standing } from './not-known.ts'
import type { RuleSort } from './rules.ts'

/** A figure that errors could move, and between what. */
export type Move = CouldMove & {
  readonly indicator: Indicator
  /** Of how many members of it they are. */
  readonly members: number
  /** Whether it could miss its target or meet it, by how they are put right. */
  readonly turns: boolean
}

type Wrong = 'unanswered' | 'mistaken'

/** What some errors together could move, worst first: what could turn against its target, then what could move furthest. */
export type Moving = (errors: readonly DataError[]) => readonly Move[]

/** Made once for all that is asked of the errors of a period. */
export async function movingIn(app: App, db: Db, quality: Quality): Promise<Moving> {
  const places = placesBySubject(quality.lists)
  const target = await targetsIn(app, db, quality)
  const membersOf = new Map(quality.lists.map(({ list, members }) => [list, members] as const))
  return (errors) => {
    const figures = new Map<Place['counting'], { readonly place: Place; readonly wrong: Map<string, Wrong> }>()
    for (const error of errors)
      for (const [place, wrong] of figuresOf(error, places)) {
        const one = figures.get(place.counting) ?? { place, wrong: new Map<string, Wrong>() }
        for (const key of keysIn(error, place, membersOf.get(place.list) ?? [])) one.wrong.set(key, wrong)
        figures.set(place.counting, one)
      }
    return [...figures.values()]
      .filter(({ wrong }) => wrong.size > 0)
      .map(({ place: { list, counting }, wrong }) => {
        const { indicator } = counting
        const members = (membersOf.get(list) ?? []).map((one) => ({ ...one, members: 1 }))
        const { base } = baseOf(app, indicator, quality.period)
        const moved = couldMove(counting, members, (one) => wrong.get(memberKey(one)), base)
        return { ...moved, indicator, members: wrong.size, turns: turns(indicator, moved, target(indicator)) }
      })
      .toSorted((a, b) => Number(b.turns) - Number(a.turns) || reachOf(b) - reachOf(a))
  }
}

const memberKey = ({ subject, record }: { readonly subject: SubjectId; readonly record: number | null }) =>
  `${subject}|${record ?? ''}`

/** The members of a figure whom an error is about: of a list of records that record alone, where it is of one of them. */
function keysIn(
  { subject, record }: DataError,
  { list }: Place,
  members: readonly { readonly subject: SubjectId; readonly record: number | null }[],
): readonly string[] {
  if (list.each.member === 'subject') return [memberKey({ subject, record: null })]
  const own = members.filter((one) => one.subject === subject)
  return own.some((one) => one.record === record) ? [memberKey({ subject, record })] : own.map(memberKey)
}

const MISTAKEN: ReadonlySet<RuleSort> = new Set(['contradiction', 'invalid', 'return'])

function figuresOf(
  error: DataError,
  places: (subject: SubjectId) => readonly Standing[],
): readonly (readonly [Place, Wrong])[] {
  if (error.rule.sort === 'not known') return error.places.map((place) => [place, 'unanswered'] as const)
  const isMistaken = MISTAKEN.has(error.rule.sort)
  return places(error.subject).flatMap((place): readonly (readonly [Place, Wrong])[] => {
    const { list, counting, is } = place
    const reads = readsOf(list, counting)
    const asksIt = error.asks.every((type) => reads.includes(type))
    if (isMistaken) return asksIt ? [[place, 'mistaken']] : []
    return asksIt && (is === '?' || is === '!') ? [[place, 'unanswered']] : []
  })
}

async function targetsIn(app: App, db: Db, { period, lists }: Quality) {
  const indicators = lists.flatMap(({ list }) => list.countings.map(({ indicator }) => indicator.key))
  const targets =
    app.own === undefined
      ? []
      : await findTargets({ ...app.store, db }, { authority: app.own.key, indicators, knownOn: app.clock.today })
  const lastDay = addDays(period.to, -1)
  return ({ key }: Indicator): Target | undefined =>
    inForce(
      targets.filter(({ indicator }) => indicator === key),
      lastDay,
    )
}

function turns({ goodIs }: Indicator, { between }: CouldMove, target: Target | undefined): boolean {
  if (between === null || target === undefined) return false
  const thresholds = {
    target: target.target,
    ...(target.redBeyond === null ? {} : { redBeyond: target.redBeyond }),
  }
  return rag(between.low, goodIs, thresholds) !== rag(between.high, goodIs, thresholds)
}

/** How far, as a share of what it is now: what cannot be said stands last. */
function reachOf({ now, between }: CouldMove): number {
  if (between === null) return -1
  return (between.high - between.low) / Math.max(1, Math.abs(now ?? 0))
}
