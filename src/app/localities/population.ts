import { parse } from 'csv-parse/sync'
import { type PlainDate, plainDate } from '../../core/dates/plain-date.ts'
import { type ChildPopulation, populationOn } from '../counting/populations.ts'

/** How many children aged 0 to 17 live in a locality, from a day on. */
export type LocalityPopulation = ChildPopulation & { readonly locality: string }

/** Reads data/locality-populations.csv. Throws RangeError for a row that is not one. */
export function readLocalityPopulations(text: string): readonly LocalityPopulation[] {
  const rows: readonly Readonly<Record<string, string>>[] = parse(text, { columns: true, bom: true })
  return rows.map(({ authority = '', locality = '', applies_from = '', children_0_17 = '', source = '' }) => {
    const children = Number(children_0_17)
    if (authority === '' || locality === '' || source === '' || !Number.isInteger(children) || children <= 0)
      throw new RangeError(
        `data/locality-populations.csv: “${authority}, ${locality}, ${children_0_17}, ${source}” is not a locality of an authority with a number of children and where it is from.`,
      )
    return { authority, locality, appliesFrom: plainDate(applies_from), children, source }
  })
}

/** How many children live in a locality, and in the whole authority where that is known. */
export type Living = { readonly here: ChildPopulation; readonly whole: ChildPopulation | undefined }

type Held = {
  readonly own: { readonly key: string } | undefined
  readonly populations: readonly ChildPopulation[]
  readonly localityPopulations: readonly LocalityPopulation[]
}

/** How many children live in a locality on a day; undefined where it is not known. */
export function livingIn(
  { own, populations, localityPopulations }: Held,
  locality: string,
  on: PlainDate,
): Living | undefined {
  if (own === undefined) return undefined
  const here = populationOn(
    localityPopulations.filter((one) => one.locality === locality),
    own.key,
    on,
  )
  return here && { here, whole: populationOn(populations, own.key, on) }
}
