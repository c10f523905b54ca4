import { createHash } from 'node:crypto'
import type { Transaction } from 'kysely'
import { type Period, periodContaining, periodLabel, previousPeriod } from '../../core/dates/period.ts'
import { type Supply, signedFigure } from '../../core/definitions/supply.ts'
import { readFigures } from '../../formats/figures/read.ts'
import type { InputFile, Issue } from '../../formats/issue.ts'
import type { Account } from '../../store/accounts.ts'
import { writeAudit } from '../../store/audit.ts'
import { recordImportsIn } from '../../store/imports.ts'
import { inTransaction } from '../../store/records/transaction.ts'
import { addSignOff } from '../../store/supplies/sign-offs.ts'
import type { Tables } from '../../store/tables.ts'
import { auditEntry } from '../access/audited.ts'
import { roles } from '../access/roles.ts'
import { viewerOf } from '../access/viewer.ts'
import { type App, type Authority, unknown } from '../app.ts'
import { findSeries, type Series } from '../figures.ts'
import { Refused } from '../refused.ts'
import { type SupplyStands, supplyStands } from './signed.ts'

/** What others send, by its key. @throws Refused when there is none */
export function getSupply({ catalogue: { supplies } }: Pick<App, 'catalogue'>, key: string): Supply {
  const found = supplies.get(key)
  if (found === undefined) throw new Refused('not found', unknown('supply of figures', key, supplies.keys()))
  return found
}

/** Whether any of their roles loads and signs off these figures: for offering it. Whether it may be done is decided when it is. */
export const everSigns = ({ roles: held }: Pick<Account, 'roles'>, supply: string): boolean =>
  roles.some(({ key, signsFor = [] }) => held.includes(key) && signsFor.includes(supply))

/** Figures of the supply that are not among those that were sent. */
export const missingIn = ({ indicators }: Supply, figures: SupplyStands['figures']): Supply['indicators'] =>
  indicators.filter(({ key }) => !figures.some(({ indicator }) => indicator === key))

export type AskedSupply = { readonly supply: string; readonly period: Period }

export type SupplyRead = SupplyStands & {
  readonly supply: Supply
  readonly period: Period
  readonly series: readonly Series[]
}

const MONTHS = 6

/** What was sent of a month, beside the months before it, and who has signed it off. It names nobody. */
export async function readSupply(app: App, asked: AskedSupply): Promise<SupplyRead> {
  const supply = getSupply(app, asked.supply)
  const { key: authority } = ownOf(app)
  const { period } = asked
  const series = await findSeries(app, supply.indicators, { audience: 'staff', authority, period, periods: MONTHS })
  const stands = await supplyStands(app, supply, authority, period)
  return { ...stands, supply, period, series: supply.indicators.flatMap(({ key }) => series.get(key) ?? []) }
}

/** Everything that others send, as it stands in a month. It names nobody. */
export async function readSupplies(
  app: App,
  period: Period,
): Promise<readonly (SupplyStands & Pick<SupplyRead, 'supply' | 'period'>)[]> {
  const supplies = [...app.catalogue.supplies.values()]
  const { key: authority } = ownOf(app)
  return Promise.all(
    supplies.map(async (supply) => ({ ...(await supplyStands(app, supply, authority, period)), supply, period })),
  )
}

/** What others sent, or have yet to send, of the last whole month that waits for somebody's signature; nothing for whose role signs nothing. */
export async function listToSign(
  app: App,
  account: Pick<Account, 'roles'>,
): Promise<Awaited<ReturnType<typeof readSupplies>>> {
  const isTheirs = [...app.catalogue.supplies.keys()].some((key) => everSigns(account, key))
  if (!isTheirs || app.own === undefined) return []
  const all = await readSupplies(app, previousPeriod(periodContaining('month', app.clock.today)))
  return all.filter(({ supply, is }) => everSigns(account, supply.key) && is !== 'signed off')
}

/** What a file brought, or what kept it from bringing anything, row by row. */
export type SupplyLoaded =
  | { readonly refused: true; readonly issues: readonly Issue[] }
  | { readonly refused: false; readonly changed: number; readonly issues: readonly Issue[] }

