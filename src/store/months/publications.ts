import { type Selectable, sql } from 'kysely'
import { type Period, periodText } from '../../core/dates/period.ts'
import { type PlainDate, toText } from '../../core/dates/plain-date.ts'
import type { FrozenFigure, FrozenMember, Publication } from '../../core/figures/frozen.ts'
import { day } from '../column-types.ts'
import { copyRows, copyText } from '../copy-rows.ts'
import type { Db } from '../records/transaction.ts'
import type { Tables } from '../tables.ts'

/** What a month is frozen of. */
export type Month = { readonly dataset: string; readonly authority: string; readonly period: Period }

export type NewPublication = Month & {
  readonly knownOn: PlainDate
  readonly frozenAt: Date
  readonly account: number
  readonly frozenBy: string
  readonly reason: string | null
}

/** Waits for whoever else is freezing, and lets nobody begin until the transaction has ended. */
export const holdPublications = (db: Db): Promise<unknown> =>
  sql`lock table publication in share row exclusive mode`.execute(db)

/** Keeps a month as it is now, as the next version of it. Call it in a transaction, with `holdPublications`. */
export async function addPublication(
  db: Db,
  { dataset, authority, period, ...said }: NewPublication,
  figures: readonly FrozenFigure[],
  members: Iterable<readonly [string, FrozenMember]>,
): Promise<Publication> {
  const last = (await findPublications(db, { dataset, authority, period })).at(-1)
  const row = await db
    .insertInto('publication')
    .values({
      dataset,
      authority,
      kind: period.kind,
      from_on: day(period.from),
      to_on: day(period.to),
      version: (last?.version ?? 0) + 1,
      known_on: day(said.knownOn),
      last_version: sql<number>`(select coalesce(max(id), 0) from version)`,
      frozen_at: said.frozenAt,
      account_id: said.account,
      frozen_by: said.frozenBy,
      reason: said.reason,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  await copyRows(db, FIGURE_COLUMNS, [Buffer.from(figures.map((one, at) => figureLine(row.id, at, one)).join(''))])
  await copyRows(db, MEMBER_COLUMNS, lots(row.id, members))
  return stored(row)
}

const FIGURE_COLUMNS = `publication_figure (
  publication_id, place, section, indicator, kind, from_on, to_on, value, numerator, denominator, not_known, not_placed, provisional, source,
  definition, judged, fingerprint
)`
const MEMBER_COLUMNS = 'publication_member (publication_id, indicator, subject_id, record_id, verdict, number, among)'

const figureLine = (id: number, place: number, figure: FrozenFigure): string =>
  `${[
    id,
    place,
    copyText(figure.section),
    figure.indicator,
    copyText(figure.period.kind),
    toText(figure.period.from),
    toText(figure.period.to),
    ...[figure.value, figure.numerator, figure.denominator, figure.notKnown].map(numberText),
    figure.notPlaced,
    figure.provisional,
    figure.source,
    copyText(JSON.stringify(figure.definition)),
    copyText(JSON.stringify(figure.judged)),
    copyText(figure.fingerprint),
  ].join('\t')}\n`

const numberText = (number: number | null): string => (number === null ? '\\N' : String(number))

const AT_ONCE = 2000

function* lots(id: number, members: Iterable<readonly [string, FrozenMember]>): Iterable<Uint8Array> {
  let [lines, count] = ['', 0]
  for (const [indicator, { subject, record, verdict, number, among }] of members) {
    lines += `${id}\t${indicator}\t${subject}\t${record ?? '\\N'}\t${verdict}\t${numberText(number)}\t${numberText(among)}\n`
    if (++count % AT_ONCE > 0) continue
    yield Buffer.from(lines)
    lines = ''
  }
  if (lines !== '') yield Buffer.from(lines)
}

/** The versions of a month that were frozen, the first first. */
export async function findPublications(db: Db, { dataset, authority, period }: Month): Promise<readonly Publication[]> {
  const rows = await db
    .selectFrom('publication')
    .selectAll()
    .where('dataset', '=', dataset)
    .where('authority', '=', authority)
    .where('kind', '=', period.kind)
    .where('from_on', '=', day(period.from))
    .orderBy('version')
    .execute()
  return rows.map(stored)
}

/** The last version of every month of a dataset that was frozen, the latest month first. */
export async function listPublications(
  db: Db,
  { dataset, authority }: Omit<Month, 'period'>,
): Promise<readonly Publication[]> {
  const rows = await db
    .selectFrom('publication')
    .selectAll()
    .where('dataset', '=', dataset)
    .where('authority', '=', authority)
    .orderBy('from_on', 'desc')
    .orderBy('version', 'desc')
    .execute()
  const months = new Map<string, Publication>()
  for (const one of rows.map(stored)) {
    const month = periodText(one.period)
    if (!months.has(month)) months.set(month, one)
  }
  return [...months.values()]
}

export const stored = (row: Selectable<Tables['publication']>): Publication => ({
  id: row.id,
  dataset: row.dataset,
  authority: row.authority,
  period: { kind: row.kind, from: row.from_on, to: row.to_on },
  version: row.version,
  knownOn: row.known_on,
  lastVersion: row.last_version,
  frozenAt: row.frozen_at,
  frozenBy: row.frozen_by,
  reason: row.reason,
})

/** The figures of a frozen month and of the months before it, in the order of the dataset, the oldest month first. */
export async function findFrozenFigures(db: Db, publication: number): Promise<readonly FrozenFigure[]> {
  const rows = await db
    .selectFrom('publication_figure')
    .selectAll()
    .where('publication_id', '=', publication)
    .orderBy('place')
    .execute()
  return rows.map((row) => ({
    section: row.section,
    indicator: row.indicator,
    period: { kind: row.kind, from: row.from_on, to: row.to_on },
    value: row.value,
    numerator: row.numerator,
    denominator: row.denominator,
    notKnown: row.not_known,
    notPlaced: row.not_placed,
    provisional: row.provisional,
    source: row.source,
    definition: row.definition,
    judged: row.judged,
    fingerprint: row.fingerprint,
  }))
}

/** Who was in each of the figures of a frozen month, by indicator. */
export async function findFrozenMembers(
  db: Db,
  publication: number,
): Promise<ReadonlyMap<string, readonly FrozenMember[]>> {
  const rows = await db
    .selectFrom('publication_member')
    .selectAll()
    .where('publication_id', '=', publication)
    .orderBy('subject_id')
    .orderBy('record_id')
    .execute()
  const byIndicator = new Map<string, FrozenMember[]>()
  for (const { indicator, subject_id: subject, record_id: record, verdict, number, among } of rows) {
    const member = { subject, record, verdict, number, among }
    const others = byIndicator.get(indicator)
    if (others === undefined) byIndicator.set(indicator, [member])
    else others.push(member)
  }
  return byIndicator
}
