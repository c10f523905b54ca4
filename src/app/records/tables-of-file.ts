import type { RecordId, SubjectId } from '../../core/definitions/field.ts'
import type { RecordType } from '../../core/definitions/record-type.ts'
import type { Content, Value } from '../../core/record/content.ts'
import type { Finding, NamedRecord, SourceRow, SourceTable } from '../../formats/records.ts'
import { listCalled, listFromElsewhere } from '../../store/records/list.ts'
import type { ImportTable } from '../../store/records/record-file.ts'
import type { Db } from '../../store/records/transaction.ts'
import type { App } from '../app.ts'
import { complete } from '../complete.ts'
import { identityOf, notFromElsewhere } from './elsewhere.ts'
import type { ThingsResolved } from './things-of-file.ts'
import type { Resolved } from './who.ts'

type Everything = Resolved & { readonly things: ThingsResolved }

/** Tables with the rows of others of the same types put to them. */
export function joined(tables: readonly SourceTable[], more: readonly SourceTable[]): readonly SourceTable[] {
  const rowsOf = (type: RecordType) => more.filter((one) => one.type.key === type.key).flatMap(({ rows }) => rows)
  const alone = more.filter(({ type }) => !tables.some((one) => one.type.key === type.key))
  return [...tables.map((one) => ({ ...one, rows: [...one.rows, ...rowsOf(one.type)] })), ...alone]
}

/** Tables in the rounds in which they can be recorded: what a record leads to has to be there before it. */
export function roundsOf(tables: readonly SourceTable[]): readonly (readonly SourceTable[])[] {
  const rounds: SourceTable[][] = []
  let waiting = [...tables]
  while (waiting.length > 0) {
    const keys = new Set(waiting.map(({ type }) => type.key))
    const ready = waiting.filter(({ type }) =>
      Object.values(type.links).every(({ to }) => to === type.key || !keys.has(to)),
    )
    // Two types that lead to one another are recorded as they come: what is not there yet is told.
    const round = ready.length > 0 ? ready : waiting
    rounds.push(round)
    waiting = waiting.filter((one) => !round.includes(one))
  }
  return rounds
}

/** Tables of a file with the numbers that its people, things and records have here; a row that leads to a record which is not there is left out. */
export async function toTables(
  app: App,
  db: Db,
  system: string,
  given: readonly SourceTable[],
  resolved: Everything,
): Promise<{ readonly tables: readonly ImportTable[]; readonly findings: readonly Finding[] }> {
  const tables: ImportTable[] = []
  const findings: Finding[] = []
  for (const table of given) {
    const { type, window } = table
    const linked = await linksOf(app, db, system, table, resolved)
    const own = await notFromElsewhere(db, table, system, rowsOf(app, table, resolved, linked.of))
    findings.push(...linked.findings, ...own.findings)
    const rows = own.rows.map(({ identity, content }) => ({ identity, content }))
    const stretch = window === null ? { subjects: [] } : { ...rangeOf(window, resolved), only: 'beginning' as const }
    tables.push({ window: { type, sourceSystem: system, ...stretch }, rows })
  }
  return { tables, findings }
}

const rangeOf = ({ from, to, people }: NonNullable<SourceTable['window']>, resolved: Resolved) => ({
  from,
  to,
  subjects: people.flatMap((number) => resolved.people.get(number) ?? []),
})

type LinksOfRow = (row: SourceRow) => Content['links'] | undefined

function rowsOf(app: App, { type, rows }: SourceTable, resolved: Everything, linksOfRow: LinksOfRow) {
  return rows.flatMap((row) => {
    const { identity, forNewPeople, inferred } = row
    const [about = ''] = Object.values(row.subjects).flat()
    const links = linksOfRow(row)
    if ((forNewPeople && !resolved.made.has(about)) || links === undefined) return []
    const fields = complete(app, type, fieldsOf(type, row.fields, resolved))
    const content: Content = { subjects: subjectsOf(type, row.subjects, resolved), links, fields }
    return [{ identity, content, about, ...(inferred === undefined ? {} : { inferred }) }]
  })
}

