import { parse } from 'csv-parse/sync'
import { ALL_CHILDREN, type Measure, type NationalUnit, type YearKind } from '../../core/benchmarks/measure.ts'
import type { Neighbour } from '../../core/benchmarks/national.ts'
import { type Place, Places } from '../../core/benchmarks/places.ts'
import type { GoodIs } from '../../core/definitions/indicator.ts'

/** What national figures are of, and who is compared with whom. */
export type NationalReference = {
  readonly places: Places
  readonly measures: ReadonlyMap<string, Measure>
  readonly neighbours: ReadonlyMap<number, readonly Neighbour[]>
  readonly good: ReadonlyMap<number, readonly Place[]>
}

/** The files of data/benchmarks, as text. */
export type ReferenceFiles = Readonly<Record<'places' | 'measures' | 'neighbours' | 'goodNeighbours', string>>

type Row = Readonly<Record<string, string>>

/** Reads what ships beside the national figures. Throws RangeError, naming file and row, for a row that is none. */
export function readNationalReference(files: ReferenceFiles): NationalReference {
  const places = new Places(rowsOf(files.places).map(placeOf))
  const measures = rowsOf(files.measures).map(measureOf)
  const byLait = new Set(measures.map(({ lait }) => lait))
  for (const { key, among } of measures)
    if (among !== undefined && among !== ALL_CHILDREN && !byLait.has(among))
      throw new RangeError(`measures.csv: ${key} is among “${among}”, which is no measure.`)
  return {
    places,
    measures: keyed(measures),
    neighbours: neighboursOf(rowsOf(files.neighbours), places),
    good: goodOf(rowsOf(files.goodNeighbours), places),
  }
}

const rowsOf = (text: string): readonly Row[] => parse(text, { columns: true, bom: true })

function keyed(measures: readonly Measure[]): ReadonlyMap<string, Measure> {
  const of = new Map(measures.map((measure) => [measure.key, measure]))
  if (of.size < measures.length) throw new RangeError('measures.csv: two measures have the same key.')
  return of
}

const kinds = ['england', 'region', 'authority', 'former'] as const

function placeOf({ number = '', key = '', name = '', kind, region, since, until, into = '' }: Row): Place {
  return {
    number: whole(number, `places.csv: the number of ${name}`),
    key,
    name,
    kind: oneOf(kinds, kind, `places.csv: the kind of ${name}`),
    region: optional(region),
    since: optional(since),
    until: optional(until),
    into: into.split(' ').filter(Boolean).map(Number),
  }
}

const units = [
  'per cent',
  'per 1,000',
  'per 10,000',
  'per 100,000',
  'count',
  'score',
  'pounds',
  'pounds a week',
] as const satisfies readonly NationalUnit[]
const yearKinds = [
  'financial year',
  'school year',
  'calendar year',
  '31 March',
  '30 September',
  'January',
] as const satisfies readonly YearKind[]
const goodIs = ['high', 'low', 'neither'] as const satisfies readonly GoodIs[]

function measureOf({ key = '', lait = '', title = '', theme = '', words = '', ...row }: Row): Measure {
  const where = `measures.csv: ${key}`
  if ([key, lait, title, theme].includes('')) throw new RangeError(`${where} lacks a key, name, title or theme.`)
  return {
    key,
    lait,
    title,
    theme,
    words,
    unit: oneOf(units, row['unit'], `${where}, unit`),
    goodIs: oneOf(goodIs, row['good_is'], `${where}, good_is`),
    among: row['among'] || undefined,
    years: oneOf(yearKinds, row['years'], `${where}, years`),
    decimals: whole(row['decimals'] ?? '', `${where}, decimals`),
  }
}

function neighboursOf(rows: readonly Row[], places: Places): ReadonlyMap<number, readonly Neighbour[]> {
  const of = new Map<number, Neighbour[]>()
  for (const { number = '', rank = '', neighbour = '', closeness = '' } of rows) {
    const [own, place] = [places.findByNumber(Number(number)), places.findByNumber(Number(neighbour))]
    if (own === undefined || place === undefined)
      throw new RangeError(`neighbours.csv: there is no place ${own === undefined ? number : neighbour}.`)
    const known = of.get(own.number) ?? []
    of.set(own.number, [...known, { place, rank: whole(rank, 'neighbours.csv: a rank'), closeness }])
  }
  return of
}

function goodOf(rows: readonly Row[], places: Places): ReadonlyMap<number, readonly Place[]> {
  const of = new Map<number, Place[]>()
  for (const { authority = '', neighbour = '' } of rows) {
    const [own, place] = [places.find(authority), places.find(neighbour)]
    if (own === undefined || place === undefined)
      throw new RangeError(`good-neighbours.csv: there is no place ${own === undefined ? authority : neighbour}.`)
    of.set(own.number, [...(of.get(own.number) ?? []), place])
  }
  return of
}

const optional = (text: string | undefined): number | undefined => (text ? Number(text) : undefined)

function whole(text: string, where: string): number {
  const value = Number(text)
  if (text === '' || !Number.isInteger(value)) throw new RangeError(`${where}: “${text}” is no whole number.`)
  return value
}

function oneOf<Of extends string>(all: readonly Of[], text: string | undefined, where: string): Of {
  const found = all.find((one) => one === text)
  if (found === undefined) throw new RangeError(`${where}: “${text}” is none of ${all.join(', ')}.`)
  return found
}
