import { readFileSync } from 'node:fs'
import { sql } from 'kysely'
import type { App } from '../../../src/app/app.ts'
import { countedFigures } from '../../../src/app/counting/figures.ts'
import type { Period } from '../../../src/core/dates/period.ts'
import { type PlainDate, toText } from '../../../src/core/dates/plain-date.ts'
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

/** Throws where the two differ: one of them is wrong. */
export async function expectSame(app: App, months: readonly Period[]): Promise<void> {
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
