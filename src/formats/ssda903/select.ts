import { UnaccompaniedStatus } from '../../areas/children-in-care/circumstances.ts'
import { Episode } from '../../areas/children-in-care/episodes.ts'
import { Person } from '../../areas/people/person.ts'
import type { PlainDate } from '../../core/dates/plain-date.ts'
import { ALWAYS, type RecordType } from '../../core/definitions/record-type.ts'
import type { SourceRow, SourceRows } from '../records.ts'
import { type Table, type TableName, tables } from './tables.ts'
import type { CollectionYear } from './year.ts'

export type Held = Pick<SourceRow, 'subjects' | 'fields'>

export const childOf = ({ subjects }: Held): string => Object.values(subjects)[0]?.[0] ?? ''

/** Rows as they are to be written: by column. */
export type WrittenTable = { readonly table: Table; readonly rows: readonly ReadonlyMap<string, string>[] }

/** What the return of a year says of each table, and the children whom it names. The header is made of the children. */
export type Selection = { readonly people: readonly string[]; readonly rows: ReadonlyMap<TableName, readonly Held[]> }

/** Of everything held, what belongs into the return of a year. */
export function select(held: SourceRows, year: CollectionYear): Selection {
  const all = (type: RecordType) => held.get(type.key) ?? []
  const inCare = new Set(
    all(Episode)
      .filter((row) => isOf(year, Episode, row))
      .map(childOf),
  )
  const adopted = new Set(
    all(Episode)
      .filter((row) => isAdoptionIn(year, row))
      .map(childOf),
  )
  const isAdopted = (row: Held) => {
    const said = dateIn(row, 'adoptedInYearTo')
    return said === null ? adopted.has(childOf(row)) : said >= year.from && said < year.to
  }
  const dated = tables.filter(({ record }) => record.dated !== ALWAYS && record !== Person)
  const rows = new Map<TableName, readonly Held[]>()
  for (const { name, record } of dated) {
    const belongs = name === 'AD1' ? isAdopted : (row: Held) => isOf(year, record, row)
    rows.set(name, all(record).filter(belongs))
  }
  const people = [...new Set([...rows.values()].flatMap((some) => some.map(childOf)))].toSorted(byNumber)
  const named = new Set(people)
  for (const { name, record } of tables.filter(
    (table: Table) => table.record.dated === ALWAYS && table.name !== 'Header',
  )) {
    // Care leavers are not asked whether they were unaccompanied.
    const who = record === UnaccompaniedStatus ? inCare : named
    rows.set(
      name,
      all(record).filter((row) => who.has(childOf(row))),
    )
  }
  return { people, rows }
}

/** Whether it went on at any time in the year; what has no end, whether it happened then. An end on 1 April is of the year that begins. */
function isOf({ from, to }: CollectionYear, type: RecordType, row: Held): boolean {
  const [began, ended] = [dateIn(row, type.dated), type.ends === undefined ? undefined : dateIn(row, type.ends)]
  if (began === null || began >= to) return false
  return began >= from || (ended !== undefined && (ended === null || ended >= from))
}

function isAdoptionIn({ from, to }: CollectionYear, row: Held): boolean {
  const ended = dateIn(row, 'endedOn')
  const reason = row.fields['reasonEnded']
  return ended !== null && ended >= from && ended < to && (reason === 'E11' || reason === 'E12')
}

function dateIn({ fields }: Held, name: string): PlainDate | null {
  const value = fields[name] ?? null
  return typeof value === 'number' ? (value as PlainDate) : null
}

/** 9 before 10 before A1. */
export const byNumber = (one: string, other: string): number => one.localeCompare(other, 'en', { numeric: true })
