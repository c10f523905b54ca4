import { describe, expect, it } from 'vitest'
import { eachDatabase } from '../../../test/databases/each-database.ts'
import { productTypes } from '../../../test/support/app.ts'
import { hostStore } from '../../../test/support/host-store.ts'
import {
  Called,
  hostsWithGuest,
  hostTypes,
  notCalledOn,
  numberOfGuestsHere,
  StayedWith,
  staysBegunHere,
} from '../../../test/support/made-up-households.ts'
import { parsePeriod, parsePeriodRange } from '../../core/dates/period.ts'
import { plainDate } from '../../core/dates/plain-date.ts'
import type { SubjectId } from '../../core/definitions/field.ts'
import type { Account } from '../../store/accounts.ts'
import type { Store } from '../../store/open.ts'
import type { App } from '../app.ts'
import { readMyWork } from '../my-work/read.ts'
import { readThing } from '../people/read-thing.ts'
import { Refused } from '../refused.ts'
import { partsOf } from './breakdown.ts'
import { calculate } from './calculate.ts'
import { countedFigures } from './figures.ts'
import { exportList, readList, standings } from './list.ts'
import { whyMoved } from './why.ts'
import { findWork } from './work-list.ts'

const [august, september] = [parsePeriod('2023-08'), parsePeriod('2023-09')]
const everybody = { standings, order: 'name', page: 1, most: 50 } as const
const withGuest = { indicator: hostsWithGuest.key, period: september, ...everybody }

async function counted(store: Store) {
  const world = await hostStore(store)
  await calculate(world.app, parsePeriodRange('2023-08..2023-09'))
  return world
}
const figureNow = async (app: App, indicator: typeof hostsWithGuest) =>
  (
    await countedFigures(app, app.store.db, {
      indicators: [indicator],
      periods: [september],
      knownOn: app.clock.today,
    })
  ).map(({ value }) => value)
const audited = async (store: Store, action: string) =>
  (await store.db.selectFrom('audit').select('subject_id').where('action', '=', action).execute()).map(
    ({ subject_id }) => subject_id,
  )

