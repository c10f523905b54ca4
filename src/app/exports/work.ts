import type { Account } from '../../store/accounts.ts'
import { inTransaction } from '../../store/records/transaction.ts'
import { guardedAmong } from '../access/guarded.ts'
import { auditTaken } from '../access/listed.ts'
import { viewerOf } from '../access/viewer.ts'
import type { App } from '../app.ts'
import { type AskedWork, findWork, type SeenNeed, type SeenUnknown, type WorkFound } from '../counting/work-list.ts'
import { Refused } from '../refused.ts'

export type WorkTaken = Pick<WorkFound, 'work' | 'on'> & {
  readonly needs: readonly SeenNeed[]
  readonly unknown: readonly SeenUnknown[]
}

/** Those on a work list whom the viewer may take out. @throws Refused when there is nobody of that kind on it */
export async function exportWork(app: App, account: Account, asked: AskedWork): Promise<WorkTaken> {
  const { work, on, ...found } = await findWork(app, account, asked)
  const needs = found.needs.filter(({ mayExport }) => mayExport)
  const unknown = found.unknown.filter(({ mayExport }) => mayExport)
  const subjects = [...new Set([...needs, ...unknown].map(({ subject }) => subject))]
  if (subjects.length === 0)
    throw new Refused('not allowed', 'Nobody on this list is somebody whose record your role takes out.')
  return inTransaction(app.store, async (db) => {
    const room = { db, viewer: await viewerOf(app, db, account) }
    const taken = await guardedAmong(app, db, subjects)
    await auditTaken(app, room, account, `work list “${work.label}”, as CSV`, taken)
    return { work, on, needs, unknown }
  })
}
