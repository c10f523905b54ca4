import { shortText, toText } from '../../core/dates/plain-date.ts'
import type { SubjectId } from '../../core/definitions/field.ts'
import type { Reconciliation } from '../../core/reconciliation/reconciliation.ts'
import type { Standing } from '../../core/reconciliation/standing.ts'
import type { Account } from '../../store/accounts.ts'
import { inTransaction } from '../../store/records/transaction.ts'
import { guardedAmong } from '../access/guarded.ts'
import { auditTaken } from '../access/listed.ts'
import { viewerOf } from '../access/viewer.ts'
import type { App } from '../app.ts'
import type { CsvTable } from '../csv.ts'
import { Refused } from '../refused.ts'
import { type AskedReconciliation, type FindingRead, type ReconciliationRead, readReconciliation } from './read.ts'

/**
 * The findings of a list as a table to be taken out: of those alone whom the viewer may take out, which is kept.
 * @throws Refused as `readReconciliation`, and where there is nobody whom they may
 */
export async function takeOutReconciliation(
  app: App,
  account: Account,
  asked: AskedReconciliation,
): Promise<{ readonly name: string; readonly table: CsvTable }> {
  const read = await readReconciliation(app, account, asked)
  const findings = read.findings.filter(({ mayExport }) => mayExport)
  if (findings.length === 0)
    throw new Refused('not allowed', 'Nobody on this list is somebody whose record your role takes out.')
  const subjects = [...new Set(findings.flatMap(peopleIn))]
  await inTransaction(app.store, async (db) => {
    const room = { db, viewer: await viewerOf(app, db, account) }
    await auditTaken(app, room, account, `“${read.of.label}”, as CSV`, await guardedAmong(app, db, subjects))
  })
  return { name: `${read.of.key}-${toText(app.clock.today)}.csv`, table: tableOf(read, findings) }
}

const peopleIn = ({ subject, candidates }: FindingRead): readonly SubjectId[] => [
  ...(subject === null ? [] : [subject]),
  ...candidates.map((one) => one.subject),
]

/** Findings as rows, for every face. */
export function tableOf({ of }: Pick<ReconciliationRead, 'of'>, findings: readonly FindingRead[]): CsvTable {
  const heading = ['number', 'child', 'born_on', 'what', 'their_day', 'our_day', 'days', 'how', 'who_corrects', 'why']
  return [
    [...heading, 'decided_by', 'row_in_file'],
    ...findings.map((one) => [
      one.child?.subject ?? null,
      one.child?.name ?? one.said?.name ?? '',
      dayText(one.child?.bornOn ?? one.said?.bornOn ?? null),
      one.item.label,
      dayText(one.theirs),
      dayText(one.ours?.on ?? null),
      one.days,
      stateText(of, one),
      standingText(of, one.standing),
      one.decided.at(-1)?.words ?? '',
      one.decided.at(-1)?.by ?? '',
      one.row,
    ]),
  ]
}

const dayText = (day: Parameters<typeof toText>[0] | null): string => (day === null ? '' : toText(day))

/** What is the matter, in words. */
export function stateText(
  { theirs, ours }: Reconciliation,
  { state, days, candidates, ours: record }: FindingRead,
): string {
  switch (state) {
    case 'same':
      return 'The same'
    case 'differs':
      return `${theirs} has it ${many(Math.abs(days ?? 0))} ${(days ?? 0) > 0 ? 'later' : 'earlier'}`
    case 'not held':
      return `${theirs} has it as done; ours of ${record === null ? '' : shortText(record.on)} says that it was not`
    case 'only theirs':
      return `Only ${theirs.toLowerCase()} has it`
    case 'only ours':
      return `Only ${ours.toLowerCase()} has it`
    case 'not found':
      return 'Nobody we know'
    case 'doubtful':
      return candidates.length === 1
        ? 'One child is possible, and not certain'
        : `${candidates.length} children are possible`
  }
}

/** Who is to put it right. */
export const standingText = ({ theirs, ours }: Reconciliation, standing: Standing): string =>
  ({ open: 'Nobody has decided', ours, theirs, cleared: 'Nothing to correct' })[standing]

const many = (days: number): string => (days === 1 ? '1 day' : `${days} days`)
