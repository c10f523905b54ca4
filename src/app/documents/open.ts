import type { DocumentId, RecordId } from '../../core/definitions/field.ts'
import { documentsIn } from '../../core/record/documents-in.ts'
import type { Account } from '../../store/accounts.ts'
import { findBytes, findDocuments, findRecordsWith, type StoredDocument } from '../../store/records/documents.ts'
import { about } from '../access/about.ts'
import { aboutRecord, auditTried } from '../access/about-record.ts'
import type { App } from '../app.ts'
import { showing } from '../people/showing.ts'
import { Refused } from '../refused.ts'

/** A document to be handed out. */
export type OpenedDocument = { readonly name: string; readonly mediaType: string; readonly bytes: Buffer }

/**
 * A document, for those who may read the record that has it: everybody it is about, its sensitivity and that of the field. One that is on no record yet is
 * there only for whoever added it. That somebody opened it is audited.
 * @throws Refused when there is none of that number for the viewer, whatever the reason; or the person is restricted or not theirs
 */
export async function openDocument(app: App, account: Account, id: DocumentId): Promise<OpenedDocument> {
  const document = (await findDocuments(app.store.db, [id])).get(id)
  const opened = document === undefined ? undefined : await openThere(app, account, document)
  if (document === undefined || (await isOthersOwn(app, account, document)))
    await auditTried(app, account, { action: 'read', detail: `document (number ${id})` })
  if (opened === undefined) throw new Refused('not found', 'There is no document of that number.')
  return opened
}

/** On no record yet, and added by somebody else. */
const isOthersOwn = async (app: App, account: Account, { id, account: by }: StoredDocument): Promise<boolean> =>
  by !== account.id && (await findRecordsWith(app.store.db, id)).length === 0

async function openThere(app: App, account: Account, document: StoredDocument): Promise<OpenedDocument | undefined> {
  const records = await findRecordsWith(app.store.db, document.id)
  if (records.length === 0) return document.account === account.id ? openOwn(app, account, document) : undefined
  let refused: Refused | undefined
  for (const record of records) {
    try {
      const opened = await openOn(app, account, document, record)
      if (opened !== undefined) return opened
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      refused = error
    }
  }
  // Whoever does not exist for the viewer is answered as a number that is nobody's.
  if (refused !== undefined && refused.kind !== 'not found') throw refused
  return undefined
}

const openOwn = (app: App, account: Account, document: StoredDocument): Promise<OpenedDocument | undefined> =>
  about(
    app,
    account,
    { action: 'record', people: [document.subject], detail: `own document ${document.id}, not yet on the record` },
    ({ db }) => handOut(db, document),
  )

const openOn = (
  app: App,
  account: Account,
  document: StoredDocument,
  record: RecordId,
): Promise<OpenedDocument | undefined> =>
  aboutRecord(app, account, { action: 'read', record, detail: `document ${document.id} on` }, async (room, kept) => {
    const { type, versions } = kept
    const show = await showing(app, room, new Map([[type.key, type]]), versions)
    const shown = versions.flatMap(({ content }) =>
      documentsIn(type.fields, show.of({ record, type, content }).content.fields),
    )
    return shown.includes(document.id) ? handOut(room.db, document) : undefined
  })

async function handOut(
  db: App['store']['db'],
  { id, name, mediaType }: StoredDocument,
): Promise<OpenedDocument | undefined> {
  const bytes = await findBytes(db, id)
  return bytes === undefined || name === null ? undefined : { name, mediaType, bytes }
}
