import { decideAbout } from '../../core/access/decide-about-thing.ts'
import type { PlainDate } from '../../core/dates/plain-date.ts'
import type { SubjectId } from '../../core/definitions/field.ts'
import type { Reconciliation } from '../../core/reconciliation/reconciliation.ts'
import { type FindingState, type Standing, worstFirst } from '../../core/reconciliation/standing.ts'
import type { Account } from '../../store/accounts.ts'
import { findLists, type TheirList } from '../../store/reconciliation/lists.ts'
import { inTransaction } from '../../store/records/transaction.ts'
import { guardedAmong } from '../access/guarded.ts'
import { auditListed } from '../access/listed.ts'
import { viewerOf } from '../access/viewer.ts'
import type { App } from '../app.ts'
import type { Looking } from '../counting/members.ts'
import { asListed, calledAll, only } from '../counting/seen-work.ts'
import { Refused } from '../refused.ts'
import { type Finding, findingsOf } from './findings.ts'
import { getReconciliation } from './leave.ts'

/** A finding as a viewer may see it: whom it is about by name, and what they may do with it. */
export type FindingRead = Omit<Finding, 'candidates'> & {
  readonly child: Named | null
  readonly candidates: readonly (Named & { readonly why: string })[]
  /** They may decide who is to put it right. */
  readonly mayDecide: boolean
  /** They may put ours right: correct the record, or write one where there is none. */
  readonly mayTake: boolean
  readonly mayExport: boolean
}
type Named = { readonly subject: SubjectId; readonly name: string; readonly bornOn: PlainDate | null }

/** How many there are of each, whoever looks: the same for everybody. */
type Tally = {
  readonly all: number
  readonly state: Readonly<Record<FindingState, number>>
  readonly standing: Readonly<Record<Standing, number>>
}

/** A list of theirs beside our records. */
export type ReconciliationRead = {
  readonly of: Reconciliation
  readonly lists: readonly TheirList[]
  /** The list that is looked at; undefined while none was loaded. */
  readonly list: TheirList | undefined
  readonly tally: Tally
  /** Those that the viewer may see, the worst first. */
  readonly findings: readonly FindingRead[]
  /** Of how many of the rest something is still to be put right, or to be decided. */
  readonly notShown: { readonly all: number; readonly open: number }
}

export type AskedReconciliation = { readonly reconciliation: string; readonly list?: number | undefined }

/**
 * The last list of a reconciliation (or another) held against our records as they are now: of children whose records of that kind the viewer may read, each of
 * whom leaves a row in the audit; and rows of nobody we know, for those who hold lists against the record.
 * @throws Refused when there is no such reconciliation or list
 */
export function readReconciliation(
  app: App,
  account: Account,
  asked: AskedReconciliation,
): Promise<ReconciliationRead> {
  return inTransaction(app.store, async (db) =>
    seenFindings(app, { db, account, viewer: await viewerOf(app, db, account) }, asked),
  )
}

/** The same within a transaction; whoever is shown is kept. */
export async function seenFindings(
  app: App,
  looking: Looking,
  { reconciliation, list: wanted }: AskedReconciliation,
): Promise<ReconciliationRead> {
  const { db, account, viewer } = looking
  const of = getReconciliation(app, reconciliation)
  const lists = await findLists(db, of.key)
  const list = wanted === undefined ? lists[0] : lists.find(({ id }) => id === wanted)
  if (wanted !== undefined && list === undefined) throw new Refused('not found', 'There is no list of that number.')
  const found = list === undefined ? [] : (await findingsOf(app, db, of, list)).toSorted(worstFirst)
  const guarded = await guardedAmong(app, db, [...new Set(found.flatMap(subjectsIn))])
  const may = (action: 'read' | 'record' | 'correct' | 'export', { item }: Finding, subject: SubjectId): boolean => {
    const one = guarded.get(subject)
    return one !== undefined && decideAbout(viewer, action, one, item.type.sensitivity).may === 'yes'
  }
  const reconciles = viewer.roles.some((role) => role.reconciles === true)
  const isSeen = (finding: Finding): boolean =>
    finding.subject === null
      ? reconciles && finding.candidates.every(({ subject }) => may('read', finding, subject))
      : may('read', finding, finding.subject)
  const seen = found.filter(isSeen)
  const subjects = [...new Set(seen.flatMap(subjectsIn))]
  const shown = await asListed(app, db, viewer, only(guarded, subjects))
  if (list !== undefined)
    await auditListed(app, { db, viewer }, account, { action: 'list', detail: `“${of.label}”` }, shown)
  const called = await calledAll(app, db, subjects)
  const named = (subject: SubjectId): Named => ({ subject, ...called(subject) })
  return {
    ...{ of, lists, list },
    tally: tallyOf(found),
    findings: seen.map((one) => ({
      ...one,
      child: one.subject === null ? null : named(one.subject),
      candidates: one.candidates.map(({ subject, why }) => ({ ...named(subject), why })),
      mayDecide: reconciles || (one.subject !== null && may('correct', one, one.subject)),
      mayTake: one.subject !== null && may(one.ours === null ? 'record' : 'correct', one, one.subject),
      mayExport: one.subject === null ? reconciles : may('export', one, one.subject),
    })),
    notShown: { all: found.length - seen.length, open: found.filter((one) => !isSeen(one) && isOpen(one)).length },
  }
}

/** There is still something to put right, or to decide. */
export const isOpen = ({ standing }: Pick<Finding, 'standing'>): boolean => standing !== 'cleared'

const subjectsIn = ({ subject, candidates }: Finding): readonly SubjectId[] => [
  ...(subject === null ? [] : [subject]),
  ...candidates.map((one) => one.subject),
]

function tallyOf(found: readonly Finding[]): Tally {
  const state = { 'not found': 0, doubtful: 0, 'only theirs': 0, 'not held': 0, differs: 0, 'only ours': 0, same: 0 }
  const standing = { open: 0, ours: 0, theirs: 0, cleared: 0 }
  for (const one of found) {
    state[one.state] += 1
    standing[one.standing] += 1
  }
  return { all: found.length, state, standing }
}

/**
 * One finding of a list, by its key.
 * @throws Refused when it is not there, or not for them
 */
export async function readFinding(
  app: App,
  account: Account,
  asked: AskedReconciliation & { readonly finding: string },
): Promise<ReconciliationRead & { readonly finding: FindingRead }> {
  const read = await readReconciliation(app, account, asked)
  return { ...read, finding: findingIn(read, asked.finding) }
}

/** @throws Refused when it is not among those that are seen */
export function findingIn({ findings }: ReconciliationRead, key: string): FindingRead {
  const finding = findings.find((one) => one.key === key)
  if (finding === undefined)
    throw new Refused('not found', 'There is no such row on this list. It may have been put right on either side.')
  return finding
}
