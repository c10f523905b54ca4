import { type Beside, beside, type PlaceFigure } from '../../../core/benchmarks/compare.ts'
import type { Funnel } from '../../../core/benchmarks/funnel.ts'
import { isComparable, type Measure } from '../../../core/benchmarks/measure.ts'
import type { National } from '../../../core/benchmarks/national.ts'
import type { Place } from '../../../core/benchmarks/places.ts'
import type { Trend } from '../../../core/benchmarks/trend.ts'
import { averageText, nationalText } from '../../../core/benchmarks/written.ts'
import { yearText } from '../../../core/benchmarks/year.ts'
import type { rankedRows } from './measure-charts.ts'
import * as words from './words.ts'

export type YearRow = Readonly<
  Record<'year' | 'own' | 'why' | 'before' | 'england' | 'region' | 'median' | 'mean' | 'rank', string>
>
export type BesideRow = Readonly<Record<'label' | 'figure' | 'note', string>> & { readonly own: boolean }
export type EveryoneRow = Readonly<Record<'label' | 'figure' | 'outOf' | 'limits' | 'within', string>> & {
  readonly own: boolean
  readonly href: string
}

/** Every year since the data begin, the latest first. */
export function yearRows(
  national: National,
  measure: Measure,
  place: Place,
  { years, before }: Trend,
): readonly YearRow[] {
  const text = (value: number | null) => (value === null ? '' : nationalText(value, measure))
  const average = (value: number | null) => (value === null ? '' : averageText(value, measure))
  return years.toReversed().map((one) => {
    const { standing } = beside(national, measure, one.year, place)
    return {
      year: words.upperFirst(yearText(measure, one.year)),
      own: text(one.own.value),
      why: isBefore(place, one.year.endsIn) ? `before its boundaries of ${place.since ?? ''}` : words.whyNone(one.own),
      before: one.before
        .flatMap((value, at) =>
          value === null
            ? []
            : [
                before.length > 1
                  ? `${national.places.before(place)[at]?.name.replace(/ \(.*/, '')} ${text(value)}`
                  : text(value),
              ],
        )
        .join(', '),
      england: text(one.england),
      region: text(one.region),
      median: average(one.median),
      mean: average(one.mean),
      rank: standing === undefined ? '' : `${standing.rank} of ${standing.of}`,
    }
  })
}

/** Years that end in the spring in which it was made are those of the authorities of before. */
const isBefore = ({ since }: Place, endsIn: number): boolean => since !== undefined && endsIn <= since

/** The same as the picture of neighbours, with those who have no figure, and why. */
export function besideRows(
  found: Beside,
  place: Place,
  chosen: PlaceFigure | undefined,
  rows: ReturnType<typeof rankedRows>,
): readonly BesideRow[] {
  const { neighbours, measure } = found
  const known = rows.map(({ kind, label, written, of }) => {
    const neighbour = neighbours.find((one) => one.place === of?.place)
    return {
      own: kind === 'own',
      label,
      figure: written,
      note:
        neighbour === undefined
          ? of?.place === chosen?.place && chosen !== undefined
            ? 'chosen'
            : ''
          : `neighbour ${neighbour.rank}, ${neighbour.closeness}`,
    }
  })
  const missing = neighbours
    .filter(({ figure }) => figure.value === null)
    .map((one) => ({
      own: false,
      label: one.place.name,
      figure: '',
      note: `neighbour ${one.rank}: ${words.whyNone(one.figure)}`,
    }))
  return isComparable(measure)
    ? [...known, ...missing]
    : [{ own: true, label: place.name, figure: words.figureText(found.own, measure), note: '' }]
}

/** Every authority, the best first, with where chance alone would have it. */
export function everyoneRows(
  everyone: readonly PlaceFigure[],
  funnel: Funnel | undefined,
  measure: Measure,
  own: Place,
): readonly EveryoneRow[] {
  const way = measure.goodIs === 'low' ? 1 : -1
  const points = new Map(funnel?.points.map((point) => [point.place, point]))
  const last = Number.POSITIVE_INFINITY
  return everyone
    .toSorted(
      (a, b) =>
        (a.figure.value === null ? last : way * a.figure.value) -
          (b.figure.value === null ? last : way * b.figure.value) || 0,
    )
    .map(({ place, figure }) => {
      const point = points.get(place)
      return {
        own: place === own,
        label: place.name,
        href: words.placeHref(place, 'measures', measure.key),
        figure: words.figureText(figure, measure),
        outOf: point === undefined ? '' : Math.round(point.outOf).toLocaleString('en-GB'),
        limits:
          point === undefined
            ? ''
            : `${averageText(point.inner.low, measure)} to ${averageText(point.inner.high, measure)}`,
        within: figure.value === null ? words.whyNone(figure) : point === undefined ? '' : withinText(point),
      }
    })
}

const withinText = ({ within, value, inner }: Funnel['points'][number]): string =>
  within === 'inside'
    ? 'inside'
    : `${value > inner.high ? 'above' : 'below'} ${within === 'outside 95' ? 'the inner line' : 'both lines'}`
