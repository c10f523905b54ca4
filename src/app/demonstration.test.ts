import { expect, test } from 'vitest'
import { eachDatabase } from '../../test/databases/each-database.ts'
import { appOn, productTypes } from '../../test/support/app.ts'
import { plainDate } from '../core/dates/plain-date.ts'
import { addAccount, listAccounts } from '../store/accounts.ts'
import { makeSubject } from '../store/records/write.ts'
import { findFigures, listAuthoritiesWithFigures } from '../store/series.ts'
import { findSetting } from '../store/settings.ts'
import { isEmpty, loadDemonstration, STANDING_DATE_SETTING } from './demonstration.ts'
import { importSeries } from './import-series.ts'

const ownFigures = {
  format: 'figures',
  file: {
    name: 'own.csv',
    bytes: new TextEncoder().encode(
      'authority,indicator,period,value,published_in\nexampleshire,cic-started,2023-09,12,Pack\n',
    ),
  },
} as const

eachDatabase(({ open }) => {
  test('loaded twice, the demonstration is there once, and its clock stands', async () => {
    const store = await open()
    const app = appOn(store, {
      clock: { today: plainDate('2026-02-01'), standing: false, now: () => new Date('2026-02-01T10:00:00Z') },
    })
    expect(await isEmpty(app)).toBe(true)
    expect(await loadDemonstration(app)).toEqual({ figures: 504, alreadyThere: false })
    expect(await isEmpty(app)).toBe(false)
    expect(await findSetting(store, STANDING_DATE_SETTING)).toBe('2023-10-04')
    const recorded = await store.db
      .selectFrom('import_batch')
      .select(['file_name', 'known_on', 'recorded_at'])
      .execute()
    expect(recorded).toHaveLength(3)
    for (const { known_on, recorded_at } of recorded) {
      expect(known_on).toBe(plainDate('2023-10-04'))
      expect(recorded_at.toISOString()).toBe('2023-10-04T09:00:00.000Z')
    }
    expect(await loadDemonstration(app)).toEqual({ figures: 504, alreadyThere: true })
    expect(await store.db.selectFrom('import_batch').select('id').execute()).toHaveLength(3)
    const known = { authority: 'dorset', periodKind: 'month' } as const
    expect(await findFigures(store, { ...known, knownOn: plainDate('2023-10-04') })).toHaveLength(421)
    expect(await findFigures(store, { ...known, knownOn: plainDate('2023-10-03') })).toEqual([])
  })

  test('is refused over other figures, which stay as they are, with the clock running', async () => {
    const store = await open()
    const app = appOn(store)
    await importSeries(app, [ownFigures], app.clock.today)
    await expect(loadDemonstration(app)).rejects.toMatchObject({
      name: 'Refused',
      kind: 'bad input',
      message: expect.stringMatching(/holds something else already.*los demo --data FOLDER/),
    })
    expect(await listAuthoritiesWithFigures(store)).toEqual(['exampleshire'])
    expect(await findSetting(store, STANDING_DATE_SETTING)).toBeUndefined()
  })

  test('is refused where anybody is known or may sign in, though there are no figures', async () => {
    const [known, peopled] = [await open(), await open()]
    await makeSubject(known.db, { kind: 'person', madeAt: new Date(), madeBy: 'somebody' })
    const account = { userName: 'real', name: 'Real', worker: null, roles: [], passwordHash: 'x', madeAt: new Date() }
    await addAccount(peopled.db, account)
    for (const store of [known, peopled]) {
      expect(await isEmpty(appOn(store))).toBe(false)
      await expect(loadDemonstration(appOn(store))).rejects.toThrow('holds something else already')
    }
    expect((await listAccounts(peopled.db)).map(({ userName }) => userName)).toEqual(['real'])
  })

  test('may stand beside figures that came after it', async () => {
    const store = await open()
    const app = appOn(store)
    await loadDemonstration(app)
    await importSeries(app, [ownFigures], app.clock.today)
    expect(await loadDemonstration(app)).toEqual({ figures: 504, alreadyThere: true })
    expect(await listAuthoritiesWithFigures(store)).toEqual(['dorset', 'exampleshire'])
  })
}, productTypes)
