import type { SubjectId } from '../../core/definitions/field.ts'
import type { Decided } from '../../core/reconciliation/standing.ts'
import type { Account } from '../../store/accounts.ts'
import { writeAudit } from '../../store/audit.ts'
import { addDecision, type Decision } from '../../store/reconciliation/decisions.ts'
import { auditEntry } from '../access/audited.ts'
import { inAudited } from '../access/in-audited.ts'
import { viewerOf } from '../access/viewer.ts'
import type { App } from '../app.ts'
import type { Looking } from '../counting/members.ts'
import { Refused } from '../refused.ts'
import { whoText } from './findings.ts'
import { type AskedReconciliation, type FindingRead, findingIn, seenFindings } from './read.ts'

/** What somebody decides: who is to put it right, or which child a row means; and why. */
export type Deciding = AskedReconciliation & {
  readonly finding: string
  readonly decision: Decided | { readonly sameChild: SubjectId }
  readonly words: string
}

/**
 * Keeps who is to put a difference right, or that both are right as they stand, with the words and who decided. It is about just these two days: once either side
 * is corrected there is another difference, or none. Nothing on the record is changed by it.
 * @throws Refused when they may not, it is not there for them, nothing was said why, or there is nothing to decide
 */
export async function decideFinding(app: App, account: Account, asked: Deciding): Promise<void> {
  const words = asked.words.trim()
  if (words === '') throw new Refused('bad input', 'Say why, in a few words: whoever corrects it reads them.')
  await inAudited(app, async (db) => {
    const looking = { db, account, viewer: await viewerOf(app, db, account) }
    const read = await seenFindings(app, looking, asked)
    const finding = findingIn(read, asked.finding)
    await auditDecision(app, looking, finding, asked)
    if (!finding.mayDecide)
      throw new Refused(
        'not allowed',
        'Your role does not decide who corrects this. Ask the child’s social worker, or whoever holds lists against the record.',
      )
    const said = { words, at: app.clock.now(), by: account.name }
    await addDecision(db, read.of.key, { ...differenceOf(finding, asked.decision), ...said }, account.id)
  })
}

function differenceOf(finding: FindingRead, decision: Deciding['decision']): Omit<Decision, 'words' | 'at' | 'by'> {
  const { item, said, subject, theirs, ours, state, candidates } = finding
  const who = said === null ? null : whoText(said)
  if (typeof decision === 'object') {
    if (state !== 'doubtful' || !candidates.some((one) => one.subject === decision.sameChild))
      throw new Refused('bad input', 'Choose one of the children whom the row may mean.')
    return { who, subject: decision.sameChild, item: item.key, theirs, ours: null, decision: 'same child' }
  }
  if (state === 'same') throw new Refused('bad input', 'Both say the same day: there is nothing to decide.')
  return {
    ...{ who: subject === null ? who : null, subject, item: item.key, theirs, decision },
    ours: ours?.on ?? null,
  }
}

async function auditDecision(
  app: App,
  { db, account, viewer }: Looking,
  { item, subject, candidates }: FindingRead,
  { decision }: Deciding,
): Promise<void> {
  const about = subject === null ? (candidates[0]?.subject ?? null) : subject
  const by = viewer.roles.find(({ reconciles }) => reconciles === true)?.key ?? viewer.roles[0]?.key ?? ''
  const what = typeof decision === 'object' ? 'which child a row means' : `who corrects it: ${decision}`
  const detail = `${item.label.toLowerCase()}: decided ${what}`
  const { sensitivity } = item.type
  const entry = auditEntry(app, account, viewer, {
    ...{ action: 'reconcile', subject: about, sensitivity, detail },
    decision: { may: 'yes', by },
  })
  await writeAudit(db, [entry])
}
