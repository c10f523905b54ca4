import { DocumentSent, SentBy } from '../../areas/people/documents.ts'
import { type PlainDate, toText } from '../../core/dates/plain-date.ts'
import { labelOf } from '../../core/definitions/code-list.ts'
import type { DocumentId, RecordId, SubjectId } from '../../core/definitions/field.ts'
import type { RecordType } from '../../core/definitions/record-type.ts'
import type { Moment } from '../../core/record/chronology.ts'
import { documentsIn } from '../../core/record/documents-in.ts'
import { subjectsIn } from '../../core/record/subjects.ts'
import type { Account } from '../../store/accounts.ts'
import { findDocuments, type StoredDocument } from '../../store/records/documents.ts'
import { findVersionsOf, type StoredVersion } from '../../store/records/find.ts'
import { about, type Room } from '../access/about.ts'
import type { App } from '../app.ts'
import { type DocumentLabels, documentLabels } from '../documents/label.ts'
import type { PersonHead } from '../people/head.ts'
import { type Named, naming } from '../people/naming.ts'
import { type PersonRead, personIn } from '../people/read.ts'
import { showing } from '../people/showing.ts'

/**
 * Somebody's chronology to be taken out of the system: only what the viewer may both read and export.
 * @throws Refused when they may not export what is held about the person
 */
export const exportChronology = (
  app: App,
  account: Account,
  subject: SubjectId,
  moment: Moment,
  detail: string,
): Promise<PersonRead> =>
  about(app, account, asked(subject, detail), (room) => personIn(app, exporting(room), subject, moment))

/** One version of one record, with what of it may be taken out; `withheld` are the fields that are kept back. */
export type VersionTaken = {
  readonly type: RecordType
  readonly version: StoredVersion
  readonly withheld: readonly string[]
}

export type EverythingTaken = {
  readonly head: PersonHead
  readonly versions: readonly VersionTaken[]
  readonly names: ReadonlyMap<SubjectId, Named>
  readonly documents: DocumentLabels
}

/**
 * All that was ever written about somebody, every version of every record, with who wrote it and when: what an answer to a request for
 * one's own record begins from (UK GDPR, article 15).
 * @throws Refused when they may not export what is held about the person
 */
export function exportEverything(app: App, account: Account, subject: SubjectId): Promise<EverythingTaken> {
  return about(app, account, asked(subject, 'everything held, as CSV'), async (entered) => {
    const room = exporting(entered)
    const versions = await versionsTaken(app, room, subject)
    const name = naming(app, room)
    const subjects = new Set(versions.flatMap(({ type, version }) => subjectsIn(type, version.content)))
    const names = await Promise.all([...subjects].map(async (one) => [one, await name(one)] as const))
    const moment = { asAt: app.clock.today, knownOn: app.clock.today }
    const { head } = await personIn(app, room, subject, moment)
    const documents = await documentLabels(
      room.db,
      versions.map(({ type, version }) => ({ type, content: version.content })),
    )
    return { head, versions, names: new Map(names), documents }
  })
}

/** A document about somebody, the record that has it, and to whom it went. */
export type DocumentTaken = {
  readonly document: StoredDocument
  readonly record: RecordId
  readonly title: string
  /** “Carys Ellwood, 2023-10-04, Post”. */
  readonly sent: readonly string[]
}

/** The documents about somebody, in the order in which they were added. @throws Refused when they may not export what is held about the person */
export function exportDocuments(app: App, account: Account, subject: SubjectId): Promise<readonly DocumentTaken[]> {
  return about(app, account, asked(subject, 'list of documents, as CSV'), async (entered) => {
    const versions = await versionsTaken(app, exporting(entered), subject)
    const holding = new Map<DocumentId, VersionTaken>()
    for (const taken of versions)
      for (const id of documentsIn(taken.type.fields, taken.version.content.fields)) holding.set(id, taken)
    const documents = await findDocuments(entered.db, [...holding.keys()])
    const sendings = latestOf(versions.filter(({ type }) => type.key === DocumentSent.key))
    return [...documents.values()].flatMap((document) => {
      const held = holding.get(document.id)
      if (held === undefined) return []
      const { record, content } = held.version
      const title = content.fields['title']
      const sent = sendings.filter((one) => one.content.links['document'] === record).map(sentText)
      return [{ document, record, title: typeof title === 'string' ? title : held.type.label, sent }]
    })
  })
}

const asked = (subject: SubjectId, detail: string) => ({ action: 'export', people: [subject], detail }) as const

/** The same room for somebody who takes out what they see there: only what they may both read and export is in it. */
const exporting = (room: Room): Room => ({
  ...room,
  may: (sensitivity) => room.may(sensitivity, 'read') && room.may(sensitivity, 'export'),
})

async function versionsTaken(app: App, room: Room, subject: SubjectId): Promise<readonly VersionTaken[]> {
  const types = new Map([...app.catalogue.records].filter(([, { sensitivity }]) => room.may(sensitivity)))
  const versions = await findVersionsOf(room.db, { subject, types, knownOn: app.clock.today })
  const show = await showing(app, room, types, versions)
  return versions.flatMap((version) => {
    const type = types.get(version.type)
    if (type === undefined) return []
    const said = { record: version.record, type, content: version.content }
    if (show.tie(said) === 'not there') return []
    const { content, withheld } = show.of(said)
    // Why something was corrected may say what it said.
    const reason = show.isOpen(said) ? version.reason : null
    return [{ type, version: { ...version, content, reason }, withheld }]
  })
}

function sentText({ content }: StoredVersion): string {
  const { to, sentOn, how } = content.fields
  const day = typeof sentOn === 'number' ? toText(sentOn as PlainDate) : ''
  return [String(to ?? ''), day, how === null ? '' : labelOf(SentBy, String(how))].filter(Boolean).join(', ')
}

function latestOf(versions: readonly VersionTaken[]): readonly StoredVersion[] {
  return [...new Map(versions.map(({ version }) => [version.record, version] as const)).values()].filter(
    ({ state }) => state === 'recorded',
  )
}
