import { createHash, randomBytes } from 'node:crypto'
import {
  type Account,
  addSession,
  endSession,
  findAccount,
  findSession,
  noteSignIn,
  touchSession,
} from '../../store/accounts.ts'
import { writeAudit } from '../../store/audit.ts'
import type { App } from '../app.ts'
import { isPassword, noOnesHash } from './password.ts'

const MINUTE = 60_000
/** A session ends when it has not been used for this long, and in any case after a working day. */
const IDLE = 30 * MINUTE
const LONGEST = 10 * 60 * MINUTE
const FAILURES_BEFORE_LOCK = 5
const LOCKED_FOR = 15 * MINUTE

export type SignedIn = { readonly token: string; readonly account: Account }

/**
 * Opens a session for a user name and password; undefined when they do not fit, without saying which of them was wrong, or when the
 * account is locked or ended. Five failures lock it for a quarter of an hour. Every attempt is audited.
 */
export async function signIn(app: App, userName: string, password: string): Promise<SignedIn | undefined> {
  const at = new Date()
  const account = await findAccount(app.store.db, userName.trim().toLowerCase())
  const right = await isPassword(password, account?.passwordHash ?? (await noOnesHash))
  const open =
    account !== undefined && account.endedAt === null && (account.lockedUntil === null || account.lockedUntil <= at)
  const welcome = open && right
  return app.store.db.transaction().execute(async (db) => {
    await writeAudit(db, [
      {
        at,
        account: account?.id ?? null,
        accountName: account?.name ?? userName.slice(0, 100),
        action: 'sign in',
        subject: null,
        record: null,
        decision: welcome ? 'yes' : 'no',
        byRole: null,
        detail: '',
      },
    ])
    if (account === undefined) return undefined
    if (!welcome) {
      if (open) await noteFailure(db, account, at)
      return undefined
    }
    await noteSignIn(db, account.id, 0, null)
    const token = randomBytes(32).toString('base64url')
    await addSession(db, {
      tokenHash: hashOf(token),
      account: account.id,
      madeAt: at,
      endsAt: new Date(at.getTime() + IDLE),
    })
    return { token, account }
  })
}

async function noteFailure(db: App['store']['db'], account: Account, at: Date): Promise<void> {
  const failures = account.failures + 1
  const locked = failures >= FAILURES_BEFORE_LOCK
  await noteSignIn(db, account.id, locked ? 0 : failures, locked ? new Date(at.getTime() + LOCKED_FOR) : null)
}

/** The account whose session a token opens, kept alive for another while; undefined when it has ended. */
export async function resume(app: App, token: string): Promise<Account | undefined> {
  const at = new Date()
  const tokenHash = hashOf(token)
  const session = await findSession(app.store.db, tokenHash)
  if (session === undefined || session.endsAt <= at || session.account.endedAt !== null) return undefined
  const ends = Math.min(at.getTime() + IDLE, session.madeAt.getTime() + LONGEST)
  // Written at most once a minute: a page is many requests.
  if (at.getTime() - session.seenAt.getTime() > MINUTE) await touchSession(app.store.db, tokenHash, at, new Date(ends))
  return session.account
}

export const signOut = (app: App, token: string): Promise<void> => endSession(app.store.db, hashOf(token))

/** What stands in the forms of a session, so that a page of another site cannot send them. Worked out from the token, which that page cannot read. */
export const formToken = (token: string): string => createHash('sha256').update(`form ${token}`).digest('base64url')

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex')
