import { isHidden } from '../../core/access/decide.ts'
import { type SubjectId, sensitivities } from '../../core/definitions/field.ts'
import type { Account } from '../../store/accounts.ts'
import { type AuditEntry, findAudit } from '../../store/audit.ts'
import { findSamePeople } from '../../store/records/merges.ts'
import { about } from '../access/about.ts'
import type { App } from '../app.ts'

/**
 * Who has looked at what is held about a person, latest first, under whichever number, for those who may know it. That a service has looked which
 * works with what does not exist for others is not among it. Looking at it is itself looked at.
 */
export const whoLooked = (app: App, account: Account, subject: SubjectId): Promise<readonly AuditEntry[]> =>
  about(
    app,
    account,
    { action: 'see who looked', people: [subject], detail: 'who has looked' },
    async ({ db, may }) => {
      const { numbers } = await findSamePeople(db, [subject], app.clock.today)
      return findAudit(db, numbers(subject), { of: sensitivities.filter((one) => !isHidden(one) || may(one)) })
    },
  )
