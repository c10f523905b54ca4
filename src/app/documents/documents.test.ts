import { describe, expect, it } from 'vitest'
import { eachDatabase } from '../../../test/databases/each-database.ts'
import { appOn, productTypes } from '../../../test/support/app.ts'
import { PersonDocument } from '../../areas/people/documents.ts'
import { plainDate } from '../../core/dates/plain-date.ts'
import type { DocumentId, RecordId, Sensitivity, SubjectId } from '../../core/definitions/field.ts'
import type { RecordType } from '../../core/definitions/record-type.ts'
import type { Content } from '../../core/record/content.ts'
import type { Account } from '../../store/accounts.ts'
import { findAudit } from '../../store/audit.ts'
import { findDocuments } from '../../store/records/documents.ts'
import { removeContent } from '../../store/records/remove.ts'
import type { App } from '../app.ts'
import { loadDemonstrationPeople } from '../demonstration-people.ts'
import { dropDraft, keepDraft } from '../people/drafts.ts'
import { readVersions } from '../people/versions.ts'
import { correct, writeNew } from '../people/write.ts'
import { Refused } from '../refused.ts'
import { openDocument } from './open.ts'
import { takeFile } from './take.ts'

const words = Buffer.from('What the school wrote about Maya.')

const aDocument = (people: readonly SubjectId[], document: DocumentId): Content => ({
  subjects: { people },
  links: {},
  fields: {
    title: 'Report of the school',
    kind: 'report',
    document,
    datedOn: plainDate('2023-10-02'),
    from: null,
    says: null,
  },
})

/** The app with a record type kept otherwise than it is. */
const withType = (app: App, type: RecordType): App => ({
  ...app,
  catalogue: { ...app.catalogue, records: new Map([...app.catalogue.records, [type.key, type]]) },
})

