import { parse } from 'csv-parse/sync'
import { type DisclosureRule, departmentsRule } from '../../core/disclosure/rule.ts'

/** The rules by which authorities decide what the public may see, by authority. */
export type DisclosureRules = ReadonlyMap<string, DisclosureRule>

/** Reads data/disclosure-rules.csv. Throws RangeError for a row that is no rule: a rule that is misread would give people away. */
export function readDisclosureRules(text: string): DisclosureRules {
  const rows: readonly Readonly<Record<string, string>>[] = parse(text, { columns: true, bom: true })
  const rules = new Map<string, DisclosureRule>()
  for (const row of rows) {
    const authority = row['authority'] ?? ''
    const fault = rules.has(authority) ? 'the authority has two rows' : faultIn(row)
    if (fault !== undefined) throw new RangeError(`data/disclosure-rules.csv, “${authority}”: ${fault}.`)
    rules.set(authority, ruleIn(row))
  }
  return rules
}

type Row = Readonly<Record<string, string>>

const ruleIn = (row: Row): DisclosureRule => ({
  smallest: 1,
  largest: Number(row['largest']),
  leaves: Number(row['leaves']),
  roundedTo: row['rounded_to'] === '' ? null : Number(row['rounded_to']),
  averagesWithin: Number(row['averages_within']),
  source: row['source'] ?? '',
})

function faultIn(row: Row): string | undefined {
  const { largest, leaves, roundedTo, averagesWithin = Number.NaN, source } = ruleIn(row)
  const whole = (number: number, least: number) => Number.isInteger(number) && number >= least
  if ((row['authority'] ?? '') === '') return 'whose rule it is is not said'
  if (row['largest'] === '' || !whole(largest, 1)) return 'the largest number that is kept has to be 1 or more'
  if (!whole(leaves, 2)) return 'at least 2 numbers have to be left open of what is withheld'
  if (roundedTo !== null && !whole(roundedTo, 2)) return 'numbers are rounded to 2 or more, or the field is empty'
  if (row['averages_within'] === '' || !(averagesWithin > 0 && averagesWithin <= 1))
    return 'how near a number may be told by averages is a share, like 0.2'
  return source === '' ? 'who decided on it, and where, has to be said' : undefined
}

/** By which rule an authority publishes: its own, and without one the Department's. */
export const ruleOf = (rules: DisclosureRules, authority: string): DisclosureRule =>
  rules.get(authority) ?? departmentsRule
