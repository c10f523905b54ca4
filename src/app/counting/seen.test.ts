import { describe, expect, it } from 'vitest'
import { eachDatabase } from '../../../test/databases/each-database.ts'
import { appOn, productTypes } from '../../../test/support/app.ts'
import { contentOf } from '../../../test/support/content.ts'
import { known, madeUpArea, madeUpTypes, numberOfGuests, Stay, shareInAttic } from '../../../test/support/counted.ts'
import { areas } from '../../areas/index.ts'
import { Restriction } from '../../areas/people/safety.ts'
import { parsePeriod, parsePeriodRange, previousPeriod } from '../../core/dates/period.ts'
import { plainDate } from '../../core/dates/plain-date.ts'
import { catalogue } from '../../core/definitions/catalogue.ts'
import type { SubjectId } from '../../core/definitions/field.ts'
import { type Account, addAccount, findAccount } from '../../store/accounts.ts'
import type { Store } from '../../store/open.ts'
import { makeSubject, writeVersion } from '../../store/records/write.ts'
import type { App } from '../app.ts'
import { partsOf } from './breakdown.ts'
import { calculate } from './calculate.ts'
import { insideOf } from './inside.ts'
import { type AskedList, exportList, readList, standings } from './list.ts'
import { membersOf } from './members.ts'
import { whyMoved } from './why.ts'

const stamp = {
  recordedAt: new Date('2023-10-01T09:00:00Z'),
  recordedBy: 'Ada Keech',
  reason: null,
  source: 'form' as const,
}
const [august, september] = [parsePeriod('2023-08'), parsePeriod('2023-09')]

async function account(store: Store, role: string): Promise<Account> {
  const about = { name: role, worker: null, roles: [role], passwordHash: 'x', madeAt: stamp.recordedAt }
  await addAccount(store.db, { userName: role, ...about })
  const added = await findAccount(store.db, role)
  if (added === undefined) throw new Error(role)
  return added
}

async function stays(store: Store, given: Parameters<typeof known>[2], knownOn = '2023-10-01') {
  const subject = await makeSubject(store.db, { kind: 'person', madeAt: stamp.recordedAt, madeBy: 'test' })
  const { content } = known(Stay, subject, given)
  const written = await writeVersion(store.db, { ...stamp, type: Stay, content, knownOn: plainDate(knownOn) })
  return { subject, ...written }
}

async function restrict(store: Store, person: SubjectId) {
  const team = await makeSubject(store.db, { kind: 'team', madeAt: stamp.recordedAt, madeBy: 'test' })
  const since = plainDate('2023-01-01')
  const content = contentOf(Restriction, { person: [person], teamToRing: [team] }, { startedOn: since })
  await writeVersion(store.db, { ...stamp, type: Restriction, content, knownOn: since })
}

/** Ann left in September, Ben moved up to the attic then, of Cat it is not known, Dan is restricted, Eve has not been here a week. */
async function guestHouse(store: Store) {
  const app: App = appOn(store, { catalogue: catalogue([...areas, madeUpArea]) })
  const ann = await stays(store, { startedOn: '2023-05-10', endedOn: '2023-09-12', room: 'attic' })
  const ben = await stays(store, { startedOn: '2023-05-10', endedOn: '2023-09-01', room: 'garden' })
  const { content } = known(Stay, ben.subject, { startedOn: '2023-09-01', room: 'attic' })
  await writeVersion(store.db, { ...stamp, type: Stay, content, knownOn: plainDate('2023-10-01') })
  const cat = await stays(store, { startedOn: '2023-08-01', room: null })
  const dan = await stays(store, { startedOn: '2023-08-01', room: 'garden' })
  const eve = await stays(store, { startedOn: '2023-09-28', room: 'attic' })
  await restrict(store, dan.subject)
  await calculate(app, parsePeriodRange('2023-07..2023-09'))
  return { app, ann, ben, cat, dan, eve, director: await account(store, 'director') }
}

const attic = { indicator: shareInAttic.key, period: september }
const everybody: Omit<AskedList, 'indicator' | 'period'> = { standings, order: 'name', page: 1, most: 50 }
const auditOf = async (store: Store) =>
  (await store.db.selectFrom('audit').select(['action', 'subject_id', 'detail']).orderBy('id').execute()).map(
    ({ action, subject_id, detail }) => [action, subject_id, detail],
  )

