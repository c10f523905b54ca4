import { type Decision, decide } from '../../core/access/decide.ts'
import type { RecordId, SubjectId, SubjectKind } from '../../core/definitions/field.ts'
import type { RecordType } from '../../core/definitions/record-type.ts'
import type { Account } from '../../store/accounts.ts'
import { writeAudit } from '../../store/audit.ts'
import { holdForDraft } from '../../store/records/documents.ts'
import { deleteDraft, findDraft, findDrafts, type StoredDraft, saveDraft } from '../../store/records/drafts.ts'
import { findSubject } from '../../store/records/find.ts'
import { findSamePeople } from '../../store/records/merges.ts'
import { type Db, inTransaction } from '../../store/records/transaction.ts'
import { NOBODY, refusal } from '../access/about.ts'
import { decisionAboutThing, NO_THING } from '../access/about-thing.ts'
import { auditEntry } from '../access/audited.ts'
import { protectedPerson } from '../access/protected.ts'
import { viewerOf } from '../access/viewer.ts'
import { actionToWrite } from '../access/writing.ts'
import type { App } from '../app.ts'
import { documentsTyped } from '../documents/named.ts'
import { Refused } from '../refused.ts'
import type { Begun } from './choices.ts'
import { keptNumbers, typedUnderKept } from './kept-number.ts'

/** What was typed into a form, field by field, as it was typed: right or wrong, nothing of it is lost. */
export type Typed = Readonly<Record<string, readonly string[]>>

export type OwnDraft = Omit<StoredDraft, 'content' | 'owner'> & { readonly typed: Typed }

/** What is being written: a record of a type, or something `as` which it is kept until it becomes one. */
export type DraftOf = {
  readonly type: RecordType
  readonly as?: string
  /** On whose page, or that of which thing, it was begun; null for what is only being made. */
  readonly subject: SubjectId | null
  /** The record that it corrects. */
  readonly record?: RecordId | undefined
}
type Saving = DraftOf & { readonly id?: number | undefined; readonly basedOn?: number; readonly typed: Typed }

/**
 * Saves what was typed as one's own draft, in place of what it said before where it has a number already. Nobody else can read it. It is saved
 * though the viewer may record nothing there any more, so that nobody's work is lost; whoever is not there for them has no page to begin on. It holds
 * the files that it names.
 * @throws Refused when there is nobody of that number for them, or no such draft of theirs
 */
export async function keepDraft(app: App, account: Account, { id, typed, basedOn, ...of }: Saving): Promise<number> {
  const before = id === undefined ? undefined : await findDraft(app.store.db, id)
  const begun = await underKept(app, before, of)
  const saved = await inTransaction(app.store, async (db) => {
    if (of.subject !== null) {
      const decision = await audited(app, db, account, { ...of, subject: of.subject })
      if (decision.may === 'not there') return refusal(decision, await nothingLike(db, of.subject))
    }
    const isThere = id === undefined || (isOwn(before, account, begun) && (await findDraft(db, id)) !== undefined)
    if (!isThere) return noDraft()
    const place = { type: keptAs(of), subject: of.subject, record: of.record ?? null, basedOn: basedOn ?? null }
    const draft = { ...place, owner: ownerOf(account), content: { ...typed }, savedAt: app.clock.now() }
    const number = await saveDraft(db, id === undefined ? draft : { ...draft, id })
    await holdForDraft(db, { draft: number, account: account.id, documents: documentsTyped(of.type, typed) })
    return number
  })
  if (saved instanceof Refused) throw saved
  return saved
}

/** What is said of a number that is nobody's, of a person or of a thing. */
async function nothingLike(db: Db, subject: SubjectId): Promise<string> {
  const kind = (await findSubject(db, subject))?.kind
  return kind === undefined || kind === 'person' ? NOBODY : NO_THING
}

type AboutOne = DraftOf & { readonly subject: SubjectId }

/** Keeps that somebody wrote there, whatever becomes of it, and gives what is decided about that. */
async function audited(app: App, db: Db, account: Account, { type, subject, record }: AboutOne): Promise<Decision> {
  const viewer = await viewerOf(app, db, account)
  const action = actionToWrite(type, record === undefined ? 'record' : 'correct')
  const detail = `draft: ${type.label.toLowerCase()}`
  const done = { action, sensitivity: type.sensitivity, detail }
  const kind = (await findSubject(db, subject))?.kind
  if (kind !== undefined && kind !== 'person') {
    const decision = await decisionAboutThing(app, { db, viewer }, { ...done, kind, subject })
    await writeAudit(db, [auditEntry(app, account, viewer, { ...done, subject, decision })])
    return decision
  }
  const person = await protectedPerson(app, db, subject)
  const decision: Decision =
    person === undefined ? { may: 'not there' } : decide(viewer, action, person, type.sensitivity)
  const same = await findSamePeople(db, [subject], app.clock.today)
  await writeAudit(db, [
    auditEntry(app, account, viewer, {
      ...done,
      subject: person?.subject ?? null,
      otherNumbers: person === undefined ? [] : same.numbers(subject).slice(1),
      decision,
      detail: person === undefined ? `${detail} (number ${subject})` : detail,
    }),
  ])
  return decision
}

/**
 * One's own draft, if it is still there, with people under the numbers by which they are known by now. Somebody else's, and one of something
 * else than what is asked for, is not there.
 */
