import type { DocumentId, Fields, RecordId } from '../../core/definitions/field.ts'
import type { RecordType } from '../../core/definitions/record-type.ts'
import type { Content } from '../../core/record/content.ts'
import { documentsIn } from '../../core/record/documents-in.ts'
import type { Fault } from '../../core/record/validate.ts'
import type { Account } from '../../store/accounts.ts'
import { findDocuments, findRecordsWith, type StoredDocument } from '../../store/records/documents.ts'
import type { Db } from '../../store/records/transaction.ts'
import type { App } from '../app.ts'

/** What was typed into a form, by the names of its fields. */
type Typed = Readonly<Record<string, readonly string[]>>

/** Whether a name in a form is that of a document field: `minutes`, or `points.0.paper` within a repeating group. */
export function isDocumentField(fields: Fields, name: string): boolean {
  const [first = '', ...rest] = name.split('.')
  const field = Object.hasOwn(fields, first) ? fields[first] : undefined
  if (field?.kind === 'document') return rest.length === 0
  return field?.kind === 'group' && rest.length > 1 && isDocumentField(field.fields, rest.slice(1).join('.'))
}

/** The documents that a form of a record type names. */
export const documentsTyped = ({ fields }: RecordType, typed: Typed): readonly DocumentId[] =>
  Object.entries(typed)
    .filter(([name]) => isDocumentField(fields, name))
    .flatMap(([, [number = '']]) => (/^[1-9]\d{0,14}$/.test(number) ? [Number(number) as DocumentId] : []))

/**
 * Which of the documents named in a form whoever sent it may put on a record (or on this one), by number: what they added themselves and is on no
 * record yet, and what the record has already. A forged form names any number; the others are as if they were not there.
 */
async function ownOrHeld(
  db: Db,
  account: Account,
  ids: readonly DocumentId[],
  record: RecordId | undefined,
): Promise<ReadonlyMap<DocumentId, StoredDocument>> {
  const found = await findDocuments(db, ids)
  const allowed: (readonly [DocumentId, StoredDocument])[] = []
  for (const [id, document] of found) {
    const records = await findRecordsWith(db, id)
    const isHere = record !== undefined && records.includes(record)
    if (document.name !== null && (isHere || (records.length === 0 && document.account === account.id)))
      allowed.push([id, document])
  }
  return new Map(allowed)
}

/** The same, for a form to show. */
export const filesOfForm = (
  app: App,
  account: Account,
  { type, typed, record }: { readonly type: RecordType; readonly typed: Typed; readonly record: RecordId | undefined },
): Promise<ReadonlyMap<DocumentId, StoredDocument>> =>
  ownOrHeld(app.store.db, account, documentsTyped(type, typed), record)

/** Faults for the fields that name a document which whoever writes may not put there. */
export async function documentFaults(
  db: Db,
  account: Account,
  { type, content, record }: { readonly type: RecordType; readonly content: Content; readonly record?: RecordId },
): Promise<readonly Fault[]> {
  const allowed = await ownOrHeld(db, account, documentsIn(type.fields, content.fields), record)
  return Object.entries(type.fields).flatMap(([name, field]) => {
    const here = documentsIn({ [name]: field }, { [name]: content.fields[name] ?? null })
    if (here.every((id) => allowed.has(id))) return []
    return [
      { field: name, message: `What is given for “${field.label}” is not here any more. Add the document again.` },
    ]
  })
}
