import type { Counting, Looked, MemberList } from '../../core/counting/plan.ts'
import { type Answered, type CountedFigure, figureOf, tally } from '../../core/counting/tally.ts'
import { type Period, previousPeriod } from '../../core/dates/period.ts'
import { addDays, type PlainDate } from '../../core/dates/plain-date.ts'
import type { Indicator } from '../../core/definitions/indicator.ts'
import { findAnswered } from '../../store/counting/answered.ts'
import { findCountedPeriods } from '../../store/counting/members.ts'
import type { Db } from '../../store/records/transaction.ts'
import type { App } from '../app.ts'
import { countAsKnown } from './calculate.ts'
import { findPlace } from './lists.ts'
import { changedBase, type OnOldBase, populationBefore, populationOn } from './populations.ts'

/** A figure counted from the record, of one period. */
export type Figured = CountedFigure & {
  readonly indicator: string
  readonly period: Period
  readonly provisional: boolean
  readonly breakNote: string | null
  readonly onOldBase: OnOldBase | null
}

type Wanted = {
  readonly indicators: readonly Indicator[]
  readonly periods: readonly Period[]
  readonly knownOn: PlainDate
}

/**
 * The figures that can be counted of these indicators and periods, as known on a day. Those of today are counts of the members that are
 * kept; those of an earlier day are counted afresh from what was known then.
 */
export async function countedFigures(
  app: App,
  db: Db,
  { indicators, periods, knownOn }: Wanted,
): Promise<readonly Figured[]> {
  const places = indicators.flatMap((indicator) => findPlace(app, indicator) ?? [])
  const lists = [...new Set(places.map(({ list }) => list))]
  const answered = new Map<MemberList, readonly PeriodAnswered[]>()
  for (const list of lists)
    answered.set(
      list,
      knownOn < app.clock.today
        ? await asKnown(app, db, list, periods, knownOn)
        : await kept(
            db,
            list,
            places.flatMap((place) => (place.list === list ? [place.counting] : [])),
            periods,
          ),
    )
  return places.flatMap(({ list, counting }) =>
    (answered.get(list) ?? []).map(({ period, provisional, answers }) => {
      const { base, breakNote, old } = baseOf(app, counting.indicator, period)
      const tallied = tally(counting, answers)
      const onOld = old && figureOf(counting.indicator, tallied, old.before.children).value
      return {
        indicator: counting.indicator.key,
        period,
        provisional,
        breakNote,
        onOldBase:
          old && typeof onOld === 'number' ? { value: onOld, children: old.before.children, until: old.until } : null,
        ...figureOf(counting.indicator, tallied, base),
      }
    }),
  )
}

type PeriodAnswered = Pick<Looked, 'period' | 'provisional'> & { readonly answers: readonly Answered[] }

async function kept(
  db: Db,
  list: MemberList,
  countings: readonly Counting[],
  periods: readonly Period[],
): Promise<readonly PeriodAnswered[]> {
  const [first, last] = [periods[0], periods.at(-1)]
  if (first === undefined || last === undefined) return []
  const counted = await findCountedPeriods(db, [list.key], { kind: first.kind, from: first.from, to: last.to })
  const answers = await findAnswered(db, counted, {
    placed: countings.map(({ placing }) => placing),
    answers: countings.flatMap(({ counted: counts, without }) => [...counts, ...without]),
    measures: countings.flatMap(({ measure }) => measure ?? []),
  })
  return counted.map(({ id, period, provisional }) => ({ period, provisional, answers: answers.get(id) ?? [] }))
}

async function asKnown(
  app: App,
  db: Db,
  list: MemberList,
  periods: readonly Period[],
  knownOn: PlainDate,
): Promise<readonly PeriodAnswered[]> {
  const begun = periods.filter(({ from }) => from <= knownOn)
  const { looked, members } = await countAsKnown(app, db, list, begun, knownOn)
  return looked.map(({ period, provisional }, at) => ({
    period,
    provisional,
    answers: members.filter(({ periodId }) => periodId === at).map((one) => ({ ...one, members: 1 })),
  }))
}

/** How many children a rate of a period is worked out with, whether that is other than in the period before, and with how many it was. */
export function baseOf(app: App, indicator: Indicator, period: Period) {
  const of = ({ to }: Period) =>
    app.own === undefined ? undefined : populationOn(app.populations, app.own.key, addDays(to, -1))
  const now = of(period)
  if (app.own === undefined || indicator.unit !== 'per 10,000')
    return { base: now?.children, breakNote: null, old: undefined }
  return {
    base: now?.children,
    breakNote: changedBase(indicator, of(previousPeriod(period)), now),
    old: populationBefore(app.populations, app.own.key, addDays(period.to, -1)),
  }
}

/** The months that have been counted for any of these indicators, oldest first. */
export async function countedPeriods(app: App, indicators: readonly Indicator[]): Promise<readonly Period[]> {
  const lists = new Set(indicators.flatMap((indicator) => findPlace(app, indicator)?.list.key ?? []))
  const counted = await findCountedPeriods(app.store.db, [...lists])
  return [...new Map(counted.map(({ period }) => [period.from, period] as const)).values()]
}
