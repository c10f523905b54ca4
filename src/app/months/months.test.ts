import { describe, expect, it } from 'vitest'
import { eachDatabase } from '../../../test/databases/each-database.ts'
import { appOn } from '../../../test/support/app.ts'
import { numberOfGuests, shareInAttic } from '../../../test/support/counted.ts'
import {
  account,
  extractDay,
  guestBook,
  guestHouse,
  guestTypes,
  makeGuest,
  on,
  september,
  signedOff,
  stamp,
  stays,
  writtenLate,
} from '../../../test/support/guest-house.ts'
import { areas } from '../../areas/index.ts'
import { parsePeriod } from '../../core/dates/period.ts'
import { plainDate } from '../../core/dates/plain-date.ts'
import { catalogue } from '../../core/definitions/catalogue.ts'
import type { Account } from '../../store/accounts.ts'
import { findFrozenCommentary } from '../../store/months/cycle.ts'
import { findFrozenFigures, findFrozenMembers } from '../../store/months/publications.ts'
import type { Store } from '../../store/open.ts'
import { addMerge } from '../../store/records/merges.ts'
import { calculate, recount } from '../counting/calculate.ts'
import { openAgain, readMonth, seeQuality, signOff, writeCommentary } from './cycle.ts'
import { freezeMonth } from './freeze.ts'
import { frozenMonths, publicationsOf } from './month.ts'
import { restatedSince } from './restated.ts'

