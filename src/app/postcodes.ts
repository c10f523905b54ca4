import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import type { Located } from '../core/definitions/completion.ts'

/** Where postcodes lie. Written with or without its space, in either case, it is one postcode. */
export type Postcodes = {
  locate(postcode: string): Located | undefined
  /** All of them, as they are written on envelopes. */
  all(): readonly (Located & { readonly postcode: string })[]
}

/** The directory in a file (gzip, CSV: postcode, authority, easting, northing), read when it is first asked: most commands never do. */
export function postcodesFrom(file: URL): Postcodes {
  let places: ReadonlyMap<string, Located & { readonly postcode: string }> | undefined
  const read = () => {
    places ??= new Map(
      gunzipSync(readFileSync(file))
        .toString('utf8')
        .trimEnd()
        .split('\n')
        .slice(1)
        .map((line) => {
          const [postcode = '', authority = '', easting, northing] = line.trimEnd().split(',')
          return [
            tight(postcode),
            { postcode: spaced(postcode), authority, easting: Number(easting), northing: Number(northing) },
          ] as const
        }),
    )
    return places
  }
  return { locate: (postcode) => read().get(tight(postcode)), all: () => [...read().values()] }
}

const tight = (postcode: string): string => postcode.replaceAll(/\s+/g, '').toUpperCase()
/** The last three characters stand apart. */
const spaced = (postcode: string): string => `${tight(postcode).slice(0, -3)} ${tight(postcode).slice(-3)}`
