import type { Role } from '../../core/access/decide.ts'
import type { SubjectId } from '../../core/definitions/field.ts'
import { unknown } from '../../formats/did-you-mean.ts'
import {
  type Account,
  type AnyAccount,
  addAccount,
  changePasswordHash,
  changeRoles,
  endAccount,
  endSessionsOf,
  findAnyAccount,
  listAccounts,
  listEveryAccount,
} from '../../store/accounts.ts'
import { writeAudit } from '../../store/audit.ts'
import { findSubject } from '../../store/records/find.ts'
import { type Db, inTransaction } from '../../store/records/transaction.ts'
import { saveSetting } from '../../store/settings.ts'
import { endConnectionsOfOthers } from '../analysts/leavers.ts'
import type { App } from '../app.ts'
import { Refused } from '../refused.ts'
import { getAccount, getAnyAccount, OPERATOR_SETTING } from './accounts.ts'
import { hashPassword, randomPassword } from './password.ts'
import { PARTNER, roles } from './roles.ts'
import { viewerOf } from './viewer.ts'

/** An account to be made. `worker` is who they are in the records, if they are in them. */
export type NewUser = {
  readonly userName: string
  readonly name: string
  readonly roles: readonly string[]
  readonly worker: SubjectId | null
}

/** Whoever gives others their accounts: by user name, or the installation's operator. */
type By = string | undefined

/** Whether anybody can sign in at all. */
export const hasAccounts = async (app: App): Promise<boolean> =>
  (await listAccounts(app.store.db)).some(({ endedAt }) => endedAt === null)

/** Every account, by user name. */
export async function listUsers(app: App, by: By): Promise<readonly AnyAccount[]> {
  await administrator(app, by)
  return listEveryAccount(app.store.db)
}

/**
 * Makes an account and gives the password, which is shown this once and is to be changed when it is first used. Where nobody can give accounts
 * yet, the first must be one who can: the installation's operator.
 * @throws Refused when the account cannot be so, or who asks gives no accounts
 */
export async function addUser(app: App, by: By, { userName, name, roles: keys, worker }: NewUser): Promise<string> {
  const first = (await operators(app)).length === 0
  const giver = first ? undefined : await administrator(app, by)
  if (first && !rolesOf(keys).some(({ administers }) => administers))
    throw new Refused('bad input', `The first account is the operator’s, who then gives others theirs. ${THE_FIRST}`)
  rolesOf(keys)
  await refuseNames(app, { userName, name })
  if (worker !== null && (await findSubject(app.store.db, worker))?.kind !== 'worker')
    throw new Refused('bad input', `There is no worker with the number ${worker}.`)
  const password = randomPassword()
  const passwordHash = await hashPassword(password)
  const account = { userName, name: name.trim(), worker, roles: keys, passwordHash, passwordIsFirst: true }
  await inTransaction(app.store, async (db) => {
    await addAccount(db, { ...account, madeAt: new Date() })
    await auditGiven(db, giver, { action: 'add account', detail: `${userName}: ${keys.join(', ')}` })
  })
  if (first) await saveSetting(app.store, OPERATOR_SETTING, userName)
  return password
}

/** Refuses names that cannot be those of a new account. */
export async function refuseNames(app: App, { userName, name }: Pick<NewUser, 'userName' | 'name'>): Promise<void> {
  if (!/^[a-z0-9][a-z0-9._-]{0,39}$/.test(userName))
    throw new Refused(
      'bad input',
      `“${userName}” is no user name. It has small letters, figures, dots and hyphens, up to 40.`,
    )
  if (name.trim() === '' || name.length > 200)
    throw new Refused('bad input', 'Give the full name: it stands on everything that they write.')
  if ((await findAnyAccount(app.store.db, userName)) !== undefined)
    throw new Refused('bad input', `There is a user “${userName}” already, or there was. Choose another user name.`)
}

/** Gives an account other roles in place of those it has. They hold from its next request. */
export async function giveRoles(app: App, by: By, userName: string, keys: readonly string[]): Promise<void> {
  const giver = await administrator(app, by)
  const account = await getAccount(app, userName)
  if (!rolesOf(keys).some(({ administers }) => administers)) await refuseLastOperator(app, account)
  await inTransaction(app.store, async (db) => {
    await changeRoles(db, account.id, keys)
    await endConnectionsOfOthers(app, db)
    await auditGiven(db, giver, {
      action: 'change roles',
      detail: `${userName}: ${account.roles.join(', ')} to ${keys.join(', ')}`,
    })
  })
}

