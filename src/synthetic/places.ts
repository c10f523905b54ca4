import type { Random } from './random.ts'

/** A postcode, the authority in which it lies and where exactly, in metres of the national grid. */
export type Place = {
  readonly postcode: string
  readonly authority: string
  readonly easting: number
  readonly northing: number
}

/** Where people of a made-up authority can live: in it, and round about. */
export type Places = { readonly inside: readonly Place[]; readonly outside: readonly Place[] }

export const placesOf = (all: readonly Place[], authority: string): Places => ({
  inside: all.filter((place) => place.authority === authority),
  outside: all.filter((place) => place.authority !== authority),
})

const METRES_IN_A_MILE = 1609.344

export const milesBetween = (a: Place, b: Place): number =>
  Math.hypot(a.easting - b.easting, a.northing - b.northing) / METRES_IN_A_MILE

/** A place to live, inside or outside, nearer to home than not: the nearest of a few. */
export function somewhere(random: Random, places: Places, home: Place, outside: boolean): Place {
  const among = outside && places.outside.length > 0 ? places.outside : places.inside
  const few = Array.from({ length: random.whole(1, 4) }, () => random.pick(among))
  return few.reduce((near, place) => (milesBetween(home, place) < milesBetween(home, near) ? place : near))
}
