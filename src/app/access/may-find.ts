import { type Action, decide } from '../../core/access/decide.ts'
import type { SubjectId } from '../../core/definitions/field.ts'
import type { Account } from '../../store/accounts.ts'
import { inTransaction } from '../../store/records/transaction.ts'
import type { App } from '../app.ts'
import type { Room } from './about.ts'
import { protectedPerson } from './protected.ts'
import { viewerOf } from './viewer.ts'

/** Whether somebody else than those the door was opened for may be named to the viewer. Nothing about them is read. */
export const mayFind = (app: App, room: Pick<Room, 'db' | 'viewer'>, subject: SubjectId): Promise<boolean> =>
  mayDo(app, room, subject, 'find')

/** Whether the viewer could do something about them, so that a form offers nobody whom it would refuse. */
export async function mayDo(
  app: App,
  { db, viewer }: Pick<Room, 'db' | 'viewer'>,
  subject: SubjectId,
  action: Action,
): Promise<boolean> {
  const person = await protectedPerson(app, db, subject)
  return person !== undefined && decide(viewer, action, person).may === 'yes'
}

/** Whether the viewer may still open somebody's record after what they did: to hand it over or to restrict it may shut them out. */
export const mayStillRead = (app: App, account: Account, subject: SubjectId): Promise<boolean> =>
  inTransaction(app.store, async (db) => mayDo(app, { db, viewer: await viewerOf(app, db, account) }, subject, 'read'))
