import type { Finding } from '../records.ts'
import { finding } from './findings.ts'
import { type Row, textIn } from './rows.ts'
import type { TableRows } from './to-records.ts'

/** What the tables say of who the children are, held against the header and against one another. */
export function checkPeople(all: readonly TableRows[]): readonly Finding[] {
  const header = all.find(({ table }) => table.name === 'Header')
  const others = all.filter(({ table }) => table.name !== 'Header')
  if (header === undefined) return []
  const byChild = new Map(header.rows.toReversed().map((row) => [row.where.child, row]))
  return [
    ...upnFindings(header.rows),
    ...others.flatMap(({ table, rows }) => [
      ...notInHeader(rows, byChild, table.label),
      ...rows.flatMap((row) => differs(row, byChild.get(row.where.child))),
    ]),
  ]
}

/** Once for each child and table, at the first row. */
function notInHeader(rows: readonly Row[], header: ReadonlyMap<string, Row>, label: string): readonly Finding[] {
  const told = new Set<string>()
  return rows.flatMap(({ where }) => {
    if (header.has(where.child) || told.has(where.child)) return []
    told.add(where.child)
    return [finding('not-in-header', where, ['CHILD'], `The child is in ${label} and not in the header.`)]
  })
}

function differs(row: Row, header: Row | undefined): readonly Finding[] {
  if (header === undefined) return []
  return ['DOB', 'SEX'].flatMap((column) => {
    const [here, there] = [row.values.get(column) ?? null, header.values.get(column) ?? null]
    if (here === null || there === null || here === there) return []
    return [
      finding('differs-from-header', row.where, [column], `${column} is another than in the header. The header holds.`),
    ]
  })
}

function upnFindings(rows: readonly Row[]): readonly Finding[] {
  const first = new Map<string, Row>()
  return rows.flatMap((row) => {
    const upn = textIn(row, 'UPN')?.toUpperCase()
    if (upn === undefined || /^UN[1-5]$/.test(upn)) return []
    const other = first.get(upn)
    if (other === undefined) first.set(upn, row)
    if (other !== undefined && other.where.child !== row.where.child)
      return [
        finding(
          'upn-twice',
          row.where,
          ['UPN'],
          `Child ${other.where.child} has the same pupil number, in row ${other.where.row}.`,
        ),
      ]
    if (/^[A-Z]\d{11}[0-9A-Z]$/.test(upn)) return []
    return [
      finding(
        'upn-malformed',
        row.where,
        ['UPN'],
        'A pupil number is a letter, 11 figures and a figure or letter.',
        'warning',
      ),
    ]
  })
}
