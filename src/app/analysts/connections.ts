import { randomUUID } from 'node:crypto'
import {
  type Connection,
  dropConnection,
  listConnections,
  logConnection,
  makeConnection,
} from '../../store/analysts/connections.ts'
import { hasReport, letAnalystsRead } from '../../store/analysts/report-schema.ts'
import { inTransaction } from '../../store/records/transaction.ts'
import { getAccount } from '../access/accounts.ts'
import { administrator, auditGiven } from '../access/users.ts'
import type { App } from '../app.ts'
import { Refused } from '../refused.ts'
import { isAnalyst } from './analyst.ts'
import { fillReport, refuseEmbedded } from './report.ts'

/** A connection as it was made: its password is shown this once. `isLogged`: whether the server's log says what is asked on it. */
export type ConnectionMade = Connection & { readonly password: string; readonly isLogged: boolean }

/**
 * Gives an analyst a connection of their own to the schema `report`, with a password that is shown this once; whoever has one gets a new password. The first of
 * all fills the schema.
 * @throws Refused when who asks gives no accounts, the account is no analyst’s, or the store is the embedded one
 */
export async function addConnection(app: App, by: string | undefined, userName: string): Promise<ConnectionMade> {
  refuseEmbedded(app)
  const giver = await administrator(app, by)
  const account = await getAccount(app, userName)
  if (!isAnalyst(account))
    throw new Refused('bad input', `${account.name} is no performance analyst, and the schema is for those alone.`)
  const password = randomUUID()
  const made = await inTransaction(app.store, async (db) => {
    const connection = await makeConnection(db, userName, password).catch(tooLong)
    await letAnalystsRead(db)
    await auditGiven(db, giver, {
      action: 'analyst’s connection',
      detail: `${userName}: ${connection.role}`,
      at: app.clock.now(),
    })
    return connection
  })
  const isLogged = await logConnection(app.store.db, made)
  if (!(await hasReport(app.store.db))) await fillReport(app)
  return { ...made, password, isLogged }
}

function tooLong(error: unknown): never {
  if (error instanceof RangeError) throw new Refused('bad input', error.message)
  throw error
}

/** Ends somebody’s connection, and what they are asking with it. Refused where there is none. */
export async function endConnection(app: App, by: string | undefined, userName: string): Promise<void> {
  refuseEmbedded(app)
  const giver = await administrator(app, by)
  await inTransaction(app.store, async (db) => {
    if (!(await dropConnection(db, userName))) throw new Refused('not found', `${userName} has no connection.`)
    await auditGiven(db, giver, { action: 'end analyst’s connection', detail: userName, at: app.clock.now() })
  })
}

/** Every connection. Refused when who asks gives no accounts. */
export async function connectionsOf(app: App, by: string | undefined): Promise<readonly Connection[]> {
  refuseEmbedded(app)
  await administrator(app, by)
  return listConnections(app.store.db)
}
