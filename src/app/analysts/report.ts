import { toText } from '../../core/dates/plain-date.ts'
import { dropOldReports, hasReport, type ReportTable, replaceReport } from '../../store/analysts/report-schema.ts'
import { type Db, inTransaction } from '../../store/records/transaction.ts'
import { getAccount } from '../access/accounts.ts'
import { administrator } from '../access/users.ts'
import type { App } from '../app.ts'
import { Refused } from '../refused.ts'
import { isAnalyst } from './analyst.ts'
import { figureLots, figureTables } from './figure-tables.ts'
import { memberLots, memberTable } from './member-table.ts'
import { type Called, pseudonymsOf } from './pseudonyms.ts'
import { ssdLots, ssdTables } from './ssd-tables.ts'

/**
 * Fills the schema `report` anew for the analysts' own tools: what is counted, the indicators that it is counted by, and who is behind each figure under a
 * pseudonym. All of it is of one moment, which `about` tells.
 * @throws Refused in the embedded store, which nobody else can connect to
 */
export async function fillReport(app: App): Promise<void> {
  refuseEmbedded(app)
  await inTransaction(app.store, async (db) => {
    const here = { ...app, store: { ...app.store, db } }
    const called = {
      subject: await pseudonymsOf(here.store, 'subject'),
      record: await pseudonymsOf(here.store, 'record'),
    }
    await replaceReport(db, [about, ...figureTables, memberTable, ...ssdTables], lotsOf(here, db, called))
  })
  await dropOldReports(app.store.db)
}

/** The same for whoever gives accounts, or an analyst. Refused when they are neither. */
export async function refillReport(app: App, by: string | undefined): Promise<void> {
  const account = by === undefined ? undefined : await getAccount(app, by)
  if (account === undefined || !isAnalyst(account)) await administrator(app, by)
  await fillReport(app)
}

/** The same where analysts have it: call it when the day's counting is done. */
export async function keepReport(app: App): Promise<void> {
  if (app.store.kind === 'postgresql' && (await hasReport(app.store.db))) await fillReport(app)
}

export function refuseEmbedded({ store }: App): void {
  if (store.kind === 'embedded')
    throw new Refused(
      'in the way',
      'Analysts connect to PostgreSQL. The embedded store has one user, this program: set DATABASE_URL to a PostgreSQL.',
    )
}

async function* lotsOf(app: App, db: Db, called: Called) {
  yield { table: about.name, rows: [[app.own?.name ?? null, toText(app.clock.today), app.clock.now().toISOString()]] }
  yield* figureLots(app, db)
  yield* memberLots(app, db, called)
  yield* ssdLots(app, db, called)
}

const about: ReportTable = {
  name: 'about',
  comment: 'Whose figures these are and of what moment: all tables here are of that one.',
  columns: [
    { name: 'authority', type: 'text', comment: 'The authority whose children the store holds' },
    { name: 'business_date', type: 'date', comment: 'The day that “today” means in them' },
    { name: 'filled_at', type: 'timestamptz', comment: 'When they were filled' },
  ],
}
