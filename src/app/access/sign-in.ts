import { createHash, randomBytes } from 'node:crypto'
import {
  type AnyAccount,
  addSession,
  endSession,
  findAnyAccount,
  findSession,
  forgetEndedSessions,
  holdAccount,
  noteSignIn,
  touchSession,
} from '../../store/accounts.ts'
import { type AuditEntry, writeAudit } from '../../store/audit.ts'
import { inTransaction } from '../../store/records/transaction.ts'
import type { App } from '../app.ts'
import { isPassword, noOnesHash } from './password.ts'

const MINUTE = 60_000
/** A session ends when it has not been used for this long, and in any case after a working day. */
const IDLE = 30 * MINUTE
const LONGEST = 10 * 60 * MINUTE
const FAILURES_BEFORE_LOCK = 5
const LOCKED_FOR = 15 * MINUTE

export type SignedIn = { readonly token: string; readonly account: AnyAccount }

/**
 * Opens a session for a user name and password; undefined when they do not fit, without saying which of them was wrong, or when the
 * account is locked or ended. Five failures lock it for a quarter of an hour. Every attempt is audited.
 */
export async function signIn(app: App, userName: string, password: string): Promise<SignedIn | undefined> {
  const account = await findAnyAccount(app.store.db, userName.trim().toLowerCase())
  const welcome = await isWelcome(app, account, password, { action: 'sign in', name: userName })
  if (!welcome || account === undefined) return undefined
  const at = new Date()
  const token = randomBytes(32).toString('base64url')
  await inTransaction(app.store, async (db) => {
    await forgetEndedSessions(db, at)
    await addSession(db, {
      tokenHash: hashOf(token),
      account: account.id,
      madeAt: at,
      endsAt: new Date(at.getTime() + IDLE),
    })
  })
  return { token, account }
}

/**
 * Whether a password is that of an account, which must be neither locked nor ended. The failures are counted, in whatever order and however
 * many at once they come, and every attempt is audited as what it was for.
 */
export async function isWelcome(
  app: App,
  account: AnyAccount | undefined,
  password: string,
  attempt: { readonly action: string; readonly name: string },
): Promise<boolean> {
  const right = await isPassword(password, account?.passwordHash ?? noOnesHash)
  const at = new Date()
  return inTransaction(app.store, async (db) => {
    const held = account === undefined ? undefined : await holdAccount(db, account.id)
    const open = held !== undefined && held.endedAt === null && (held.lockedUntil === null || held.lockedUntil <= at)
    // It may have been changed while this one was being tried.
    const welcome = open && right && held.passwordHash === account?.passwordHash
    await writeAudit(db, [attemptEntry(at, held, attempt, welcome)])
    if (held !== undefined && open) await (welcome ? noteSignIn(db, held.id, 0, null) : noteFailure(db, held, at))
    return welcome
  })
}

const attemptEntry = (
  at: Date,
  account: AnyAccount | undefined,
  { action, name }: { readonly action: string; readonly name: string },
  welcome: boolean,
): AuditEntry => ({
  at,
  account: account?.id ?? null,
  accountName: account?.name ?? attempted(name),
  action,
  subject: null,
  record: null,
  decision: welcome ? 'yes' : 'no',
  byRole: null,
  sensitivity: 'ordinary',
  detail: '',
})

/** Some type their password where the name belongs: what cannot be a user name is not kept. */
const attempted = (name: string): string =>
  /^[a-z0-9][a-z0-9._-]{0,39}$/.test(name.trim()) ? name.trim() : 'not a user name'

async function noteFailure(db: App['store']['db'], account: AnyAccount, at: Date): Promise<void> {
  const failures = account.failures + 1
  const locked = failures >= FAILURES_BEFORE_LOCK
  await noteSignIn(db, account.id, locked ? 0 : failures, locked ? new Date(at.getTime() + LOCKED_FOR) : null)
}

/** The account whose session a token opens, kept alive for another while; undefined when it has ended. */
export async function resume(app: App, token: string): Promise<AnyAccount | undefined> {
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

/** What is kept of a token: whoever reads it cannot sign in with it. */
export const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex')
