import { intervalOf } from '../../../core/benchmarks/chance.ts'
import { type Beside, beside, isEnglandDoubtful, type PlaceFigure } from '../../../core/benchmarks/compare.ts'
import { type Funnel, funnelOf } from '../../../core/benchmarks/funnel.ts'
import { ALL_CHILDREN, isComparable, type Measure } from '../../../core/benchmarks/measure.ts'
import { figureOf, type National, outOf, type YearFigures } from '../../../core/benchmarks/national.ts'
import type { Place } from '../../../core/benchmarks/places.ts'
import { type Trend, trendOf } from '../../../core/benchmarks/trend.ts'
import { averageText, nationalText, nationalTextAlone } from '../../../core/benchmarks/written.ts'
import { yearText } from '../../../core/benchmarks/year.ts'
import type { Indicator } from '../../../core/definitions/indicator.ts'
import type { Picture } from '../../charts/places/picture.ts'
import type { View } from '../../render.ts'
import { funnelPicture, orderPicture, rankedPicture, rankedRows, trendPicture } from './measure-charts.ts'
import { type BesideRow, besideRows, type EveryoneRow, everyoneRows, type YearRow, yearRows } from './measure-tables.ts'
import { trendText } from './trend-words.ts'
import * as words from './words.ts'

export type MeasureView = View & {
  readonly heading: string
  readonly place: { readonly name: string; readonly href: string }
  readonly theme: { readonly label: string; readonly href: string }
  readonly csv: string
  readonly lead: string
  readonly tiles: readonly { readonly label: string; readonly figure: string; readonly detail: string }[]
  readonly says: readonly string[]
  readonly trend: Picture | undefined
  readonly since: string
  readonly isComparable: boolean
  readonly region: string
  readonly before: readonly string[]
  readonly years: readonly YearRow[]
  readonly ranked: Picture | undefined
  readonly beside: readonly BesideRow[]
  readonly good: string
  readonly all: { readonly picture: Picture; readonly isFunnel: boolean; readonly says: readonly string[] } | undefined
  readonly everyone: readonly EveryoneRow[]
  readonly choices: readonly { readonly key: string; readonly name: string; readonly selected: boolean }[]
  readonly chosen: string | undefined
  readonly about: readonly { readonly term: string; readonly text: string }[]
  readonly indicators: readonly { readonly label: string; readonly href: string; readonly differs: string }[]
}

export type MeasureInput = {
  readonly national: National
  readonly place: Place
  readonly measure: Measure
  readonly chosen: Place | undefined
  readonly indicators: readonly Indicator[]
}

/** One measure of one authority, beside everybody that it is held against. Undefined where nobody has a figure. */
export function measureView(input: MeasureInput): MeasureView | undefined {
  const { national, place, measure, chosen } = input
  const all = national.years.get(measure.key) ?? []
  const year = all.findLast((one) => figureOf(national, one, place).value !== null) ?? all.at(-1)
  if (year === undefined) return undefined
  const found = beside(national, measure, year, place)
  const trend = trendOf(national, measure, place)
  const drawn = { national, place, measure, trend, chosen }
  const funnel = isComparable(measure) ? funnelOf(national, measure, year) : undefined
  const everyone = national.places.authorities.map((one) => ({ place: one, figure: figureOf(national, year, one) }))
  const ofChosen = chosen && { place: chosen, figure: figureOf(national, year, chosen) }
  const rows = isComparable(measure) ? rankedRows(found, place, ofChosen) : []
  const picture =
    funnel === undefined
      ? isComparable(measure)
        ? orderPicture(everyone, drawn)
        : undefined
      : funnelPicture(funnel, drawn, amongText(national, measure))
  return {
    page: { title: `${measure.title}, ${place.name}`, navigation: 'places', council: place.name },
    heading: headingOf(found, place),
    place: { name: place.name, href: words.placeHref(place) },
    theme: { label: measure.theme, href: words.placeHref(place, 'themes', words.themeKey(measure.theme)) },
    csv: words.placeHref(place, 'measures', `${measure.key}.csv`),
    lead: `${place.name}, ${yearText(measure, year)}. ${words.goodText(measure)}`,
    tiles: tilesOf(found),
    says: saysOf(national, found, place, trend),
    trend: trendPicture(drawn),
    since: `${all[0]?.endsIn ?? ''}`,
    isComparable: isComparable(measure),
    region: national.places.regionOf(place)?.name ?? 'Region',
    before: trend.before.map(({ name }) => name),
    years: yearRows(national, measure, place, trend),
    ranked: rankedPicture(rows, measure, place),
    beside: besideRows(found, place, ofChosen, rows),
    good: goodOf(found),
    all: picture && { picture, isFunnel: funnel !== undefined, says: funnelText(funnel, place, found) },
    everyone: everyoneRows(everyone, funnel, measure, place),
    choices: national.places.authorities
      .filter((one) => one !== place)
      .map(({ key, name }) => ({ key, name, selected: key === chosen?.key })),
    chosen: chosen?.name,
    about: aboutOf(national, measure, year),
    indicators: input.indicators.map(({ key, label, national: link }) => ({
      label,
      href: `/indicators/${key}`,
      differs: link === undefined || link.same ? '' : link.differs,
    })),
  }
}