eachDatabase((database) => {
  const store = database.share()
  let made: ReturnType<typeof loadDemonstrationPeople> | undefined
  const setUp = async () => {
    made ??= loadDemonstrationPeople(store().db, 'none')
    const people = await made
    const app = appOn(store())
    const take = async (account: Account, subject: SubjectId): Promise<DocumentId> => {
      const taken = await takeFile(
        app,
        account,
        { subject, type: PersonDocument },
        { name: 'School.txt', bytes: words },
      )
      if ('problem' in taken) throw new Error(taken.problem)
      return taken.id
    }
    const put = async (account: Account, subject: SubjectId, document: DocumentId): Promise<RecordId> => {
      const written = await writeNew(app, account, PersonDocument, aDocument([subject], document))
      if ('faults' in written) throw new Error(JSON.stringify(written.faults))
      return written.record
    }
    return { app, ...people, take, put }
  }
  const refusal = async (work: Promise<unknown>): Promise<Refused> => {
    const error = await work.then(
      () => undefined,
      (reason: unknown) => reason,
    )
    if (error instanceof Refused) return error
    throw new Error(`It was not refused, but: ${String(error)}`)
  }

  describe('opening a document', () => {
    it('is for those who may read the record that has it, and is audited', async () => {
      const { app, take, put, tom, dilys, anwen, marian, nasreen, maya } = await setUp()
      const id = await take(tom.account, maya)
      const record = await put(tom.account, maya, id)
      for (const { account } of [tom, dilys, anwen, marian])
        expect(await openDocument(app, account, id)).toEqual({
          name: 'School.txt',
          mediaType: 'text/plain',
          bytes: words,
        })
      expect((await refusal(openDocument(app, nasreen.account, id))).kind).toBe('not allowed')
      expect(
        (await findAudit(store().db, maya, { most: 2 })).map(
          ({ accountName, action, decision, record: on, detail }) => ({
            accountName,
            action,
            decision,
            on,
            detail,
          }),
        ),
      ).toEqual([
        {
          accountName: 'Nasreen Holt',
          action: 'read',
          decision: 'no',
          on: record,
          detail: `document ${id} on document`,
        },
        {
          accountName: 'Marian Teal',
          action: 'read',
          decision: 'yes',
          on: record,
          detail: `document ${id} on document`,
        },
      ])
    })

    it('of a restricted child says whom to ring', async () => {
      const { app, take, put, nasreen, tom, marian, isla } = await setUp()
      const id = await take(nasreen.account, isla)
      await put(nasreen.account, isla, id)
      for (const { account } of [tom, marian])
        expect((await refusal(openDocument(app, account, id))).message).toBe(
          'Restricted: ring South team, 01632 960020.',
        )
    })

    it.each<[string, Sensitivity]>([
      ['an allegation', 'allegation'],
      ['an adoption', 'adoption'],
    ])('on %s is answered as a number that is nobody’s', async (_, sensitivity) => {
      const { app, take, put, tom, dilys, marian, maya } = await setUp()
      const id = await take(tom.account, maya)
      await put(tom.account, maya, id)
      const hidden = withType(app, { ...PersonDocument, sensitivity })
      const nobody = (await refusal(openDocument(app, tom.account, 999_999 as DocumentId))).message
      for (const { account } of [tom, dilys, marian])
        expect((await refusal(openDocument(hidden, account, id))).message).toBe(nobody)
    })

    it('in a field that is kept more closely is not for those who may read only the rest', async () => {
      const { app, take, put, tom, iain, maya } = await setUp()
      const id = await take(tom.account, maya)
      await put(tom.account, maya, id)
      expect((await openDocument(app, iain.account, id)).bytes).toEqual(words)
      const { document } = PersonDocument.fields
      const closer = withType(app, {
        ...PersonDocument,
        fields: { ...PersonDocument.fields, document: { ...document, sensitivity: 'health' } },
      })
      expect((await refusal(openDocument(closer, iain.account, id))).kind).toBe('not found')
      expect((await openDocument(closer, tom.account, id)).bytes).toEqual(words)
    })

    it('that is on no record yet is only for whoever added it', async () => {
      const { app, take, tom, dilys, maya } = await setUp()
      const id = await take(tom.account, maya)
      expect((await openDocument(app, tom.account, id)).bytes).toEqual(words)
      expect((await refusal(openDocument(app, dilys.account, id))).kind).toBe('not found')
    })

    it('of an earlier version still opens, and of removed content no more', async () => {
      const { app, take, put, tom, maya } = await setUp()
      const [before, after] = [await take(tom.account, maya), await take(tom.account, maya)]
      const record = await put(tom.account, maya, before)
      const { versions } = await readVersions(app, tom.account, record)
      await correct(app, tom.account, {
        record,
        basedOn: versions[0]?.sequence ?? 0,
        reason: 'The better scan',
        content: aDocument([maya], after),
      })
      for (const id of [before, after]) expect((await openDocument(app, tom.account, id)).bytes).toEqual(words)
      await removeContent(store().db, PersonDocument, {
        record,
        kind: 'wrong child',
        authority: 'Data protection officer',
        reason: 'Not hers',
        removedBy: 'records officer',
        removedAt: app.clock.now(),
      })
      for (const id of [before, after])
        expect((await refusal(openDocument(app, tom.account, id))).message).toBe('There is no document of that number.')
    })
  })

  describe('putting a document on a record', () => {
    it('takes only what one added oneself, and what the record has already', async () => {
      const { app, take, put, tom, nasreen, maya, ivo } = await setUp()
      const others = await take(nasreen.account, ivo)
      await put(nasreen.account, ivo, others)
      const draftOfOthers = await take(nasreen.account, ivo)
      const onAnother = await take(tom.account, maya)
      await put(tom.account, maya, onAnother)
      for (const id of [others, draftOfOthers, onAnother, 999_999 as DocumentId]) {
        const written = await writeNew(app, tom.account, PersonDocument, aDocument([maya], id))
        expect(written).toEqual({
          faults: [
            {
              field: 'document',
              message: 'What is given for “Document” is not here any more. Add the document again.',
            },
          ],
        })
      }
    })

    it('is not for those who may not record about the person, and leaves nothing', async () => {
      const { app, nasreen, marian, maya } = await setUp()
      for (const { account } of [nasreen, marian]) {
        const taking = takeFile(app, account, { subject: maya, type: PersonDocument }, { name: 'a.txt', bytes: words })
        expect((await refusal(taking)).kind).toBe('not allowed')
      }
    })
  })

  it('goes with the draft that it was added to', async () => {
    const { app, take, tom, maya } = await setUp()
    const id = await take(tom.account, maya)
    const draft = await keepDraft(app, tom.account, {
      type: PersonDocument,
      subject: maya,
      typed: { document: [String(id)] },
    })
    expect((await findDocuments(store().db, [id])).get(id)?.draft).toBe(draft)
    await dropDraft(app, tom.account, draft, { type: PersonDocument, subject: maya })
    expect((await findDocuments(store().db, [id])).size).toBe(0)
  })
}, productTypes)
