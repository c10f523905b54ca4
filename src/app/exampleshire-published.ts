import { readFile } from 'node:fs/promises'
import { parse } from 'csv-parse/sync'
import { parsePeriod } from '../core/dates/period.ts'
import { getAccount } from './access/accounts.ts'
import type { App } from './app.ts'
import { readMonth, seeQuality, signOff, type Words, writeCommentary } from './months/cycle.ts'
import { freezeMonth } from './months/freeze.ts'
import { publishReport } from './months/publish.ts'

const file = new URL('../../data/exampleshire/commentary-2023-08.csv', import.meta.url)
/** The month before the last: September, which is as the published one of Dorset, is left for whoever tries how a month is published. */
const month = { dataset: 'corporate-parenting', period: parsePeriod('2023-08') }
const QUALITY =
  'Visits and reviews without a date were asked for and are mostly in; dates of birth of young people who came alone are accepted as they are until their age is assessed.'

/**
 * Publishes a month of the made-up authority as anybody’s is: looked through, explained, signed off, frozen, and given to the board and to everybody. So there is
 * something to read for the public, for partners and in a report; by the demonstration’s own people, each as their role may.
 */
export async function publishAugust(app: App): Promise<void> {
  const [analyst, director] = [await getAccount(app, 'iain'), await getAccount(app, 'marian')]
  await seeQuality(app, analyst, month, QUALITY)
  const words = await readWords()
  for (const { key, missed } of (await readMonth(app, month)).sections) {
    const said = words.filter(({ section, indicator }) => section === key && isSaid(indicator, missed))
    await writeCommentary(
      app,
      director,
      { ...month, section: key },
      said.map(({ section: _, ...one }) => one),
    )
  }
  await signOff(app, director, month)
  await freezeMonth(app, analyst, { ...month, knownOn: app.clock.today })
  const report = { ...month, report: 'corporate-parenting', words: '' }
  await publishReport(app, director, { ...report, audience: 'board' })
  await publishReport(app, director, { ...report, audience: 'public' })
}

/** Of each section something is said, and of its figures only where it has to be. */
const isSaid = (indicator: string | null, missed: readonly string[]): boolean =>
  indicator === null || missed.includes(indicator)

async function readWords(): Promise<readonly (Words & { readonly section: string })[]> {
  const rows: readonly Readonly<Record<string, string>>[] = parse(await readFile(file), { columns: true, bom: true })
  return rows.map(({ section = '', indicator = '', going_well = '', worries = '', doing = '' }) => ({
    ...{ section, worries, doing },
    indicator: indicator === '' ? null : indicator,
    goingWell: going_well,
  }))
}
