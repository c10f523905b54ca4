import { expect, test } from 'vitest'
import { eachDatabase } from '../../../test/databases/each-database.ts'
import { testTypes } from '../../../test/databases/record-types.ts'
import { StoreError } from '../store-error.ts'
import { type Draft, deleteDraft, findDraft, findDrafts, saveDraft } from './drafts.ts'
import { makeSubject } from './write.ts'

const at = (time: string) => new Date(`2024-05-01T${time}:00Z`)
let owners = 0

eachDatabase(({ share }) => {
  const store = share()
  const draft = (changes: Partial<Draft> = {}): Draft => ({
    type: 'placement',
    record: null,
    basedOn: null,
    subject: null,
    owner: `worker-${++owners}`,
    content: { note: 'The mother said', startedOn: ['5', '', '2024'] },
    savedAt: at('09:00'),
    ...changes,
  })

  test('a draft is saved, found, saved over and thrown away', async () => {
    const { db } = store()
    const subject = await makeSubject(db, { kind: 'person', madeAt: at('08:00'), madeBy: 'intake' })
    const first = draft({ subject })
    const id = await saveDraft(db, first)
    expect(await findDraft(db, id)).toEqual({ ...first, id })
    const later = { ...first, content: { note: 'The mother said that' }, savedAt: at('09:10') }
    expect(await saveDraft(db, { ...later, id })).toBe(id)
    expect(await findDrafts(db, { owner: first.owner })).toEqual([{ ...later, id }])
    await deleteDraft(db, id)
    expect(await findDraft(db, id)).toBeUndefined()
  })

  test('the last saved comes first, and nobody else’s with it', async () => {
    const { db } = store()
    const first = draft()
    const { owner } = first
    const early = await saveDraft(db, first)
    const late = await saveDraft(db, draft({ owner, savedAt: at('11:00') }))
    await saveDraft(db, draft())
    expect((await findDrafts(db, { owner })).map(({ id }) => id)).toEqual([late, early])
  })

  test('nobody saves over somebody else’s, nor over one that is gone', async () => {
    const { db } = store()
    const first = draft()
    const id = await saveDraft(db, first)
    await expect(saveDraft(db, { ...draft({ content: {} }), id })).rejects.toThrow(StoreError)
    expect((await findDraft(db, id))?.content).toEqual(first.content)
    await deleteDraft(db, id)
    await expect(saveDraft(db, { ...first, id })).rejects.toThrow(`has no draft with the number ${id} any more`)
  })
}, testTypes)
