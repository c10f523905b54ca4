import type { KnownRecord } from '../../core/counting/records.ts'
import type { SubjectId, SubjectKind } from '../../core/definitions/field.ts'
import { type SsdRows, ssdReads, ssdRows } from '../../formats/ssd/known.ts'
import type { ReportColumn, ReportLots, ReportRow, ReportTable } from '../../store/analysts/report-schema.ts'
import { loadKnown } from '../../store/counting/known.ts'
import { findSubjectsOf } from '../../store/records/find.ts'
import type { Db } from '../../store/records/transaction.ts'
import { guardedAmong } from '../access/guarded.ts'
import type { App } from '../app.ts'
import { decisionOn } from '../counting/seen.ts'
import { anyAnalyst, isTakenOut } from './analyst.ts'
import type { Called } from './pseudonyms.ts'

/** What an analyst may take out of the record: kinds that are kept more closely are not among the tables’ rows. */
const types = ssdReads.filter(isTakenOut)

const about = (known: ReadonlyMap<SubjectId, readonly KnownRecord[]>, on: App['clock']['today'], called: Called) =>
  ssdRows({
    known,
    on,
    called: (_: SubjectKind, subject) => called.subject(subject),
    row: called.record,
    identifying: 'without',
  })

const TYPES = { text: 'text', date: 'date', moment: 'text', number: 'numeric' } as const satisfies Record<
  SsdRows['columns'][number]['kind'],
  ReportColumn['type']
>

/** The standard safeguarding dataset, an entity to a table, with pseudonyms for numbers and nothing by which somebody is known. */
export const ssdTables: readonly ReportTable[] = about(new Map(), 0 as App['clock']['today'], {
  subject: String,
  record: String,
}).map(({ entity, columns }) => ({
  name: entity,
  comment: `The standard safeguarding dataset’s ${entity}, as recorded, under pseudonyms. Days of birth and death are told as the 15th of their month.`,
  columns: columns.map(({ name, kind }): ReportColumn => ({ name, type: TYPES[kind], comment: `SSD ${name}` })),
}))

const AT_ONCE = 500

/** What is recorded about everybody whom an analyst may take out, some people at a time. */
export async function* ssdLots(app: App, db: Db, called: Called): ReportLots {
  const subjects = await findSubjectsOf(db, types)
  for (let at = 0; at < subjects.length; at += AT_ONCE) {
    const some = subjects.slice(at, at + AT_ONCE)
    const guarded = await guardedAmong(app, db, some)
    const open = some.filter((one) => {
      const whom = guarded.get(one)
      return whom !== undefined && decisionOn(anyAnalyst, whom, types, 'export').may === 'yes'
    })
    const known = await loadKnown(db, open, types, app.clock.today)
    for (const { entity, rows } of about(known, app.clock.today, called))
      yield { table: entity, rows: rows.map(asText) }
  }
}

const asText = (row: SsdRows['rows'][number]): ReportRow => row.map((cell) => (cell === null ? null : String(cell)))
