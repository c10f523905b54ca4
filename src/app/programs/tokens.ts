import { randomBytes } from 'node:crypto'
import { unknown } from '../../formats/did-you-mean.ts'
import type { Opens } from '../../store/access-tables.ts'
import { type Account, findAccount } from '../../store/accounts.ts'
import { addToken, endToken, listTokens, type ProgramToken } from '../../store/programs/tokens.ts'
import { inTransaction } from '../../store/records/transaction.ts'
import { getAccount } from '../access/accounts.ts'
import { hashOf } from '../access/sign-in.ts'
import { addUser, administrator, auditGiven } from '../access/users.ts'
import type { App } from '../app.ts'
import { Refused } from '../refused.ts'

/** Whoever gives programs their tokens: by user name, or the installation's operator. */
type By = string | undefined

/** In whose place a program asks: of somebody who has an account, or of nobody but itself, in a role. */
export type TokenFor = { readonly user: string } | { readonly roles: readonly string[] }

export type NewToken = {
  readonly name: string
  readonly of: TokenFor
  readonly opens: Opens
  /** The last moment at which it is taken. */
  readonly endsAt: Date
}

const DAY = 86_400_000
/** A token that nobody renews is a token that nobody remembers. */
const LONGEST_DAYS = 366

/**
 * Gives a program a token, which is shown this once. A program that asks in a role of its own gets an account of its own with it, of the token's name.
 * @throws Refused when who asks gives no accounts, or the token cannot be so
 */
export async function makeToken(app: App, by: By, { name, of, opens, endsAt }: NewToken): Promise<string> {
  const giver = await administrator(app, by)
  if (!/^[a-z0-9][a-z0-9._-]{0,39}$/.test(name))
    throw new Refused(
      'bad input',
      `“${name}” is no name of a token. It has small letters, figures, dots and hyphens, up to 40.`,
    )
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
    const made = { name, opens, madeAt, madeBy: giver.name, endsAt, account: account.id, tokenHash: hashOf(token) }
    await addToken(db, made)
    await auditGiven(db, giver, {
      action: 'token',
      detail: `${name}: ${opens}, as ${account.userName}, until ${endsAt.toISOString()}`,
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

/** Ends a token at once and for good. Refused when who asks gives no accounts, or there is no such token that has not ended. */
export async function withdrawToken(app: App, by: By, name: string): Promise<void> {
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
  if (found.endedAt !== null) throw new Refused('bad input', `The token “${name}” has ended already.`)
  await inTransaction(app.store, async (db) => {
    await endToken(db, found.id, new Date(), giver.name)
    await auditGiven(db, giver, { action: 'end token', detail: name, at: app.clock.now() })
  })
}

/** Every token there is or was. Refused when who asks gives no accounts. */
export async function tokensOf(app: App, by: By): Promise<readonly ProgramToken[]> {
  await administrator(app, by)
  return listTokens(app.store.db)
}
