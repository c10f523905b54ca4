import { listAccounts } from '../../store/accounts.ts'
import { dropConnection, listConnections } from '../../store/analysts/connections.ts'
import type { Db } from '../../store/records/transaction.ts'
import type { App } from '../app.ts'
import { isAnalyst } from './analyst.ts'

/** Ends the connections of whoever is an analyst no more: for when an account ends or gets other roles, in the same transaction. */
export async function endConnectionsOfOthers(app: App, db: Db): Promise<void> {
  if (app.store.kind === 'embedded') return
  const analysts = new Set((await listAccounts(db)).filter(isAnalyst).map(({ userName }) => userName))
  for (const { userName } of await listConnections(db)) if (!analysts.has(userName)) await dropConnection(db, userName)
}
