import type { Kysely, Transaction } from 'kysely'
import type { Store } from '../open.ts'
import type { Tables } from '../tables.ts'

/** The store, or a transaction on it. On the embedded store, what runs inside a transaction must use that transaction. */
export type Db = Kysely<Tables>

/** Does all of the work or, when it throws, none of it: a read and its audit row, a record and the removal of another. */
export const inTransaction = <Result>(
  store: Store,
  work: (db: Transaction<Tables>) => Promise<Result>,
): Promise<Result> => store.db.transaction().execute(work)

/** The same inside a transaction that may have begun already. */
export const within = <Result>(db: Db, work: (db: Db) => Promise<Result>): Promise<Result> =>
  db.isTransaction ? work(db) : db.transaction().execute(work)
