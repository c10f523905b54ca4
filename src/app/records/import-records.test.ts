import { expect, test } from 'vitest'
import { eachDatabase } from '../../../test/databases/each-database.ts'
import { appOn, productTypes } from '../../../test/support/app.ts'
import {
  countBy,
  countInCare,
  historyOf,
  inputFile,
  singleYearFiles,
  yearFiles,
} from '../../../test/support/returns.ts'
import { Episode } from '../../areas/children-in-care/episodes.ts'
import { CareReview } from '../../areas/children-in-care/reviews-and-visits.ts'
import { type PlainDate, plainDate } from '../../core/dates/plain-date.ts'
import type { InputFile } from '../../formats/issue.ts'
import type { RecordFormat } from '../../formats/records.ts'
import { ssda903 } from '../../formats/ssda903/index.ts'
import type { Store } from '../../store/open.ts'
import { findOpenFaults } from '../../store/quality/import-faults.ts'
import { listRecords } from '../../store/records/list.ts'
import { importRecords } from './import-records.ts'
import { writeReturn } from './write-return.ts'

// Whole returns of whole authorities: seconds each, and many times that on a busy machine.
const PATIENCE = 300_000

const operator = { id: null, name: 'operator', roles: ['operator'] }
const [march18, march19, march20] = [plainDate('2018-03-31'), plainDate('2019-03-31'), plainDate('2020-03-31')]

async function load(store: Store, files: readonly InputFile[], format: RecordFormat = ssda903) {
  const result = await importRecords(appOn(store), operator, format, { files })
  if (result.refused) throw new Error(result.findings.map(({ message }) => message).join('\n'))
  return result
}

const orders = [
  [2017, 2018, 2019],
  [2017, 2019, 2018],
  [2018, 2017, 2019],
  [2018, 2019, 2017],
  [2019, 2017, 2018],
  [2019, 2018, 2017],
] as const

/** How many faults between returns are kept as errors of data, by rule. */
async function openFaults({ db }: Store): Promise<ReadonlyMap<string, number>> {
  const many = new Map<string, number>()
  for (const { rule } of await findOpenFaults(db)) many.set(rule, (many.get(rule) ?? 0) + 1)
  return many
}

const messages = ({ findings }: Awaited<ReturnType<typeof load>>, rule: string) =>
  findings.filter((one) => one.rule === rule).map(({ message }) => message)

/** 2017 to 2018, whichever of them comes first. */
const rollOver =
  'Of 436 episodes open at the end of 2017/18, 346 return in 2018/19 and 90 do not; 97 that began before 1 April 2018 are new.'

