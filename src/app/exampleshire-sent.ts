import { readFile } from 'node:fs/promises'
import { parsePeriod } from '../core/dates/period.ts'
import { findAccount } from '../store/accounts.ts'
import type { App } from './app.ts'
import { importSeries } from './import-series.ts'
import { signOffSupply } from './supplies/supply.ts'

const sent = new URL('../../data/exampleshire/sent/health-provider-2023-09.figures.csv', import.meta.url)
/** The last, September, is still to be looked at. */
const SIGNED = ['2023-04', '2023-05', '2023-06', '2023-07', '2023-08']

/** What the made-up health provider sent, signed off by the designated nurse but for the last month. */
export async function loadSent(app: App): Promise<void> {
  const file = { name: 'health-provider-2023-09.figures.csv', bytes: await readFile(sent) }
  const { refused, issues } = await importSeries(app, [{ format: 'figures', file }], app.clock.today)
  if (refused) throw new Error(issues.map(({ row, message }) => `${file.name} row ${row}: ${message}`).join('\n'))
  const nurse = await findAccount(app.store.db, 'nia')
  if (nurse === undefined) return
  for (const month of SIGNED) {
    const asked = { supply: 'health-provider', period: parsePeriod(month) }
    await signOffSupply(app, nurse, asked, 'Held against our own list of assessments.')
  }
}
