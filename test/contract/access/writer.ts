import type { PlainDate } from '../../../src/core/dates/plain-date.ts'
import { toText } from '../../../src/core/dates/plain-date.ts'
import type { DocumentId, SubjectId, SubjectKind } from '../../../src/core/definitions/field.ts'
import type { RecordType } from '../../../src/core/definitions/record-type.ts'
import type { Content } from '../../../src/core/record/content.ts'
import { addDocument } from '../../../src/store/records/documents.ts'
import type { Db } from '../../../src/store/records/transaction.ts'
import { makeSubject, type Written, writeVersion } from '../../../src/store/records/write.ts'
import { filled, since } from './made-up-records.ts'

/**
 * Writes made-up records. `words` stand in every field that takes words; in `subjects`, a `worker` that is no role of the type is whoever
 * stands in its fields. Files are added by the account.
 */
export function writer(db: Db, account: number) {
  const stamp = (on: PlainDate) => ({
    knownOn: on,
    recordedAt: new Date(`${toText(on)}T10:00:00Z`),
    recordedBy: 'Contract',
    source: 'form' as const,
  })
  const content = (
    type: RecordType,
    subjects: Content['subjects'],
    words: string,
    fields: Content['fields'],
  ): Content => {
    const { subjects: all, ...others } = filled(type, words, subjects, fields)
    return { ...others, subjects: Object.fromEntries(Object.entries(all).filter(([role]) => role in type.subjects)) }
  }
  return {
    make: (kind: SubjectKind): Promise<SubjectId> =>
      makeSubject(db, { kind, madeAt: stamp(since).recordedAt, madeBy: 'Contract' }),
    new: (
      type: RecordType,
      subjects: Content['subjects'],
      words: string,
      fields: Content['fields'] = {},
    ): Promise<Written> =>
      writeVersion(db, { ...stamp(since), type, content: content(type, subjects, words, fields), reason: null }),
    /** A file about somebody, which says these words and is called by them. */
    file: (subject: SubjectId, words: string): Promise<DocumentId> =>
      addDocument(db, {
        account,
        addedBy: 'Contract',
        addedAt: stamp(since).recordedAt,
        subject,
        name: `${words}.txt`,
        mediaType: 'text/plain',
        bytes: new TextEncoder().encode(words),
      }),
    /** Another version of a record, known from a later day, with the words as its reason too. */
    again: (
      { record, version }: Written,
      type: RecordType,
      subjects: Content['subjects'],
      words: string,
      on: PlainDate,
      fields: Content['fields'] = {},
    ): Promise<Written> =>
      writeVersion(db, {
        ...stamp(on),
        type,
        record,
        basedOn: version,
        content: content(type, subjects, words, fields),
        reason: words,
      }),
  }
}

export type Write = ReturnType<typeof writer>
