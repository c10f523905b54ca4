import { type Period, periodContaining, previousPeriod } from '../core/dates/period.ts'
import type { Area } from '../core/definitions/area.ts'
import type { Indicator } from '../core/definitions/indicator.ts'
import { type App, unknown } from './app.ts'
import { findSeries, periodsWithFigures, type Series } from './figures.ts'
import { Refused } from './refused.ts'

/** The areas that have a dashboard: those with work lists, or with figures that are counted from the record. */
export const services = ({ catalogue }: Pick<App, 'catalogue'>): readonly Area[] =>
  catalogue.areas.filter(
    ({ workLists = [], indicators }) => workLists.length > 0 || indicators.some(({ counts }) => counts !== undefined),
  )

/** An area that has a dashboard, by its key. Refused when there is none. */
export function getService(app: App, key: string): Area {
  const all = services(app)
  const area = all.find((one) => one.key === key)
  if (area === undefined)
    throw new Refused(
      'not found',
      unknown(
        'service',
        key,
        all.map((one) => one.key),
      ),
    )
  return area
}

export type ServiceFigures = { readonly period: Period; readonly series: readonly Series[] }

/**
 * The authority's own figures of an area for its latest whole month that has any, with those of the months before; undefined where there are none.
 * @param months how many to go back, that one included
 */
export async function serviceFigures(app: App, area: Area, months: number): Promise<ServiceFigures | undefined> {
  if (app.own === undefined) return undefined
  const indicators = area.indicators.filter(({ counts }) => counts !== undefined)
  const period = await lastMonthWithFigures(app, indicators)
  if (period === undefined) return undefined
  const asked = { audience: 'staff', authority: app.own.key, period, periods: months } as const
  const series = await findSeries(app, indicators, asked)
  return { period, series: indicators.flatMap(({ key }) => series.get(key) ?? []) }
}

/** The authority's latest whole month that has any of these figures; undefined where there is none. */
export async function lastMonthWithFigures(app: App, indicators: readonly Indicator[]): Promise<Period | undefined> {
  if (app.own === undefined) return undefined
  const thisMonth = periodContaining('month', app.clock.today)
  const periods = await periodsWithFigures(app, 'staff', app.own.key, indicators)
  return periods.filter(({ from }) => from <= previousPeriod(thisMonth).from).at(-1)
}
