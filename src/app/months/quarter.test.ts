import { describe, expect, it } from 'vitest'
import { eachDatabase } from '../../../test/databases/each-database.ts'
import { numberOfGuests } from '../../../test/support/counted.ts'
import {
  extractDay,
  guestBook,
  guestHouse,
  guestTypes,
  september,
  writtenLate,
} from '../../../test/support/guest-house.ts'
import { areas } from '../../areas/index.ts'
import { parsePeriod } from '../../core/dates/period.ts'
import { catalogue } from '../../core/definitions/catalogue.ts'
import { indicator } from '../../core/definitions/indicator.ts'
import { report } from '../../core/definitions/report.ts'
import type { ReportDocument, Table } from '../../core/reports/document.ts'
import type { App } from '../app.ts'
import { importSeries } from '../import-series.ts'
import { freezeMonth } from './freeze.ts'
import { publishedFile, publishReport } from './publish.ts'
import { draftFile, draftReport, getReport, reportsOf } from './report.ts'

const measure = {
  unit: 'count',
  goodIs: 'low',
  covers: 'at the end',
  who: 'Guests.',
  notKnown: '',
  source: 'Made up',
} as const
const nationally = indicator({
  ...measure,
  key: 'guests-nationally',
  label: 'Guests, nationally',
  status: 'national',
  notKnown: 'Never.',
})
const locally = indicator({ ...numberOfGuests, key: 'guests-locally', label: 'Guests, our way', status: 'stated' })
const lent = indicator({
  ...measure,
  ...{ key: 'umbrellas', label: 'Umbrellas lent', status: 'stated', notKnown: 'Never.' },
  sent: { by: { key: 'porter', label: 'the porter' }, every: 'quarter', within: '10 days' },
})
const house = {
  ...guestBook,
  indicators: [...guestBook.indicators, nationally, locally, lent],
  datasets: guestBook.datasets.map((dataset) => ({
    ...dataset,
    sections: dataset.sections.map((section) => ({
      ...section,
      indicators: [...section.indicators, lent, locally, nationally],
    })),
  })),
  reports: [
    ...guestBook.reports,
    report('quarter', {
      ...{ label: 'Quarter of the house', dataset: 'guest-book', source: 'Made up', over: 'quarter' },
      chapters: [
        { key: 'about', label: 'About', pieces: [{ show: 'text', text: 'Of {quarter}.' }] },
        { key: 'summary', label: 'Summary', pieces: [{ show: 'quarter findings' }] },
        { key: 'all', label: 'All', pieces: [{ show: 'quarter', section: 'all' }] },
      ],
    }),
  ],
}

const tableOf = ({ parts }: ReportDocument): Table => {
  const [table] = parts.filter((part) => part.kind === 'table')
  if (table === undefined) throw new Error('There is no table')
  return table
}

async function load(app: App, rows: readonly string[]) {
  const csv = [
    'authority,indicator,period,value,published_in',
    ...rows.map((row) => `exampleshire,${row},The porter`),
    '',
  ]
  const file = { name: 'sent.csv', bytes: new TextEncoder().encode(csv.join('\n')) }
  expect(await importSeries(app, [{ format: 'figures', file }], app.clock.today)).toMatchObject({ refused: false })
}

eachDatabase(({ open }) => {
  describe('a report of a quarter', () => {
    it('has local measures, counted here or sent, beside the national ones, over the quarter, as frozen for ever', async () => {
      const store = await open()
      const { app: without, ben, analyst, director } = await guestHouse(store)
      const app = { ...without, catalogue: catalogue([...areas, house]) }
      await load(app, [
        'umbrellas,2023-06,7',
        'umbrellas,2023-09,4',
        'guests-nationally,2023-06,30',
        'guests-nationally,2023-09,31',
      ])
      const frozen = await freezeMonth(app, analyst, { ...september, knownOn: extractDay })
      const document = await draftReport(app, frozen, getReport(app, 'quarter'))
      expect(document.subtitle).toBe('Exampleshire Council (synthetic), July to September 2023')
      expect(document.parts).toContainEqual({ kind: 'paragraph', text: 'Of July to September 2023.' })
      const listOf = (heading: string) => {
        const at = document.parts.findIndex((part) => part.kind === 'heading' && part.text === heading)
        return document.parts[at + 1]
      }
      expect(listOf('What got worse since June')).toEqual({
        kind: 'list',
        items: ['Guests: Guests, nationally, from 30 to 31.'],
      })
      expect(listOf('What got better since June')).toMatchObject({ items: ['Guests: Umbrellas lent, from 7 to 4.'] })
      const { columns, rows, caption } = tableOf(document)
      expect(caption).toBe('Guests, July to September 2023')
      expect(columns.map(({ header }) => header)).toEqual([
        'Measure',
        'Which is',
        'Jun',
        'Jul',
        'Aug',
        'Sep',
        'Since Jun',
      ])
      const words = rows.map((row) => row.map(({ text }) => text))
      expect(words.slice(-3)).toEqual([
        ['Guests, nationally', 'National', '30', 'No figure', 'No figure', '31', '↑ Worse'],
        ['Guests, our way', 'Local', '2', '2', '2', '2', '→ Same'],
        ['Umbrellas lent', 'Local, from the porter', '7', 'No figure', 'No figure', '4', '↓ Better'],
      ])

      await publishReport(app, director, { ...september, report: 'quarter', audience: 'board', words: '' })
      const asked = { ...september, version: 1, report: 'quarter', audience: 'board', format: 'csv' } as const
      const before = await publishedFile(app, asked)
      const { later: today } = await writtenLate(store, app, ben)
      const later = { ...today, catalogue: app.catalogue }
      await load(later, ['umbrellas,2023-09,5'])
      expect((await publishedFile(later, asked)).bytes).toEqual(before.bytes)
      expect(await draftReport(later, frozen, getReport(later, 'quarter'))).toEqual(document)
      const [one, other] = [
        await draftFile(later, frozen, getReport(later, 'quarter'), 'pdf'),
        await draftFile(app, frozen, getReport(app, 'quarter'), 'pdf'),
      ]
      expect(Buffer.from(one.bytes).equals(Buffer.from(other.bytes))).toBe(true)
    })

    it('says what an agency had not sent, and is written of no month within a quarter', async () => {
      const store = await open()
      const { app: without, analyst, director } = await guestHouse(store)
      const app = { ...without, catalogue: catalogue([...areas, house]) }
      const frozen = await freezeMonth(app, analyst, { ...september, knownOn: extractDay })
      expect(tableOf(await draftReport(app, frozen, getReport(app, 'quarter'))).notes).toEqual([
        'By 4 October 2023 no figure for September 2023 had come from the porter: Umbrellas lent.',
      ])
      const july = { ...september, period: parsePeriod('2023-07') }
      expect(reportsOf(app, september).map(({ key }) => key)).toEqual(['guests', 'quarter'])
      expect(reportsOf(app, july).map(({ key }) => key)).toEqual(['guests'])
      await expect(
        publishReport(app, director, { ...july, report: 'quarter', audience: 'board', words: '' }),
      ).rejects.toThrow('is of a quarter')
    })
  })
}, guestTypes)
