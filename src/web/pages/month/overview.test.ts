import { describe, expect, it } from 'vitest'
import type { DatasetMonths } from '../../../app/months/overview.ts'
import { parsePeriod } from '../../../core/dates/period.ts'
import { plainDate } from '../../../core/dates/plain-date.ts'
import { workingCalendar } from '../../../core/dates/working-days.ts'
import { report } from '../../../core/definitions/report.ts'
import type { StepTaken } from '../../../core/figures/month.ts'
import { overviewView } from './overview.ts'

const period = parsePeriod('2023-09')
const day = { today: plainDate('2023-10-04'), calendar: workingCalendar([], { firstYear: 2023, lastYear: 2023 }) }
const account = {
  ...{ id: 1, userName: 'marian', name: 'Marian Teal', worker: null, roles: ['director'], partnerOf: null },
  ...{ passwordHash: '', passwordIsFirst: false, failures: 0, lockedUntil: null, endedAt: null },
} as const
const who = { token: '', form: '', account }
const takers = { quality: ['Iain Crewe'], signOff: ['Marian Teal'], freeze: ['Iain Crewe'], publish: [] }

const steps = (...names: readonly StepTaken['step'][]): readonly StepTaken[] =>
  names.map((step) => ({ step, words: 'x', at: new Date('2023-10-04T09:00:00Z'), by: 'Iain Crewe' }))

const WRITTEN = { state: 'written', explained: [], missed: [], last: null, series: [], said: new Map() } as const

function months(key: string, taken: readonly StepTaken[], state: 'written' | 'not started' = 'written'): DatasetMonths {
  const dataset = { key, label: key, audience: 'the board', source: 'Made up', sections: [] }
  const sections = [{ ...WRITTEN, key: 'safety', label: 'Safety', state }]
  return {
    dataset,
    due: {
      ...{ dataset, period, sections, taken, publications: [], published: [], unsigned: [], missing: [] },
      extract: { knownOn: day.today, files: 1, rows: 1, at: new Date(), by: 'Iain Crewe' },
    },
    reports: [report('board', { label: 'Board', dataset: key, source: 'Made up', chapters: [] })],
    wroteBefore: new Map([['safety', { by: 'Dilys Okafor', period: parsePeriod('2023-08') }]]),
    months: [],
  }
}

const shown = (...datasets: readonly DatasetMonths[]) =>
  overviewView({ due: period, errors: 3, datasets, takers }, day, who)

const [SEEN, SIGNED] = [steps('quality seen'), steps('quality seen', 'signed off')]
const [FROZEN, PUBLISHED] = [
  [...SIGNED, ...steps('frozen')],
  [...SIGNED, ...steps('frozen', 'published')],
]

describe('the months that are to be published', () => {
  it.each([
    [[], 'There is no set of figures to publish'],
    [
      [months('a', [], 'not started'), months('b', SEEN, 'not started')],
      'September 2023 is not published yet: 2 sections still need commentary',
    ],
    [[months('a', SEEN)], 'September 2023 is not published yet: it waits to be signed off'],
    [[months('a', SIGNED)], 'September 2023 is not published yet: it is signed off and can be frozen'],
    [
      [months('a', PUBLISHED), months('b', FROZEN)],
      'September 2023: 1 of 2 sets of figures is not published yet; it is frozen and can be published',
    ],
    [[months('a', PUBLISHED), { ...months('b', FROZEN), reports: [] }], 'September 2023 is published'],
    [[{ ...months('b', FROZEN), reports: [] }], 'September 2023 is frozen'],
  ])('say in the heading how far it is (%#)', (datasets, heading) => {
    expect(shown(...datasets).heading).toBe(heading)
  })

  it('begin with what is not done yet, and offer the viewer what they can do next', () => {
    const { datasets, lead } = shown(months('a', PUBLISHED), months('b', [], 'not started'), months('c', SEEN))
    expect(lead).toBe('Wednesday 4 October 2023, 3 working days into the month. 3 errors of data are open.')
    expect(datasets.map(({ key, next, isFirst }) => [key, next?.label, isFirst])).toEqual([
      ['b', 'Write the commentary', true],
      ['c', 'Sign the month off', false],
      ['a', undefined, false],
    ])
  })

  it('say of each what stands in its way, and whom it waits for', () => {
    const [one] = shown(months('a', [], 'not started')).datasets
    expect(one?.inTheWay.map(({ label, mark, detail, who: by }) => [label, mark.word, detail, by])).toEqual([
      ['Quality of the data', 'Not seen', '3 errors open', 'Iain Crewe'],
      ['Safety', 'Not started', '', 'Dilys Okafor, for August 2023'],
      ['Sign-off', 'Not signed off', '', 'Marian Teal'],
    ])
    const [frozen] = shown(months('a', FROZEN)).datasets
    expect(frozen?.inTheWay.map(({ label, who: by }) => [label, by])).toEqual([
      ['Publishing', 'Nobody has a role that does it'],
    ])
  })
})
