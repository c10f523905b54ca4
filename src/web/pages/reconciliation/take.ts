import type { App } from '../../../app/app.ts'
import { keepDraft, type Typed } from '../../../app/people/drafts.ts'
import { readVersions } from '../../../app/people/versions.ts'
import { REASON } from '../../../app/people/write.ts'
import type { FindingRead, ReconciliationRead } from '../../../app/reconciliation/read.ts'
import { Refused } from '../../../app/refused.ts'
import { shortText } from '../../../core/dates/plain-date.ts'
import { roleOf } from '../../../core/reconciliation/reconciliation.ts'
import type { Who } from '../../session.ts'
import { draftAddress } from '../record/open-form.ts'
import { typedFields, typedOf } from '../record/typed.ts'

/**
 * Begins what puts ours right with their day: the correction of the record, or a new one, as a draft in the ordinary form, where it is looked at before it goes on
 * the record. Nothing is written. Gives where to go on.
 * @throws Refused when there is no day of theirs to take, or they may not correct or record it
 */
export async function takeTheirs(
  app: App,
  who: Who,
  { of, list, finding }: ReconciliationRead & { readonly finding: FindingRead },
): Promise<string> {
  const { item, subject, theirs, ours } = finding
  const { type } = item
  if (subject === null || theirs === null || finding.state === 'same')
    throw new Refused('bad input', 'There is no day to take over here.')
  const said = typedFields(type.fields, { ...item.where, ...item.held, [item.on]: theirs })
  if (ours === null) {
    const typed = { ...said, [roleOf(item)]: [String(subject)] }
    const draft = await keepDraft(app, who.account, { type, subject, typed })
    return draftAddress({ type, begun: { kind: 'person', subject }, correcting: undefined, draft })
  }
  const { versions } = await readVersions(app, who.account, ours.record, 'correct')
  const latest = versions.at(-1)
  if (latest === undefined) throw new Refused('not found', 'The record has no version that could be corrected.')
  const reason = `${of.theirs} has ${shortText(theirs)}: ${list?.fileName ?? ''}, row ${finding.row ?? ''}`
  const typed: Typed = { ...typedOf(type, latest.content), ...said, [REASON]: [reason] }
  const correcting = { record: ours.record, basedOn: latest.sequence }
  const draft = await keepDraft(app, who.account, {
    type,
    subject,
    record: ours.record,
    basedOn: latest.sequence,
    typed,
  })
  return draftAddress({ type, begun: { kind: 'person', subject }, correcting, draft })
}