eachDatabase(({ open }) => {
  describe('a frozen month', () => {
    it('keeps every figure with its rule and what it was judged by, and who was in it', async () => {
      const store = await open()
      const { app, ann, ben, analyst } = await guestHouse(store)
      const frozen = await freezeMonth(app, analyst, { ...september, knownOn: extractDay })
      expect(frozen).toMatchObject({ version: 1, knownOn: extractDay, frozenBy: 'performance-analyst', reason: null })
      const figures = await findFrozenFigures(store.db, frozen.id)
      expect(figures.filter(({ indicator }) => indicator === numberOfGuests.key).map(({ value }) => value)).toEqual([
        0, 2, 2, 2, 2, 2,
      ])
      expect(figures.at(-1)).toMatchObject({ section: 'all', definition: { section: 'Guests', source: 'Made up' } })
      const members = await findFrozenMembers(store.db, frozen.id)
      expect(members.get(shareInAttic.key)?.map(({ subject, verdict }) => [subject, verdict])).toEqual([
        [ann, '0'],
        [ben, '1'],
      ])
    })

    it('stays as it is whatever is recorded later; what would be otherwise today is told by who it is about and what was recorded', async () => {
      const store = await open()
      const { app, ben, analyst, director } = await guestHouse(store)
      const frozen = await freezeMonth(app, analyst, { ...september, knownOn: extractDay })
      const before = [await findFrozenFigures(store.db, frozen.id), await findFrozenMembers(store.db, frozen.id)]
      expect((await restatedSince(app, director, september)).figures).toEqual([])
      const { later, cat } = await writtenLate(store, app, ben)
      const found = await restatedSince(later, director, september)
      const attic = found.figures.find(({ figure }) => figure.indicator === shareInAttic.key)
      expect(attic).toMatchObject({ figure: { value: 50 }, otherRule: false, notShown: 1 })
      expect(attic?.now).toBeCloseTo(100 / 3)
      expect(attic?.members).toMatchObject([
        {
          ...{ subject: cat, was: '-', is: '1' },
          recorded: [{ label: 'Stay, 10 September 2023: Attic', by: 'Ada Keech', knownOn: plainDate('2023-10-12') }],
        },
      ])
      expect([await findFrozenFigures(store.db, frozen.id), await findFrozenMembers(store.db, frozen.id)]).toEqual(
        before,
      )
      const shown = await store.db.selectFrom('audit').select(['subject_id']).where('action', '=', 'list').execute()
      expect(new Set(shown.map(({ subject_id }) => subject_id))).toEqual(new Set([cat]))
    })

    it('counts somebody once who was recorded twice, and says that it did not when it was frozen', async () => {
      const store = await open()
      const { app, ann, analyst } = await guestHouse(store)
      const twin = await makeGuest(store)
      await stays(store, twin, { startedOn: '2023-05-10', room: 'garden' })
      await app.store.db.transaction().execute((db) => recount(app, db, [twin]))
      await freezeMonth(app, analyst, { ...september, knownOn: extractDay })
      const later = on(app, '2023-10-14')
      const { today: knownOn } = later.clock
      await store.db.transaction().execute(async (db) => {
        await addMerge(db, {
          kept: ann,
          merged: twin,
          knownOn,
          at: stamp.recordedAt,
          by: 'test',
          reason: 'One birth',
        })
        await recount(later, db, [ann, twin])
      })
      const { figures } = await restatedSince(later, analyst, september)
      const guests = figures.find(({ figure }) => figure.indicator === numberOfGuests.key)
      expect(guests).toMatchObject({ figure: { value: 3 }, now: 2, members: [{ subject: ann, was: '1', is: '-' }] })
    })

    it('is as it was known on the extract day, though it is frozen later', async () => {
      const store = await open()
      const { app, ben, analyst } = await guestHouse(store)
      const { later } = await writtenLate(store, app, ben)
      const frozen = await freezeMonth(later, analyst, { ...september, knownOn: extractDay })
      const figures = await findFrozenFigures(store.db, frozen.id)
      expect(figures.findLast(({ indicator }) => indicator === numberOfGuests.key)?.value).toBe(2)
      expect((await restatedSince(later, analyst, september)).figures.map(({ now }) => now)).toContain(3)
    })

    it('is corrected by a version beside it that says why, and never otherwise', async () => {
      const store = await open()
      const { app, ben, analyst, director } = await guestHouse(store)
      const first = await freezeMonth(app, analyst, { ...september, knownOn: extractDay })
      const { later } = await writtenLate(store, app, ben)
      const again = () => freezeMonth(later, analyst, { ...september, knownOn: plainDate('2023-10-14') })
      await expect(again()).rejects.toThrow('September 2023 was frozen as known on 4 October 2023 already')
      await openAgain(later, director, september, 'A guest had not been written down')
      await expect(again()).rejects.toThrow('September 2023 is not signed off yet')
      const words = { indicator: null, goingWell: '', worries: 'One was forgotten', doing: '' }
      await writeCommentary(later, director, { ...september, section: 'all' }, [words])
      await signOff(later, director, september)
      const second = await again()
      expect(await publicationsOf(later, september)).toEqual([first, second])
      expect(await frozenMonths(later, 'guest-book')).toEqual([second])
      expect(second).toMatchObject({ version: 2, reason: 'A guest had not been written down' })
      expect((await restatedSince(later, analyst, september)).figures).toEqual([])
      const said = async ({ id }: typeof first) => (await findFrozenCommentary(store.db, id)).map((one) => one.worries)
      expect([await said(first), await said(second)]).toEqual([[''], ['One was forgotten']])
    })

    it('is refused before the month is over, for a day to come, and to whoever does not freeze; each try is kept', async () => {
      const store = await open()
      const { app, analyst, director } = await guestHouse(store)
      const freeze = (who: Account, knownOn: string, period = '2023-09') =>
        freezeMonth(app, who, { ...september, period: parsePeriod(period), knownOn: plainDate(knownOn) })
      await expect(freeze(analyst, '2023-09-30')).rejects.toThrow('It can be frozen from 1 October 2023')
      await expect(freeze(analyst, '2023-10-05')).rejects.toThrow('is not known yet')
      await expect(freeze(director, '2023-10-04')).rejects.toThrow('Your role does not freeze figures')
      expect(await publicationsOf(app, september)).toEqual([])
      await expect(restatedSince(app, director, september)).rejects.toThrow('has not been frozen')
      const tried = await store.db
        .selectFrom('audit')
        .select(['action', 'decision', 'detail'])
        .where('action', '=', 'freeze')
        .execute()
      expect(tried).toEqual([{ action: 'freeze', decision: 'no', detail: 'Guest book, September 2023' }])
    })
  })

  describe('the month on its way', () => {
    const start = async (store: Store) => {
      const app = on(appOn(store, { catalogue: catalogue([...areas, guestBook]) }), '2023-10-04')
      return {
        app,
        analyst: await account(store, 'performance-analyst'),
        director: await account(store, 'director'),
        worker: await account(store, 'social-worker'),
      }
    }

    it('is signed off when its quality was looked at and every section is written, and not before', async () => {
      const store = await open()
      const { app, analyst, director } = await start(store)
      const off = () => signOff(app, director, september)
      await expect(off()).rejects.toThrow('nobody has said that the quality of the data was looked at; Guests is not')
      await expect(seeQuality(app, analyst, september, ' ')).rejects.toThrow('Say what you found.')
      await signedOff(app, analyst, director)
      const { taken, missing, sections } = await readMonth(app, september)
      expect(taken.map(({ step, by, words }) => [step, by, words])).toEqual([
        ['quality seen', 'performance-analyst', 'Nothing is wrong with it'],
        ['signed off', 'director', ''],
      ])
      expect([missing, sections.map(({ state }) => state)]).toEqual([[], ['written']])
      await expect(off()).rejects.toThrow('September 2023 is signed off. To change anything, open it again')
    })

    it('keeps what two write of one thing at the same time, and stops the second where both write in one box', async () => {
      const store = await open()
      const { app, analyst, director } = await start(store)
      const shown = { goingWell: '', worries: '', doing: '' }
      const say = (who: Account, words: Partial<typeof shown>) =>
        writeCommentary(app, who, { ...september, section: 'all' }, [{ indicator: null, ...shown, ...words, shown }])
      const said = async () => (await readMonth(app, september)).sections[0]?.said.get(null)
      expect(await say(analyst, { worries: 'Too many' })).toEqual([])
      expect(await say(director, { doing: 'Another house' })).toEqual([])
      expect(await said()).toMatchObject({ worries: 'Too many', doing: 'Another house', by: 'director' })
      expect(await say(analyst, { worries: 'Too few' })).toMatchObject([{ worries: 'Too many', by: 'director' }])
      expect(await said()).toMatchObject({ worries: 'Too many' })
    })

    it('is not signed off before somebody says why there is one of what there should be none of', async () => {
      const store = await open()
      const { app: without, analyst, director } = await start(store)
      const none = { ...numberOfGuests, exceptional: 'Nobody should be there in winter.' }
      const indicators = guestBook.indicators.map((one) => (one === numberOfGuests ? none : one))
      const sections = [{ key: 'all', label: 'Guests', indicators }]
      const strict = { ...guestBook, indicators, datasets: guestBook.datasets.map((one) => ({ ...one, sections })) }
      const app = { ...without, catalogue: catalogue([...areas, strict]) }
      await stays(store, await makeGuest(store), { startedOn: '2023-05-10', room: 'garden' })
      await calculate(app, [september.period])
      await expect(signedOff(app, analyst, director)).rejects.toThrow('Guests is not written')
      expect((await readMonth(app, september)).sections[0]).toMatchObject({ missed: ['guests'], explained: [] })
      const why = { indicator: 'guests', goingWell: '', worries: '', doing: 'She leaves tomorrow' }
      await writeCommentary(app, director, { ...september, section: 'all' }, [why])
      await signOff(app, director, september)
    })

    it('keeps who said what, and says nothing twice; once it is signed off nothing is changed', async () => {
      const store = await open()
      const { app, analyst, director, worker } = await start(store)
      const say = (who: Account, worries: string) =>
        writeCommentary(app, who, { ...september, section: 'all' }, [
          { indicator: null, goingWell: 'They like it here', worries: '', doing: '' },
          { indicator: numberOfGuests.key, goingWell: '', worries, doing: '' },
        ])
      await say(analyst, 'Too many')
      await say(director, 'Too many ')
      await expect(say(worker, 'x')).rejects.toThrow('Your role does not write a commentary')
      const all = await store.db.selectFrom('commentary').select(['written_by', 'worries']).orderBy('id').execute()
      expect(all.map(({ written_by, worries }) => [written_by, worries])).toEqual([
        ['performance-analyst', ''],
        ['performance-analyst', 'Too many'],
      ])
      await seeQuality(app, analyst, september, 'Nothing is wrong with it')
      await signOff(app, director, september)
      await expect(say(director, 'Far too many')).rejects.toThrow('is signed off')
      await expect(openAgain(app, director, september, '')).rejects.toThrow('Say why.')
      await openAgain(app, director, september, 'A figure is wrong')
      await say(director, 'Far too many')
      const [section] = (await readMonth(app, september)).sections
      expect(section?.said.get(numberOfGuests.key)).toMatchObject({ by: 'director', worries: 'Far too many' })
      await expect(writeCommentary(app, director, { ...september, section: 'cellar' }, [])).rejects.toThrow(
        'There is no such section',
      )
    })
  })
}, guestTypes)
