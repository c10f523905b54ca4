import { toText } from '../../core/dates/plain-date.ts'
import type { RecordType } from '../../core/definitions/record-type.ts'
import type { Content } from '../../core/record/content.ts'
import type { Finding, SourceRow } from '../records.ts'
import { finding } from './findings.ts'
import { dateIn, type Row, textIn } from './rows.ts'

/** What a row says of one record, and the row. */
export type Said = { readonly row: Row; readonly fields: Content['fields'] }

export type Identified = { readonly rows: readonly (Said & SourceRow)[]; readonly findings: readonly Finding[] }

/** The columns by which a row of a later year is known for the same record. */
const keys: Readonly<Record<string, readonly string[]>> = {
  Episodes: ['DECOM'],
  Reviews: ['REVIEW'],
  PlacedAdoption: ['DATE_PLACED'],
  Missing: ['MIS_START'],
  SWEpisodes: ['SW_ID', 'SW_DECOM'],
  DoLo: ['DOLO_START'],
}

/**
 * Gives every row its identity, the same in the return of every year. Rows that say the same are read once. Of a table with one row for each child a
 * second that says something else is left out. Of several events that share their key the one that lasts longest has the plain identity, for that is the
 * one that the next year's return will have again; the others are numbered.
 */
export function identify(type: RecordType, said: readonly Said[], suffix: string): Identified {
  const groups = new Map<string, Said[]>()
  for (const one of said) {
    const key = keyOf(one.row, suffix)
    groups.set(key, [...(groups.get(key) ?? []), one])
  }
  const role = Object.keys(type.subjects)[0] ?? ''
  const findings: Finding[] = []
  const rows = [...groups].flatMap(([key, group]) => {
    const kept = once(group, findings)
    return kept
      .toSorted((one, other) => byLength(type, one, other))
      .map((one, index) => ({
        ...one,
        identity: index === 0 ? key : `${key}|${index + 1}`,
        subjects: { [role]: [one.row.where.child] },
      }))
  })
  return { rows, findings }
}

function keyOf(row: Row, suffix: string): string {
  const columns = keys[row.table.name] ?? []
  const parts = columns.map((column) => {
    const date = dateIn(row, column)
    return date === null ? textIn(row, column) : toText(date)
  })
  return [row.where.child, ...parts, ...(suffix === '' ? [] : [suffix])].join('|')
}

function once(group: readonly Said[], findings: Finding[]): readonly Said[] {
  const kept: Said[] = []
  for (const one of group) {
    const { where, table } = one.row
    const same = kept.find((other) => textOf(other) === textOf(one))
    const [first] = kept
    if (same !== undefined)
      findings.push(
        finding('same-row-twice', where, [], `The row says the same as ${at(same)}. It was read once.`, 'warning'),
      )
    else if (first !== undefined && table.rows === 'child')
      findings.push(
        finding(
          'two-rows',
          where,
          [],
          `There is another row for this child in ${at(first)}, and it says something else. This one was left out.`,
        ),
      )
    else {
      if (first !== undefined)
        findings.push(
          finding(
            'two-on-one-day',
            where,
            [...(keys[table.name] ?? [])],
            `Another begins on the same day, in ${at(first)}. Both were kept.`,
          ),
        )
      kept.push(one)
    }
  }
  return kept
}

const at = ({ row: { where } }: Said): string => `${where.file} row ${where.row}`

const textOf = ({ fields }: Said): string => JSON.stringify(fields)

function byLength({ ends }: RecordType, one: Said, other: Said): number {
  const last = ({ fields }: Said) => {
    const end = ends === undefined ? null : (fields[ends] ?? null)
    return typeof end === 'number' ? end : Number.POSITIVE_INFINITY
  }
  const [first, second] = [last(one), last(other)]
  if (first !== second) return second - first
  return textOf(one) < textOf(other) ? -1 : 1
}
