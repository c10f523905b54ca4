import { stringify } from 'csv-stringify/sync'
import { Mother } from '../../areas/children-in-care/circumstances.ts'
import { Ethnicity } from '../../areas/people/background.ts'
import { Person, PersonIdentifier } from '../../areas/people/person.ts'
import type { PlainDate } from '../../core/dates/plain-date.ts'
import type { RecordType } from '../../core/definitions/record-type.ts'
import type { Value } from '../../core/record/content.ts'
import type { Finding, SourceRows, WrittenReturn } from '../records.ts'
import { type Precision, writeDate, writePartDate } from './cell.ts'
import { ofFile } from './findings.ts'
import { byNumber, childOf, type Held, select, type WrittenTable } from './select.ts'
import { type Column, type Table, tables } from './tables.ts'
import { writeXml } from './write-xml.ts'
import { type CollectionYear, knownYears, parseYear } from './year.ts'

/** The return of a year from everything that is held. Nothing is mended on the way: what was read wrong is written wrong. */
export function writeReturn(held: SourceRows, asked: string, as: 'csv' | 'xml'): WrittenReturn {
  const year = parseYear(asked)
  if (year === undefined)
    throw new RangeError(`“${asked}” is no year of the return. Write it like 2017/18, from ${knownYears}.`)
  const all = writeTables(held, year)
  const collected = all.filter(({ table }) => table.since <= year.startsIn)
  const findings = all
    .filter(({ table, rows }) => table.since > year.startsIn && rows.length > 0)
    .map(({ table, rows }) => cannotSay(year, table, rows.length))
  if (as === 'xml') {
    const { text, left } = writeXml(collected)
    return {
      files: [{ name: `ssda903-${year.startsIn}.xml`, text }],
      findings: [...findings, ...left.map(({ table, rows }) => notInXml(table, rows.length))],
    }
  }
  const files = collected.map(({ table, rows }) => ({ name: `${table.file}.csv`, text: csv(table, rows) }))
  return { files, findings }
}

const cannotSay = ({ label }: CollectionYear, table: Table, count: number): Finding =>
  ofFile(
    'table-not-collected',
    `${table.file}.csv`,
    `The return of ${label} has no ${table.label}: ${count} rows were not written.`,
    { severity: 'warning' },
  )

const notInXml = (table: Table, count: number): Finding =>
  ofFile(
    'table-not-in-xml',
    `${table.file}.csv`,
    `The XML of the return has no place for ${table.label}: ${count} rows were not written. Write CSV as well.`,
    { severity: 'warning' },
  )

function csv({ columns }: Table, rows: WrittenTable['rows']): string {
  const names = columns.map(({ name }) => name)
  return stringify([names, ...rows.map((row) => names.map((name) => row.get(name) ?? ''))])
}

function writeTables(held: SourceRows, year: CollectionYear): readonly WrittenTable[] {
  const { people, rows } = select(held, year)
  const who = new Who(held, year)
  return tables.map((table) => {
    if (table.name === 'Header') return { table, rows: people.map((child) => who.header(table, child)) }
    const said = (rows.get(table.name) ?? []).toSorted((one, other) => inOrder(table.record, one, other))
    return { table, rows: said.map((row) => cellsOf(table, row, who)) }
  })
}

function inOrder({ dated }: RecordType, one: Held, other: Held): number {
  const [first, second] = [Number(one.fields[dated] ?? 0), Number(other.fields[dated] ?? 0)]
  return byNumber(childOf(one), childOf(other)) || first - second || compareText(one, other)
}

function compareText(one: Held, other: Held): number {
  const [first, second] = [JSON.stringify(one.fields), JSON.stringify(other.fields)]
  return first < second ? -1 : first > second ? 1 : 0
}

function cellsOf(table: Table, row: Held, who: Who): ReadonlyMap<string, string> {
  const child = childOf(row)
  return new Map(
    table.columns.map((column) => [column.name, column.to === null ? who.cell(column, child) : cellOf(column, row)]),
  )
}

function cellOf({ kind, to }: Column, { fields }: Held): string {
  const value = to === null ? null : (fields[to[1]] ?? null)
  if (kind !== 'part date') return written(kind, value)
  const precision = fields['orderedOnPrecision'] ?? null
  if (precision === null) return value === null ? '' : written('date', value)
  return writePartDate({
    on: typeof value === 'number' ? (value as PlainDate) : null,
    precision: precision as Precision,
  })
}

function written(kind: Column['kind'], value: Value): string {
  if (value === null) return ''
  if (kind === 'date') return typeof value === 'number' ? writeDate(value as PlainDate) : ''
  if (kind === 'yes-no') return value === 'yes' ? '1' : value === 'no' ? '0' : ''
  return String(value)
}

/** From 2024/25 on sex is a letter. Before, the return had no figure for what is not known; 0 is that of the children in need census. */
const letters = 2024
const figures: Readonly<Record<string, string>> = { M: '1', F: '2', U: '0' }

/** Who the children are, for the header and for the columns of other tables that say it again. */
class Who {
  readonly #first: ReadonlyMap<string, ReadonlyMap<string, Held>>
  readonly #upns: ReadonlyMap<string, string>
  readonly #year: CollectionYear

  constructor(held: SourceRows, year: CollectionYear) {
    const firsts = [Person, Ethnicity, Mother].map((type) => {
      const rows = (held.get(type.key) ?? []).toReversed()
      return [type.key, new Map(rows.map((row) => [childOf(row), row]))] as const
    })
    this.#first = new Map(firsts)
    const numbers = (held.get(PersonIdentifier.key) ?? []).filter(
      ({ fields }) => fields['kind'] === 'upn' && fields['endedOn'] === null,
    )
    this.#upns = new Map(numbers.toReversed().map((row) => [childOf(row), String(row.fields['identifier'])]))
    this.#year = year
  }

  header(table: Table, child: string): ReadonlyMap<string, string> {
    return new Map(table.columns.map((column) => [column.name, this.cell(column, child)]))
  }

  cell(column: Column, child: string): string {
    const person = this.#of(Person, child)
    switch (column.name) {
      case 'CHILD':
        return child
      case 'UPN':
        return this.#upns.get(child) ?? written('code', person['noPupilNumber'] ?? null)
      case 'DOB':
        return written('date', person['bornOn'] ?? null)
      case 'SEX':
        return this.#sex(person['sex'] ?? null)
      default:
        return column.to === null ? '' : written(column.kind, this.#of(column.to[0], child)[column.to[1]] ?? null)
    }
  }

  #of(type: RecordType, child: string): Held['fields'] {
    return this.#first.get(type.key)?.get(child)?.fields ?? {}
  }

  #sex(value: Value): string {
    const sex = value === null ? '' : String(value)
    return this.#year.startsIn >= letters ? sex : (figures[sex] ?? sex)
  }
}