export async function findOwnDraft(
  app: App,
  account: Account,
  id: number,
  of?: DraftOf,
): Promise<OwnDraft | undefined> {
  const draft = await findDraft(app.store.db, id)
  if (draft?.owner !== ownerOf(account)) return undefined
  if (of !== undefined && !isOwn(draft, account, await underKept(app, draft, of))) return undefined
  const type = of?.type ?? app.catalogue.records.get(draft.type)
  const { typed, subject, ...rest } = own(draft)
  const kept = await keptNumbers(app, subject === null ? [] : [subject])
  return {
    ...rest,
    subject: subject === null ? null : kept(subject),
    typed: type === undefined ? typed : await typedUnderKept(app, type, typed),
  }
}

/** One's own draft. @throws Refused when it is not there, or somebody else's, or of something else */
export async function getDraft(app: App, account: Account, id: number, of?: DraftOf): Promise<OwnDraft> {
  const draft = await findOwnDraft(app, account, id, of)
  if (draft === undefined) throw noDraft()
  return draft
}

/** Whoever was recorded twice is one person: a draft that was begun under either number is theirs. */
async function underKept(app: App, draft: StoredDraft | undefined, of: DraftOf): Promise<DraftOf> {
  if (draft?.subject === null || draft?.subject === undefined || of.subject === null) return of
  const kept = await keptNumbers(app, [draft.subject, of.subject])
  return kept(draft.subject) === kept(of.subject) ? { ...of, subject: draft.subject } : of
}

const isOwn = (draft: StoredDraft | undefined, account: Account, of: DraftOf): boolean =>
  draft?.owner === ownerOf(account) &&
  draft.type === keptAs(of) &&
  (of.record === undefined ? draft.subject === of.subject && draft.record === null : draft.record === of.record)

const keptAs = ({ type, as }: DraftOf): string => as ?? type.key

const noDraft = () =>
  new Refused('not found', 'There is no draft of that number. It may have gone on the record, or been deleted.')

/** On whose page a draft was begun. */
export async function begunOf(app: App, { subject }: Pick<OwnDraft, 'subject'>): Promise<Begun> {
  const kind = subject === null ? undefined : (await findSubject(app.store.db, subject))?.kind
  return subject === null || kind === undefined ? undefined : { kind, subject }
}

/** One's own drafts, the last saved first. */
export const listDrafts = async (app: App, account: Account): Promise<readonly OwnDraft[]> =>
  (await findDrafts(app.store.db, { owner: ownerOf(account) })).map(own)

/** Throws a draft of one's own away: it is not wanted. */
export async function dropDraft(app: App, account: Account, id: number, of?: DraftOf): Promise<void> {
  await getDraft(app, account, id, of)
  await deleteDraft(app.store.db, id)
}

/**
 * Puts chosen people or things into a draft, beside those chosen before where there may be several.
 * @throws Refused when there is no such draft of theirs, or its form asks nothing of that name
 */
export async function fillIn(
  app: App,
  account: Account,
  id: number,
  chosen: { readonly name: string; readonly subjects: readonly SubjectId[] },
): Promise<OwnDraft> {
  const draft = await getDraft(app, account, id)
  const { type, many } = questionOf(app, draft, chosen.name)
  const before = many ? (draft.typed[chosen.name] ?? []) : []
  const typed = { ...draft.typed, [chosen.name]: [...new Set([...before, ...chosen.subjects.map(String)])] }
  const { subject, record, basedOn } = draft
  const of = { type, subject, ...(record === null ? {} : { record }), ...(basedOn === null ? {} : { basedOn }) }
  await keepDraft(app, account, { ...of, id, typed })
  return { ...draft, typed }
}

/** A question of a draft's form that somebody or something is chosen for. */
export type SubjectQuestion = {
  readonly type: RecordType
  readonly name: string
  readonly label: string
  readonly kind: SubjectKind
  readonly many: boolean
  /** They are only named; it is not their record. */
  readonly named: boolean
}

/** The role of those whose record it is. */
export const ownRoleOf = ({ subjects }: RecordType): string | undefined =>
  Object.entries(subjects).find(([, { kind }]) => kind === 'person')?.[0]

/** @throws Refused when the draft's form asks for nobody under that name */
export function questionOf(app: App, { type: key }: Pick<OwnDraft, 'type'>, name: string): SubjectQuestion {
  const type = app.catalogue.records.get(key)
  const role = type !== undefined && Object.hasOwn(type.subjects, name) ? type.subjects[name] : undefined
  const field = type !== undefined && Object.hasOwn(type.fields, name) ? type.fields[name] : undefined
  if (type !== undefined && role !== undefined)
    return { type, name, label: role.label, kind: role.kind, many: role.many === true, named: name !== ownRoleOf(type) }
  if (type !== undefined && field?.kind === 'subject')
    return { type, name, label: field.label, kind: field.of, many: false, named: true }
  throw new Refused('not found', 'The form asks for nobody there.')
}

const ownerOf = (account: Account): string => account.userName

function own({ content, owner: _, ...draft }: StoredDraft): OwnDraft {
  const typed = Object.entries(content).map(
    ([name, value]) => [name, Array.isArray(value) ? value.map(String) : []] as const,
  )
  return { ...draft, typed: Object.fromEntries(typed) }
}
