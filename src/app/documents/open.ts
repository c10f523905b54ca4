import type { DocumentId, RecordId, SubjectId } from '../../core/definitions/field.ts'
import type { RecordType } from '../../core/definitions/record-type.ts'
import { documentsIn } from '../../core/record/documents-in.ts'
import type { Account } from '../../store/accounts.ts'
import { findBytes, findDocuments, findRecordsWith, type StoredDocument } from '../../store/records/documents.ts'
import { findRecord, findRecordType, type StoredVersion } from '../../store/records/find.ts'
import { about } from '../access/about.ts'
import type { App } from '../app.ts'
import { shownContent } from '../people/shown.ts'
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
  if (opened === undefined) throw new Refused('not found', 'There is no document of that number.')
  return opened
}

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

async function openOn(
  app: App,
  account: Account,
  document: StoredDocument,
  record: RecordId,
): Promise<OpenedDocument | undefined> {
  const type = app.catalogue.records.get((await findRecordType(app.store.db, record)) ?? '')
  const versions = type === undefined ? [] : await findRecord(app.store.db, type, record)
  const [first, ...others] = type === undefined ? [] : peopleOf(type, versions.at(-1))
  if (type === undefined || first === undefined) return undefined
  const detail = `document ${document.id} on ${type.label.toLowerCase()}`
  const asked = { action: 'read', people: [first, ...others], sensitivity: type.sensitivity, record, detail } as const
  return about(app, account, asked, async (room) => {
    const shown = versions.flatMap(({ content }) =>
      documentsIn(type.fields, shownContent(app, room, type, content).content.fields),
    )
    return shown.includes(document.id) ? handOut(room.db, document) : undefined
  })
}

/** Everybody whom a record is about, as it stands. */
function peopleOf({ subjects }: RecordType, latest: StoredVersion | undefined): readonly SubjectId[] {
  const roles = Object.entries(subjects).filter(([, { kind }]) => kind === 'person')
  return [...new Set(roles.flatMap(([role]) => latest?.content.subjects[role] ?? []))]
}

async function handOut(
  db: App['store']['db'],
  { id, name, mediaType }: StoredDocument,
): Promise<OpenedDocument | undefined> {
  const bytes = await findBytes(db, id)
  return bytes === undefined || name === null ? undefined : { name, mediaType, bytes }
}
