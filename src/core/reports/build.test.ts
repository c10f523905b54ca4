import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { FrozenAction } from '../actions/action.ts'
import { parsePeriod } from '../dates/period.ts'
import { plainDate } from '../dates/plain-date.ts'
import type { GoodIs, Unit } from '../definitions/indicator.ts'
import { type Report, report } from '../definitions/report.ts'
import { direction, movement, rag } from '../figures/judge.ts'
import type { Commentary } from '../figures/month.ts'
import { reportDocument } from './build.ts'
import type { Part, ReportDocument, Table } from './document.ts'
import type { FrozenMonth, ShownFigure } from './material.ts'

type Given = {
  readonly section?: string
  readonly unit?: Unit
  readonly goodIs?: GoodIs
  readonly target?: number
  readonly england?: number
  readonly more?: Partial<ShownFigure>
}

const MONTHS = ['2023-07', '2023-08', '2023-09']

/** A figure in July, August and September, judged as a page would judge it. */
const figure = (indicator: string, values: readonly (number | null)[], given: Given = {}): readonly ShownFigure[] =>
  values.map((value, at) => {
    const { section = 'health', unit = 'per cent', goodIs = 'high', target, england, more } = given
    const previous = values[at - 1] ?? null
    return {
      ...{ section, indicator, period: parsePeriod(MONTHS[at] ?? ''), value },
      ...{ numerator: null, denominator: null, notKnown: null, notPlaced: 0, provisional: false, source: 'calculated' },
      definition: {
        ...{ section: section === 'health' ? 'Health' : 'Homes', label: `The ${indicator}`, unit, goodIs },
        ...{ who: 'Children.', countedIf: null, notKnown: 'Leaves.', source: 'Made up', question: null },
        ...{ variantOf: null, variantLabel: null },
      },
      judged: {
        ...{ target: target ?? null, redBeyond: null, previous, breakNote: null, note: null, publishedIn: null },
        rag: rag(value, goodIs, target === undefined ? undefined : { target }),
        direction: direction(value, previous, goodIs),
        movement: movement(value, previous),
        benchmarks: england === undefined ? [] : [{ comparator: 'england', value: england, year: null }],
      },
      ...{ fingerprint: null, withheld: null },
      ...more,
    }
  })

const month = (figures: readonly ShownFigure[], more: Partial<FrozenMonth> = {}): FrozenMonth => ({
  publication: {
    ...{ id: 1, dataset: 'board', authority: 'ex', period: parsePeriod('2023-09'), version: 1, lastVersion: 9 },
    ...{ knownOn: plainDate('2023-10-04'), frozenAt: new Date('2023-10-04T09:00:00Z'), frozenBy: 'Iain', reason: null },
  },
  council: 'Exampleshire',
  ...{ figures, commentary: [], restatements: [], actions: [], holds: 'figures and words' },
  ...more,
})

const said = (section: string, indicator: string | null, words: Partial<Commentary>): Commentary => ({
  ...{ section, indicator, goingWell: '', worries: '', doing: '', at: new Date(0), by: 'Dilys' },
  ...words,
})

const board: Report = report('board', {
  ...{ label: 'Board report', dataset: 'board', source: 'Made up' },
  chapters: [
    { key: 'start', label: 'Start', pieces: [{ show: 'text', text: '{council} in {month}, since {first-month}.' }] },
    { key: 'summary', label: 'Summary', pieces: [{ show: 'findings' }, { show: 'sections at a glance' }] },
    { key: 'health', label: 'Health', pieces: [{ show: 'section', section: 'health' }] },
    { key: 'promised', label: 'Promised', pieces: [{ show: 'promised' }] },
    { key: 'since', label: 'Since', pieces: [{ show: 'restated' }] },
    { key: 'all', label: 'All', pieces: [{ show: 'every month' }, { show: 'every rule' }] },
  ],
})

const built = (of: FrozenMonth) => reportDocument(board, of, 'For the board')
const textsOf = (parts: readonly Part[]): readonly string[] =>
  parts.flatMap((part) => ('text' in part ? [part.text] : part.kind === 'list' ? part.items : []))