eachDatabase(
  ({ open }) => {
    describe('a figure over households', () => {
      it('lists those that the viewer may open, by name and with the reasons, and keeps that they were shown', async () => {
        const store = await open()
        const { app, moors, ben, account } = await counted(store)
        const found = await readList(app, await account('director'), withGuest)
        expect(found.figure).toMatchObject({ numerator: 1, denominator: 2, value: 50 })
        // Nobody but whoever is restricted lives with the Hills.
        expect(found.members.map(({ subject, name, age }) => [subject, name, age])).toEqual([
          [moors, 'The Moors', null],
        ])
        expect(found.notShown).toBe(1)
        // Cat stays there too, and is restricted: nothing of her is told where the household is.
        expect(found.members[0]?.reasons.map(({ name, answer, records }) => [name, answer, records])).toEqual([
          [
            'a guest is there',
            '1',
            [{ record: ben.record, opens: true, label: expect.stringContaining('4 September') }],
          ],
        ])
        expect(await audited(store, 'list')).toEqual([moors])
      })

      it('is broken down and taken out as a figure over people is', async () => {
        const store = await open()
        const { app, moors, account } = await counted(store)
        const director = await account('director')
        const { breakdowns } = await partsOf(app, director, withGuest)
        expect(breakdowns.map(({ label, cuts }) => [label, cuts.map((cut) => [cut.label, cut.figure.value])])).toEqual([
          ['Sort', [['Farm', 100]]],
          ['Team', [['Not known', 100]]],
          ['Worker', [['Not known', 100]]],
        ])
        await expect(exportList(app, director, withGuest)).rejects.toBeInstanceOf(Refused)
        const { members } = await exportList(app, await account('performance-analyst'), withGuest)
        expect(members.map(({ subject }) => subject)).toEqual([moors])
        expect(await audited(store, 'export')).toEqual([moors])
      })

      it('says why it moved, adding up, with those who moved', async () => {
        const store = await open()
        const { app, moors, account } = await counted(store)
        const asked = { indicator: hostsWithGuest.key, before: { period: august }, after: { period: september } }
        const director = await account('director')
        const { lines } = await whyMoved(app, director, asked)
        expect(lines.map(({ because, counted: by, leaves }) => [because, by, leaves.value])).toEqual([
          ['a guest is there', 1, 50],
        ])
        const { opened } = await whyMoved(app, director, asked, lines[0]?.key)
        expect(opened?.people.map(({ subject, name }) => [subject, name])).toEqual([[moors, 'The Moors']])
      })

      it('of records that are somebody’s lists those alone that may be read about them', async () => {
        const { app, ben, account } = await counted(await open())
        const asked = { indicator: staysBegunHere.key, period: september, ...everybody }
        const found = await readList(app, await account('director'), asked)
        expect(found.figure.value).toBe(2)
        expect(found.members.map(({ record }) => record)).toEqual([ben.record])
        expect(found.notShown).toBe(1)
      })

      it('opens to those whose work the household is, who learn nothing of who lives there', async () => {
        const store = await open()
        const { app, hills, make, account, allocate } = await counted(store)
        const worker = await make('worker')
        await allocate(hills, worker)
        const sue = await account('social-worker', worker)
        const found = await readList(app, sue, withGuest)
        expect(found.members.map(({ name }) => name)).toEqual(['The Hills'])
        expect((await readThing(app, sue, hills)).stays).toEqual([])
      })
    })

    describe('a work list of households', () => {
      const found = async (store: Store) => {
        const world = await hostStore(store)
        const worker = await world.make('worker')
        await world.allocate(world.moors, worker)
        return { ...world, sue: await world.account('social-worker', worker) }
      }
      const asked = { key: notCalledOn.key, on: plainDate('2023-10-04') }

      it('has those that the viewer may open, by name, with whose work they are, and is kept as shown', async () => {
        const store = await open()
        const { app, moors, account } = await found(store)
        const { needs, notShown } = await findWork(app, await account('director'), asked)
        expect(needs.map(({ name, days, isNow, worker }) => [name, days, isNow, worker === null])).toEqual([
          ['The Moors', 156, true, false],
        ])
        expect(notShown).toEqual({ needs: 1, overdue: 1, unknown: 0 })
        expect(await audited(store, 'list')).toEqual([null, moors])
      })

      it('is narrowed to whose work it is, and stands among their own work', async () => {
        const { app, sue, hills, make, write, allocate } = await found(await open())
        await allocate(hills, await make('worker'))
        const { needs } = await findWork(app, sue, { ...asked, whose: 'mine' })
        expect(needs.map(({ name }) => name)).toEqual(['The Moors'])
        const own = await readMyWork(app, sue, 'mine')
        expect(own.people.map(({ kind, name }) => [kind, name])).toEqual([['household', 'The Moors']])
        expect(own.attention.map(({ stands, why }) => [stands, why])).toEqual([
          ['For 156 days', 'Nobody has called since 1 May 2023.'],
        ])
        await write(Called, { household: [needs[0]?.subject ?? hills] }, { on: plainDate('2023-10-01') })
        expect((await readMyWork(app, sue, 'mine')).attention).toEqual([])
      })
    })

    describe('the clocks of a household', () => {
      const clocks = async (app: App, account: Account, household: SubjectId) =>
        (await readThing(app, account, household)).clocks.occurrences.map(({ timescale, due, state }) => [
          timescale.label,
          due,
          state,
        ])

      it('stand on its page; what began with a guest of whom one may not read is not told', async () => {
        const { app, moors, write, account } = await hostStore(await open())
        const director = await account('director')
        await write(Called, { household: [moors] }, { on: plainDate('2023-09-06') })
        // Ben came on 4 September; that Cat came on the 11th is not known from here.
        expect(await clocks(app, director, moors)).toEqual([
          ['Call on hosts', plainDate('2023-05-08'), 'late'],
          ['Call on a guest', plainDate('2023-09-11'), 'in time'],
        ])
      })
    })

    describe('a record of a person and a household', () => {
      it('is in the chronologies of both: to write it counts both again', async () => {
        const { app, hills, make, write } = await counted(await open())
        expect([await figureNow(app, hostsWithGuest), await figureNow(app, numberOfGuestsHere)]).toEqual([[50], [2]])
        const guest = await make('person')
        const startedOn = plainDate('2023-09-20')
        await write(StayedWith, { guest: [guest], household: [hills] }, { startedOn })
        expect([await figureNow(app, hostsWithGuest), await figureNow(app, numberOfGuestsHere)]).toEqual([[100], [3]])
      })

      it('stands on the household’s page for whoever may read it of the person', async () => {
        const { app, moors, ben, account } = await counted(await open())
        const read = await readThing(app, await account('director'), moors)
        expect(read.ofPeople.map(({ record, who }) => [record.record, who.map(({ subject }) => subject)])).toEqual([
          [ben.record, [ben.guest]],
        ])
      })
    })
  },
  new Map([...productTypes, ...hostTypes]),
)
