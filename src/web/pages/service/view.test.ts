import { describe, expect, it } from 'vitest'
import { visits } from '../../../../test/support/made-up-definitions.ts'
import type { FigureLine } from '../../../app/figures.ts'
import { parsePeriod } from '../../../core/dates/period.ts'
import { figureView, headlineView } from './view.ts'

const line = (month: string, value: number, previous: number, provisional = false): FigureLine => {
  const period = parsePeriod(month)
  return {
    ...{ indicator: visits, period, covers: period, value, previous, provisional, source: 'calculated' },
    ...{ numerator: null, denominator: null, notKnown: null, notPlaced: 0, target: undefined, rag: 'red' },
    direction: value < previous ? 'worse' : 'better',
    movement: value < previous ? 'down' : 'up',
    ...{ benchmarks: [], breakNote: null, onOldBase: null, note: null, publishedIn: null, asPublished: null },
  }
}
const series = (...lines: readonly FigureLine[]) => {
  const latest = lines.at(-1)
  if (latest === undefined) throw new Error('A series has a line')
  return { indicator: visits, latest, lines }
}
const own = { own: undefined }

describe('a figure on a dashboard', () => {
  it('stands beside the month before, with the way it goes', () => {
    const one = headlineView(own, series(line('2023-08', 80, 70), line('2023-09', 75, 80)))
    expect([one.value, one.compared, one.direction?.word, one.missed]).toEqual([
      '75.0%',
      '80.0% in August',
      'Worse',
      true,
    ])
  })

  it('gives way to the last that is final while it is provisional, which is neither better nor worse', () => {
    const both = series(line('2023-08', 80, 70), line('2023-09', 10, 80, true))
    const front = headlineView(own, both)
    expect([front.value, front.compared, front.direction?.word]).toEqual([
      '80.0%',
      'in August; September is provisional, 10.0% so far',
      'Better',
    ])
    const row = figureView(own, both)
    expect([row.value, row.provisional, row.direction, row.rag, row.missed]).toEqual([
      '10.0%',
      true,
      undefined,
      undefined,
      false,
    ])
  })
})
