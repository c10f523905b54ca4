import { unknown } from '../../formats/did-you-mean.ts'
import { addAccount, changeLocalities } from '../../store/accounts.ts'
import { inTransaction } from '../../store/records/transaction.ts'
import type { App } from '../app.ts'
import { listLocalities } from '../counting/localities.ts'
import { Refused } from '../refused.ts'
import { getAnyAccount } from './accounts.ts'
import { hashPassword, randomPassword } from './password.ts'
import { PARTNER } from './roles.ts'
import { administrator, auditGiven, type NewUser, refuseNames } from './users.ts'

/** An account to be made for somebody of another agency: a school, health, the police, a board member from outside. */
export type NewPartner = Pick<NewUser, 'userName' | 'name'> & { readonly localities: readonly string[] }

/**
 * Makes an account for a partner, who sees what partners see of these localities and nothing else, and gives the password, which is shown this once.
 * @throws Refused when it cannot be so, one of the localities is none, or who asks gives no accounts
 */
export async function addPartner(
  app: App,
  by: string | undefined,
  { userName, name, localities }: NewPartner,
): Promise<string> {
  const giver = await administrator(app, by)
  await refuseNames(app, { userName, name })
  const password = randomPassword()
  const passwordHash = await hashPassword(password)
  await inTransaction(app.store, async (db) => {
    refuseUnknown(localities, await listLocalities(app, db))
    const made = { userName, name: name.trim(), worker: null, roles: [PARTNER], partnerOf: localities }
    await addAccount(db, { ...made, passwordHash, passwordIsFirst: true, madeAt: new Date() })
    await auditGiven(db, giver, {
      action: 'add account',
      detail: `${userName}: ${PARTNER} of ${localities.join(', ')}`,
    })
  })
  return password
}

/** Gives a partner other localities in place of those that they have. They hold from the next request. */
export async function giveLocalities(
  app: App,
  by: string | undefined,
  userName: string,
  localities: readonly string[],
): Promise<void> {
  const giver = await administrator(app, by)
  const account = await getAnyAccount(app, userName)
  const { partnerOf } = account
  if (partnerOf === null)
    throw new Refused(
      'bad input',
      `${account.name} works here, and sees figures of every locality. Only partners are given some.`,
    )
  await inTransaction(app.store, async (db) => {
    refuseUnknown(localities, await listLocalities(app, db))
    await changeLocalities(db, account.id, localities)
    const detail = `${userName}: ${partnerOf.join(', ')} to ${localities.join(', ')}`
    await auditGiven(db, giver, { action: 'change localities', detail })
  })
}

function refuseUnknown(asked: readonly string[], there: readonly string[]): void {
  if (there.length === 0)
    throw new Refused(
      'in the way',
      'There is no locality yet. Record which teams serve one first, under “Locality” on a team’s page.',
    )
  if (asked.length === 0) throw new Refused('bad input', `Name the locality. There are: ${there.join(', ')}.`)
  const wrong = asked.find((one) => !there.includes(one))
  if (wrong !== undefined) throw new Refused('bad input', unknown('locality', wrong, there))
}
