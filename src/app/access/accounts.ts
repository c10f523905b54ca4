import { type Account, findAccount } from '../../store/accounts.ts'
import type { App } from '../app.ts'
import { Refused } from '../refused.ts'

/**
 * The account of a user name, for the command line: whoever can run it there can read the store's files anyway, so no password is asked,
 * but access and audit apply as on the pages.
 * @throws Refused when there is none, or it has ended
 */
export async function getAccount(app: App, userName: string): Promise<Account> {
  const account = await findAccount(app.store.db, userName)
  if (account === undefined || account.endedAt !== null)
    throw new Refused('not found', `There is no user “${userName}”.`)
  return account
}
