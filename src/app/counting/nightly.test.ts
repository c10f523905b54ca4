import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { eachDatabase } from '../../../test/databases/each-database.ts'
import { appOn } from '../../../test/support/app.ts'
import { known, madeUpArea, madeUpTypes, Stay } from '../../../test/support/counted.ts'
import { plainDate } from '../../core/dates/plain-date.ts'
import { catalogue } from '../../core/definitions/catalogue.ts'
import { makeSubject, writeVersion } from '../../store/records/write.ts'
import type { App } from '../app.ts'
import { bringUpToDate } from './calculate.ts'
import { listsOf } from './lists.ts'
import { onNewDay } from './nightly.ts'

eachDatabase(({ open }) => {
  /** An app whose day can be turned, with somebody in it. */
  const made = async () => {
    let today = plainDate('2023-10-04')
    const store = await open()
    const app: App = {
      ...appOn(store, { catalogue: catalogue([madeUpArea]) }),
      clock: {
        get today() {
          return today
        },
        standing: false,
        now: () => new Date(),
      },
    }
    const arrives = async () => {
      const guest = await makeSubject(store.db, { kind: 'person', madeAt: new Date(), madeBy: 'test' })
      await writeVersion(store.db, {
        type: Stay,
        content: known(Stay, guest, { startedOn: '2023-05-10', room: 'attic' }).content,
        knownOn: plainDate('2023-10-01'),
        recordedAt: new Date(),
        recordedBy: 'test',
        reason: null,
        source: 'form',
      })
    }
    await arrives()
    const turnTo = (text: string) => {
      today = plainDate(text)
    }
    return { app, arrives, turnTo }
  }

  describe('when the day turns', () => {
    it('what it makes stale is counted again, and nothing until then', async () => {
      const { app, turnTo } = await made()
      const turn = onNewDay(app)
      const lists = listsOf(app).length
      expect(await turn()).toMatchObject({ periods: 36 * lists })
      expect(await turn()).toBeUndefined()
      turnTo('2023-10-05')
      expect(await turn()).toMatchObject({ periods: lists })
      expect(await turn()).toBeUndefined()
    })

    it('is tried again where it failed', async () => {
      const { app, turnTo } = await made()
      const turn = onNewDay(app)
      await turn()
      turnTo('2023-10-05')
      await app.store.db.schema.alterTable('member').renameTo('member_away').execute()
      await expect(turn()).rejects.toThrow()
      await app.store.db.schema.alterTable('member_away').renameTo('member').execute()
      expect(await turn()).toMatchObject({ periods: listsOf(app).length })
    })

    it('an embedded store does not grow with each day: a server of PostgreSQL clears away by itself', async () => {
      const { app, arrives, turnTo } = await made()
      if (app.store.kind === 'postgresql') return
      for (let guests = 0; guests < 100; guests++) await arrives()
      const turn = onNewDay(app)
      const pages = async () => {
        const { rows } = await sql<{ pages: number }>`select pg_relation_size('member') / 8192 as pages`.execute(
          app.store.db,
        )
        return rows[0]?.pages ?? 0
      }
      await turn()
      turnTo('2023-10-05')
      await turn()
      const before = await pages()
      for (let day = 6; day < 16; day++) {
        turnTo(`2023-10-${String(day).padStart(2, '0')}`)
        await turn()
      }
      expect(await pages()).toBeLessThanOrEqual(2 * before)
    })

    it('two servers on one store do it once', async () => {
      const { app } = await made()
      const done = await Promise.all([bringUpToDate(app), bringUpToDate(app), onNewDay(app)()])
      expect(done.map((one) => one?.periods ?? 0).toSorted((a, b) => a - b)).toEqual([0, 0, 36 * listsOf(app).length])
    })
  })
}, madeUpTypes)
