import type { RecordId, SubjectId } from '../../core/definitions/field.ts'
import type { Account } from '../../store/accounts.ts'
import { holdForDraft } from '../../store/records/documents.ts'
import { deleteDraft, findDraft, findDrafts, type StoredDraft, saveDraft } from '../../store/records/drafts.ts'
import { inTransaction } from '../../store/records/transaction.ts'
import type { App } from '../app.ts'
import { documentsTyped } from '../documents/named.ts'
import { Refused } from '../refused.ts'
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
 * Saves what was typed as one's own draft, in place of what it said before where it has a number already. Nobody else can read it. It holds the
 * files that it names.
 */
export const keepDraft = (app: App, account: Account, { typed, ...draft }: Saving): Promise<number> =>
  inTransaction(app.store, async (db) => {
    const content = { ...typed }
    const id = await saveDraft(db, { ...draft, owner: ownerOf(account), content, savedAt: app.clock.now() })
    const type = app.catalogue.records.get(draft.type)
    const documents = type === undefined ? [] : documentsTyped(type, typed)
    await holdForDraft(db, { draft: id, account: account.id, documents })
    return id
  })

/** One's own draft, with people under the numbers by which they are known by now. Somebody else's is not there. */
export async function getDraft(app: App, account: Account, id: number): Promise<OwnDraft> {
  const draft = await findDraft(app.store.db, id)
  if (draft === undefined || draft.owner !== ownerOf(account))
    throw new Refused('not found', 'There is no draft of that number. It may have gone on the record, or been deleted.')
  const type = app.catalogue.records.get(draft.type)
  const { typed, subject, ...rest } = own(draft)
  const kept = await keptNumbers(app, subject === null ? [] : [subject])
  return {
    ...rest,
    subject: subject === null ? null : kept(subject),
    typed: type === undefined ? typed : await typedUnderKept(app, type, typed),
  }
}

/** One's own drafts, the last saved first. */
export const listDrafts = async (app: App, account: Account): Promise<readonly OwnDraft[]> =>
  (await findDrafts(app.store.db, { owner: ownerOf(account) })).map(own)

/** Throws a draft of one's own away: it has gone on the record, or is not wanted. */
export async function dropDraft(app: App, account: Account, id: number): Promise<void> {
  await getDraft(app, account, id)
  await deleteDraft(app.store.db, id)
}

const ownerOf = (account: Account): string => account.userName

function own({ content, owner: _, ...draft }: StoredDraft): OwnDraft {
  const typed = Object.entries(content).map(
    ([name, value]) => [name, Array.isArray(value) ? value.map(String) : []] as const,
  )
  return { ...draft, typed: Object.fromEntries(typed) }
}
