import { isComparable, type Measure } from './measure.ts'
import { meanOf, medianOf } from './middle.ts'
import { figureOf, type National, type NationalFigure, type Neighbour, type YearFigures } from './national.ts'
import type { Place } from './places.ts'
import { type Standing, standingOf } from './standing.ts'

export type PlaceFigure = { readonly place: Place; readonly figure: NationalFigure }

/** Of how many of those asked it is the average. */
type Averages = { readonly mean: number; readonly median: number; readonly of: number; readonly all: number }

/** A place's figure of one measure in one year, with everybody that it is held against. */
export type Beside = {
  readonly measure: Measure
  readonly year: YearFigures
  readonly own: NationalFigure
  readonly england: PlaceFigure | undefined
  /** England's figure lies outside those of all authorities: the source has added up what cannot be added up. It is told, and not compared with. */
  readonly englandDoubtful: boolean
  readonly region: PlaceFigure | undefined
  readonly neighbours: readonly (Neighbour & { readonly figure: NationalFigure })[]
  readonly ofNeighbours: Averages | undefined
  readonly good: readonly PlaceFigure[]
  readonly ofGood: Averages | undefined
  /** Among all authorities; undefined without a figure, and for sums, which say only how large an authority is. */
  readonly standing: Standing | undefined
}

/** An average of fewer than half of those asked would be one of others. */
const LEAST_PART = 0.5

export function beside(national: National, measure: Measure, year: YearFigures, place: Place): Beside {
  const { places } = national
  const at = (one: Place): PlaceFigure => ({ place: one, figure: figureOf(national, year, one) })
  const own = figureOf(national, year, place)
  const region = places.regionOf(place)
  const neighbours = (national.neighbours.get(place.number) ?? []).map((one) => ({ ...one, ...at(one.place) }))
  const good = (national.good.get(place.number) ?? []).map(at)
  const comparable = isComparable(measure)
  return {
    measure,
    year,
    own,
    england: places.england && at(places.england),
    englandDoubtful: isEnglandDoubtful(national, measure, year),
    region: region && at(region),
    neighbours,
    ofNeighbours: comparable ? averagesOf(neighbours) : undefined,
    good,
    ofGood: comparable ? averagesOf(good) : undefined,
    standing:
      comparable && own.value !== null && place.kind === 'authority'
        ? standingOf(own.value, valuesOfAll(national, year), measure.goodIs)
        : undefined,
  }
}

/** The values of all authorities that have one. */
export const valuesOfAll = (national: National, year: YearFigures): readonly number[] =>
  national.places.authorities.flatMap((place) => figureOf(national, year, place).value ?? [])

function averagesOf(asked: readonly PlaceFigure[]): Averages | undefined {
  const values = asked.flatMap(({ figure }) => figure.value ?? [])
  const [mean, median] = [meanOf(values), medianOf(values)]
  if (mean === undefined || median === undefined || values.length < asked.length * LEAST_PART) return undefined
  return { mean, median, of: values.length, all: asked.length }
}

/** Whether England's figure is none that shares, rates or scores of its authorities can come to. */
export function isEnglandDoubtful(national: National, measure: Measure, year: YearFigures): boolean {
  const { england } = national.places
  const value = england && figureOf(national, year, england).value
  if (value === undefined || value === null || !isComparable(measure)) return false
  const all = valuesOfAll(national, year)
  return all.length > 0 && (value < Math.min(...all) || value > Math.max(...all))
}