eachDatabase(
  ({ open }) => {
    describe('the list behind a figure', () => {
      it('has everybody whom the viewer may see with the reasons, says how many more there are, and keeps who was shown', async () => {
        const store = await open()
        const { app, ben, cat, eve, director } = await guestHouse(store)
        const found = await readList(app, director, { ...attic, ...everybody })
        expect(found.figure).toMatchObject({ numerator: 1, denominator: 2, notKnown: 1, value: 50 })
        expect(found.members.map(({ subject, standing }) => [subject, standing])).toEqual([
          [ben.subject, 'counted'],
          [cat.subject, 'not known'],
          [eve.subject, 'left out'],
        ])
        expect(found.notShown).toBe(1)
        expect(found.members[0]?.reasons.map(({ name, answer, records }) => [name, answer, records])).toEqual([
          ['a week here', '1', [{ record: expect.anything(), opens: true, label: 'Stay, 1 September 2023: Attic' }]],
          ['in the attic', '1', [{ record: expect.anything(), opens: true, label: 'Stay, 1 September 2023: Attic' }]],
        ])
        expect(await auditOf(store)).toEqual(
          [ben, cat, eve].map(({ subject }) => ['list', subject, '“In the attic”, September 2023']),
        )
      })

      it('is narrowed by a value and by how they stand, a page at a time; only that page was shown', async () => {
        const store = await open()
        const { app, ben, cat, director } = await guestHouse(store)
        const of = async (more: Partial<AskedList>) =>
          (await readList(app, director, { ...attic, ...everybody, ...more })).members.map(({ subject }) => subject)
        expect(await of({ only: { attribute: 'room', value: null } })).toEqual([cat.subject])
        expect(await of({ only: { attribute: 'room', value: 'attic' }, standings: ['counted'] })).toEqual([ben.subject])
        const before = (await auditOf(store)).length
        const second = await readList(app, director, { ...attic, ...everybody, most: 1, page: 2 })
        expect([second.matching, second.page, second.members.map(({ subject }) => subject)]).toEqual([
          3,
          2,
          [cat.subject],
        ])
        expect((await auditOf(store)).length).toBe(before + 1)
        await expect(of({ only: { attribute: 'colour', value: 'red' } })).rejects.toMatchObject({ kind: 'bad usage' })
      })

      it('is taken out only by whoever may, and that is kept as what it is', async () => {
        const store = await open()
        const { app, ben, cat, director } = await guestHouse(store)
        const asked = { ...attic, order: 'name', standings: ['counted', 'not known'] } as const
        await expect(exportList(app, director, asked)).rejects.toMatchObject({ kind: 'not allowed' })
        const { members } = await exportList(app, await account(store, 'performance-analyst'), asked)
        expect(members.map(({ subject }) => subject)).toEqual([ben.subject, cat.subject])
        expect(await auditOf(store)).toEqual(
          [ben, cat].map(({ subject }) => ['export', subject, '“In the attic”, September 2023, as CSV']),
        )
      })

      it('is told whole beside why it moved, as far as both have been counted', async () => {
        const store = await open()
        const { app, director } = await guestHouse(store)
        const inside = (period: string) => {
          const now = parsePeriod(period)
          return insideOf(app, director, { indicator: attic.indicator, period: now, before: previousPeriod(now) })
        }
        const parts = (period: string) => partsOf(app, director, { ...attic, period: parsePeriod(period) })
        const moved = { indicator: attic.indicator, before: { period: august }, after: { period: september } }
        expect(await inside('2023-09')).toEqual({
          parts: await parts('2023-09'),
          why: await whyMoved(app, director, moved),
        })
        expect(await inside('2023-07')).toEqual({ parts: await parts('2023-07'), why: undefined })
        expect(await inside('2023-10')).toBeUndefined()
      })

      it('is empty for whoever may read about nobody, though the figure is the same', async () => {
        const store = await open()
        const { app } = await guestHouse(store)
        const worker = await account(store, 'social-worker')
        const found = await readList(app, worker, { ...attic, ...everybody })
        expect([found.members, found.notShown, found.figure.value]).toEqual([[], 3, 50])
        expect((await membersOf(app, worker, attic)).members).toEqual([])
        expect((await partsOf(app, worker, attic)).breakdowns.flatMap(({ cuts }) => cuts)).toEqual([])
        expect(await auditOf(store)).toEqual([])
      })
    })

    describe('a figure broken down', () => {
      it('is that of those whom the viewer may see: a cut tells of nobody else, and names nobody', async () => {
        const store = await open()
        const { app, director } = await guestHouse(store)
        const { all, seen, breakdowns } = await partsOf(app, director, attic)
        expect([all, seen.all, seen.leftOut]).toEqual([3, 2, 1])
        expect(breakdowns.map(({ label, cuts }) => [label, cuts.map((cut) => [cut.label, cut.all])])).toEqual([
          [
            'Room',
            [
              ['Attic', 1],
              ['Not known', 1],
            ],
          ],
        ])
        expect(await auditOf(store)).toEqual([])
      })
    })

    describe('why a figure moved', () => {
      it('adds up line by line, those not to be seen as one; the line that is opened shows who is on it', async () => {
        const store = await open()
        const { app, ann, ben, director } = await guestHouse(store)
        const asked = { indicator: shareInAttic.key, before: { period: august }, after: { period: september } }
        const why = await whyMoved(app, director, asked)
        expect([why.before.stand, why.after.stand]).toMatchObject([
          { all: 4, numerator: 1, denominator: 3 },
          { all: 3, numerator: 1, denominator: 2 },
        ])
        expect(why.lines.map(({ before, after, because, members }) => [before, after, because, members])).toEqual([
          ['1', '-', null, 1],
          ['0', '1', 'in the attic', 1],
        ])
        expect(why.lines.at(-1)?.leaves).toEqual(why.after.stand)
        expect(why.others).toBeUndefined()
        expect(await auditOf(store)).toEqual([])

        const key = why.lines[1]?.key
        const { opened } = await whyMoved(app, director, asked, key)
        expect(opened?.people.map(({ subject, was, is }) => [subject, was?.answer, is?.answer])).toEqual([
          [ben.subject, '0', '1'],
        ])
        const left = (await whyMoved(app, director, asked, why.lines[0]?.key)).opened?.people
        expect(left?.map(({ subject, latest }) => [subject, latest?.label])).toEqual([
          [ann.subject, 'Stay, 10 May 2023: Attic, ended 12 September 2023'],
        ])
        expect((await auditOf(store)).map(([, subject]) => subject)).toEqual([ben.subject, ann.subject])
        await expect(whyMoved(app, director, asked, 'zz')).rejects.toMatchObject({ kind: 'not found' })
      })

      it('to whoever may see nobody is told as one, and adds up', async () => {
        const store = await open()
        const { app } = await guestHouse(store)
        const asked = {
          indicator: numberOfGuests.key,
          before: { period: parsePeriod('2023-07') },
          after: { period: september },
        }
        const { before, after, lines, others } = await whyMoved(app, await account(store, 'social-worker'), asked)
        expect(lines).toEqual([])
        expect(before.stand.all + (others?.all ?? 0)).toBe(after.stand.all)
        expect(others).toMatchObject({ members: 4, leaves: after.stand })
      })

      it('since an earlier day tells who has recorded what in between', async () => {
        const store = await open()
        const { app, cat, director } = await guestHouse(store)
        const { content } = known(Stay, cat.subject, { startedOn: '2023-08-01', room: 'attic' })
        const correction = { ...stamp, recordedBy: 'Max Nott', reason: 'She sleeps upstairs', type: Stay, content }
        await writeVersion(store.db, {
          ...correction,
          knownOn: plainDate('2023-10-03'),
          record: cat.record,
          basedOn: cat.version,
        })
        await calculate(app, [september])
        const before = { period: september, knownOn: plainDate('2023-10-02') }
        const asked = { indicator: shareInAttic.key, before, after: { period: september } }
        const { lines } = await whyMoved(app, director, asked)
        expect(lines.map(({ before: was, after: is, because }) => [was, is, because])).toEqual([
          ['?', '1', 'in the attic'],
        ])
        const { opened } = await whyMoved(app, director, asked, lines[0]?.key)
        expect(opened?.people[0]?.recorded).toEqual([
          {
            record: cat.record,
            opens: true,
            label: 'Stay, 1 August 2023: Attic',
            by: 'Max Nott',
            knownOn: plainDate('2023-10-03'),
            reason: 'She sleeps upstairs',
          },
        ])
      })
    })
  },
  new Map([...productTypes, ...madeUpTypes]),
)
