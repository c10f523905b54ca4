import type { SubjectId } from '../../core/definitions/field.ts'
import type { Account } from '../../store/accounts.ts'
import { type AuditEntry, findAudit } from '../../store/audit.ts'
import { about } from '../access/about.ts'
import type { App } from '../app.ts'
import { type PersonHead, personHead } from './head.ts'

/** Who has looked at what is held about a person, latest first, for those who may know it. Looking at it is itself looked at. */
export const whoLooked = (
  app: App,
  account: Account,
  subject: SubjectId,
): Promise<{ readonly head: PersonHead; readonly entries: readonly AuditEntry[] }> =>
  about(app, account, { action: 'see who looked', people: [subject], detail: 'who has looked' }, async (room) => ({
    head: await personHead(app, room, subject),
    entries: await findAudit(room.db, subject),
  }))
