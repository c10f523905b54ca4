import { type Decision, isHidden, type Viewer } from '../../core/access/decide.ts'
import type { RecordId, Sensitivity, SubjectId } from '../../core/definitions/field.ts'
import type { Account } from '../../store/accounts.ts'
import type { AuditEntry } from '../../store/audit.ts'
import type { App } from '../app.ts'

/** What somebody did or tried, and how it was decided. */
export type Done = {
  readonly action: AuditEntry['action']
  readonly subject: SubjectId | null
  /** The other numbers of somebody who was recorded twice. */
  readonly otherNumbers?: readonly SubjectId[]
  readonly record?: RecordId | null
  readonly decision: Decision
  readonly sensitivity?: Sensitivity
  readonly detail: string
}

/** The row of the audit about something that a viewer did or tried. */
export function auditEntry(app: App, account: Account, viewer: Viewer, done: Done): AuditEntry {
  const { action, subject, otherNumbers = [], record = null, decision, sensitivity = 'ordinary', detail } = done
  const byRole = decision.may === 'yes' ? decision.by : null
  return {
    at: app.clock.now(),
    account: account.id,
    accountName: account.name,
    action,
    subject,
    otherNumbers,
    record,
    decision: decision.may,
    byRole,
    sensitivity: isHidden(sensitivity) ? sensitivity : (interest(viewer, byRole) ?? sensitivity),
    detail,
  }
}

/** That a designated officer looked at somebody says by itself that there is an allegation: the row is kept as closely as that. */
function interest({ roles }: Viewer, byRole: string | null): Sensitivity | undefined {
  const used = roles.filter(({ key }) => key === byRole)
  const kept = (used.length > 0 ? used : roles).map(({ grants }) =>
    grants.flatMap(({ sensitivities }) => sensitivities).find(isHidden),
  )
  return kept.every((one) => one !== undefined) ? kept[0] : undefined
}
