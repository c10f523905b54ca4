import { addDays, type PlainDate, shortText } from '../../core/dates/plain-date.ts'
import type { Finding } from '../records.ts'
import { finding } from './findings.ts'
import { dateIn, type Row } from './rows.ts'
import type { TableName } from './tables.ts'
import type { TableRows } from './to-records.ts'
import type { CollectionYear } from './year.ts'

type Event = {
  /** The columns of its first day and of the day on which it ended; what has no end is of one day. */
  readonly from: string
  readonly to?: string
  /** Two of one child cannot hold at once. */
  readonly alone?: true
}

const events: Partial<Readonly<Record<TableName, Event>>> = {
  Episodes: { from: 'DECOM', to: 'DEC' },
  Reviews: { from: 'REVIEW' },
  Missing: { from: 'MIS_START', to: 'MIS_END', alone: true },
  PlacedAdoption: { from: 'DATE_PLACED', to: 'DATE_PLACED_CEASED', alone: true },
  SWEpisodes: { from: 'SW_DECOM', to: 'SW_DEC' },
  DoLo: { from: 'DOLO_START', to: 'DOLO_END', alone: true },
}

/** Dates of what happened, held against one another and against the year of the return. Told, and kept. */
export function checkEvents({ table, rows }: TableRows, year: CollectionYear): readonly Finding[] {
  const event = events[table.name]
  if (event === undefined) return []
  return [
    ...rows.flatMap((row) => [...backwards(row, event), ...outside(row, event, year)]),
    ...(event.alone ? overlaps(rows, event) : []),
  ]
}

/** Of episodes that is told with their other faults. */
function backwards(row: Row, { from, to }: Event): readonly Finding[] {
  const [began, ended] = [dateIn(row, from), to === undefined ? null : dateIn(row, to)]
  if (to === undefined || began === null || ended === null || ended >= began || row.table.name === 'Episodes') return []
  const message = `It ended on ${shortText(ended)}, before it began on ${shortText(began)}.`
  return [finding('ends-before-it-begins', row.where, [to, from], message)]
}

function outside(row: Row, { from, to }: Event, { label, from: first, to: after }: CollectionYear): readonly Finding[] {
  const [began, ended] = [dateIn(row, from), to === undefined ? null : dateIn(row, to)]
  if (began === null) return []
  const say = (column: string, date: PlainDate) => {
    const message = `${shortText(date)} is not in the year of the return, ${label}.`
    return [finding('outside-the-year', row.where, [column], message, 'warning')]
  }
  if (began >= after || (to === undefined && began < first)) return say(from, began)
  return to !== undefined && ended !== null && (ended < first || ended >= after) ? say(to, ended) : []
}

function overlaps(rows: readonly Row[], { from, to = '' }: Event): readonly Finding[] {
  const before = new Map<string, Row>()
  const inOrder = rows.toSorted((one, other) => (dateIn(one, from) ?? 0) - (dateIn(other, from) ?? 0))
  return inOrder.flatMap((row) => {
    const { child } = row.where
    const other = before.get(child)
    before.set(child, row)
    const [began, ended] = [dateIn(row, from), other === undefined ? null : dateIn(other, to)]
    if (other === undefined || began === null || (ended !== null && ended <= began)) return []
    const until = ended === null ? 'is not closed' : `lasts until ${shortText(addDays(ended, -1))}`
    return [
      finding('overlaps', row.where, [from], `It begins while the one before, in row ${other.where.row}, ${until}.`),
    ]
  })
}
