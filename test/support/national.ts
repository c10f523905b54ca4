import { assemble, type SourceYear } from '../../src/core/benchmarks/assemble.ts'
import type { Measure } from '../../src/core/benchmarks/measure.ts'
import type { National } from '../../src/core/benchmarks/national.ts'
import { type Place, Places } from '../../src/core/benchmarks/places.ts'

const place = (number: number, key: string, more: Partial<Place> = {}): Place => ({
  number,
  key,
  name: key.charAt(0).toUpperCase() + key.slice(1),
  kind: 'authority',
  region: 980,
  since: undefined,
  until: undefined,
  into: [],
  ...more,
})

/** Twenty-four made-up authorities, numbered from 1 (`a` to `x`), in one region; `old` became part of `a`. Each has the six after it as neighbours. */
export const madeUpPlaces = new Places([
  ...[...'abcdefghijklmnopqrstuvwx'].map((key, at) => place(at + 1, key, key === 'a' ? { since: 2022 } : {})),
  place(90, 'old', { kind: 'former', until: 2022, into: [1] }),
  place(970, 'england', { kind: 'england', region: undefined }),
  place(980, 'north', { kind: 'region', region: undefined }),
])

export const share: Measure = {
  key: 'share',
  lait: 'Share',
  title: 'Children in care with a share',
  theme: 'Children in care',
  unit: 'per cent',
  goodIs: 'low',
  among: 'Number',
  years: 'financial year',
  decimals: 0,
  words: '',
}
export const number: Measure = {
  ...share,
  key: 'number',
  lait: 'Number',
  title: 'Children in care, number',
  unit: 'count',
  goodIs: 'neither',
  among: undefined,
}

/** What the tool says of one measure in one year: of the authorities in their order (null where it has none), then of old, England and the region. */
export const said = (
  measure: string,
  year: string,
  values: readonly (number | null)[],
  more: Partial<SourceYear> = {},
): SourceYear => {
  const numbers = madeUpPlaces.all.map((one) => one.number).slice(0, values.length)
  return {
    measure,
    year,
    source: 'lait',
    numbers,
    values,
    marks: values.map((value) => (value === null ? '-' : '.')).join(''),
    outOf: null,
    publishedIn: 'the tool',
    ...more,
  }
}

export function madeUpNational(rows: readonly SourceYear[], measures: readonly Measure[] = [share, number]): National {
  const { authorities } = madeUpPlaces
  return {
    places: madeUpPlaces,
    measures: new Map(measures.map((one) => [one.key, one])),
    byLait: new Map(measures.map((one) => [one.lait, one])),
    years: assemble(rows, measures, madeUpPlaces),
    neighbours: new Map(
      authorities.map((own, at) => [
        own.number,
        [...authorities, ...authorities]
          .slice(at + 1, at + 7)
          .map((one, rank) => ({ place: one, rank: rank + 1, closeness: 'close' })),
      ]),
    ),
    good: new Map(),
    children: () => 10_000,
  }
}
