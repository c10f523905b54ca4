import { limitsOf, Z95, Z998 } from './chance.ts'
import { isEnglandDoubtful, valuesOfAll } from './compare.ts'
import type { Measure } from './measure.ts'
import { meanOf } from './middle.ts'
import { figureOf, type National, outOf, type YearFigures } from './national.ts'
import type { Place } from './places.ts'

type Limits = { readonly low: number; readonly high: number }

/** Outside the inner limits 1 in 20 would lie by chance alone, outside the outer 1 in 500. */
type Within = 'inside' | 'outside 95' | 'outside 99.8'

type FunnelPoint = {
  readonly place: Place
  readonly value: number
  readonly outOf: number
  readonly inner: Limits
  readonly outer: Limits
  readonly within: Within
}

/** How far each authority lies from the centre, and how far chance alone would take one of its size. */
export type Funnel = {
  readonly centre: number
  /** England's figure, or the mean of the authorities where that is not to be used. */
  readonly centreIs: 'England' | 'the mean of the authorities'
  readonly points: readonly FunnelPoint[]
  /** Authorities with a figure of which it is not known of how many it is. */
  readonly withoutSize: number
  readonly limits: (size: number) => { readonly inner: Limits; readonly outer: Limits } | undefined
}

/** Fewer sizes than this make no picture. */
const LEAST_POINTS = 20

/** Undefined where no source says of how many the figures are, or they are neither shares nor rates. */
export function funnelOf(national: National, measure: Measure, year: YearFigures): Funnel | undefined {
  const { england, authorities } = national.places
  const ofEngland =
    england === undefined || isEnglandDoubtful(national, measure, year) ? null : figureOf(national, year, england).value
  const centre = ofEngland ?? meanOf(valuesOfAll(national, year))
  if (centre === undefined) return undefined
  const limits: Funnel['limits'] = (size) => {
    const [inner, outer] = [limitsOf(measure, centre, size, Z95), limitsOf(measure, centre, size, Z998)]
    return inner === undefined || outer === undefined ? undefined : { inner, outer }
  }
  const known = authorities.flatMap((place) => {
    const { value } = figureOf(national, year, place)
    return value === null ? [] : [{ place, value, size: outOf(national, measure, year, place) }]
  })
  const points = known.flatMap(({ place, value, size }): readonly FunnelPoint[] => {
    const drawn = size === undefined || size <= 0 ? undefined : limits(size)
    if (size === undefined || drawn === undefined) return []
    return [{ place, value, outOf: size, ...drawn, within: withinOf(value, drawn.inner, drawn.outer) }]
  })
  if (points.length < LEAST_POINTS) return undefined
  return {
    centre,
    centreIs: ofEngland === null ? 'the mean of the authorities' : 'England',
    points,
    withoutSize: known.length - points.length,
    limits,
  }
}

function withinOf(value: number, inner: Limits, outer: Limits): Within {
  if (value < outer.low || value > outer.high) return 'outside 99.8'
  return value < inner.low || value > inner.high ? 'outside 95' : 'inside'
}
