import { expect, it } from 'vitest'
import type { Area } from './area.ts'
import { reportsProblems } from './check-reports.ts'
import { indicator } from './indicator.ts'
import { fillReport, report } from './report.ts'

const guests = indicator({
  key: 'guests',
  label: 'Guests',
  unit: 'count',
  goodIs: 'high',
  covers: 'at the end',
  status: 'stated',
  who: 'Guests.',
  notKnown: 'Nobody.',
  source: 'Made up',
})
const house: Area = {
  key: 'house',
  label: 'House',
  indicators: [guests],
  datasets: [
    {
      key: 'book',
      label: 'Book',
      audience: 'the host',
      source: 'Made up',
      sections: [{ key: 'all', label: 'All', indicators: [guests] }],
    },
  ],
}
const sound = report('book', {
  label: 'Guest report',
  dataset: 'book',
  source: 'Made up',
  chapters: [
    { key: 'start', label: 'Start', pieces: [{ show: 'text', text: 'Guests of {month}.' }, { show: 'findings' }] },
    { key: 'all', label: 'All', pieces: [{ show: 'section', section: 'all' }] },
    { key: 'few', label: 'Few', pieces: [{ show: 'figures', caption: 'First', indicators: ['guests'] }] },
  ],
})
const said = (...reports: Area['reports'] & {}) =>
  reportsProblems([{ ...house, reports }]).map(({ path, problem }) => `${path}: ${problem}`)

it('finds nothing wrong with a report whose figures and words there are', () => {
  expect(said(sound)).toEqual([])
  expect(
    fillReport('{month}, {council}', {
      month: '{council}',
      quarter: '',
      'first-month': '',
      council: 'Ex',
      'known-on': '',
    }),
  ).toBe('{council}, Ex')
})

it('tells every fault of a report with its path', () => {
  const wrong = report('book', {
    ...sound,
    source: ' ',
    chapters: [
      { key: 'start', label: 'Start', pieces: [] },
      { key: 'start', label: '', pieces: [{ show: 'list', items: ['In {week}', ''] }] },
      { key: 'all', label: 'All', pieces: [{ show: 'section', section: 'cellar' }] },
      { key: 'few', label: 'Few', pieces: [{ show: 'figures', caption: 'First', indicators: ['ghosts'] }] },
      { key: 'more', label: 'More', pieces: [{ show: 'figures', caption: 'First', indicators: [] }] },
    ],
  })
  expect(said(sound, wrong, { ...sound, key: 'other', dataset: 'ledger' })).toEqual([
    'house > book: this key is used twice',
    'house > book > source: is empty',
    'house > book > start: this key is used twice',
    'house > book > start: nothing stands in it',
    'house > book > start > label: is empty',
    'house > book > start: nothing is known to stand for {week}; there is month, quarter, first-month, council, known-on',
    'house > book > start > text: is empty',
    'house > book > all: book has no section cellar',
    'house > book > few: ghosts is not in book',
    'house > book > more: a table “First” stands twice in this report',
    'house > other > dataset: there is no dataset ledger',
  ])
})
