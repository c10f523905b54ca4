import { beside } from '../../../core/benchmarks/compare.ts'
import { findMeasures } from '../../../core/benchmarks/find.ts'
import { isComparable, type Measure } from '../../../core/benchmarks/measure.ts'
import { figureOf, type National } from '../../../core/benchmarks/national.ts'
import type { Place } from '../../../core/benchmarks/places.ts'
import { trendOf } from '../../../core/benchmarks/trend.ts'
import { nationalText } from '../../../core/benchmarks/written.ts'
import { yearText } from '../../../core/benchmarks/year.ts'
import { miniLines } from '../../charts/places/lines.ts'
import type { View } from '../../render.ts'
import { linesOf } from './measure-charts.ts'
import * as words from './words.ts'

type Small = {
  readonly title: string
  readonly href: string
  readonly figure: string
  readonly others: string
  readonly side: string
  readonly isWorse: boolean
  readonly year: string
  readonly drawing: string
}

export type ThemeView = View & {
  readonly heading: string
  readonly place: { readonly name: string; readonly href: string }
  readonly smalls: readonly Small[]
  readonly sums: readonly {
    readonly title: string
    readonly href: string
    readonly figure: string
    readonly year: string
  }[]
  readonly without: readonly { readonly title: string; readonly href: string }[]
}

/** All measures of one subject as small pictures alike, the worse first. Undefined where there is no such subject. */
export function themeView(national: National, place: Place, key: string): ThemeView | undefined {
  const measures = [...national.measures.values()].filter(({ theme }) => words.themeKey(theme) === key)
  const [first] = measures
  if (first === undefined) return undefined
  const seen = measures.map((measure) => ({ measure, small: smallOf(national, place, measure) }))
  const smalls = seen.flatMap(({ measure, small }) => (small !== undefined && isComparable(measure) ? [small] : []))
  const worse = smalls.filter(({ isWorse }) => isWorse).length
  return {
    page: { title: `${first.theme}, ${place.name}`, navigation: 'places', council: place.name },
    heading: `${first.theme}: ${place.name} is worse than the middle of places like it in ${words.inWords(worse)} of ${words.inWords(smalls.length)}`,
    place: { name: place.name, href: words.placeHref(place) },
    smalls: smalls.toSorted((a, b) => Number(b.isWorse) - Number(a.isWorse)),
    sums: seen.flatMap(({ measure, small }) => (small !== undefined && !isComparable(measure) ? [small] : [])),
    without: seen.flatMap(({ measure, small }) =>
      small === undefined ? [{ title: measure.title, href: words.placeHref(place, 'measures', measure.key) }] : [],
    ),
  }
}

function smallOf(national: National, place: Place, measure: Measure): Small | undefined {
  const years = national.years.get(measure.key) ?? []
  const year = years.findLast((one) => figureOf(national, one, place).value !== null)
  if (year === undefined) return undefined
  const { own, ofNeighbours, england, englandDoubtful } = beside(national, measure, year, place)
  const value = own.value ?? 0
  const difference = ofNeighbours === undefined ? undefined : value - ofNeighbours.median
  const trend = trendOf(national, measure, place)
  const lines = linesOf({ national, place, measure, trend, chosen: undefined }).filter(
    ({ kind }) => kind !== 'each' && kind !== 'region',
  )
  const isMeasured = isComparable(measure)
  return {
    title: measure.title,
    href: words.placeHref(place, 'measures', measure.key),
    figure: nationalText(value, measure),
    others: [
      ...(ofNeighbours === undefined ? [] : [`places like it ${words.middleText(ofNeighbours.median, measure)}`]),
      ...(isMeasured && !englandDoubtful && england !== undefined && england.figure.value !== null
        ? [`England ${nationalText(england.figure.value, measure)}`]
        : []),
    ].join(', '),
    side: difference === undefined ? '' : words.upperFirst(words.sideText(difference, measure)),
    isWorse: difference !== undefined && words.sideText(difference, measure).endsWith('worse'),
    year: `${words.upperFirst(yearText(measure, year))}${measure.unit.startsWith('per 1') ? `, ${measure.unit}` : ''}`,
    drawing: isMeasured
      ? miniLines({ unit: measure.unit, years: trend.years.map((one) => `${one.year.endsIn}`), lines })
      : '',
  }
}

export type MeasuresView = View & {
  readonly heading: string
  readonly place: { readonly name: string; readonly href: string }
  readonly asked: string
  readonly found: readonly Small[]
  readonly more: number
  readonly themes: readonly {
    readonly label: string
    readonly measures: readonly { readonly title: string; readonly href: string }[]
  }[]
}

const MOST_FOUND = 12

/** What answers a question in plain words, or every measure by subject. */
export function measuresView(national: National, place: Place, asked: string): MeasuresView {
  const all = [...national.measures.values()]
  const found = asked === '' ? [] : findMeasures(all, asked)
  const themes = found.length > 0 ? [] : [...new Set(all.map(({ theme }) => theme))]
  return {
    page: { title: `Find a measure, ${place.name}`, navigation: 'places', council: place.name },
    heading: measuresHeading(asked, found.length, all.length),
    place: { name: place.name, href: words.placeHref(place) },
    asked,
    found: found.slice(0, MOST_FOUND).map((measure) => smallOf(national, place, measure) ?? emptySmall(place, measure)),
    more: Math.max(0, found.length - MOST_FOUND),
    themes: themes.map((theme) => ({
      label: theme,
      measures: all
        .filter((measure) => measure.theme === theme)
        .map(({ key, title }) => ({ title, href: words.placeHref(place, 'measures', key) })),
    })),
  }
}

function measuresHeading(asked: string, found: number, all: number): string {
  if (asked === '') return `${all} measures that are published of every authority`
  if (found === 0) return `No measure has a word of “${asked}”`
  return found === 1 ? 'One measure may answer that' : `${found} measures may answer that, the nearest first`
}

const emptySmall = (place: Place, { key, title }: Measure): Small => ({
  title,
  href: words.placeHref(place, 'measures', key),
  figure: 'No figure',
  others: '',
  side: '',
  isWorse: false,
  year: '',
  drawing: '',
})
