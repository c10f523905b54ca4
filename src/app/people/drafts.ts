import { type Decision, decide } from '../../core/access/decide.ts'
import type { SubjectId } from '../../core/definitions/field.ts'
import type { RecordType } from '../../core/definitions/record-type.ts'
import type { Account } from '../../store/accounts.ts'
import { writeAudit } from '../../store/audit.ts'
import { holdForDraft } from '../../store/records/documents.ts'
import { deleteDraft, findDraft, findDrafts, type StoredDraft, saveDraft } from '../../store/records/drafts.ts'
import { findSamePeople } from '../../store/records/merges.ts'
import { type Db, inTransaction } from '../../store/records/transaction.ts'
import { NOBODY, refusal } from '../access/about.ts'
import { auditEntry } from '../access/audited.ts'
import { protectedPerson } from '../access/protected.ts'
import { viewerOf } from '../access/viewer.ts'
import { actionToWrite } from '../access/writing.ts'
import type { App } from '../app.ts'
import { documentsTyped } from '../documents/named.ts'
import { Refused } from '../refused.ts'
import { keptNumbers, typedUnderKept } from './kept-number.ts'

/** What was typed into a form, field by field, as it was typed: right or wrong, nothing of it is lost. */
export type Typed = Readonly<Record<string, readonly string[]>>

export type OwnDraft = Omit<StoredDraft, 'content' | 'owner'> & { readonly typed: Typed }

/** On whose page something was begun, and what: a record of a type, or something `as` which it is kept until it becomes one. */
export type Begun = { readonly type: RecordType; readonly subject: SubjectId; readonly as?: string }
type Saving = Begun & { readonly id?: number | undefined; readonly typed: Typed }

/**
 * Saves what was typed as one's own draft, in place of what it said before where it has a number already. Nobody else can read it. It is saved
 * though the viewer may record nothing there any more, so that nobody's work is lost; whoever is not there for them has no page to begin on. It holds
 * the files that it names.
 * @throws Refused when there is nobody of that number for them, or no such draft of theirs
 */
export async function keepDraft(app: App, account: Account, { id, typed, ...asked }: Saving): Promise<number> {
  const { type, subject } = asked
  const before = id === undefined ? undefined : await findDraft(app.store.db, id)
  const begun = await underKept(app, before, asked)
  const saved = await inTransaction(app.store, async (db) => {
    const decision = await audited(app, db, account, asked)
    if (decision.may === 'not there') return refusal(decision, NOBODY)
    if (id !== undefined && !isOwn(before, account, begun)) return noDraft()
    const draft = {
      type: keptAs(asked),
      subject,
      record: null,
      basedOn: null,
      owner: ownerOf(account),
      content: { ...typed },
    }
    const number = await saveDraft(db, { ...draft, savedAt: app.clock.now(), ...(id === undefined ? {} : { id }) })
    await holdForDraft(db, { draft: number, account: account.id, documents: documentsTyped(type, typed) })
    return number
  })
  if (saved instanceof Refused) throw saved
  return saved
}

async function audited(app: App, db: Db, account: Account, { type, subject }: Begun): Promise<Decision> {
  const viewer = await viewerOf(app, db, account)
  const person = await protectedPerson(app, db, subject)
  const action = actionToWrite(type, 'record')
  const decision: Decision =
    person === undefined ? { may: 'not there' } : decide(viewer, action, person, type.sensitivity)
  const detail = `draft: ${type.label.toLowerCase()}`
  const same = await findSamePeople(db, [subject], app.clock.today)
  await writeAudit(db, [
    auditEntry(app, account, viewer, {
      action,
      subject: person?.subject ?? null,
      otherNumbers: person === undefined ? [] : same.numbers(subject).slice(1),
      decision,
      sensitivity: type.sensitivity,
      detail: person === undefined ? `${detail} (number ${subject})` : detail,
    }),
  ])
  return decision
}

/**
 * One's own draft of that kind, begun on that person's page, with people under the numbers by which they are known by now. Somebody else's, and
 * one of something else, is not there.
 */
export async function getDraft(app: App, account: Account, id: number, begun: Begun): Promise<OwnDraft> {
  const draft = await findDraft(app.store.db, id)
  if (!isOwn(draft, account, await underKept(app, draft, begun))) throw noDraft()
  const { typed, ...rest } = own(draft)
  return { ...rest, subject: begun.subject, typed: await typedUnderKept(app, begun.type, typed) }
}

/** Whoever was recorded twice is one person: a draft that was begun under either number is theirs. */
async function underKept(app: App, draft: StoredDraft | undefined, begun: Begun): Promise<Begun> {
  if (draft?.subject === null || draft?.subject === undefined) return begun
  const kept = await keptNumbers(app, [draft.subject, begun.subject])
  return kept(draft.subject) === kept(begun.subject) ? { ...begun, subject: draft.subject } : begun
}

const isOwn = (draft: StoredDraft | undefined, account: Account, begun: Begun): draft is StoredDraft =>
  draft?.owner === ownerOf(account) && draft.type === keptAs(begun) && draft.subject === begun.subject

const keptAs = ({ type, as }: Begun): string => as ?? type.key

const noDraft = () =>
  new Refused('not found', 'There is no draft of that number. It may have gone on the record, or been deleted.')

/** One's own drafts, the last saved first. */
export const listDrafts = async (app: App, account: Account): Promise<readonly OwnDraft[]> =>
  (await findDrafts(app.store.db, { owner: ownerOf(account) })).map(own)

/** Throws a draft of one's own away: it has gone on the record, or is not wanted. */
export async function dropDraft(app: App, account: Account, id: number, begun: Begun): Promise<void> {
  await getDraft(app, account, id, begun)
  await deleteDraft(app.store.db, id)
}

const ownerOf = (account: Account): string => account.userName

function own({ content, owner: _, ...draft }: StoredDraft): OwnDraft {
  const typed = Object.entries(content).map(
    ([name, value]) => [name, Array.isArray(value) ? value.map(String) : []] as const,
  )
  return { ...draft, typed: Object.fromEntries(typed) }
}
