import type { Beside, PlaceFigure } from '../../../core/benchmarks/compare.ts'
import type { Funnel } from '../../../core/benchmarks/funnel.ts'
import { isComparable, type Measure } from '../../../core/benchmarks/measure.ts'
import { figureOf, type National } from '../../../core/benchmarks/national.ts'
import type { Place } from '../../../core/benchmarks/places.ts'
import type { Trend } from '../../../core/benchmarks/trend.ts'
import { nationalText } from '../../../core/benchmarks/written.ts'
import type { YearLine } from '../../charts/places/lines.ts'
import { yearLines } from '../../charts/places/lines.ts'
import type { Picture } from '../../charts/places/picture.ts'
import { type RankedRow, rankedDots } from '../../charts/places/ranked.ts'
import { type Dot, scatter } from '../../charts/places/scatter.ts'
import { middleText } from './words.ts'

/** What the charts of a measure are drawn from. */
export type Drawn = {
  readonly national: National
  readonly place: Place
  readonly measure: Measure
  readonly trend: Trend
  readonly chosen: Place | undefined
}

/** Every line of a measure over time; of sums only those of authorities that were asked for, which are of a size. */
export function linesOf({ national, place, measure, trend, chosen }: Drawn): readonly YearLine[] {
  const { years, before } = trend
  const written = (values: readonly (number | null)[]) => {
    const last = values.findLast((value) => value !== null)
    return last === undefined || last === null ? '' : nationalText(last, measure)
  }
  const lineOf = (kind: YearLine['kind'], label: string, values: readonly (number | null)[]): YearLine => ({
    kind,
    label,
    latest: written(values),
    values,
  })
  const others: readonly YearLine[] = isComparable(measure)
    ? [
        ...(national.neighbours.get(place.number) ?? []).map((one, at) =>
          lineOf(
            'each',
            one.place.name,
            years.map(({ neighbours }) => neighbours[at] ?? null),
          ),
        ),
        lineOf(
          'region',
          national.places.regionOf(place)?.name ?? 'Region',
          years.map(({ region }) => region),
        ),
        lineOf(
          'england',
          'England',
          years.map(({ england }) => england),
        ),
        lineOf(
          'neighbours',
          'Places like it',
          years.map(({ median }) => median),
        ),
      ]
    : []
  const asked =
    chosen === undefined
      ? []
      : [
          lineOf(
            'chosen',
            chosen.name,
            years.map(({ year }) => figureOf(national, year, chosen).value),
          ),
        ]
  return [
    ...others,
    ...asked,
    ...before.map((one) => ({
      ...lineOf(
        'before',
        one.name,
        years.map((year) => year.before[national.places.before(place).indexOf(one)] ?? null),
      ),
      latest: '',
    })),
    lineOf(
      'own',
      place.name,
      years.map(({ own }) => own.value),
    ),
  ].filter(({ values }) => values.some((value) => value !== null))
}

export const trendPicture = (drawn: Drawn): Picture | undefined =>
  yearLines({
    id: 'trend',
    title: `${drawn.measure.title}: ${drawn.place.name} over the years, beside others`,
    description: 'The table “Year by year” below has every value.',
    unit: drawn.measure.unit,
    years: drawn.trend.years.map(({ year }) => `${year.endsIn}`),
    lines: linesOf(drawn),
  })

type Ranked = RankedRow & { readonly of: PlaceFigure | undefined }

/** Own, the neighbours, England, the region and whoever was asked for, the best first (or the highest, where neither is better). */
export function rankedRows(all: Beside, place: Place, chosen: PlaceFigure | undefined): readonly Ranked[] {
  const { measure, own, england, englandDoubtful, region, neighbours, ofNeighbours } = all
  const row = (kind: RankedRow['kind'], one: PlaceFigure): readonly Ranked[] =>
    one.figure.value === null
      ? []
      : [
          {
            kind,
            label: one.place.name,
            value: one.figure.value,
            written: nationalText(one.figure.value, measure),
            of: one,
          },
        ]
  const rows = [
    ...row('own', { place, figure: own }),
    ...neighbours.flatMap((one) => row('neighbour', one)),
    ...(england === undefined || englandDoubtful ? [] : row('average', england)),
    ...(region === undefined ? [] : row('average', region)),
    ...(chosen === undefined || neighbours.some((one) => one.place === chosen.place) ? [] : row('chosen', chosen)),
    ...(ofNeighbours === undefined
      ? []
      : [
          {
            kind: 'average' as const,
            label: 'Middle of the neighbours',
            value: ofNeighbours.median,
            written: middleText(ofNeighbours.median, measure),
            of: undefined,
          },
        ]),
  ]
  const way = measure.goodIs === 'low' ? 1 : -1
  return rows.toSorted((a, b) => way * (a.value - b.value))
}

