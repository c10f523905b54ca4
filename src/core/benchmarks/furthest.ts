import { intervalOf } from './chance.ts'
import { isComparable, type Measure } from './measure.ts'
import { medianOf } from './middle.ts'
import { figureOf, type National, outOf, type YearFigures } from './national.ts'
import type { Place } from './places.ts'

/**
 * Whether groups as small as this differ so much of themselves. `year after year`: no source says how many it is of, but it has lain on the same side for
 * five years or more, which by chance alone happens once in 16.
 */
type Chance = 'more than chance' | 'year after year' | 'not known' | 'could be chance'

/** Those that are surely no chance first. */
const surest: Readonly<Record<Chance, number>> = {
  'more than chance': 0,
  'year after year': 0,
  'not known': 1,
  'could be chance': 2,
}
const YEAR_AFTER_YEAR = 5

export type Distance = {
  readonly measure: Measure
  readonly year: YearFigures
  readonly own: number
  /** The middle one of the neighbours' figures. */
  readonly neighbours: number
  readonly difference: number
  /** The part of all authorities that lie nearer to their own neighbours, 0 to 1. */
  readonly nearer: number
  readonly of: number
  readonly side: 'better' | 'worse' | 'different' | 'level'
  readonly chance: Chance
  /** How many years in a row, this one included, it has lain on the same side. */
  readonly running: number
}

/** What could not be held against neighbours, and why. */
type LeftOut = {
  readonly sums: number
  readonly withoutOwn: number
  readonly withoutNeighbours: number
  readonly old: number
}

export type Furthest = { readonly distances: readonly Distance[]; readonly leftOut: LeftOut }

/** A latest figure that is older than this by the newest of all says nothing of today. */
const OLDEST = 3
const LEAST_NEIGHBOURS = 5

/**
 * Every measure that can be held against neighbours, in its latest year, the furthest first. How far is judged by what is usual in that measure:
 * each authority's distance from the middle of its own neighbours is worked out, and the place's is set among them. So measures in different units
 * can be put in one order, and a measure in which everybody differs does not stand first. What is surely no chance comes before what may be.
 */
export function furthestOf(national: National, place: Place): Furthest {
  const newest = Math.max(...[...national.years.values()].map((years) => years.at(-1)?.endsIn ?? 0))
  const leftOut = { sums: 0, withoutOwn: 0, withoutNeighbours: 0, old: 0 }
  const distances: Distance[] = []
  for (const measure of national.measures.values()) {
    const found = distanceOf(national, measure, place, newest)
    if (typeof found === 'string') leftOut[found] += 1
    else distances.push(found)
  }
  return { distances: distances.toSorted(furthestFirst), leftOut }
}

const furthestFirst = (a: Distance, b: Distance): number => surest[a.chance] - surest[b.chance] || b.nearer - a.nearer

function distanceOf(national: National, measure: Measure, place: Place, newest: number): Distance | keyof LeftOut {
  if (!isComparable(measure)) return 'sums'
  const years = national.years.get(measure.key) ?? []
  const at = years.findLastIndex((one) => figureOf(national, one, place).value !== null)
  const year = years[at]
  if (year === undefined) return 'withoutOwn'
  if (year.endsIn < newest - OLDEST) return 'old'
  const here = apart(national, year, place)
  if (here === undefined) return 'withoutNeighbours'
  const { own, middle } = here
  const difference = own - middle
  const running = runningOf(national, years.slice(0, at + 1), place, Math.sign(difference))
  const distances = distancesOfAll(national, year)
  return {
    measure,
    year,
    own,
    neighbours: middle,
    difference,
    nearer: nearerPart(distances, Math.abs(difference)),
    of: distances.length,
    side: sideOf(measure, difference),
    chance: chanceOf(intervalHere(national, measure, year, place, own), middle, running),
    running,
  }
}

const knownDistances = new WeakMap<YearFigures, readonly number[]>()

/** How far each authority lies from its own neighbours, the nearest first. Worked out once: it is the same for all who ask. */
function distancesOfAll(national: National, year: YearFigures): readonly number[] {
  const known = knownDistances.get(year)
  if (known !== undefined) return known
  const distances = national.places.authorities
    .flatMap((place) => {
      const here = apart(national, year, place)
      return here === undefined ? [] : [Math.abs(here.own - here.middle)]
    })
    .toSorted((a, b) => a - b)
  knownDistances.set(year, distances)
  return distances
}

/** Of all others: the place itself is among the distances. */
function nearerPart(distances: readonly number[], distance: number): number {
  const nearer = distances.findIndex((one) => one >= distance)
  return (nearer === -1 ? distances.length - 1 : nearer) / Math.max(1, distances.length - 1)
}

/** A place's figure, and the middle of those of its neighbours. */
function apart(national: National, year: YearFigures, place: Place) {
  const own = figureOf(national, year, place).value
  const values = (national.neighbours.get(place.number) ?? []).flatMap(
    (one) => figureOf(national, year, one.place).value ?? [],
  )
  const middle = medianOf(values)
  return own === null || middle === undefined || values.length < LEAST_NEIGHBOURS ? undefined : { own, middle }
}

function sideOf({ goodIs }: Measure, difference: number): Distance['side'] {
  if (difference === 0) return 'level'
  if (goodIs === 'neither') return 'different'
  return difference > 0 === (goodIs === 'high') ? 'better' : 'worse'
}

function intervalHere(national: National, measure: Measure, year: YearFigures, place: Place, own: number) {
  const size = outOf(national, measure, year, place)
  return size === undefined ? undefined : intervalOf(measure, own, size)
}

function chanceOf(interval: ReturnType<typeof intervalHere>, middle: number, running: number): Chance {
  if (interval === undefined) return running >= YEAR_AFTER_YEAR ? 'year after year' : 'not known'
  return middle < interval.low || middle > interval.high ? 'more than chance' : 'could be chance'
}

function runningOf(national: National, years: readonly YearFigures[], place: Place, side: number): number {
  let running = 0
  for (const year of years.toReversed()) {
    const here = apart(national, year, place)
    if (here === undefined || Math.sign(here.own - here.middle) !== side) return running
    running += 1
  }
  return running
}
