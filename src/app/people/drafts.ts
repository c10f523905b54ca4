import { decide } from '../../core/access/decide.ts'
import type { RecordId, SubjectId, SubjectKind } from '../../core/definitions/field.ts'
import type { RecordType } from '../../core/definitions/record-type.ts'
import type { Account } from '../../store/accounts.ts'
import { holdForDraft } from '../../store/records/documents.ts'
import { deleteDraft, findDraft, findDrafts, type StoredDraft, saveDraft } from '../../store/records/drafts.ts'
import { findSubject } from '../../store/records/find.ts'
import { type Db, inTransaction } from '../../store/records/transaction.ts'
import { protectedPerson } from '../access/protected.ts'
import { viewerOf } from '../access/viewer.ts'
import type { App } from '../app.ts'
import { documentsTyped } from '../documents/named.ts'
import { Refused } from '../refused.ts'
import type { Begun } from './choices.ts'
import { keptNumbers, typedUnderKept } from './kept-number.ts'

/** What was typed into a form, field by field, as it was typed: right or wrong, nothing of it is lost. */
export type Typed = Readonly<Record<string, readonly string[]>>

export type OwnDraft = Omit<StoredDraft, 'content' | 'owner'> & { readonly typed: Typed }

type Saving = {
  readonly id?: number
  readonly type: string
  readonly subject: SubjectId | null
  readonly record: RecordId | null
  readonly basedOn: number | null
  readonly typed: Typed
}

/**
 * Saves what was typed as one's own draft, in place of what it said before; as a new one where that is gone, for it went on the record or was
 * deleted in another window. Nobody else can read it. It holds the files that it names. It is saved even when the viewer may no longer write about that person: what they typed
 * is theirs.
 * @throws Refused when nobody of that number is there for them
 */
export async function keepDraft(app: App, account: Account, { typed, id, ...draft }: Saving): Promise<number> {
  return inTransaction(app.store, async (db) => {
    const known = id === undefined ? undefined : await findDraft(db, id)
    const again = known?.owner === ownerOf(account) ? { id: known.id } : {}
    if (draft.subject !== null) await refuseMissing(app, db, account, draft.subject)
    const saving = { ...draft, ...again, owner: ownerOf(account), content: { ...typed }, savedAt: app.clock.now() }
    const saved = await saveDraft(db, saving)
    const type = app.catalogue.records.get(draft.type)
    const documents = type === undefined ? [] : documentsTyped(type, typed)
    await holdForDraft(db, { draft: saved, account: account.id, documents })
    return saved
  })
}

/** Whoever is not there for the viewer is as much nobody as a number that was never given. */
async function refuseMissing(app: App, db: Db, account: Account, subject: SubjectId): Promise<void> {
  const kind = (await findSubject(db, subject))?.kind
  const person = kind === 'person' ? await protectedPerson(app, db, subject) : undefined
  const isThere =
    kind !== undefined &&
    (person === undefined || decide(await viewerOf(app, db, account), 'find', person).may !== 'not there')
  if (!isThere) throw new Refused('not found', 'There is nobody of that number.')
}

/** One's own draft, if it is still there, with people under the numbers by which they are known by now. Somebody else's is not there. */
export async function findOwnDraft(app: App, account: Account, id: number): Promise<OwnDraft | undefined> {
  const draft = await findDraft(app.store.db, id)
  if (draft?.owner !== ownerOf(account)) return undefined
  const type = app.catalogue.records.get(draft.type)
  const { typed, subject, ...rest } = own(draft)
  const kept = await keptNumbers(app, subject === null ? [] : [subject])
  return {
    ...rest,
    subject: subject === null ? null : kept(subject),
    typed: type === undefined ? typed : await typedUnderKept(app, type, typed),
  }
}

/** One's own draft. @throws Refused when it is not there, or somebody else's */
export async function getDraft(app: App, account: Account, id: number): Promise<OwnDraft> {
  const draft = await findOwnDraft(app, account, id)
  if (draft === undefined)
    throw new Refused('not found', 'There is no draft of that number. It may have gone on the record, or been deleted.')
  return draft
}

/** On whose page a draft was begun. */
export async function begunOf(app: App, { subject }: Pick<OwnDraft, 'subject'>): Promise<Begun> {
  const kind = subject === null ? undefined : (await findSubject(app.store.db, subject))?.kind
  return subject === null || kind === undefined ? undefined : { kind, subject }
}

/** One's own drafts, the last saved first. */
export const listDrafts = async (app: App, account: Account): Promise<readonly OwnDraft[]> =>
  (await findDrafts(app.store.db, { owner: ownerOf(account) })).map(own)

/** Throws a draft of one's own away: it is not wanted. */
export async function dropDraft(app: App, account: Account, id: number): Promise<void> {
  await getDraft(app, account, id)
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
  const { many } = questionOf(app, draft, chosen.name)
  const before = many ? (draft.typed[chosen.name] ?? []) : []
  const typed = { ...draft.typed, [chosen.name]: [...new Set([...before, ...chosen.subjects.map(String)])] }
  await keepDraft(app, account, { ...draft, typed })
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
const ownRoleOf = ({ subjects }: RecordType): string | undefined =>
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
