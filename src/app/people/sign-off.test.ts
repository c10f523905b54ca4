import { describe, expect, it } from 'vitest'
import { eachDatabase } from '../../../test/databases/each-database.ts'
import { appOn, productTypes } from '../../../test/support/app.ts'
import { Promised } from '../../../test/support/promised.ts'
import { areas } from '../../areas/index.ts'
import { plainDate } from '../../core/dates/plain-date.ts'
import { catalogue } from '../../core/definitions/catalogue.ts'
import type { Account } from '../../store/accounts.ts'
import { loadDemonstrationPeople } from '../demonstration-people.ts'
import { Refused } from '../refused.ts'
import { listWaiting, signOff } from './sign-off.ts'
import { readVersions } from './versions.ts'
import { correct, writeNew } from './write.ts'

const types = new Map([...productTypes, [Promised.key, Promised] as const])

eachDatabase((database) => {
  const store = database.share()
  let made: ReturnType<typeof loadDemonstrationPeople> | undefined
  const setUp = async () => {
    made ??= loadDemonstrationPeople(store().db, 'none')
    const testing = { key: 'testing', label: 'Testing', indicators: [], records: [Promised] }
    return { app: appOn(store(), { catalogue: catalogue([...areas, testing]) }), ...(await made) }
  }

  describe('what a manager has to sign', () => {
    const promise = async (account: Account, what: string) => {
      const { app, maya } = await setUp()
      const content = { subjects: { child: [maya] }, links: {}, fields: { madeOn: plainDate('2023-10-02'), what } }
      const written = await writeNew(app, account, Promised, content)
      if (!('record' in written)) throw new Error('it was not written')
      return { app, content, ...written }
    }
    const refusal = (work: Promise<unknown>) =>
      work.then(
        () => 'was not refused',
        (reason: unknown) => (reason instanceof Refused ? reason.kind : reason),
      )

    it('waits for the managers of the child’s team, and for nobody else', async () => {
      const { tom, dilys, nasreen, marian } = await setUp()
      const { app, record, version } = await promise(tom.account, 'A bicycle')
      expect((await listWaiting(app, dilys.account)).waiting).toMatchObject([
        { record, label: 'Promise', about: 'Maya Ellwood', by: 'Tom Fairweather' },
      ])
      for (const { account } of [tom, nasreen, marian])
        expect(await listWaiting(app, account)).toEqual({ waiting: [], isAll: true })
      const { signing, maySign } = await readVersions(app, tom.account, record)
      expect([signing, maySign]).toEqual([{ state: 'waiting' }, false])
      const saying = { record, version, decision: 'signed', words: '' } as const
      expect(await refusal(signOff(app, tom.account, saying))).toBe('not allowed')
      await signOff(app, dilys.account, saying)
      expect((await readVersions(app, tom.account, record)).signing).toMatchObject({
        state: 'signed',
        by: 'Dilys Okafor',
      })
      expect((await listWaiting(app, dilys.account)).waiting).toEqual([])
    })

    it('is sent back with what is missing, and waits again once it is corrected', async () => {
      const { tom, dilys } = await setUp()
      const { app, content, record, version } = await promise(tom.account, 'A trip')
      const back = { record, version, decision: 'sent back', words: 'When?' } as const
      expect(await refusal(signOff(app, dilys.account, { ...back, words: ' ' }))).toBe('bad input')
      await signOff(app, dilys.account, back)
      expect((await readVersions(app, tom.account, record)).signing).toMatchObject({
        state: 'sent back',
        words: 'When?',
      })
      const fields = { ...content.fields, what: 'A trip in May' }
      await correct(app, tom.account, { record, basedOn: version, reason: 'When', content: { ...content, fields } })
      expect((await readVersions(app, tom.account, record)).signing).toEqual({ state: 'waiting' })
      // The version that the manager had before them is not the one that would be signed.
      expect(await refusal(signOff(app, dilys.account, { ...back, decision: 'signed' }))).toBe('in the way')
    })

    it('is signed by nobody who wrote it', async () => {
      const { dilys } = await setUp()
      const { app, record, version } = await promise(dilys.account, 'A dog')
      expect((await listWaiting(app, dilys.account)).waiting.map((one) => one.record)).not.toContain(record)
      expect(await refusal(signOff(app, dilys.account, { record, version, decision: 'signed', words: '' }))).toBe(
        'not allowed',
      )
    })

    it('of more than are shown at once, the oldest are, and it is said that there are more', async () => {
      const { tom, dilys } = await setUp()
      const { app } = await promise(tom.account, 'A book')
      const { waiting: before } = await listWaiting(app, dilys.account)
      await promise(tom.account, 'Another book')
      expect(await listWaiting(app, dilys.account, before.length)).toEqual({ waiting: before, isAll: false })
      const { waiting, isAll } = await listWaiting(app, dilys.account, before.length + 1)
      expect([waiting.length, isAll]).toEqual([before.length + 1, true])
    })
  })
}, types)