function headingOf({ measure, own, ofNeighbours }: Beside, place: Place): string {
  if (own.value === null) return `${measure.title}: no figure of ${place.name} is published`
  const here = `${measure.title}: ${place.name} ${nationalTextAlone(own.value, measure)}`
  return ofNeighbours === undefined ? here : `${here}, places like it ${words.middleText(ofNeighbours.median, measure)}`
}

function tilesOf(found: Beside): MeasureView['tiles'] {
  const { measure, year, own, england, englandDoubtful, region, ofNeighbours, standing } = found
  const tile = (one: PlaceFigure) => ({
    label: one.place.name,
    figure: words.figureText(one.figure, measure) || 'None',
    detail: '',
  })
  const fifth = words.fifthText(found)
  return [
    {
      label: words.upperFirst(yearText(measure, year)),
      figure: words.figureText(own, measure) || 'None',
      detail: own.value === null ? words.whyNone(own) : measure.unit.startsWith('per 1') ? measure.unit : '',
    },
    ...(ofNeighbours === undefined
      ? []
      : [
          {
            label: 'Places like it',
            figure: words.middleText(ofNeighbours.median, measure),
            detail: `the middle of ${ofNeighbours.of}; their mean is ${averageText(ofNeighbours.mean, measure)}`,
          },
        ]),
    ...(isComparable(measure) && region !== undefined ? [tile(region)] : []),
    ...(isComparable(measure) && england !== undefined && !englandDoubtful ? [tile(england)] : []),
    ...(standing === undefined || fifth === undefined
      ? []
      : [{ label: fifth, figure: `${standing.rank} of ${standing.of}`, detail: words.standingText(found) ?? '' }]),
  ]
}

/** What a lead member would want to be told: how it compares, whether that is chance, whether it is getting worse. */
function saysOf(national: National, found: Beside, place: Place, trend: Trend): readonly string[] {
  const { measure, own, ofNeighbours } = found
  const compared =
    own.value === null
      ? [`No figure of ${place.name} is published: ${words.whyNone(own)}.`]
      : ofNeighbours === undefined
        ? []
        : [comparedText(own.value, ofNeighbours.median, measure, place), ...chanceText(national, found, place)]
  return [...compared, ...trendText(trend, measure, place, sizeNow(national, found, place))]
}

/** Of how many the latest figure is, for whether a change could be chance. */
const sizeNow = (national: National, { measure, year }: Beside, place: Place): number | undefined =>
  outOf(national, measure, year, place)

function comparedText(own: number, median: number, measure: Measure, place: Place): string {
  const difference = own - median
  const here = `${place.name} has ${nationalTextAlone(own, measure)}`
  if (difference === 0) return `${here}, the same as the middle of its neighbours.`
  return `${here}; that is ${words.differenceText(difference, measure)} ${words.sideText(difference, measure)} than the middle of its neighbours (${words.middleText(median, measure)}).`.replace(
    /(higher|lower), (which is \w+) than (.*)\.$/,
    '$1 than $3, $2.',
  )
}

