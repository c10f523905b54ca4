import { type Account, type AnyAccount, findAnyAccount } from '../../store/accounts.ts'
import { findSetting } from '../../store/settings.ts'
import type { App } from '../app.ts'
import { staffOnly } from '../audience.ts'
import { Refused } from '../refused.ts'

/** The user name of the operator account that was made at installation. */
export const OPERATOR_SETTING = 'operator'

/**
 * The account of a user name, or the installation's operator, for the command line: whoever can run it there can read the store's files
 * anyway, so no password is asked, but access and audit apply as on the pages.
 * @throws Refused when there is none, it has ended, or it is a partner's
 */
export const getAccount = async (app: App, userName: string | undefined): Promise<Account> =>
  staffOnly(await getAnyAccount(app, userName))

/** The same, whoever's it is: for who gives and ends accounts. */
export async function getAnyAccount(app: App, userName: string | undefined): Promise<AnyAccount> {
  const name = userName ?? (await findSetting(app.store, OPERATOR_SETTING))
  if (name === undefined)
    throw new Refused(
      'bad usage',
      'Say who is asking: --as USER. Without it the operator is asking, and this store has none yet: los users add USER --name "Full name" --role operator',
    )
  const account = await findAnyAccount(app.store.db, name)
  if (account === undefined || account.endedAt !== null) throw new Refused('not found', `There is no user “${name}”.`)
  return account
}