eachDatabase((database) => {
  test(
    'three linked years: who vanished is still in care, and who arrived late was in care before',
    async () => {
      const store = await database.open()
      const inCare = (on: PlainDate, knownOn: PlainDate) => countInCare(store.db, on, knownOn)
      const first = await load(store, yearFiles(2017))
      expect(first).toMatchObject({ year: { label: '2017/18' }, knownOn: march18 })
      expect(first.records['Episode']).toEqual({ new: 1460, changed: 0, same: 0, gone: 0 })
      expect(first.changed).toHaveLength(819)
      const twoOpen = first.findings.filter(({ rule }) => rule === 'two-open').map(({ subject }) => subject)
      expect(twoOpen).toEqual(['92150', '309655'])
      // Never closed, though the return says why they ended; three of them before another of the same kind.
      expect(messages(first, 'reason-without-an-end')).toHaveLength(434)
      expect(first.findings.filter(({ rule }) => rule === 'not-closed').map(({ subject }) => subject)).toEqual([
        '276736',
        '92150',
        '84737',
      ])
      expect(await inCare(march18, march20)).toBe(367)

      const second = await load(store, yearFiles(2018))
      expect(second.records['Episode']).toEqual({ new: 628, changed: 346, same: 0, gone: 0 })
      expect(messages(second, 'roll-over')).toEqual([rollOver])
      expect(messages(second, 'vanished')).toHaveLength(90)
      expect(messages(second, 'arrived-with-earlier-beginning')).toHaveLength(97)
      expect([await inCare(march18, march20), await inCare(march19, march20)]).toEqual([447, 268])
      expect(await inCare(march18, march18)).toBe(367)
      expect((await openFaults(store)).get('vanished')).toBe(90)

      await load(store, yearFiles(2019))
      expect([await inCare(march18, march20), await inCare(march19, march20)]).toEqual([462, 284])
      const before = await openFaults(store)
      const again = await load(store, yearFiles(2018))
      expect(again.changed).toEqual([])
      expect(await openFaults(store)).toEqual(before)
      expect(Object.values(again.records).every(({ new: added, changed, gone }) => added + changed + gone === 0)).toBe(
        true,
      )
    },
    PATIENCE,
  )

  test(
    'a year that comes late is held against the next, and the written return of a year gives the same figures',
    async () => {
      const store = await database.open()
      await load(store, yearFiles(2018))
      expect(await countInCare(store.db, march19, march20)).toBe(195)
      const late = await load(store, yearFiles(2017))
      expect(messages(late, 'roll-over')).toEqual([rollOver])
      expect(messages(late, 'vanished')).toHaveLength(90)

      const figures = async ({ db }: Store) => ({
        inCare: await countInCare(db, march19, march20),
        byLegalStatus: await countBy(db, Episode, 'legalStatus', march19, march20),
        byPlacement: await countBy(db, Episode, 'placement', march19, march20),
        reviews: (await listRecords(db, CareReview, march20)).filter(({ content }) => {
          const heldOn = Number(content.fields['heldOn'])
          return heldOn > march18 && heldOn <= march19
        }).length,
      })
      const held = await figures(store)
      expect(held).toMatchObject({ inCare: 268, reviews: 435 })
      for (const as of ['csv', 'xml'] as const) {
        const written = await writeReturn(appOn(store), operator, ssda903, { of: '2018/19', knownOn: march20, as })
        const other = await database.open()
        await load(
          other,
          written.files.map(({ name, text }) => inputFile(name, text)),
        )
        expect(await figures(other)).toEqual(held)
      }
    },
    PATIENCE,
  )

  test(
    'in every order the years come to one history, as known on every day',
    async () => {
      const store = await database.open()
      const histories: (readonly unknown[])[] = []
      for (const [index, order] of orders.entries()) {
        // Every order has its own source and its own children: one in 25 of those in the files.
        const format = { ...ssda903, sourceSystem: `order-${index}` }
        const take = (child: string) => (Number(child) % 25 === 0 ? `${index}.${child}` : undefined)
        for (const year of order) await load(store, yearFiles(year, take), format)
        const known: Awaited<ReturnType<typeof historyOf>>[] = []
        for (const on of [march18, march19, march20])
          known.push(await historyOf(store.db, on, ({ sourceSystem }) => sourceSystem === format.sourceSystem))
        histories.push(
          known.map((history) => JSON.stringify([...history].toSorted(byName)).replaceAll(`${index}.`, '')),
        )
      }
      expect(histories[0]?.[0]).toContain('episode')
      for (const history of histories) expect(history).toEqual(histories[0])
    },
    PATIENCE,
  )

  test(
    'the single year that others made up loads, whatever is wrong in it',
    async () => {
      const store = await database.open()
      const { records, year } = await load(store, singleYearFiles())
      expect(year.label).toBe('2017/18')
      expect(records).toMatchObject({
        Person: { new: 2676 },
        Episode: { new: 5050 },
        CareReview: { new: 12580 },
        AdoptionMatch: { new: 29 },
        AdoptionDecision: { new: 58 },
        SocialWorkerEpisode: { new: 1 },
        DeprivationOfLiberty: { new: 1 },
      })
    },
    PATIENCE,
  )
}, productTypes)

const byName = ([one]: readonly [string, unknown], [other]: readonly [string, unknown]) => (one < other ? -1 : 1)