/** Gives an account a new password, which is shown this once and is to be changed when it is first used. Its sessions end. */
export async function givePassword(app: App, by: By, userName: string): Promise<string> {
  const giver = await administrator(app, by)
  const account = await getAnyAccount(app, userName)
  const password = randomPassword()
  const passwordHash = await hashPassword(password)
  await inTransaction(app.store, async (db) => {
    await changePasswordHash(db, account.id, { passwordHash, passwordIsFirst: true })
    await endSessionsOf(db, account.id)
    await auditGiven(db, giver, { action: 'new password', detail: userName })
  })
  return password
}

/** Ends an account and its sessions, for good. What was written and looked at with it keeps its name. */
export async function endUser(app: App, by: By, userName: string): Promise<void> {
  const giver = await administrator(app, by)
  const account = await getAnyAccount(app, userName)
  if (account.partnerOf === null) await refuseLastOperator(app, account)
  await inTransaction(app.store, async (db) => {
    await endAccount(db, account.id, new Date())
    await endSessionsOf(db, account.id)
    await endConnectionsOfOthers(app, db)
    await auditGiven(db, giver, { action: 'end account', detail: userName })
  })
}

const THE_FIRST = 'Make it so: los users add USER --name "Full name" --role operator'

/** Who gives others their accounts, if the one who asks does; by default the installation's operator. Refused otherwise. */
export async function administrator(app: App, by: By): Promise<Account> {
  if ((await operators(app)).length === 0)
    throw new Refused('in the way', `Nobody can give accounts in this store yet. ${THE_FIRST}`)
  const account = await getAccount(app, by)
  const viewer = await viewerOf(app, app.store.db, account)
  if (viewer.roles.some(({ administers: gives }) => gives)) return account
  await auditGiven(app.store.db, account, { action: 'administer', detail: '', decision: 'no' })
  throw new Refused('not allowed', `${account.name} gives no accounts. Ask the operator of the installation.`)
}

/** Whether any of their roles gives accounts and tokens: for offering it. Whether it may be done is decided when it is. */
export const administers = ({ roles: keys, endedAt }: Account): boolean =>
  endedAt === null && roles.some(({ key, administers: gives }) => gives && keys.includes(key))

const operators = async (app: App): Promise<readonly Account[]> =>
  (await listAccounts(app.store.db)).filter(administers)

async function refuseLastOperator(app: App, account: Account): Promise<void> {
  const others = (await operators(app)).filter(({ id }) => id !== account.id)
  if (others.length === 0)
    throw new Refused('in the way', `${account.name} is the last who can give accounts. Make another operator first.`)
}

/** The roles of these keys. Refused when there is none of them, or one that there is not. */
function rolesOf(keys: readonly string[]): readonly Role[] {
  if (keys.length === 0)
    throw new Refused('bad input', `Name a role. There are: ${roles.map(({ key }) => key).join(', ')}.`)
  if (keys.includes(PARTNER))
    throw new Refused('bad input', 'A partner has no other role, and is given the localities that they see figures of.')
  return keys.map((key) => {
    const role = roles.find((one) => one.key === key)
    if (role === undefined)
      throw new Refused(
        'bad input',
        unknown(
          'role',
          key,
          roles.map((one) => one.key),
        ),
      )
    return role
  })
}

/** Keeps what somebody gave or took away, or would have: an account, a connection, a token. `giver`: nobody where the installation itself did. */
export const auditGiven = (
  db: Db,
  giver: Account | undefined,
  {
    action,
    detail,
    at = new Date(),
    decision = 'yes',
  }: { readonly action: string; readonly detail: string; readonly at?: Date; readonly decision?: 'yes' | 'no' },
): Promise<void> =>
  writeAudit(db, [
    {
      at,
      account: giver?.id ?? null,
      accountName: giver?.name ?? 'Installation',
      action,
      subject: null,
      record: null,
      decision,
      byRole: null,
      sensitivity: 'ordinary',
      detail,
    },
  ])