export const rankedPicture = (rows: readonly RankedRow[], measure: Measure, place: Place): Picture | undefined =>
  rankedDots({
    id: 'ranked',
    title: `${measure.title}: ${place.name}, its neighbours, region and England in order`,
    description: rows.map(({ label, written }) => `${label} ${written}`).join(', '),
    unit: measure.unit,
    rows,
  })

const SIZES = [10, 25, 50, 100, 250, 500, 1000, 2500, 5000, 10_000, 25_000, 50_000, 100_000, 250_000, 500_000]
const STEPS = 48

export function funnelPicture(
  funnel: Funnel,
  { place, measure, national, chosen }: Drawn,
  among: string,
): Picture | undefined {
  const most = Math.max(...funnel.points.map(({ outOf }) => outOf))
  const least = Math.min(...funnel.points.map(({ outOf }) => outOf))
  const sizes = Array.from({ length: STEPS + 1 }, (_, step) => least * (most / least) ** (step / STEPS))
  const curve = (which: 'inner' | 'outer', end: 'low' | 'high') => ({
    kind: which,
    points: sizes.flatMap((x) => {
      const y = funnel.limits(x)?.[which][end]
      return y === undefined ? [] : [{ x, y }]
    }),
  })
  const ticks = SIZES.filter((size) => size <= most)
  return scatter({
    id: 'funnel',
    title: `${measure.title}: every authority, by of how many its figure is`,
    description: 'The table of every authority below has each figure, and whether it lies outside the lines.',
    unit: measure.unit,
    dots: funnel.points.map((point) => ({
      ...dotKind(national, place, chosen, point.place),
      x: point.outOf,
      y: point.value,
      written: nationalText(point.value, measure),
    })),
    curves: [
      curve('outer', 'high'),
      curve('outer', 'low'),
      curve('inner', 'high'),
      curve('inner', 'low'),
      {
        kind: 'centre',
        points: [
          { x: least, y: funnel.centre },
          { x: most, y: funnel.centre },
        ],
      },
    ],
    // Ticks that would stand on each other on a phone are left out: every second from the largest.
    across: {
      label: among,
      scale: 'square root',
      ticks: ticks.filter((_, at) => (ticks.length - 1 - at) % 2 === 0).slice(-3),
    },
  })
}

/** Where no source says of how many, all authorities in order. */
export function orderPicture(
  all: readonly PlaceFigure[],
  { place, measure, national, chosen }: Drawn,
): Picture | undefined {
  const known = all
    .flatMap((one) => (one.figure.value === null ? [] : [{ ...one, value: one.figure.value }]))
    .toSorted((a, b) => a.value - b.value)
  return scatter({
    id: 'order',
    title: `${measure.title}: every authority, the lowest first`,
    description: 'The table of every authority below has each figure.',
    unit: measure.unit,
    dots: known.map((one, at) => ({
      ...dotKind(national, place, chosen, one.place),
      x: at + 1,
      y: one.value,
      written: nationalText(one.value, measure),
    })),
    curves: [],
    across: { label: 'Authorities, the lowest first', scale: 'even', ticks: [1, 50, 100, 150] },
  })
}

function dotKind(
  { neighbours }: National,
  own: Place,
  chosen: Place | undefined,
  place: Place,
): Pick<Dot, 'kind' | 'label'> {
  const isNeighbour = neighbours.get(own.number)?.some((one) => one.place === place) ?? false
  const kind = place === own ? 'own' : place === chosen ? 'chosen' : isNeighbour ? 'neighbour' : 'other'
  return { kind, label: place.name }
}
