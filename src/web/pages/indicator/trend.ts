import type { FigureLine, Series } from '../../../app/figures.ts'
import { periodLabel, shortLabel } from '../../../core/dates/period.ts'
import { partsOf } from '../../../core/dates/plain-date.ts'
import { comparators } from '../../../core/figures/series.ts'
import { written, writtenShort } from '../../../core/figures/written.ts'
import { breaksOf } from '../../charts/breaks.ts'
import { trendChart } from '../../charts/trend-chart.ts'
import type { TrendPoint, TrendTarget } from '../../charts/trend-input.ts'
import { isSignal, type RangeStretch, rangeText } from './ranges.ts'

const shortNames = {
  england: 'England',
  region: 'Region',
  'statistical-neighbours': 'Neighbours',
  'good-statistical-neighbours': 'Good neighbours',
} as const

/** The drawing of a series at both widths, and the changes that its letters stand for. */
export function trendOf({ indicator, latest, lines }: Series, ranges: readonly RangeStretch[]) {
  const points = lines.map((line, at) => pointOf(line, { signal: isSignal(ranges, at), first: at === 0 }))
  const chart = trendChart({
    id: 'trend',
    title: `${indicator.label}, ${span(lines)}`,
    description: describe(lines, latest),
    unit: indicator.unit,
    points,
    targets: targetsOf(lines),
    benchmarks: latest.benchmarks.map((one) => ({
      label: shortNames[one.comparator],
      value: one.value,
      written: writtenShort(one.value, indicator.unit),
    })),
    limits: ranges.map(({ fromIndex, toIndex, range }) => ({
      fromIndex,
      toIndex,
      mean: range.mean,
      lower: range.lower,
      upper: range.upper,
      written: rangeText(range, indicator),
    })),
  })
  const changes = breaksOf(points).map(({ index, letter, text }) => ({
    letter,
    text,
    month: points[index]?.fullLabel ?? '',
  }))
  return { chart, changes }
}

/** A change before the first figure shown has nothing to be compared with, so it is not drawn. */
function pointOf(line: FigureLine, { signal, first }: { signal: boolean; first: boolean }): TrendPoint {
  return {
    label: shortLabel(line.period),
    yearLabel: `${partsOf(line.period.from).year}`,
    fullLabel: periodLabel(line.period),
    value: line.value,
    written: line.value === null ? '' : written(line.value, line.indicator.unit),
    provisional: line.provisional,
    signal,
    ...(line.breakNote === null || first ? {} : { breakBefore: line.breakNote }),
  }
}

export function span(lines: readonly FigureLine[]): string {
  const [first, last] = [lines[0], lines.at(-1)]
  if (first === undefined || last === undefined) return ''
  return first === last ? periodLabel(first.period) : `${periodLabel(first.period)} to ${periodLabel(last.period)}`
}

function describe(lines: readonly FigureLine[], latest: FigureLine): string {
  const { unit } = latest.indicator
  const known = lines.flatMap(({ value }) => value ?? [])
  const target = latest.target ? ` The target is ${writtenShort(latest.target.target, unit)}.` : ''
  const others = latest.benchmarks
    .map((one) => ` ${comparators[one.comparator]}: ${writtenShort(one.value, unit)}.`)
    .join('')
  const between =
    known.length > 1 ? ` between ${written(Math.min(...known), unit)} and ${written(Math.max(...known), unit)}` : ''
  const last = latest.value === null ? 'No figure' : written(latest.value, unit)
  return `${known.length} monthly figures${between}. ${periodLabel(latest.period)}: ${last}.${target}${others} The same figures are in the table below the chart.`
}

/** Targets as stretches of the months in which they stood. */
function targetsOf(lines: readonly FigureLine[]): readonly TrendTarget[] {
  return lines.reduce<TrendTarget[]>((stretches, { target, indicator }, at) => {
    const open = stretches.at(-1)
    if (target === undefined) return stretches
    if (open !== undefined && open.toIndex === at - 1 && open.value === target.target)
      stretches[stretches.length - 1] = { ...open, toIndex: at }
    else
      stretches.push({
        fromIndex: at,
        toIndex: at,
        value: target.target,
        written: writtenShort(target.target, indicator.unit),
      })
    return stretches
  }, [])
}
