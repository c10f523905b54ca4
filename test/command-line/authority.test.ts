import { describe, expect, inject, onTestFinished, test } from 'vitest'
import { OWN_AUTHORITY_SETTING } from '../../src/app/app.ts'
import { makeSubject } from '../../src/store/records/write.ts'
import { findSetting } from '../../src/store/settings.ts'
import { los } from '../contract/access/command-line.ts'
import { openEmbedded } from '../databases/embedded.ts'
import { appOn, productTypes } from '../support/app.ts'

describe('whose children a store holds', () => {
  test('is said once, by the operator where there is one, and does not change under its records', async () => {
    const store = await openEmbedded(inject('databaseWorkshop'), productTypes)
    onTestFinished(() => store.close())
    const app = { ...appOn(store), own: undefined }
    expect(await los({ app }, ['authority'])).toMatchObject({
      code: 1,
      text: expect.stringContaining('It is not set whose children this store holds.'),
    })
    expect(await los({ app }, ['authority', 'barnslay'])).toMatchObject({
      code: 1,
      text: expect.stringContaining('barnsley'),
    })
    const set = await los({ app }, ['authority', 'barnsley', '--format', 'json'])
    expect(JSON.parse(set.text)).toMatchObject({ key: 'barnsley', name: 'Barnsley', code: 'E08000016' })
    expect(await findSetting(store, OWN_AUTHORITY_SETTING)).toBe('barnsley')

    const barnsley = app.authorities.get('barnsley')
    const later = { ...app, own: barnsley }
    expect((await los({ app: later }, ['authority', 'kent'])).code).toBe(0)
    await makeSubject(store.db, { kind: 'person', madeAt: new Date(), madeBy: 'Test' })
    expect(await los({ app: later }, ['authority', 'barnsley'])).toMatchObject({ code: 0 })
    expect(await los({ app: later }, ['authority', 'kent'])).toMatchObject({
      code: 1,
      text: expect.stringContaining('holds the records of Barnsley'),
    })

    await los({ app }, ['users', 'add', 'olwen', '--name', 'Olwen Price', '--role', 'operator'])
    await los({ app }, ['users', 'add', 'tom', '--name', 'Tom Fairweather', '--role', 'social-worker'])
    expect(await los({ app: later }, ['authority', 'barnsley', '--as', 'tom'])).toMatchObject({ code: 1 })
    expect(await los({ app: later }, ['authority', 'barnsley'])).toMatchObject({ code: 0 })
  })
})
