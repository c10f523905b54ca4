import { type Decision, decide, type Protected, type Viewer } from '../../core/access/decide.ts'
import { decideAbout, type Guarded } from '../../core/access/decide-about-thing.ts'
import type { SubjectId } from '../../core/definitions/field.ts'
import type { Account } from '../../store/accounts.ts'
import { findListedSince, writeAudit } from '../../store/audit.ts'
import { findSamePeople } from '../../store/records/merges.ts'
import type { Db } from '../../store/records/transaction.ts'
import type { App } from '../app.ts'
import { NOBODY, refusal } from './about.ts'
import { auditEntry } from './audited.ts'
import { protectedPeople } from './protected.ts'

/** Somebody or something on a list, and why: it may be found, or it may be told whom to ring about them. */
export type Shown = {
  readonly subject: SubjectId
  /** Other numbers under which they were recorded. */
  readonly otherNumbers: readonly SubjectId[]
  readonly decision: Extract<Decision, { may: 'yes' } | { may: 'restricted' }>
}

/** Somebody on a list. */
export type Listed = Shown & { readonly person: Protected }

/** What the viewer may know of each of these people, in the order given, whoever was recorded twice once; who is not there for them is not among the answers. */
export async function listable(
  app: App,
  db: Db,
  viewer: Viewer,
  subjects: readonly SubjectId[],
): Promise<readonly Listed[]> {
  const same = await findSamePeople(db, [...new Set(subjects)], app.clock.today)
  const people = await protectedPeople(app, db, subjects.map(same.kept))
  return [...people].flatMap(([subject, person]) => {
    const decision = decide(viewer, 'find', person)
    const otherNumbers = same.numbers(subject).slice(1)
    return decision.may === 'yes' || decision.may === 'restricted' ? [{ subject, otherNumbers, person, decision }] : []
  })
}

/**
 * Keeps who was shown to whom, in the transaction in which they were read: a row for the list, and one for each person on it. Of a list that one
 * works from (`list`), somebody's row of the day is enough for each list: it is opened many times a day, and would bury in their log whoever really looked.
 */
export async function auditListed(
  app: App,
  { db, viewer }: { readonly db: Db; readonly viewer: Viewer },
  account: Account,
  { action, detail }: { readonly action: 'find' | 'list'; readonly detail: string },
  shown: readonly Shown[],
): Promise<void> {
  const what = detail.slice(0, 200)
  const list = auditEntry(app, account, viewer, {
    action,
    subject: null,
    decision: { may: 'yes', by: '' },
    detail: action === 'find' ? what : `${what}: ${counted(shown)}`,
  })
  const since = startOfDay(app.clock.now())
  const known = action === 'find' ? new Set() : await findListedSince(db, account.id, { list: what, since })
  const people = shown.filter(({ subject }) => !known.has(subject))
  await writeAudit(db, [
    { ...list, byRole: null },
    ...people.map(({ subject, otherNumbers, decision }) =>
      auditEntry(app, account, viewer, { action, subject, otherNumbers, decision, detail: what }),
    ),
  ])
}

/**
 * Keeps who was taken out of the system, people, households or places, in the transaction in which they were read.
 * @throws Refused when one of them may not be
 */
export async function auditTaken(
  app: App,
  { db, viewer }: { readonly db: Db; readonly viewer: Viewer },
  account: Account,
  detail: string,
  taken: ReadonlyMap<SubjectId, Guarded>,
): Promise<void> {
  const same = await findSamePeople(db, [...taken.keys()], app.clock.today)
  const entries = [...taken].map(([subject, one]) => {
    const decision = decideAbout(viewer, 'export', one)
    if (decision.may !== 'yes') throw refusal(decision, NOBODY)
    return auditEntry(app, account, viewer, {
      action: 'export',
      subject,
      otherNumbers: same.numbers(subject).slice(1),
      decision,
      detail,
    })
  })
  await writeAudit(db, entries)
}

const startOfDay = (at: Date): Date => new Date(at.getTime() - (at.getTime() % 86_400_000))

const counted = ({ length }: readonly Shown[]): string => (length === 1 ? '1 person' : `${length} people`)