/**
 * Loads figures that somebody outside sent: those of the supply, of our own authority, and no others; all of the file or, when any row is wrong, nothing.
 * @throws Refused when no role of theirs may
 */
export async function loadSupply(app: App, account: Account, supply: string, file: InputFile): Promise<SupplyLoaded> {
  const of = getSupply(app, supply)
  const reference = {
    indicators: new Map(of.indicators.map((one) => [one.key, one] as const)),
    authorities: new Set([ownOf(app).key]),
  }
  const { rows, issues } = readFigures([file], reference)
  const refused = issues.some(({ severity }) => severity === 'error')
  const detail = `${of.label}${refused ? ', refused' : ''}: ${file.name}`
  return supplying(app, account, of, { action: 'import', detail }, async (trx): Promise<SupplyLoaded> => {
    if (refused) return { refused, issues }
    const sha256 = createHash('sha256').update(file.bytes).digest('hex')
    const from = { fileName: file.name.split(/[\\/]/).at(-1) ?? '', sha256, recordedBy: account.name }
    const known = { knownOn: app.clock.today, recordedAt: app.clock.now() }
    const [counts] = await recordImportsIn(trx, [{ ...from, ...known, format: 'figures', rows }])
    return { refused: false, changed: (counts?.new ?? 0) + (counts?.changed ?? 0), issues }
  })
}

/**
 * Keeps that somebody has checked the figures of a month and answers for them, as they are now.
 * @throws Refused when no role of theirs may, nothing was sent, it is signed off already, or a figure is missing and nothing is said of it
 */
export async function signOffSupply(app: App, account: Account, asked: AskedSupply, words: string): Promise<void> {
  const supply = getSupply(app, asked.supply)
  const { key: authority } = ownOf(app)
  const { period } = asked
  const detail = `${supply.label}, ${periodLabel(period)}`
  await supplying(app, account, supply, { action: 'sign off', detail }, async (trx) => {
    const { figures, is } = await supplyStands({ ...app, store: { ...app.store, db: trx } }, supply, authority, period)
    if (is === 'nothing sent')
      throw new Refused('bad input', `Nothing was sent of ${periodLabel(period)} yet. Load the figures first.`)
    if (is === 'signed off') throw new Refused('in the way', `${periodLabel(period)} is signed off as it stands.`)
    const missing = missingIn(supply, figures)
    if (missing.length > 0 && words.trim() === '')
      throw new Refused(
        'bad input',
        `Not sent of ${periodLabel(period)}: ${missing.map(({ label }) => label).join('; ')}. Load what is missing first, or write why it is not there.`,
      )
    const by = { words: words.trim(), at: app.clock.now(), by: account.name, account: account.id }
    await addSignOff(trx, { supply: supply.key, authority, period }, { figures: figures.map(signedFigure), ...by })
  })
}

type Doing = { readonly action: 'import' | 'sign off'; readonly detail: string }

/** Does something with what others send in one transaction with its audit row; that it was refused is kept too. */
async function supplying<Result>(
  app: App,
  account: Account,
  { key, label, signedOffBy }: Supply,
  { action, detail }: Doing,
  work: (trx: Transaction<Tables>) => Promise<Result>,
): Promise<Result> {
  const done = await inTransaction(app.store, async (trx) => {
    const viewer = await viewerOf(app, trx, account)
    const role = viewer.roles.find(({ signsFor = [] }) => signsFor.includes(key))
    const decision = role === undefined ? ({ may: 'no' } as const) : ({ may: 'yes', by: role.key } as const)
    await writeAudit(trx, [auditEntry(app, account, viewer, { action, subject: null, decision, detail })])
    return role === undefined ? undefined : { result: await work(trx) }
  })
  if (done === undefined)
    throw new Refused('not allowed', `${label} are loaded and signed off by ${signedOffBy}. Ask them.`)
  return done.result
}

function ownOf({ own }: App): Authority {
  if (own === undefined)
    throw new Refused('not found', 'The store holds no children yet: say whose it holds: los authority KEY')
  return own
}
