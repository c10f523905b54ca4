import { getMeasure, nationalFigures } from '../app/benchmarks/national.ts'
import { NONE_LOADED } from '../app/benchmarks/place.ts'
import { Refused } from '../app/refused.ts'
import type { Measure } from '../core/benchmarks/measure.ts'
import { figureOf, type National, outOf, type YearFigures } from '../core/benchmarks/national.ts'
import type { Place } from '../core/benchmarks/places.ts'
import { endpoint } from './endpoint.ts'
import { measureKey } from './parameters.ts'
import { listOf, number, object, oneOf, orNull, text, whole } from './shape.ts'

const placeShape = object<Place>('Place', 'A place that national figures are published of.', (field) => ({
  place: field(text, ({ key }) => key, 'Its key.'),
  name: field(text, ({ name }) => name, 'What it is called.'),
  number: field(whole, (one) => one.number, 'The Department’s number of it.'),
  kind: field(
    oneOf(['england', 'region', 'authority', 'former']),
    ({ kind }) => kind,
    'What it is. “Former”: an authority that is part of others today.',
  ),
  until: field(orNull(whole), ({ until }) => until ?? null, 'The year in whose April it became part of others.'),
}))

const measureShape = object<Measure>('Measure', 'Something that is published of every authority.', (field) => ({
  measure: field(text, ({ key }) => key, 'Its key.'),
  title: field(text, ({ title }) => title, 'What it is called.'),
  theme: field(text, ({ theme }) => theme, 'What it is about.'),
  unit: field(text, ({ unit }) => unit, 'What its figures are numbers of.'),
  goodIs: field(oneOf(['high', 'low', 'neither']), ({ goodIs }) => goodIs, 'Which way is better.'),
  among: field(orNull(text), ({ among }) => among ?? null, 'Of what it is a share or rate.'),
  years: field(text, ({ years }) => years, 'What the year of a figure means.'),
}))

type OfPlace = {
  readonly national: National
  readonly measure: Measure
  readonly year: YearFigures
  readonly place: Place
}

const ofPlaceShape = object<OfPlace>('PlaceFigure', 'A figure of one place in one year.', (field) => ({
  place: field(text, ({ place }) => place.key, 'Which place.'),
  value: field(
    orNull(number),
    ({ national, year, place }) => figureOf(national, year, place).value,
    'The figure; null where none was published.',
  ),
  mark: field(
    oneOf(['.', 'c', 'u', 'x', 'z', 'k', '-']),
    ({ national, year, place }) => {
      const { mark } = figureOf(national, year, place)
      return mark === ' ' ? '-' : mark
    },
    'Why there is none: c kept back so that nobody can be recognised, u unreliable, x not available, z does not apply, k rounds to nought, - not said. A point where there is one.',
  ),
  outOf: field(
    orNull(number),
    ({ national, measure, year, place }) => outOf(national, measure, year, place) ?? null,
    'Of how many, where a source says.',
  ),
}))

type Year = Omit<OfPlace, 'place'>

const yearShape = object<Year>('MeasureYear', 'A measure in one year.', (field) => ({
  year: field(text, ({ year }) => year.label, 'As its source writes it.'),
  publishedIn: field(text, ({ year }) => year.publishedIn, 'Where it was published.'),
  figures: field(
    listOf(ofPlaceShape),
    ({ national, ...rest }) =>
      national.places.all.flatMap((place) =>
        figureOf(national, rest.year, place).mark === ' ' ? [] : [{ national, ...rest, place }],
      ),
    'A figure, or why there is none, for each place that the source has.',
  ),
}))

type Read = { readonly national: National; readonly measure: Measure }

const readShape = object<Read>('MeasureFigures', 'A measure over the years, of every place.', (field) => ({
  measure: field(measureShape, ({ measure }) => measure, 'What is measured.'),
  years: field(
    listOf(yearShape),
    ({ national, measure }) => (national.years.get(measure.key) ?? []).map((year) => ({ national, measure, year })),
    'The oldest first.',
  ),
}))

export const placeEndpoints = [
  endpoint({
    address: '/places',
    name: 'listPlaces',
    summary: 'The places that national figures are of',
    description: 'England, its regions, and the authorities of today and before.',
    path: {},
    query: {},
    opens: 'figures',
    answer: listOf(placeShape),
    find: async ({ national }) => national.places.all,
  }),
  endpoint({
    address: '/measures',
    name: 'listMeasures',
    summary: 'What is published of every authority',
    description: 'The measures that national figures are of.',
    path: {},
    query: {},
    opens: 'figures',
    answer: listOf(measureShape),
    find: async ({ national }) => [...national.measures.values()],
  }),
  endpoint({
    address: '/measures/{measure}',
    name: 'readMeasure',
    summary: 'One measure of every authority, over the years',
    description: 'The figures behind the pages that hold an authority beside others.',
    path: { measure: measureKey },
    query: {},
    opens: 'figures',
    answer: readShape,
    async find(app, asked) {
      const measure = getMeasure(app, asked.measure)
      const national = await nationalFigures(app)
      if (national === undefined) throw new Refused('not found', NONE_LOADED)
      return { national, measure }
    },
  }),
]
