import { type PlainDate, plainDate } from '../../src/core/dates/plain-date.ts'
import type { SubjectId } from '../../src/core/definitions/field.ts'
import { latestOfEach } from '../../src/core/record/chronology.ts'
import type { Store } from '../../src/store/open.ts'
import { findVersionsOf } from '../../src/store/records/find.ts'
import { importRecords } from '../../src/store/records/import.ts'
import type { ImportRow, RecordFile } from '../../src/store/records/record-file.ts'
import type { ImportWindow } from '../../src/store/records/window.ts'
import { makeSubject } from '../../src/store/records/write.ts'
import { placement, testTypes } from './record-types.ts'

export const when = new Date('2024-05-01T09:00:00Z')
export const day = (text: string): PlainDate => plainDate(`2024-${text}`)
let files = 0
let sources = 0

export const file = (knownOn: string, changes: Partial<RecordFile> = {}): RecordFile => ({
  fileName: `known-on-${knownOn}.csv`,
  sha256: String(++files).padStart(64, '0'),
  format: 'placements',
  knownOn: day(knownOn),
  recordedAt: when,
  recordedBy: 'operator',
  ...changes,
})

export const row = (
  identity: string,
  child: SubjectId,
  from: string,
  to: string | null = null,
  note: string | null = null,
): ImportRow => ({
  identity,
  content: {
    subjects: { child: [child], household: [] },
    links: {},
    fields: { startedOn: day(from), endedOn: to === null ? null : day(to), note },
  },
})

/** Every test its own source, so that one store serves them all. */
export function aSource(store: Store, window: Omit<ImportWindow, 'type' | 'sourceSystem'> = {}) {
  const own = { type: placement, sourceSystem: `source-${++sources}`, ...window }
  const send = async (sent: RecordFile, rows: readonly ImportRow[], other: Partial<ImportWindow> = {}) => {
    const { tables, seenBefore } = await importRecords(store.db, sent, [{ window: { ...own, ...other }, rows }])
    return { ...tables[0], seenBefore }
  }
  return { window: own, send }
}

/** What an import answers when nothing in it is anything. */
export const counts = { new: 0, changed: 0, same: 0, gone: 0, removed: 0, seenBefore: false }

export const aPerson = (store: Store): Promise<SubjectId> =>
  makeSubject(store.db, { kind: 'person', madeAt: when, madeBy: 'intake' })

/** The notes of all records about somebody, as known on a day, in order of the alphabet. */
export async function notesOf(store: Store, subject: SubjectId, knownOn: string): Promise<readonly unknown[]> {
  const versions = await findVersionsOf(store.db, { subject, types: testTypes, knownOn: day(knownOn) })
  return [...latestOfEach(versions, day(knownOn)).values()]
    .filter(({ state }) => state === 'recorded')
    .map(({ content }) => content.fields['note'])
    .sort()
}