/** What stands under a heading, up to the next. */
function under({ parts }: ReportDocument, id: string): readonly Part[] {
  const from = parts.findIndex((part) => part.kind === 'heading' && part.id === id) + 1
  const length = parts.slice(from).findIndex(({ kind }) => kind === 'heading')
  return parts.slice(from, length < 0 ? undefined : from + length)
}
const table = ({ parts }: ReportDocument, caption: string): Table => {
  const found = parts.find((part): part is Table => part.kind === 'table' && part.caption === caption)
  if (found === undefined) throw new Error(`No table ${caption}`)
  return found
}
const rows = ({ rows: all }: Table) => all.map((row) => row.map(({ text }) => text))

const checks = figure('checks', [90, 62, 56.24], { target: 85, england: 89 })
const homes = figure('homes', [10, 12, 15], { section: 'homes', unit: 'count', goodIs: 'low' })
const schools = figure('schools', [70, 80, 90], { section: 'homes', target: 60, england: 85 })

describe('a report', () => {
  it('says whose it is, of when and for whom, in its own words and with those of the month', () => {
    const document = built(month(checks))
    expect(document).toMatchObject({
      title: 'Board report',
      subtitle: 'Exampleshire, September 2023',
      marking: 'For the board',
    })
    expect(document.fixedAt).toEqual(new Date('2023-10-04T09:00:00Z'))
    expect(textsOf(under(document, 'start'))).toEqual(['Exampleshire in September 2023, since July 2023.'])
  })

  it('tells first what misses its target and why, then what got worse, better, and is going well', () => {
    const commentary = [
      said('health', 'checks', { doing: 'We hired a nurse. She starts in May.' }),
      said('homes', null, { goingWell: 'Two homes opened' }),
    ]
    const document = built(month([...checks, ...homes, ...schools], { commentary }))
    expect(textsOf(under(document, 'summary'))).toEqual([
      '1 of the 2 figures with a target misses it. 2 figures got worse since the month before and 1 got better.',
    ])
    expect(textsOf(under(document, 'summary-missed'))).toEqual([
      'The checks: 56.2% against a target of 85%. Worse than August and England (89%). Missed for 2 months. What we are doing: We hired a nurse.',
    ])
    expect(textsOf(under(document, 'summary-worse'))).toEqual([
      'The homes: from 12 in August to 15. Worse for 2 months in a row.',
    ])
    expect(textsOf(under(document, 'summary-better'))).toEqual([
      'The schools: from 80.0% in August to 90.0%. Better for 2 months in a row.',
    ])
    expect(textsOf(under(document, 'summary-well'))).toEqual([
      'The schools: 90.0% against a target of 60%. Met in all 3 months shown. Better than England (85%).',
      'Homes: Two homes opened',
    ])
    expect(rows(table(document, 'The sections at a glance'))).toEqual([
      ['Health', '0', '1', '0', '0', '1', '0'],
      ['Homes', '1', '0', '1', '1', '1', '0'],
      ['All 3', '1', '1', '1', '1', '2', '0'],
    ])
  })

  it('has in a section what it comes to, its words, its figures with the words of each, and what must be noted', () => {
    const commentary = [
      said('health', null, { goingWell: 'Well\n\nand good', worries: '' }),
      said('health', 'checks', { worries: 'No nurse' }),
    ]
    const document = built(
      month(figure('checks', [null, 62, 56.24], { target: 85, more: { notKnown: 3, numerator: 9, denominator: 16 } }), {
        commentary,
      }),
    )
    expect(textsOf(under(document, 'health-well'))).toEqual(['Well', 'and good'])
    expect(document.parts).toContainEqual(
      expect.objectContaining({ id: 'health-checks', text: 'The checks: 56.2% against a target of 85%' }),
    )
    expect(textsOf(under(document, 'health-checks'))).toEqual(['What worries us: No nurse'])
    const figures = table(document, 'Health, September 2023')
    expect(figures.columns.map(({ header }) => header)).toEqual([
      ...['Figure', 'Aug', 'Sep', 'Trend', 'Since Aug', 'Target', 'Against target'],
    ])
    expect(rows(figures)).toEqual([
      [
        ...['The checks', '62.0%', '56.2%', 'From 62.0% in August to 56.2% in September'],
        ...['↓ Worse', '85%', 'Worse than target'],
      ],
    ])
    expect(figures.rows[0]?.[2]).toEqual({ kind: 'number', text: '56.2%', value: 56.24, decimals: 1, isPercent: true })
    expect(figures.notes).toEqual(['The checks: of 3 it is not known.'])
    expect(rows(table(document, 'Health, July 2023 to September 2023'))).toEqual([
      ['The checks', 'No figure', '62.0%', '56.2%', '9 of 16'],
    ])
  })

  it('judges a figure that may still change by the last month that is final, and says which that is', () => {
    const [july, august, september] = figure('checks', [90, 62, 0], { target: 85 })
    if (july === undefined || august === undefined || september === undefined) throw new Error('Three months')
    const document = built(month([july, august, { ...september, provisional: true }]))
    expect(textsOf(under(document, 'summary'))).toEqual([
      'The one figure with a target misses it. No figure got worse since the month before and none got better.',
    ])
    expect(textsOf(under(document, 'summary-missed'))).toEqual([
      'The checks: 62.0% in August against a target of 85%. Worse than July.',
    ])
    const figures = table(document, 'Health, September 2023')
    expect(rows(figures)).toEqual([
      [
        ...['The checks', '62.0%', '0.0% p', 'From 90.0% in July to 62.0% in August'],
        ...['Too early', '85%', 'Worse than target, Aug'],
      ],
    ])
    expect(figures.notes).toEqual([expect.stringMatching(/^p: provisional/)])
    const all = [july, august, september].map((one) => ({ ...one, provisional: true }))
    expect(rows(table(built(month(all)), 'Health, September 2023'))[0]?.slice(-3)).toEqual([
      ...['Too early', '85%', 'Not rated'],
    ])
  })

  it('does not say that a figure of the school year got better because the year began', () => {
    const [, august, september] = figure('late', [30, 28, 3], { goodIs: 'low' })
    if (august === undefined || september === undefined) throw new Error('Two months')
    const ofYear = [august, september].map((one) => ({
      ...one,
      definition: { ...one.definition, covers: 'academic year to date' as const },
    }))
    expect(textsOf(under(built(month([august, september])), 'summary-better'))).toHaveLength(1)
    const document = built(month(ofYear))
    expect(textsOf(under(document, 'summary-better'))).toEqual(['No figure got better since the month before.'])
    expect(rows(table(document, 'Health, September 2023'))[0]?.[4]).toBe('New year')
  })

  it('says what was promised: first what is late, then what is due soonest, then what was done and what it changed', () => {
    const promise = (id: number, what: string, due: string, more: Partial<FrozenAction> = {}): FrozenAction => ({
      ...{ id, section: 'health', indicator: null, agreedIn: '2023-08', step: 'agreed', words: '', impact: '' },
      ...{ on: plainDate('2023-09-10'), by: 'Dilys' },
      terms: { what, owner: 'Tom', dueOn: plainDate(due), howKnown: 'They come' },
      ...more,
    })
    const actions = [
      promise(1, 'Ring', '2023-10-20'),
      promise(2, 'Write', '2023-09-01', { step: 'closed', words: 'All were written to', impact: 'Two came' }),
      promise(3, 'Ask', '2023-10-03', { indicator: 'checks', step: 'progress', words: 'Half of them' }),
      promise(4, 'Meet', '2023-10-04', { agreedIn: '2023-09' }),
    ]
    const document = built(month(checks, { actions }))
    expect(textsOf(under(document, 'promised'))).toEqual([
      '3 actions open, 1 of them late. 1 action done since the report before.',
    ])
    expect(rows(table(document, 'What was promised'))).toEqual([
      [
        ...['The checks: Ask\nPromised in August 2023.', 'Tom', '3 October 2023', 'Late'],
        'They come\nDilys on 10 September 2023: Half of them',
      ],
      ['Health: Meet', 'Tom', '4 October 2023', 'Open', 'They come'],
      ['Health: Ring\nPromised in August 2023.', 'Tom', '20 October 2023', 'Open', 'They come'],
      [
        ...['Health: Write\nPromised in August 2023.', 'Tom', '1 September 2023', 'Done on 10 September 2023'],
        'All were written to\nWhat it changed: Two came',
      ],
    ])
    expect(textsOf(under(built(month(checks)), 'promised'))).toEqual([
      'Nothing that was promised was open when the month was frozen.',
    ])
  })

  it('of figures alone has nothing that rests on what people wrote', () => {
    const ids = built(month(checks, { holds: 'figures alone' })).parts.flatMap((part) =>
      part.kind === 'heading' && part.level === 1 ? [part.id] : [],
    )
    expect(ids).toEqual(['start', 'summary', 'health', 'all'])
  })

  it('says of a figure that narrows another only in what it differs', () => {
    const [, , whole] = checks
    if (whole === undefined) throw new Error('Three months')
    const part = {
      ...whole,
      indicator: 'some',
      definition: { ...whole.definition, label: 'Some', who: 'Some children.', variantOf: 'checks' },
    }
    expect(rows(table(built(month([whole, part])), 'How Health is counted'))).toEqual([
      ['The checks', 'Children.', 'Everybody it is about', 'Leaves.', 'Made up'],
      ['Some', 'Some children.', 'Everybody it is about', 'As for “The checks”', 'As for “The checks”'],
    ])
  })

  it('says once below a table what is to be said of several months', () => {
    const note = (text: string, one: ShownFigure): ShownFigure => ({ ...one, judged: { ...one.judged, note: text } })
    const all = checks.map((one) => note('By hand', one))
    const some = homes.map((one, at) => (at === 1 ? one : note('Late', { ...one, section: 'health' })))
    const notes = table(built(month([...all, ...some])), 'Health, September 2023').notes
    expect(notes).toEqual([
      'The checks, July 2023 to September 2023: By hand',
      'The homes, July 2023 and September 2023: Late',
    ])
  })

  it('says of earlier reports what was decided to be said', () => {
    const restatement = {
      indicator: 'checks',
      label: 'The checks',
      unit: 'per cent',
      version: 1,
      was: 44.4,
      now: 55,
    } as const
    const restatements = [{ ...restatement, period: parsePeriod('2023-08'), words: 'A form came late.' }]
    expect(textsOf(under(built(month(checks, { restatements })), 'since'))).toEqual([
      'The checks, August 2023: reported as 44.4%, now 55.0%. A form came late.',
    ])
  })

  it('says of a withheld figure why it is, and nothing that follows from it', () => {
    const hidden = {
      value: null,
      withheld: '1 to 5',
      judged: { ...checks[0]?.judged, rag: null, direction: null, movement: null },
    }
    const [july, august, september] = checks
    if (july === undefined || august === undefined || september === undefined) throw new Error('Three months')
    const judged = { ...september.judged, rag: null, direction: null, movement: null }
    const document = built(
      month([july, { ...august, ...hidden, judged: { ...august.judged, ...judged } }, { ...september, judged }]),
    )
    expect(rows(table(document, 'Health, September 2023'))[0]?.slice(1, 3)).toEqual(['1 to 5', '56.2%'])
    expect(JSON.stringify(document)).not.toContain('62')
  })

  it('has an id for each heading, a caption for each table and a cell for each column, whatever there is', () => {
    const values = fc.array(fc.option(fc.integer({ min: 0, max: 500 })), { minLength: 3, maxLength: 3 })
    const given = fc.record({
      unit: fc.constantFrom<Unit>('count', 'per cent'),
      goodIs: fc.constantFrom<GoodIs>('high', 'low', 'neither'),
    })
    fc.assert(
      fc.property(fc.array(fc.tuple(values, given), { maxLength: 12 }), (all) => {
        const figures = all.flatMap(([of, more], at) =>
          figure(`f${at}`, of, { ...more, section: at % 2 ? 'homes' : 'health' }),
        )
        const { parts } = built(month(figures))
        const ids = parts.flatMap((part) => (part.kind === 'heading' ? [part.id] : []))
        const tables = parts.filter((part): part is Table => part.kind === 'table')
        expect(new Set(ids).size).toBe(ids.length)
        expect(new Set(tables.map(({ caption }) => caption)).size).toBe(tables.length)
        for (const { columns, rows: lines } of tables) for (const row of lines) expect(row).toHaveLength(columns.length)
      }),
    )
  })
})
