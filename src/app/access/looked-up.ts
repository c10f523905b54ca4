import type { Db } from '../../store/records/transaction.ts'

const inTransactions = new WeakMap<Db, object>()

/** What a transaction has looked up holds until something is written in it. Outside of one nothing is kept. */
function sinceWritten(db: Db): object {
  const known = inTransactions.get(db) ?? {}
  if (db.isTransaction) inTransactions.set(db, known)
  return known
}

/** After something was written in a transaction: who works with whom, who is restricted and what they are called may be otherwise now. */
export const lookUpAnew = (db: Db): void => {
  inTransactions.delete(db)
}

/** Keeps what was looked up in a transaction until something is written in it: the door asks, and so does each list and each name behind it. */
export function untilWritten<Kept>(nothing: () => Kept): (db: Db) => Kept {
  const kept = new WeakMap<object, Kept>()
  return (db) => {
    const since = sinceWritten(db)
    const before = kept.get(since) ?? nothing()
    kept.set(since, before)
    return before
  }
}
