import { changePasswordHash, endSessionsOf, listSessions } from '../../store/accounts.ts'
import { writeAudit } from '../../store/audit.ts'
import { inTransaction } from '../../store/records/transaction.ts'
import type { App } from '../app.ts'
import { hashPassword, passwordFault } from './password.ts'
import { roles } from './roles.ts'
import { hashOf, isWelcome, type SignedIn } from './sign-in.ts'

/** What somebody may know about their own account: what they are here, and where they are signed in. */
export type OwnAccount = {
  readonly roles: readonly string[]
  readonly sessions: readonly { readonly madeAt: Date; readonly seenAt: Date; readonly here: boolean }[]
}

/** One's own account. */
export async function ownAccount(app: App, { account, token }: SignedIn): Promise<OwnAccount> {
  const sessions = await listSessions(app.store.db, account.id, new Date())
  return {
    roles:
      account.partnerOf === null
        ? roles.filter(({ key }) => account.roles.includes(key)).map(({ label }) => label)
        : [`Partner, for the figures of ${account.partnerOf.join(', ')}`],
    sessions: sessions.map(({ tokenHash, madeAt, seenAt }) => ({ madeAt, seenAt, here: tokenHash === hashOf(token) })),
  }
}

/** A change of one's own password as it was typed. */
export type PasswordChange = { readonly current: string; readonly next: string; readonly again: string }
export type PasswordFault = { readonly field: keyof PasswordChange; readonly message: string }

/**
 * Changes one's own password, and ends every other session: whoever had the old one is out. The faults are given back; a wrong current
 * password counts as a failed sign-in, so that nobody tries them out on a screen left open.
 */
export async function changeOwnPassword(
  app: App,
  { account, token }: SignedIn,
  { current, next, again }: PasswordChange,
): Promise<readonly PasswordFault[]> {
  const fault = passwordFault(next, account.userName)
  if (fault !== undefined) return [{ field: 'next', message: fault }]
  if (next === current) return [{ field: 'next', message: 'That is the password you have. Choose another.' }]
  if (next !== again) return [{ field: 'again', message: 'The new password is not the same twice.' }]
  if (!(await isWelcome(app, account, current, { action: 'change password', name: account.userName })))
    return [{ field: 'current', message: 'That is not your password, or the account is locked for a while.' }]
  const passwordHash = await hashPassword(next)
  await inTransaction(app.store, async (db) => {
    await changePasswordHash(db, account.id, { passwordHash, passwordIsFirst: false })
    await endSessionsOf(db, account.id, hashOf(token))
  })
  return []
}

/** Ends every session of one's own, this one too. */
export async function signOutEverywhere(app: App, { account }: SignedIn): Promise<void> {
  await inTransaction(app.store, async (db) => {
    await endSessionsOf(db, account.id)
    await writeAudit(db, [
      {
        at: new Date(),
        account: account.id,
        accountName: account.name,
        action: 'sign out everywhere',
        subject: null,
        record: null,
        decision: 'yes',
        byRole: null,
        sensitivity: 'ordinary',
        detail: '',
      },
    ])
  })
}
