import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parse } from 'csv-parse/sync'
import type { App, Authority, Clock } from './app/app.ts'
import { OWN_AUTHORITY_SETTING } from './app/app.ts'
import { checkNationalMeasures } from './app/benchmarks/place.ts'
import { readPopulations } from './app/counting/populations.ts'
import { readSchoolTerms } from './app/counting/school-terms.ts'
import { STANDING_DATE_SETTING } from './app/demonstration.ts'
import { readDisclosureRules } from './app/disclosure/rules.ts'
import { largestFile } from './app/documents/largest-file.ts'
import { readLocalityPopulations } from './app/localities/population.ts'
import { postcodesFrom } from './app/postcodes.ts'
import { Refused } from './app/refused.ts'
import { areas } from './areas/index.ts'
import type { Arguments, Surroundings } from './cli/command.ts'
import { run } from './cli/run.ts'
import { readBankHolidays, yearsOf } from './core/dates/bank-holidays.ts'
import { type PlainDate, plainDate } from './core/dates/plain-date.ts'
import { type Calendar, workingCalendar } from './core/dates/working-days.ts'
import { catalogue, DefinitionsWrong, recordTypesOf } from './core/definitions/catalogue.ts'
import { readNationalReference } from './formats/benchmarks/reference.ts'
import { readPartnerLists } from './formats/partner-lists/read.ts'
import { openStore, type Store } from './store/open.ts'
import { findSetting } from './store/settings.ts'
import { StoreError } from './store/store-error.ts'

// Whoever reads the answer may stop half-way: `los figures ... | head`.
process.stdout.on('error', (error) => {
  if (!('code' in error) || error.code !== 'EPIPE') throw error
})

const root = new URL('../', import.meta.url)
const remark = (text: string) => process.stderr.write(`${text}\n`)

/** Runs one command of the command line in this process, and sets its exit code. */
export async function main(argv: readonly string[]): Promise<void> {
  let store: Store | undefined
  const surroundings = (args: Arguments): Surroundings => ({
    async openApp(holder) {
      store ??= await openStore(placeOfStore(args, holder), recordTypesOf(areas))
      return makeApp(store)
    },
    serve: async (app, port) => {
      // Loaded only here: the pages' libraries take longer to load than most commands to run.
      const { startServer } = await import('./web/server.ts')
      const { address, stopped } = await startServer(app, port)
      remark(`Line of Sight is at ${address} (stop it with Ctrl-C)`)
      await stopped
    },
    calendar,
    postcodes,
    authorities: readAuthorities,
    print: (text) => process.stdout.write(`${text}\n`),
    remark,
    terminal: process.stdout.isTTY === true,
  })
  try {
    process.exitCode = await run(argv, surroundings, remark)
  } catch (error) {
    process.exitCode = 1
    remark(sorry(error))
  } finally {
    await store?.close()
  }
}

function sorry(error: unknown): string {
  if (error instanceof StoreError || error instanceof DefinitionsWrong) return error.message
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error)
  return `Line of Sight stopped on a fault of its own. Nothing half done was kept. Please report this:\n${detail}`
}

function placeOfStore(args: Arguments, holder: string) {
  const folder = args.text('data')
  const url = process.env['DATABASE_URL']
  if (folder === undefined && url) return { kind: 'postgresql', url } as const
  return {
    kind: 'embedded',
    folder: folder || process.env['LOS_DATA'] || fileURLToPath(new URL('.los/store', root)),
    holder,
  } as const
}

async function makeApp(store: Store): Promise<App> {
  const standing = await findSetting(store, STANDING_DATE_SETTING)
  const authorities = readAuthorities()
  const own = await findSetting(store, OWN_AUTHORITY_SETTING)
  const definitions = catalogue(areas)
  const national = nationalReference()
  checkNationalMeasures(definitions, national)
  return {
    catalogue: definitions,
    calendar: calendar(own),
    authorities,
    own: own === undefined ? undefined : authorities.get(own),
    postcodes: postcodes(),
    localityPopulations: readLocalityPopulations(readFileSync(new URL('data/locality-populations.csv', root), 'utf8')),
    populations: readPopulations(readFileSync(new URL('data/populations.csv', root), 'utf8')),
    disclosureRules: readDisclosureRules(readFileSync(new URL('data/disclosure-rules.csv', root), 'utf8')),
    national,
    partnerLists: readPartnerLists(readFileSync(new URL('data/partner-lists.csv', root), 'utf8')),
    store,
    clock: clock(standing),
    largestFile: largestFile(process.env['LOS_LARGEST_FILE']),
  }
}

function clock(standing: string | undefined): Clock {
  const asked = process.env['LOS_TODAY']
  const fixed = asked ? readToday(asked) : standing === undefined ? undefined : plainDate(standing)
  const now = () => (standing === undefined ? new Date() : new Date(`${standing}T09:00:00Z`))
  return {
    // Asked each time: a server runs for longer than a day.
    get today() {
      return fixed ?? todayInEngland()
    },
    standing: standing !== undefined,
    now,
  }
}

function readToday(text: string): PlainDate {
  try {
    return plainDate(text)
  } catch {
    throw new Refused('bad usage', `LOS_TODAY is "${text}", which is no date. Write it like 2023-10-04.`)
  }
}

const inEngland = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London', dateStyle: 'short' })
let lastAsked: { readonly minute: number; readonly today: PlainDate } | undefined

/** Worked out once a minute: it is asked for often, and days turn on a minute. */
function todayInEngland(): PlainDate {
  const minute = Math.trunc(Date.now() / 60_000)
  if (lastAsked?.minute !== minute) lastAsked = { minute, today: plainDate(inEngland.format(new Date())) }
  return lastAsked.today
}

function nationalReference() {
  const read = (name: string) => readFileSync(new URL(`data/benchmarks/${name}.csv`, root), 'utf8')
  return readNationalReference({
    places: read('places'),
    measures: read('measures'),
    neighbours: read('neighbours'),
    goodNeighbours: read('good-neighbours'),
  })
}

const postcodes = () => postcodesFrom(new URL('data/geography/postcodes.csv.gz', root))

/** Working days, and the school terms of an authority where one is named. */
function calendar(authority?: string): Calendar {
  const holidays = readBankHolidays(readFileSync(new URL('data/bank-holidays.csv', root), 'utf8'))
  if (authority === undefined) return workingCalendar(holidays)
  const terms = readSchoolTerms(readFileSync(new URL('data/school-terms.csv', root), 'utf8'), authority)
  return workingCalendar(holidays, yearsOf(holidays), terms)
}

function readAuthorities(): ReadonlyMap<string, Authority> {
  const rows: readonly Authority[] = parse(readFileSync(new URL('data/authorities.csv', root)), {
    columns: true,
    bom: true,
  })
  return new Map(rows.map((row) => [row.key, row]))
}