const subjectsOf = (type: RecordType, said: SourceRow['subjects'], { people, things }: Everything) =>
  Object.fromEntries(
    Object.entries(type.subjects).map(([role, { kind }]) => [
      role,
      (said[role] ?? []).flatMap((one) => (kind === 'person' ? people.get(one) : things.of(kind, one)) ?? []),
    ]),
  )

/** Whoever is named in a field, by the number that they have here. */
function fieldsOf({ fields }: RecordType, said: Content['fields'], resolved: Everything): Content['fields'] {
  const naming = Object.entries(fields).filter(([, { kind }]) => kind === 'subject')
  if (naming.length === 0) return said
  const named = naming.map(([name, field]): readonly [string, Value] => {
    const value = said[name] ?? null
    if (field.kind !== 'subject' || typeof value !== 'string') return [name, value]
    const { people, things } = resolved
    return [name, (field.of === 'person' ? people.get(value) : things.of(field.of, value)) ?? null]
  })
  return { ...said, ...Object.fromEntries(named) }
}

/** The links of the rows of a table, undefined for a row that leads to what is not there, and what is to be told of those. */
async function linksOf(
  app: App,
  db: Db,
  system: string,
  { type, rows }: SourceTable,
  resolved: Everything,
): Promise<{ readonly of: LinksOfRow; readonly findings: readonly Finding[] }> {
  const none = Object.fromEntries(Object.keys(type.links).map((link) => [link, null]))
  const findings: Finding[] = []
  const found = new Map<string, ReadonlyMap<string, RecordId>>()
  for (const [link, { to }] of Object.entries(type.links)) {
    const linked = app.catalogue.records.get(to)
    const named = rows.flatMap(({ links }) => links?.[link] ?? [])
    if (linked !== undefined && named.length > 0) found.set(link, await findNamed(db, system, linked, named, resolved))
  }
  const of: LinksOfRow = ({ links }) => {
    const records = Object.entries(links ?? {}).map(
      ([link, { identity }]) => [link, found.get(link)?.get(identity)] as const,
    )
    return records.every(([, record]) => record !== undefined)
      ? { ...none, ...Object.fromEntries(records.map(([link, record]) => [link, record ?? null])) }
      : undefined
  }
  for (const row of rows) if (of(row) === undefined) findings.push(leadsNowhere(type, row))
  return { of, findings }
}

/** Records by what a source calls them; of those that did not come from it, by what they are known by here. */
async function findNamed(
  db: Db,
  system: string,
  type: RecordType,
  named: readonly NamedRecord[],
  resolved: Everything,
): Promise<ReadonlyMap<string, RecordId>> {
  const found = new Map<string, RecordId>()
  const called = await listCalled(db, type, system, [...new Set(named.map(({ identity }) => identity))])
  for (const { identity, record } of called) if (identity !== null) found.set(identity, record)
  const missing = named.filter(({ identity }) => !found.has(identity))
  const contents = missing.map(({ identity, subjects, fields }) => ({
    identity,
    content: { subjects: subjectsOf(type, subjects, resolved), links: {}, fields: fieldsOf(type, fields, resolved) },
  }))
  const about: readonly SubjectId[] = contents.flatMap(({ content }) => Object.values(content.subjects).flat())
  const elsewhere = about.length === 0 ? [] : await listFromElsewhere(db, type, system, about)
  const known = new Map(elsewhere.map(({ content, record }) => [identityOf(type, content), record] as const))
  for (const { identity, content } of contents) {
    const record = known.get(identityOf(type, content))
    if (record !== undefined) found.set(identity, record)
  }
  return found
}

const leadsNowhere = (type: RecordType, { subjects, rowInFile, links = {} }: SourceRow): Finding => ({
  rule: 'no-such-record',
  table: type.key,
  file: type.label,
  row: rowInFile ?? null,
  column: null,
  fields: Object.keys(links),
  subject: Object.values(subjects).flat()[0] ?? null,
  message: `The record that it leads to (${Object.keys(links)
    .map((link) => `“${type.links[link]?.label ?? link}”`)
    .join(', ')}) is not on the system. Import that first, or put right by what it is named.`,
  severity: 'error',
})
