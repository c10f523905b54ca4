import { describe, expect, it } from 'vitest'
import { draftWords } from './begun-drafts.ts'
import { draftOf } from './drafts.ts'
import { type AccountKey, accountKeys } from './expected.ts'
import { noteFields } from './pages-of-records.ts'
import { send } from './sending.ts'
import { contractWorld } from './world.ts'

const world = contractWorld()
const next = (key: AccountKey): AccountKey =>
  accountKeys[(accountKeys.indexOf(key) + 1) % accountKeys.length] ?? 'director'

describe('a draft', () => {
  it('is there for whoever began it, and at no address for anybody else', async () => {
    const { people, accounts } = world()
    const { subject, records } = people.mine
    for (const key of accountKeys) {
      const [own, other] = [accounts[key], accounts[next(key)]]
      const note = await draftOf(world(), own, { subject })
      const correction = await draftOf(world(), own, { record: records.o })
      const at = (who: typeof own, url: string) => send(world(), who, { method: 'GET', url })
      expect([key, (await at(own, `/drafts/${note}`)).statusCode]).toEqual([key, 303])
      for (const url of [
        `/drafts/${note}`,
        `/drafts/${note}/choose/people`,
        `/people/${subject}/record/case-note?draft=${note}`,
        `/records/${records.o}/correct?draft=${correction}`,
      ]) {
        const { statusCode, body } = await at(other, url)
        expect([key, url, statusCode === 404 || statusCode === 403]).toEqual([key, url, true])
        expect(body).not.toContain(draftWords(own.account))
      }
    }
  })

  it('is written over, filled in, put together and thrown away by nobody else', async () => {
    const { people, accounts, store } = world()
    const { subject, records } = people.mine
    const contents = () => store.db.selectFrom('draft').selectAll().orderBy('id').execute()
    const own = accounts['social-worker']
    const note = await draftOf(world(), own, { subject })
    const correction = await draftOf(world(), own, { record: records.o })
    const ofOwner = async () => (await contents()).filter(({ owner }) => owner === own.account.userName)
    const before = await ofOwner()
    for (const key of accountKeys.filter((one) => one !== 'social-worker')) {
      const fields = { ...noteFields(world(), String(subject)), draft: String(note) }
      for (const [url, sent] of [
        [`/people/${subject}/record/case-note`, { ...fields, do: 'save' }],
        [`/people/${subject}/record/case-note`, { ...fields, do: 'drop' }],
        [`/people/${subject}/record/case-note`, fields],
        [`/drafts/${note}/choose/people`, { choose: String(people.named.subject), instead: String(correction) }],
        [`/drafts/${note}/choose/people`, { instead: String(note) }],
        [`/records/${records.o}/correct/merge?draft=${correction}`, { theirs: '1' }],
        ['/people/new', { draft: String(note), do: 'drop' }],
      ] as const) {
        const { body } = await send(world(), accounts[key], { method: 'POST', url, fields: sent })
        expect(body).not.toContain(draftWords(own.account))
      }
    }
    expect(await ofOwner()).toEqual(before)
  })
})
