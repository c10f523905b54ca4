import { readFileSync } from 'node:fs'
import { sql } from 'kysely'
import type { App } from '../../../src/app/app.ts'
import { countedFigures } from '../../../src/app/counting/figures.ts'
import { getPlace, type Place } from '../../../src/app/counting/lists.ts'
import { verdict } from '../../../src/core/counting/tally.ts'
import type { Period } from '../../../src/core/dates/period.ts'
import { type PlainDate, toText } from '../../../src/core/dates/plain-date.ts'
import { findCountedPeriods, findMembers } from '../../../src/store/counting/members.ts'
import { type Db, inTransaction } from '../../../src/store/records/transaction.ts'

/** What stands beside ours: a snapshot written by hand, set by set. It counts most of what can be counted about children in care without working days. */
const text = readFileSync(new URL('snapshot.sql', import.meta.url), 'utf8')
const written = ['sql_in_care', 'sql_came', 'sql_left', 'sql_missing', 'sql_figures'] as const

/** The indicators that the snapshot counts too. */
const counted: ReadonlySet<string> = new Set(
  [...text.matchAll(/^ {4}\('([a-z0-9-]+)', /gm)].flatMap(([, key]) => key ?? []),
)

/** The app with these indicators and no others, so that both count the same. */
export function withoutOthers(app: App): App {
  const indicators = [...app.catalogue.indicators].filter(([key]) => counted.has(key))
  if (indicators.length < counted.size) throw new Error('The snapshot counts an indicator that there is no more')
  return { ...app, catalogue: { ...app.catalogue, indicators: new Map(indicators) } }
}

/** How many indicators are counted. */
export const countedBy = ({ catalogue }: App): number =>
  [...catalogue.indicators.values()].filter(({ counts }) => counts !== undefined).length

/** Loads, counts and writes the months up to today, in place of an earlier snapshot. */
export async function takeSnapshot({ store, clock }: App, months: number): Promise<void> {
  const statements = text.replaceAll('$today', toText(clock.today)).replaceAll('$months', String(months)).split(';\n')
  await inTransaction(store, async (db) => {
    await sql.raw(`drop table if exists ${written.join(', ')}`).execute(db)
    for (const statement of statements) await sql.raw(statement).execute(db)
  })
}

type Figure = {
  readonly indicator: string
  readonly from: PlainDate
  readonly numerator: number
  readonly of: number | null
}

/** Throws where the two differ, in a figure or in what its members are broken down by: one of them is wrong. */
export async function expectSame(app: App, months: readonly Period[]): Promise<void> {
  await expectSameFigures(app, months)
  await expectSameMembers(app, months)
}

async function expectSameFigures(app: App, months: readonly Period[]): Promise<void> {
  const [ours, theirs] = [await figuresCounted(app, months), await figuresOfSnapshot(app.store.db)]
  if (ours.length !== counted.size * months.length) throw new Error(`We counted ${ours.length} figures`)
  const at = ({ indicator, from }: Figure) => `${indicator} ${toText(from)}`
  const shown = ({ numerator, of }: Figure) => (of === null ? `${numerator}` : `${numerator} of ${of}`)
  const sqlHas = new Map(theirs.map((one) => [at(one), shown(one)]))
  const differ = ours.filter((one) => sqlHas.get(at(one)) !== shown(one))
  if (differ.length === 0) return
  const lines = differ.slice(0, 20).map((one) => `${at(one)}: ours ${shown(one)}, SQL ${sqlHas.get(at(one))}`)
  throw new Error(`${differ.length} of ${ours.length} figures differ:\n${lines.join('\n')}`)
}

async function figuresCounted(app: App, periods: readonly Period[]): Promise<readonly Figure[]> {
  const indicators = [...app.catalogue.indicators.values()]
  const figures = await countedFigures(app, app.store.db, { indicators, periods, knownOn: app.clock.today })
  return figures.map(({ indicator, period, numerator, denominator }) => ({
    indicator,
    from: period.from,
    numerator,
    of: denominator,
  }))
}

async function figuresOfSnapshot(db: Db): Promise<readonly Figure[]> {
  const { rows } = await sql<Figure>`
    select indicator, from_on as "from", coalesce(numerator, 0) as numerator,
      case when is_share then coalesce(denominator, 0) end as "of"
    from sql_figures join (
      select indicator, count(denominator) > 0 as is_share from sql_figures group by indicator
    ) as kinds using (indicator)`.execute(db)
  return rows
}

const ABOUT = { ageBand: 'age_band', sex: 'sex', ethnicity: 'ethnicity', team: 'team_id', worker: 'worker_id' } as const

/** Whoever is in the population of an indicator, as the snapshot has them: by which of its columns each is broken down. */
const MEMBERS: readonly (readonly [indicator: string, from: string, columns: Readonly<Record<string, string>>])[] = [
  [
    'cic-number-month-end',
    'sql_in_care',
    {
      ...ABOUT,
      unaccompanied: `case when unaccompanied then 'Yes' else 'No' end`,
      legalStatus: 'legal_status',
      placement: 'placement',
      provider: 'provider',
      location: 'placement_location',
    },
  ],
  ['cic-started', 'sql_came', ABOUT],
  ['cic-ceased', `sql_left where span = 'month' and reason_ended is distinct from 'X1'`, ABOUT],
  [
    'permanence-returned-home-rolling-6-months',
    `sql_left where span = 'half' and reason_ended is distinct from 'X1'`,
    ABOUT,
  ],
  ['cic-missing-at-least-one-episode-12-months', 'sql_missing', ABOUT],
]

async function expectSameMembers(app: App, months: readonly Period[]): Promise<void> {
  for (const [indicator, from, columns] of MEMBERS) {
    const place = getPlace(app, indicator)
    const names = place.list.attributes.flatMap(([name]) => (name in columns ? [name] : []))
    if (names.length < Object.keys(columns).length)
      throw new Error(`${indicator} is not broken down by all of these any more`)
    const ours = new Set(await membersCounted(app, place, months, names))
    const theirs = new Set(
      await membersOfSnapshot(
        app.store.db,
        from,
        names.map((name) => columns[name] ?? ''),
      ),
    )
    const differ = [
      ...[...ours].filter((one) => !theirs.has(one)).map((one) => `ours ${one}`),
      ...[...theirs].filter((one) => !ours.has(one)).map((one) => `SQL ${one}`),
    ]
    if (differ.length === 0) continue
    const lines = [`month, child, ${names.join(', ')}:`, ...differ.toSorted().slice(0, 20)]
    throw new Error(`${indicator}: ${differ.length} members differ, of ${ours.size}. ${lines.join('\n')}`)
  }
}

/** A member of a month in words: the month, the child, and each of these attributes. */
const inWords = (from: PlainDate, child: number, attributes: readonly (string | null | undefined)[]): string =>
  [toText(from), child, ...attributes.map((one) => one ?? 'not known')].join(' | ')

async function membersCounted(
  app: App,
  { list, counting }: Place,
  months: readonly Period[],
  names: readonly string[],
): Promise<readonly string[]> {
  const counted = await findCountedPeriods(app.store.db, [list.key])
  const wanted = counted.filter(({ period }) => months.some((month) => month.from === period.from))
  const froms = new Map(wanted.map(({ id, period }) => [id, period.from] as const))
  const places = names.map((name) => list.attributes.findIndex(([other]) => other === name))
  const members = await findMembers(app.store.db, wanted)
  return members.flatMap((member) => {
    const from = froms.get(member.periodId)
    const isIn = ['1', '0', '?'].includes(verdict(counting, member))
    return from !== undefined && isIn
      ? [
          inWords(
            from,
            member.subject,
            places.map((at) => member.attributes[at]),
          ),
        ]
      : []
  })
}

async function membersOfSnapshot(db: Db, from: string, columns: readonly string[]): Promise<readonly string[]> {
  const { rows } = await sql<{ from: PlainDate; child: number; attributes: readonly (string | null)[] }>`
    select from_on as "from", child_id as child, array[${sql.raw(columns.map((column) => `(${column})::text`).join(', '))}] as attributes
    from ${sql.raw(from)}`.execute(db)
  return rows.map(({ from: month, child, attributes }) => inWords(month, child, attributes))
}
