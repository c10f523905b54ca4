import { partsOf } from '../core/dates/plain-date.ts'
import { findBrokenSeal } from '../store/audit.ts'
import { listAuthoritiesWithFigures } from '../store/series.ts'
import { sealAuditNow } from './access/seal.ts'
import type { App } from './app.ts'

/** One thing looked at by `los check`: how it is, and what to do where it is not well. */
export type Finding = {
  readonly what: string
  readonly state: 'well' | 'look' | 'wrong' | 'not yet'
  readonly found: string
  readonly advice?: string
}

/** Looks over the installation. Definitions that are wrong never get here: the program refuses to start with them and says why. */
export async function checkInstallation(app: App): Promise<readonly Finding[]> {
  const { catalogue } = app
  const authorities = await listAuthoritiesWithFigures(app.store)
  return [
    {
      what: 'definitions',
      state: 'well',
      found: `areas: ${catalogue.areas.length}, record types: ${catalogue.records.size}, indicators: ${catalogue.indicators.size}, datasets: ${catalogue.datasets.size}`,
    },
    calendarFinding(app),
    {
      what: 'store',
      state: app.store.kind === 'embedded' ? 'look' : 'well',
      found: app.store.kind === 'embedded' ? 'embedded, for trial and demonstration' : 'PostgreSQL',
      ...(app.store.kind === 'embedded'
        ? {
            advice:
              'The embedded store may lose its last writes in a power cut. For real work set DATABASE_URL to a PostgreSQL 15 or later.',
          }
        : {}),
    },
    {
      what: 'figures',
      state: authorities.length > 0 ? 'well' : 'look',
      found: authorities.length > 0 ? `of ${authorities.join(', ')}` : 'none',
      ...(authorities.length > 0 ? {} : { advice: 'Load some: los import figures FILE, or los demo.' }),
    },
    ownFinding(app),
    await auditFinding(app),
    {
      what: 'backups',
      state: 'not yet',
      found: 'los backup is to come; until then use pg_dump, or copy the store while nothing uses it',
    },
  ]
}

function calendarFinding({ calendar, clock }: App): Finding {
  const left = calendar.lastYear - partsOf(clock.today).year
  const found = `bank holidays of ${calendar.firstYear} to ${calendar.lastYear}`
  if (left > 1) return { what: 'calendar', state: 'well', found }
  return {
    what: 'calendar',
    state: left < 0 ? 'wrong' : 'look',
    found,
    advice: `Add the bank holidays of ${calendar.lastYear + 1} to data/bank-holidays.csv (GOV.UK lists them). Due dates beyond ${calendar.lastYear} are refused, not guessed.`,
  }
}

function ownFinding({ own }: App): Finding {
  const what = 'authority'
  if (own !== undefined) return { what, state: 'well', found: `the records are those of ${own.name}` }
  return { what, state: 'look', found: 'not set', advice: 'Say whose children the store holds: los authority KEY.' }
}

/** Seals what was not sealed yet, and looks whether any row has been changed or taken away since it was. */
async function auditFinding(app: App): Promise<Finding> {
  await sealAuditNow(app)
  const broken = await findBrokenSeal(app.store.db)
  if (broken === undefined) return { what: 'audit chain', state: 'well', found: 'every row is as it was sealed' }
  return {
    what: 'audit chain',
    state: 'wrong',
    found: `rows up to number ${broken} are not as they were sealed`,
    advice:
      'Somebody has changed the log of who looked at what, in the database itself. Compare it with a backup, and tell whoever answers for data protection.',
  }
}