function chanceText(national: National, { measure, year, own, ofNeighbours }: Beside, place: Place): readonly string[] {
  const size = outOf(national, measure, year, place)
  const interval = size === undefined || own.value === null ? undefined : intervalOf(measure, own.value, size)
  if (interval === undefined || size === undefined || ofNeighbours === undefined)
    return ['No source says of how many this is, so whether it could be chance is not known.']
  const isChance = ofNeighbours.median >= interval.low && ofNeighbours.median <= interval.high
  const between = `chance alone would take the figure of a group of ${size.toLocaleString('en-GB')} anywhere from ${averageText(interval.low, measure)} to ${averageText(interval.high, measure)}`
  return [isChance ? `That could be chance: ${between}.` : `That is more than chance: ${between}.`]
}

function goodOf({ good, ofGood, measure }: Beside): string {
  if (good.length === 0) return ''
  const named = good
    .map(({ place, figure }) => `${place.name} ${words.figureText(figure, measure) || 'none'}`)
    .join(', ')
  return ofGood === undefined
    ? named
    : `Mean ${averageText(ofGood.mean, measure)}, middle ${averageText(ofGood.median, measure)}: ${named}`
}

function funnelText(funnel: Funnel | undefined, place: Place, { measure }: Beside): readonly string[] {
  if (funnel === undefined)
    return [
      measure.among === undefined
        ? 'No source says of how many each figure is, so no limits of chance can be drawn. Small authorities differ more by chance alone than large ones.'
        : 'Of too few authorities it is known of how many their figures are, so no limits of chance are drawn.',
    ]
  const outside = funnel.points.filter(({ within }) => within !== 'inside').length
  const own = funnel.points.find((one) => one.place === place)
  const where =
    own &&
    { inside: `inside the lines`, 'outside 95': 'outside the inner line', 'outside 99.8': 'outside both lines' }[
      own.within
    ]
  return [
    ...(where === undefined ? [] : [`${place.name} lies ${where}.`]),
    `If authorities differed from ${funnel.centreIs === 'England' ? `England’s ${nationalText(funnel.centre, measure)}` : `their mean, ${averageText(funnel.centre, measure)},`} by chance alone, 95 in 100 would lie between the solid lines, and 998 in 1,000 between the dashed ones. ${outside} of ${funnel.points.length} lie outside the solid lines${outside > funnel.points.length / 10 ? ': authorities truly differ, so lying outside is not unusual by itself' : ''}.`,
    ...(funnel.withoutSize === 0 ? [] : [`${funnel.withoutSize} more have a figure, and it is not known of how many.`]),
  ]
}

function amongText(national: National, { among }: Measure): string {
  if (among === ALL_CHILDREN) return 'Children aged 0 to 17'
  const counted = among === undefined ? undefined : national.byLait.get(among)
  return counted?.title ?? 'Of how many'
}

function aboutOf(national: National, measure: Measure, year: YearFigures): MeasureView['about'] {
  return [
    { term: 'What it is', text: `${measure.title}, ${measure.unit}. ${words.goodText(measure)}` },
    { term: 'Year', text: `The latest is ${yearText(measure, year)}. The source writes it ${year.label}.` },
    {
      term: 'Source',
      text: `${sourcesText(national.years.get(measure.key) ?? [])} The tool calls it ${measure.lait}. Open Government Licence v3.0.`,
    },
    ...(measure.among === undefined
      ? []
      : [{ term: 'Of how many', text: `${amongText(national, measure)}, as far as the sources say.` }]),
    ...(isEnglandDoubtful(national, measure, year)
      ? [
          {
            term: 'England',
            text: 'England’s figure in the source lies outside those of all authorities: it seems to be a sum of rates. It is not compared with.',
          },
        ]
      : []),
    {
      term: 'Neighbours',
      text: 'Ten statistical neighbours by the Department’s model of 2025. Their middle is the median, which one unusual neighbour does not move.',
    },
  ]
}

/** Where each year comes from: one source for all, or which for which. */
function sourcesText(years: readonly YearFigures[]): string {
  const sources = [...new Set(years.map(({ publishedIn }) => publishedIn))]
  if (sources.length === 1) return `${sources[0]}.`
  return sources
    .map((source) => {
      const of = years.filter(({ publishedIn }) => publishedIn === source).map(({ endsIn }) => endsIn)
      return `${Math.min(...of)} to ${Math.max(...of)}: ${source}.`
    })
    .toReversed()
    .join(' ')
}
