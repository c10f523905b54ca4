import { describe, expect, it } from 'vitest'
import { eachDatabase } from '../../../test/databases/each-database.ts'
import {
  account,
  extractDay,
  guestHouse,
  guestTypes,
  on,
  september,
  writtenLate,
} from '../../../test/support/guest-house.ts'
import { parsePeriod, periodText } from '../../core/dates/period.ts'
import { placeOf } from '../../core/figures/month.ts'
import { endAccount } from '../../store/accounts.ts'
import type { App } from '../app.ts'
import { openAgain, writeCommentary } from './cycle.ts'
import { freezeMonth } from './freeze.ts'
import { type MonthStands, readPublishing } from './overview.ts'
import { publishReport } from './publish.ts'

const book = async (app: App) => {
  const publishing = await readPublishing(app)
  const found = publishing.datasets.find(({ dataset }) => dataset.key === september.dataset)
  if (found === undefined) throw new Error('There is no guest book')
  return { ...publishing, ...found }
}

const told = ({ period, taken, last, published, restated }: MonthStands) => [
  periodText(period),
  placeOf(taken),
  last?.version,
  published.map(({ audience }) => audience),
  restated,
]

eachDatabase(({ open }) => {
  describe('the months of a dataset', () => {
    it('begin with the one that is due, and go back to the first that was begun, with what came of each', async () => {
      const store = await open()
      const { app, ben, analyst, director } = await guestHouse(store)
      expect((await book(app)).months.map(told)).toEqual([['2023-09', 'signed off', undefined, [], undefined]])
      await freezeMonth(app, analyst, { ...september, knownOn: extractDay })
      await publishReport(app, director, { ...september, report: 'guests', audience: 'public', words: '' })
      const published = (await book(app)).months
      expect(published.map(told)).toEqual([['2023-09', 'published', 1, ['public'], 0]])
      expect(published[0]?.forEverybody?.publication.version).toBe(1)
      const words = { indicator: null, goingWell: 'It was warm', worries: '', doing: '' }
      const july = { dataset: september.dataset, period: parsePeriod('2023-07') }
      await writeCommentary(app, analyst, { ...july, section: 'all' }, [words])
      const { later } = await writtenLate(store, app, ben)
      await openAgain(later, director, september, 'A guest had not been written down')
      const { due, months, wroteBefore } = await book(on(later, '2023-11-03'))
      expect(due.period).toEqual(parsePeriod('2023-10'))
      expect(months.map(told)).toEqual([
        ['2023-10', 'open', undefined, [], undefined],
        ['2023-09', 'open', 1, ['public'], 3],
        ['2023-08', 'open', undefined, [], undefined],
        ['2023-07', 'open', undefined, [], undefined],
      ])
      expect(months.map(({ isWrittenOf }) => isWrittenOf)).toEqual([false, true, false, true])
      // What everybody saw they see on, though the month is open again.
      expect(months[1]?.forEverybody?.publication.version).toBe(1)
      expect([...wroteBefore]).toEqual([['all', { by: 'director', period: september.period }]])
    })

    it('wait for whoever has a role that takes the step, as long as their account has not ended', async () => {
      const store = await open()
      const { app } = await guestHouse(store)
      const { id } = await account(store, 'operator')
      const { takers } = await book(app)
      expect(takers).toEqual({
        quality: ['performance-analyst'],
        signOff: ['director'],
        freeze: ['operator', 'performance-analyst'],
        publish: ['director', 'performance-analyst'],
      })
      await endAccount(store.db, id, new Date('2023-10-04T09:00:00Z'))
      expect((await book(app)).takers.freeze).toEqual(['performance-analyst'])
    })
  })
}, guestTypes)
