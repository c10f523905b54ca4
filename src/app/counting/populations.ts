import { parse } from 'csv-parse/sync'
import { addDays, addMonths, type PlainDate, plainDate, shortText } from '../../core/dates/plain-date.ts'
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

/** A rate as it would be on the population that was used before. */
export type OnOldBase = {
  readonly value: number
  readonly children: number
  /** The first day of the population that is used now. */
  readonly until: PlainDate
}

/** For a year after a new population a rate can be compared with what it would be on the one before; undefined where that has not changed. */
export function populationBefore(
  all: readonly ChildPopulation[],
  authority: string,
  date: PlainDate,
): { readonly before: ChildPopulation; readonly until: PlainDate } | undefined {
  const now = populationOn(all, authority, date)
  if (now === undefined || addMonths(now.appliesFrom, 12) <= date) return undefined
  const before = populationOn(all, authority, addDays(now.appliesFrom, -1))
  return before === undefined || before.children === now.children ? undefined : { before, until: now.appliesFrom }
}

/** What a reader must know where the rates of two periods were worked out with different populations. */
export const changedBase = (
  { unit }: Indicator,
  before: ChildPopulation | undefined,
  now: ChildPopulation | undefined,
): string | null =>
  unit !== 'per 10,000' || before === undefined || now === undefined || before.children === now.children
    ? null
    : `From ${shortText(now.appliesFrom)} worked out with ${now.children.toLocaleString('en-GB')} children, before with ${before.children.toLocaleString('en-GB')}.`
