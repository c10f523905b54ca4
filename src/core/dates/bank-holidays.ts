import { type PlainDate, partsOf, plainDate, toText, weekday } from './plain-date.ts'

/**
 * A weekday on which England does not work: bank holidays, and Good Friday and Christmas Day, which the law names
 * beside them. The date is the day observed, never the weekend day that a substitute stands in for.
 */
export type BankHoliday = {
  readonly on: PlainDate
  readonly name: string
  /** Stands in for a holiday that fell on a weekend. */
  readonly substitute: boolean
}

export type Years = { readonly firstYear: number; readonly lastYear: number }

/** England and Wales have had eight in every ordinary year since 1978; extra ones are proclaimed, none is taken away. */
const fewestInAYear = 8
const columns = ['date', 'weekday', 'name', 'substitute_day', 'special', 'source'] as const

/**
 * Reads the list for England and Wales (`data/bank-holidays.csv`) into dates, in order.
 * Throws one RangeError that names every fault by its row, the heading being row 1.
 */
export function readBankHolidays(csvText: string): readonly BankHoliday[] {
  const [heading = '', ...lines] = csvText.replace(/^\uFEFF/, '').split(/\r?\n/)
  if (fieldsOf(heading).join() !== columns.join()) {
    throw new RangeError(
      `The list of bank holidays must begin with the columns ${columns.join(',')}; it has: ${heading}`,
    )
  }
  const rows = lines.map((line, index) => ({ line, row: index + 2 })).filter(({ line }) => line.trim() !== '')
  const faults: string[] = []
  const rowOf = new Map<PlainDate, number>()
  const holidays: BankHoliday[] = []
  for (const { line, row } of rows) {
    const read = readRow(fieldsOf(line))
    if (typeof read === 'string') {
      faults.push(`row ${row}: ${read}`)
      continue
    }
    const earlier = rowOf.get(read.on)
    if (earlier !== undefined) faults.push(`row ${row}: ${toText(read.on)} is in row ${earlier} already`)
    rowOf.set(read.on, row)
    holidays.push(read)
  }
  if (faults.length === 0) faults.push(...thinYears(holidays))
  if (faults.length > 0) throw new RangeError(`The list of bank holidays cannot be used.\n${faults.join('\n')}`)
  return holidays.sort((a, b) => a.on - b.on)
}

/** The years that a list speaks for: from its first to its last. Throws RangeError when it is empty. */
export function yearsOf(holidays: readonly BankHoliday[]): Years {
  if (holidays.length === 0) throw new RangeError('The list of bank holidays is empty.')
  const years = holidays.map(({ on }) => partsOf(on).year)
  return { firstYear: Math.min(...years), lastYear: Math.max(...years) }
}

/** The holiday of a row, or what is wrong with it. */
function readRow(fields: readonly string[]): BankHoliday | string {
  const [date = '', day = '', name = '', substitute = ''] = fields
  if (fields.length !== columns.length) return `has ${fields.length} fields and should have ${columns.length}`
  const on = findDate(date)
  if (on === undefined) return `“${date}” is not a real date; write it as year-month-day, for example 2023-09-30`
  const actual = weekday(on).slice(0, 3)
  if (actual === 'Sat' || actual === 'Sun') {
    return `${date} is a ${weekday(on)}; give the day observed in its place, usually the next working day`
  }
  if (day !== actual) return `${date} is a ${actual}, not a ${day}: one of the two is mistaken`
  if (name === '') return `${date} has no name`
  if (substitute !== 'yes' && substitute !== 'no') return `substitute_day must be yes or no, not “${substitute}”`
  return { on, name, substitute: substitute === 'yes' }
}

function thinYears(holidays: readonly BankHoliday[]): string[] {
  const { firstYear, lastYear } = yearsOf(holidays)
  const inYear = countByYear(holidays)
  const faults: string[] = []
  for (let year = firstYear; year <= lastYear; year++) {
    const count = inYear.get(year) ?? 0
    if (count === 0) faults.push(`${year}: no bank holidays, though the list runs from ${firstYear} to ${lastYear}`)
    else if (count < fewestInAYear)
      faults.push(`${year}: only ${count} bank holidays; a year has at least ${fewestInAYear}`)
  }
  return faults
}

function countByYear(holidays: readonly BankHoliday[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>()
  for (const { on } of holidays) {
    const { year } = partsOf(on)
    counts.set(year, (counts.get(year) ?? 0) + 1)
  }
  return counts
}

function findDate(text: string): PlainDate | undefined {
  try {
    return plainDate(text)
  } catch {
    return undefined
  }
}

/** The fields of one line of CSV; a field in double quotes may hold commas and doubled quotes. */
function fieldsOf(line: string): string[] {
  const fields = `,${line}`.matchAll(/,(?:"((?:[^"]|"")*)"|([^,]*))/g)
  return [...fields].map(([, quoted, plain = '']) => (quoted?.replaceAll('""', '"') ?? plain).trim())
}
