import { type Action, type Decision, decide, type Protected, type Viewer } from '../../core/access/decide.ts'
import { isOpen } from '../../core/access/of-record.ts'
import type { RecordId, SubjectId } from '../../core/definitions/field.ts'
import type { RecordType } from '../../core/definitions/record-type.ts'
import type { Account } from '../../store/accounts.ts'
import { writeAudit } from '../../store/audit.ts'
import { findSamePeople } from '../../store/records/merges.ts'
import { type Db, inTransaction } from '../../store/records/transaction.ts'
import type { App } from '../app.ts'
import type { Refused } from '../refused.ts'
import { NO_RECORD, NOBODY, type Room, refusal, roomOf } from './about.ts'
import { auditEntry } from './audited.ts'
import { inAudited } from './in-audited.ts'
import { findKept, type Kept, lastSaid } from './kept.ts'
import { protectedPeople } from './protected.ts'
import { isTie, tiesAmong } from './ties.ts'
import { viewerOf } from './viewer.ts'
import { actionFor } from './writing.ts'

/** What somebody wants to do with one record, and what exactly. */
export type AskedOfRecord = {
  readonly action: 'read' | 'record' | 'correct' | 'sign off'
  readonly record: RecordId
  /** Whose record it is to be from now on: they must be allowed it about them too. */
  readonly becomes?: (type: RecordType) => readonly SubjectId[]
  /** Stands before what the record is: "versions of" a case note. */
  readonly detail: string
}

/**
 * The one way to a record of somebody's: decides, audits and does the work in one transaction, as `about` does. It is read when it is open
 * (`isOpen`); anything else is done with it when that is allowed about each of its owners. A number that is no record's, a record that is no person's and one
 * that is not there for the viewer are answered alike.
 * @throws Refused when they may not
 */
export async function aboutRecord<Result>(
  app: App,
  account: Account,
  asked: AskedOfRecord,
  work: (room: Room, kept: Kept) => Promise<Result>,
): Promise<Result> {
  const outcome = await inAudited(app, async (db, audit) => {
    const viewer = await viewerOf(app, db, account)
    const kept = await findKept(app, db, asked.record)
    if (kept === undefined || kept.owners.length === 0 || !(await isThere(app, { db, viewer }, kept))) {
      await auditNothing(app, db, account, asked)
      return { refused: refusal(NOTHING, NO_RECORD) }
    }
    const action = actionFor(kept.type, asked.action)
    const numbers = [...new Set([...kept.owners, ...(asked.becomes?.(kept.type) ?? [])])]
    const same = await findSamePeople(db, numbers, app.clock.today)
    const subjects = [...new Set(numbers.map(same.kept))]
    const people = await protectedPeople(app, db, subjects)
    const owners = subjects.map((subject) => decided(viewer, action, kept, { subject, person: people.get(subject) }))
    const may = action === 'read' ? isOpen(owners.map(({ decision }) => decision)) : owners.every(isAllowed)
    const detail = `${asked.detail} ${kept.type.label.toLowerCase()}`
    const done = { action, record: kept.record, sensitivity: kept.type.sensitivity, detail }
    await audit(
      // A row that says yes was read; of a record that was read, the rows are about those about whom that was allowed.
      (may ? owners.filter(isAllowed) : owners.map(refused)).map(({ subject, person, decision }) =>
        auditEntry(app, account, viewer, {
          ...done,
          subject: person === undefined ? null : subject,
          otherNumbers: person === undefined ? [] : same.numbers(subject).slice(1),
          decision,
        }),
      ),
    )
    if (!may) return { refused: why(owners, kept.owners.map(same.kept)) }
    const allowed = owners.filter(isAllowed).flatMap(({ person }) => person ?? [])
    return { result: await work(roomOf(db, viewer, action, allowed), kept) }
  })
  if ('refused' in outcome) throw outcome.refused
  return outcome.result
}

/** One that ties somebody to whoever is not there for the viewer is not there either. */
async function isThere(app: App, who: Pick<Room, 'db' | 'viewer'>, { type, versions }: Kept): Promise<boolean> {
  const content = isTie(type) ? lastSaid(versions) : undefined
  return content === undefined || (await tiesAmong(app, who, [{ type, content }]))({ type, content }) !== 'not there'
}

/**
 * The record of a number, for what asks `about` everybody in it.
 * @throws Refused when there is none; that it was tried is audited
 */
export async function getKept(app: App, account: Account, asked: AskedOfNumber): Promise<Kept> {
  const kept = await inTransaction(app.store, async (db) => {
    const found = await findKept(app, db, asked.record)
    if (found === undefined || found.owners.length === 0) await auditNothing(app, db, account, asked)
    return found
  })
  if (kept === undefined || kept.owners.length === 0) throw refusal(NOTHING, NO_RECORD)
  return kept
}

/** Keeps that somebody tried to get at something of a number that is not there for them. */
export const auditTried = (
  app: App,
  account: Account,
  tried: { readonly action: Action; readonly detail: string },
): Promise<void> =>
  inTransaction(app.store, async (db) => {
    const viewer = await viewerOf(app, db, account)
    await writeAudit(db, [auditEntry(app, account, viewer, { ...tried, subject: null, decision: NOTHING })])
  })

type AskedOfNumber = { readonly action: Action; readonly record: RecordId; readonly detail: string }

async function auditNothing(app: App, db: Db, account: Account, { action, record, detail }: AskedOfNumber) {
  const done = { action, subject: null, decision: NOTHING, detail: `${detail} (record ${record})` }
  await writeAudit(db, [auditEntry(app, account, await viewerOf(app, db, account), done)])
}

const NOTHING: Decision = { may: 'not there' }

type Owner = { readonly subject: SubjectId; readonly person: Protected | undefined; readonly decision: Decision }

function decided(viewer: Viewer, action: Action, { type }: Kept, one: Omit<Owner, 'decision'>): Owner {
  const { person } = one
  return { ...one, decision: person === undefined ? NOTHING : decide(viewer, action, person, type.sensitivity) }
}

const isAllowed = ({ decision }: Owner): boolean => decision.may === 'yes'

const refused = (owner: Owner): Owner => (isAllowed(owner) ? { ...owner, decision: { may: 'no' } } : owner)

/** Whom to ring, where that is the answer about anybody; that it is not there only where it is there about none of them. */
function why(owners: readonly Owner[], before: readonly SubjectId[]): Refused {
  const nobody = owners.find(({ subject, decision }) => decision.may === 'not there' && !before.includes(subject))
  if (nobody !== undefined) return refusal(nobody.decision, NOBODY)
  const restricted = owners.find(({ decision }) => decision.may === 'restricted')
  const notThere = owners.every(({ decision }) => decision.may === 'not there')
  return refusal(restricted?.decision ?? (notThere ? NOTHING : { may: 'no' }), NO_RECORD)
}
