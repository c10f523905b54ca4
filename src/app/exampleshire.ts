import { periodContaining } from '../core/dates/period.ts'
import { addMonths } from '../core/dates/plain-date.ts'
import type { InputFile } from '../formats/issue.ts'
import { healthsListOf } from '../synthetic/healths-list.ts'
import type { Made } from '../synthetic/history.ts'
import type { App } from './app.ts'
import { bringUpToDate } from './counting/calculate.ts'
import { csvText } from './csv.ts'
import { STANDING_DATE } from './demonstration.ts'
import { writeByHand } from './exampleshire-by-hand.ts'
import { loadSent } from './exampleshire-sent.ts'
import { allocateAll } from './exampleshire-teams.ts'
import { type Extract, extractsOf, makeChildren, type Size } from './extracts.ts'
import { loadTheirList } from './reconciliation/load.ts'
import type { Exchanger } from './records/exchange.ts'
import { importRecords } from './records/import-records.ts'
import { Refused } from './refused.ts'

/** As many as Dorset published for September 2023. */
export const demonstrationSize: Size = { seed: 1, inCare: 473, unaccompanied: 67, children: 0 }

/** The same with so many in care; as many of a hundred came unaccompanied. */
export const demonstrationWith = (inCare: number): Size => ({
  ...demonstrationSize,
  inCare,
  unaccompanied: Math.round((inCare * demonstrationSize.unaccompanied) / demonstrationSize.inCare),
})

/** The demonstration's last day, and how many years before it are told. */
export const demonstrationTime = { until: STANDING_DATE, years: 3 } as const

const loader: Exchanger = { id: null, name: 'Demonstration', roles: ['operator'] }

/**
 * Makes the demonstration's authority, Exampleshire: children in care with their histories, written as national returns and our own templates and loaded as
 * anybody's would be, and counts them. The same seed makes the same children. `los synthesise` writes the very same files.
 * @param onProgress told what is being done
 */
export async function loadExampleshire(app: App, size: Size, onProgress: (what: string) => void = () => {}) {
  await importExampleshire(app, size, onProgress)
  onProgress('counting three years')
  await bringUpToDate(app)
}

/** The same, without counting it. */
export async function importExampleshire(
  app: App,
  size: Size,
  onProgress: (what: string) => void = () => {},
): Promise<void> {
  const area = app.own?.area
  if (area === undefined)
    throw new Refused(
      'in the way',
      'There is no authority yet whose children these could be: load the demonstration first.',
    )
  const wanted = { ...size, ...demonstrationTime, area }
  const made = makeChildren(app, wanted)
  for (const extract of extractsOf(made, wanted)) {
    onProgress(extract.year === undefined ? 'visits, health and names' : `the return of ${extract.year}`)
    await load(app, extract)
  }
  onProgress('whose work they are')
  await allocateAll(app, made, wanted.until)
  onProgress('what people write by hand')
  await writeByHand(app, wanted.until)
  onProgress('what health has')
  await loadHealthsList(app, made, size.seed)
  await loadSent(app)
}

/** The health team's list of the last three whole months, loaded as anybody's would be. */
async function loadHealthsList(app: App, made: readonly Made[], seed: number): Promise<void> {
  const { from: to } = periodContaining('month', STANDING_DATE)
  const days = { from: addMonths(to, -3), to }
  const bytes = Buffer.from(csvText(healthsListOf(made, days, seed)), 'utf8')
  const file = { name: 'children-in-care-health-team.csv', bytes }
  await loadTheirList(app, loader, { reconciliation: 'health-list', file, ...days })
}

async function load(app: App, { format, files, ...asked }: Extract): Promise<void> {
  const inputs: readonly InputFile[] = files.map(({ name, text }) => ({ name, bytes: Buffer.from(text, 'utf8') }))
  const result = await importRecords(app, loader, format, { files: inputs, ...asked })
  if (result.refused)
    throw new Error(
      `The made-up authority's own files are faulty:\n${result.findings
        .slice(0, 20)
        .map(({ message }) => message)
        .join('\n')}`,
    )
}
