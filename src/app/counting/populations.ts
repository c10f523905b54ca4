import { parse } from 'csv-parse/sync'
import { type PlainDate, plainDate, shortText } from '../../core/dates/plain-date.ts'
import type { Indicator } from '../../core/definitions/indicator.ts'

/** How many children aged 0 to 17 live in an authority, as used for rates from a day on. */
export type ChildPopulation = {
  readonly authority: string
  readonly appliesFrom: PlainDate
  readonly children: number
  readonly source: string
}

/** Reads data/populations.csv. Throws RangeError for a row that is not one. */
export function readPopulations(text: string): readonly ChildPopulation[] {
  const rows: readonly Readonly<Record<string, string>>[] = parse(text, { columns: true, bom: true })
  return rows.map(({ authority = '', applies_from = '', children_0_17 = '', source = '' }) => {
    const children = Number(children_0_17)
    if (authority === '' || !Number.isInteger(children) || children <= 0)
      throw new RangeError(
        `data/populations.csv: “${authority}, ${children_0_17}” is not an authority and a number of children.`,
      )
    return { authority, appliesFrom: plainDate(applies_from), children, source }
  })
}

/** The population that a rate on a day is worked out with; undefined where none is set for that day. */
export const populationOn = (
  all: readonly ChildPopulation[],
  authority: string,
  date: PlainDate,
): ChildPopulation | undefined =>
  all
    .filter((one) => one.authority === authority && one.appliesFrom <= date)
    .toSorted((a, b) => a.appliesFrom - b.appliesFrom)
    .at(-1)

/** What a reader must know where the rates of two periods were worked out with different populations. */
export const changedBase = (
  { unit }: Indicator,
  before: ChildPopulation | undefined,
  now: ChildPopulation | undefined,
): string | null =>
  unit !== 'per 10,000' || before === undefined || now === undefined || before.children === now.children
    ? null
    : `From ${shortText(now.appliesFrom)} worked out with ${now.children.toLocaleString('en-GB')} children, before with ${before.children.toLocaleString('en-GB')}.`
