import { type Action, decide } from '../../core/access/decide.ts'
import type { SubjectId } from '../../core/definitions/field.ts'
import type { Account } from '../../store/accounts.ts'
import { inTransaction } from '../../store/records/transaction.ts'
import type { App } from '../app.ts'
import type { Room } from './about.ts'
import { protectedPeople } from './protected.ts'
import { viewerOf } from './viewer.ts'

type Asking = Pick<Room, 'db' | 'viewer'>

/**
 * Those among some people with whom the viewer could do something: so that a form offers nobody whom it would refuse, and names nobody who may
 * not be found. Nothing about them is read, and nobody has tried anything: the audit keeps what is done.
 */
export async function mayAmong(
  app: App,
  { db, viewer }: Asking,
  subjects: readonly SubjectId[],
  action: Action,
): Promise<ReadonlySet<SubjectId>> {
  const people = await protectedPeople(app, db, subjects)
  return new Set(
    [...people].flatMap(([subject, person]) => (decide(viewer, action, person).may === 'yes' ? [subject] : [])),
  )
}

/** Whether the viewer may still open somebody's record after what they did: to hand it over or to restrict it may shut them out. */
export const mayStillRead = (app: App, account: Account, subject: SubjectId): Promise<boolean> =>
  inTransaction(app.store, async (db) =>
    (await mayAmong(app, { db, viewer: await viewerOf(app, db, account) }, [subject], 'read')).has(subject),
  )
