import { describe, expect, it } from 'vitest'
import { eachDatabase } from '../../../test/databases/each-database.ts'
import { day, when } from '../../../test/databases/importing.ts'
import { contact, placement, testTypes } from '../../../test/databases/record-types.ts'
import type { SubjectId } from '../../core/definitions/field.ts'
import { type Db, inTransaction } from '../records/transaction.ts'
import { makeSubject, writeVersion } from '../records/write.ts'
import { writtenAfter } from './written.ts'

const stamp = { knownOn: day('01-01'), recordedAt: when, recordedBy: 'ann', reason: null, source: 'form' as const }
const roleOf = (type: { readonly subjects: object }): string => Object.keys(type.subjects)[0] ?? ''

eachDatabase(({ open }) => {
  async function authority() {
    const store = await open()
    const someone = () => makeSubject(store.db, { kind: 'person', madeAt: when, madeBy: 'ann' })
    return { store, ann: await someone(), bob: await someone() }
  }
  const write = (db: Db, type: typeof placement, subject: SubjectId, fields: Record<string, string | number>) =>
    writeVersion(db, { ...stamp, type, content: { subjects: { [roleOf(type)]: [subject] }, links: {}, fields } })
  const placed = (db: Db, child: SubjectId) => write(db, placement, child, { startedOn: day('01-01'), note: 'one' })
  const met = (db: Db, child: SubjectId) => write(db, contact, child, { note: 'one' })

  describe('what has been written after a version', () => {
    it('is told of with whom it is about and of which types, and no earlier', async () => {
      const { store, ann, bob } = await authority()
      const { version } = await placed(store.db, ann)
      await met(store.db, ann)
      await met(store.db, ann)
      const { version: last } = await placed(store.db, bob)
      const written = await writtenAfter(store.db, version, 10)
      expect(written).toMatchObject({ last, isMine: false, isMore: false, isWhole: true })
      expect(new Map(written.since.map(({ subject, types }) => [subject, types] as const))).toEqual(
        new Map([
          [ann, [contact.key]],
          [bob, [placement.key]],
        ]),
      )
      expect(await writtenAfter(store.db, last, 10)).toMatchObject({ since: [], isMine: false })
    })

    it('is nobody where no version is known of', async () => {
      const { store, ann } = await authority()
      await placed(store.db, ann)
      expect(await writtenAfter(store.db, undefined, 10)).toMatchObject({ since: [], isMine: false, isMore: false })
    })

    it('is mine where this transaction wrote it, or may have', async () => {
      const { store, ann } = await authority()
      const { version } = await placed(store.db, ann)
      await inTransaction(store, async (db) => {
        expect(await writtenAfter(db, version, 10)).toMatchObject({ isMine: false })
        expect(await writtenAfter(db, undefined, 10)).toMatchObject({ isMine: false })
        await met(db, ann)
        expect(await writtenAfter(db, version, 10)).toMatchObject({ isMine: true })
        expect(await writtenAfter(db, undefined, 10)).toMatchObject({ isMine: true })
      })
    })

    it('is more than is told of where it is about more', async () => {
      const { store, ann, bob } = await authority()
      const { version } = await placed(store.db, ann)
      await met(store.db, ann)
      expect(await writtenAfter(store.db, version, 1)).toMatchObject({ isMore: false })
      await met(store.db, bob)
      expect(await writtenAfter(store.db, version, 1)).toMatchObject({ isMore: true })
      expect(await writtenAfter(store.db, version, 2)).toMatchObject({ isMore: false })
    })

    it('is more than is told of where there are too many versions to look through', async () => {
      const { store, ann } = await authority()
      const { version } = await placed(store.db, ann)
      for (let times = 1; times <= 19; times++) await met(store.db, ann)
      expect(await writtenAfter(store.db, version, 1)).toMatchObject({ isMore: false })
      await met(store.db, ann)
      expect(await writtenAfter(store.db, version, 1)).toMatchObject({ isMore: true, isMine: false })
      await inTransaction(store, async (db) => {
        await met(db, ann)
        expect(await writtenAfter(db, version, 1)).toMatchObject({ isMore: true, isMine: true })
      })
    })
  })
}, testTypes)
