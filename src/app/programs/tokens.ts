import { randomBytes } from 'node:crypto'
import { addDays, type PlainDate, plainDate, toText } from '../../core/dates/plain-date.ts'
import { unknown } from '../../formats/did-you-mean.ts'
import type { Opens } from '../../store/access-tables.ts'
import { type Account, findAccount } from '../../store/accounts.ts'
import { findAsked } from '../../store/audit.ts'
import { addToken, endToken, listTokens, type ProgramToken } from '../../store/programs/tokens.ts'
import { inTransaction } from '../../store/records/transaction.ts'
import { getAccount } from '../access/accounts.ts'
import { roles } from '../access/roles.ts'
import { hashOf } from '../access/sign-in.ts'
import { addUser, administrator, auditGiven, listUsers } from '../access/users.ts'
import { viewerOf } from '../access/viewer.ts'
import type { App } from '../app.ts'
import { Refused } from '../refused.ts'
import { programName } from './enter.ts'

/** Whoever gives programs their tokens: by user name, or the installation's operator. */
type By = string | undefined

/** In whose place a program asks: of somebody who has an account, or of nobody but itself, in a role. */
export type TokenFor = { readonly user: string } | { readonly roles: readonly string[] }

export type NewToken = {
  readonly name: string
  readonly of: TokenFor
  readonly opens: Opens
  /** What the program does with it, and who looks after it. */
  readonly purpose: string
  /** The last moment at which it is taken. */
  readonly endsAt: Date
}

const DAY = 86_400_000
/** A token that nobody renews is a token that nobody remembers. */
const LONGEST_DAYS = 366
const LONGEST_WORDS = 1000

/** Tokens, like sessions, end by the clock on the wall: that of a demonstration stands still. */
export const wallToday = (): PlainDate => dayOf(new Date())
/** The moment at which a token of this last day ends, and the last day of one that ends at a moment. */
export const endOf = (last: PlainDate): Date => new Date(`${toText(addDays(last, 1))}T00:00:00Z`)
export const lastDayOf = (endsAt: Date): PlainDate => dayOf(new Date(endsAt.getTime() - 1))

const dayOf = (moment: Date): PlainDate => plainDate(moment.toISOString().slice(0, 10))

/**
 * Gives a program a token, which is shown this once. A program that asks in a role of its own gets an account of its own with it, of the token's name.
 * @throws Refused when who asks gives no accounts, or the token cannot be so
 */
export async function makeToken(app: App, by: By, { name, of, opens, purpose, endsAt }: NewToken): Promise<string> {
  const giver = await administrator(app, by)
  if (!/^[a-z0-9][a-z0-9._-]{0,39}$/.test(name))
    throw new Refused(
      'bad input',
      `“${name}” is no name of a token. It has small letters, figures, dots and hyphens, up to 40.`,
    )
  const why = saidOf(purpose, 'Say what it is for: what the program does with the figures, and who looks after it.')
  const madeAt = new Date()
  const days = (endsAt.getTime() - madeAt.getTime()) / DAY
  if (!(days > 0 && days <= LONGEST_DAYS + 1))
    throw new Refused(
      'bad input',
      `A token ends after today and within ${LONGEST_DAYS} days. Give another when it does.`,
    )
  if ((await listTokens(app.store.db)).some((one) => one.name === name))
    throw new Refused('bad input', `There is a token “${name}” already, or there was. Choose another name.`)
  const account = await accountFor(app, by, name, of)
  const token = `los_${randomBytes(32).toString('base64url')}`
  await inTransaction(app.store, async (db) => {
    const made = { name, opens, purpose: why, madeAt, madeBy: giver.name, endsAt, account: account.id }
    await addToken(db, { ...made, tokenHash: hashOf(token) })
    await auditGiven(db, giver, {
      action: 'token',
      detail: `${name}: ${opens}, as ${account.userName}, until ${endsAt.toISOString()}: ${why}`,
      at: app.clock.now(),
    })
  })
  return token
}

async function accountFor(app: App, by: By, name: string, of: TokenFor): Promise<Account> {
  if ('user' in of) return getAccount(app, of.user)
  // Its password is told to nobody: a program does not sign in.
  await addUser(app, by, { userName: name, name: `Program ${name}`, roles: of.roles, worker: null })
  const made = await findAccount(app.store.db, name)
  if (made === undefined) throw new Error(`addUser did not keep ${name}`)
  return made
}

/** What somebody wrote, which has to say something. */
function saidOf(words: string, otherwise: string): string {
  const said = words.trim()
  if (said === '') throw new Refused('bad input', otherwise)
  if (said.length > LONGEST_WORDS) throw new Refused('bad input', `Say it in ${LONGEST_WORDS} characters.`)
  return said
}

/** Ends a token at once and for good, with the reason. Refused when who asks gives no accounts, or there is no such token that has not ended. */
export async function withdrawToken(app: App, by: By, name: string, reason: string): Promise<void> {
  const giver = await administrator(app, by)
  const all = await listTokens(app.store.db)
  const found = all.find((one) => one.name === name)
  if (found === undefined)
    throw new Refused(
      'not found',
      unknown(
        'token',
        name,
        all.map((one) => one.name),
      ),
    )
  if (found.endedAt !== null) throw new Refused('in the way', `The token “${name}” has ended already.`)
  const why = saidOf(reason, 'Say why it is taken back.')
  await inTransaction(app.store, async (db) => {
    await endToken(db, found.id, { at: new Date(), by: giver.name, reason: why })
    await auditGiven(db, giver, { action: 'end token', detail: `${name}: ${why}`, at: app.clock.now() })
  })
}

/** A token with how it stands. `opens nothing`: the account in whose place it asks has ended, has left or has no role. */
export type TokenSeen = ProgramToken & { readonly state: 'open' | 'opens nothing' | 'run out' | 'ended' }

/** Every token there is or was, by name. Refused when who asks gives no accounts. */
export async function tokensOf(app: App, by: By): Promise<readonly TokenSeen[]> {
  await administrator(app, by)
  const all = await listTokens(app.store.db)
  return Promise.all(all.map(async (one) => ({ ...one, state: await stateOf(app, one) })))
}

async function stateOf(app: App, { endedAt, endsAt, account }: ProgramToken): Promise<TokenSeen['state']> {
  if (endedAt !== null) return 'ended'
  if (endsAt <= new Date()) return 'run out'
  return (await viewerOf(app, app.store.db, account)).roles.length === 0 ? 'opens nothing' : 'open'
}

const LATEST = 20

export type AskedOnce = { readonly at: Date; readonly address: string; readonly refused: boolean }

/** What was asked with a token last, the latest first, what was refused too. Refused when who asks gives no accounts. */
export async function askedWith(app: App, by: By, { name, account }: ProgramToken): Promise<readonly AskedOnce[]> {
  await administrator(app, by)
  const rows = await findAsked(app.store.db, { account: account.id, name: programName(account, name) }, LATEST)
  return rows.map(({ at, detail, decision }) => ({ at, address: detail, refused: decision !== 'yes' }))
}

/** In whose place a new token may ask: of whoever has an account, or in a role of its own. Refused when who asks gives no accounts. */
export async function placesOfTokens(app: App, by: By) {
  const accounts = await listUsers(app, by)
  return { accounts: accounts.filter(({ endedAt, roles: held }) => endedAt === null && held.length > 0), roles }
}
