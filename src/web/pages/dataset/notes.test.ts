import { describe, expect, test } from 'vitest'
import { guestsHere } from '../../../../test/support/made-up-households.ts'
import { seriesOf } from '../../../../test/support/series.ts'
import { notesOf, remarks } from './notes.ts'

const six = [1, 2, 3, 4, 5, 6]

describe('remarks', () => {
  test.each([
    [[5], 'September 2023: Late.'],
    [[4, 5], 'August 2023 and September 2023: Late.'],
    [[2, 3, 4], 'June 2023 to August 2023: Late.'],
    [[0, 2, 5], 'April 2023, June 2023 and September 2023: Late.'],
    [[0, 1, 2, 3, 4, 5], 'April 2023 to September 2023: Late.'],
  ])('on months %j are said once', (at, words) => {
    const months = Object.fromEntries(at.map((month) => [month, { note: 'Late.' }]))
    expect(remarks(seriesOf({ values: six, months }))).toEqual([words])
  })

  test('say why a figure is provisional', () => {
    const months = { 5: { provisional: true } }
    expect(remarks(seriesOf({ values: six, months, indicator: { ripeAfter: '20 working days' } }))).toEqual([
      'September 2023: provisional. When the figure was taken, the 20 working days allowed after the end of the month had not passed.',
    ])
    expect(remarks(seriesOf({ values: six, months }))).toEqual([
      'September 2023: provisional. When the figure was taken, the month was not over.',
    ])
  })

  test.each([
    ['leaves', 'not in it.'],
    ['stays', 'in it as it stood that day.'],
  ] as const)('say of a share that we count what became of whoever still had time: %s', (whenNotKnown, words) => {
    const counts = { population: guestsHere, whenNotKnown }
    const months = { 5: { provisional: true, source: 'calculated' as const } }
    const of = (unit: 'per cent' | 'count') =>
      remarks(seriesOf({ values: six, months, indicator: { ripeAfter: '20 working days', unit, counts } })).join()
    expect(of('per cent')).toMatch(new RegExp(`had not passed. Whoever still had time is ${words}$`))
    expect(of('count')).toMatch(/had not passed.$/)
  })

  test('say how benchmarks differ, once where all do, by name where one does', () => {
    const benchmarks = { england: 4, 'good-statistical-neighbours': 3 }
    const both = { england: 'Of a year.', 'good-statistical-neighbours': 'Of a year.' }
    expect(remarks(seriesOf({ values: six, benchmarks, differs: both }))).toEqual([
      'Benchmarks: the definition differs. Of a year.',
    ])
    expect(remarks(seriesOf({ values: six, benchmarks, differs: { england: 'Of a year.' } }))).toEqual([
      'England: the definition differs. Of a year.',
    ])
  })

  test('pass on what is said of the target', () => {
    expect(remarks(seriesOf({ values: six, target: 3, targetNote: 'Agreed.' }))).toEqual(['Target: Agreed.'])
    expect(remarks(seriesOf({ values: six, target: 3 }))).toEqual([])
  })
})

describe('numbered notes', () => {
  const one = seriesOf({ indicator: { key: 'one' }, values: six, months: { 5: { note: 'Late.' } } })
  const two = seriesOf({
    indicator: { key: 'two' },
    values: six,
    months: { 3: { breakNote: 'Counted anew.' }, 5: { note: 'Late.' } },
  })
  const none = seriesOf({ indicator: { key: 'none' }, values: six })

  test('are numbered as they come, the same text once, changes before remarks', () => {
    const notes = notesOf([one, none, two])
    expect(notes.numbersOf('one')).toEqual([1])
    expect(notes.numbersOf('none')).toEqual([])
    expect(notes.numbersOf('two')).toEqual([2, 1])
    expect(notes.of([2, 1])).toEqual([
      { number: 1, text: 'September 2023: Late.' },
      { number: 2, text: 'Change in July 2023: Counted anew.' },
    ])
    expect(notes.of([2])).toHaveLength(1)
  })

  test('are none for a row that is not there', () => {
    expect(notesOf([one]).numbersOf('nowhere')).toEqual([])
  })
})
