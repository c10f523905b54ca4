import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { demonstrationOn } from '../../../../test/support/app.ts'
import { hostile, madeUpOn } from '../../../../test/support/made-up.ts'
import {
  all,
  attribute,
  bodyRows,
  hasClass,
  only,
  type PageElement,
  readPage,
  text,
} from '../../../../test/support/read-page.ts'
import { site } from '../../../../test/support/site.ts'

const says = (page: PageElement) => text(only(page, 'main'))
const tilesOf = (page: PageElement) =>
  all(only(page, 'dl', 'los-figures'), 'div').map((tile) => [text(only(tile, 'dt')), text(only(tile, 'dd'))])
const keyOf = (page: PageElement) => text(only(page, 'div', 'los-panel--key'))
const monthsOf = (page: PageElement) => {
  const table = all(page, 'table').find((one) => hasClass(one, 'los-stack--lines'))
  return table ? bodyRows(table) : []
}
const drawings = (page: PageElement) => all(page, 'figure').flatMap((figure) => all(figure, 'svg'))
const marks = (page: PageElement, name: string) =>
  drawings(page)
    .slice(0, 1)
    .flatMap((svg) => all(svg, '*', name))

const demonstration = site(demonstrationOn)
const madeUp = site(madeUpOn)

describe('an indicator with six months', () => {
  const open = (rest: string) => demonstration().page(`/indicators/${rest}`)

  test('says what it is, how it stands and what that means', async () => {
    const page = await open('cic-rate-month-end')
    expect(text(only(page, 'h1'))).toBe('Rate per 10,000 children: 71.6, missing the target of 60')
    expect(tilesOf(page)).toEqual([
      ['September 2023', '71.6'],
      ['Against the target of 60', 'Worse than target11.6 over it'],
      ['Since August', 'Worse: the figure went up68.5 to 71.6'],
      ['Signal', 'Too early12 months are needed to say what is usual'],
      ['England and neighbours', 'Above bothEngland 70, good neighbours 61.2'],
    ])
    expect(keyOf(page)).toMatch(
      /^What this says\. The target is missed by 11\.6, for the sixth month in a row\. It went up from 68\.5 in August, which is worse, but the two do not compare: the population/,
    )
    expect(keyOf(page)).toMatch(/It is worse than England \(70\) and good neighbours \(61\.2\)\.$/)
  })

  test('draws a trend at two widths, described in words, with the same months as a table', async () => {
    const page = await open('cic-number-month-end')
    expect(drawings(page).map((svg) => [attribute(svg, 'class'), attribute(svg, 'role')])).toEqual([
      ['wide', 'img'],
      ['narrow', 'img'],
    ])
    for (const svg of drawings(page)) {
      const ids = new Map(all(svg, '*').map((one) => [one.attributes.get('id'), text(one)]))
      const described = `${attribute(svg, 'aria-labelledby')} ${attribute(svg, 'aria-describedby')}`.trim().split(/\s+/)
      expect(described.map((id) => ids.get(id)).join(' ')).toContain('6 monthly figures between 430 and 473.')
    }
    expect(monthsOf(page).map(([month, figure]) => `${month} ${figure}`)).toEqual([
      ...['September 2023 473', 'August 2023 464', 'July 2023 430', 'June 2023 432', 'May 2023 433', 'April 2023 433'],
    ])
  })

  test('says that no usual range is drawn and why', async () => {
    const page = await open('cic-number-month-end')
    expect(says(page)).toContain('No usual range is drawn: 12 months are needed to say what is usual.')
    expect(marks(page, 'c-band')).toEqual([])
  })

  test('leads back to its dataset and section of the same month', async () => {
    const page = await open('iha-within-20-days?authority=dorset&period=2023-08')
    const [crumbs] = all(page, 'nav', 'govuk-breadcrumbs')
    expect(crumbs && all(crumbs, 'a').map((link) => [text(link), attribute(link, 'href')])).toEqual([
      ['Corporate Parenting dataset', '/datasets/corporate-parenting?authority=dorset&period=2023-08'],
      ['Health and emotional wellbeing', '/datasets/corporate-parenting?authority=dorset&period=2023-08#health'],
    ])
  })

  test('marks a provisional figure wherever it stands', async () => {
    const page = await open('iha-within-20-days')
    expect(tilesOf(page)[0]).toEqual(['September 2023', '56.3%provisional'])
    expect(monthsOf(page)[0]?.[0]).toBe('September 2023 (provisional)')
    expect(says(page)).toContain('a hollow point is provisional')
    expect(says(await open('cic-number-month-end'))).not.toContain('provisional.')
  })

  test('of a month in which its row is blank says so, and shows the months that are not', async () => {
    const page = await open('pep-termly-on-time?authority=dorset&period=2023-09')
    expect(text(only(page, 'h1'))).toBe('Termly education plan on time: no figure')
    expect(keyOf(page)).toBe('What this says. There is no figure for this month.')
    expect(monthsOf(page).at(0)?.[1]).toBe('–no figure')
    expect(monthsOf(page).map(([, figure]) => figure)).toContain('100.0%')
    expect(says(page)).toContain('There is no figure for this month, and so there are no children to list.')
    expect(text(only(await open('pep-termly-on-time'), 'h1'))).toBe(
      'Termly education plan on time: 100.0%, meeting the target of 96%',
    )
  })

  test('names the source of the figure and of each benchmark', async () => {
    const page = await open('cic-rate-month-end')
    expect(says(page)).toContain(
      'published (Dorset Council, Corporate Parenting dataset, September 2023), without the children',
    )
    const benchmarks = all(page, 'table').at(-1)
    expect(benchmarks && bodyRows(benchmarks).map(([who, value]) => [who, value])).toEqual([
      ['England', '70'],
      ['Good or better statistical neighbours', '61.2'],
    ])
  })

  test('says where a rule is still to be confirmed', async () => {
    const { body } = await demonstration().get('/definitions?q=to+be+confirmed')
    const published = 'long-term-fostering-achieved-permanence'
    const links = all(only(readPage(body), 'main'), 'a').map((one) => attribute(one, 'href'))
    expect(links).toContain(`/definitions/${published}`)
    const page = await demonstration().page(`/indicators/${published}`)
    expect(keyOf(page)).toMatch(/How it is counted is still to be confirmed; see the definition below\.$/)
    expect(all(page, 'span', 'los-pill--soon').map(text)).toEqual(['To be confirmed'])
  })
})

describe('an indicator with three years', () => {
  const open = (rest: string) => madeUp().page(`/indicators/${rest}`)

  test('draws the usual range afresh after a declared change, and a signal beyond it', async () => {
    const page = await open('visits-in-time')
    expect(tilesOf(page)[3]).toEqual(['Signal', 'Yesmore than the usual up and down; usual range 77.9% to 97.3%'])
    expect(tilesOf(page)[0]).toEqual(['September 2023', '70.0%70 of 100'])
    expect(marks(page, 'c-band').length).toBe(2)
    expect(marks(page, 'c-signal').length).toBeGreaterThanOrEqual(1)
    expect(keyOf(page)).toContain(
      'which is worse: more than the usual up and down. It is worse than England (85%) and good',
    )
    expect(says(page)).toContain('What changedA. April 2022. Counted from the record, no longer by hand.')
    expect(says(page)).toContain('The band is the usual range')
    expect(says(page)).not.toContain('a hollow point is provisional')
  })

  test('rates each month against the target of its time', async () => {
    const rows = monthsOf(await open('visits-in-time'))
    expect(rows).toHaveLength(36)
    expect(rows.find(([month = '']) => month.startsWith('April 2022'))?.slice(1)).toEqual([
      '88.0%',
      'Better: the figure went up',
      '90%',
      'Amber',
    ])
    expect(rows.find(([month]) => month === 'March 2022')?.slice(3)).toEqual(['80%', 'Green'])
    expect(rows.find(([month]) => month === 'February 2022')?.slice(3)).toEqual(['80%', 'Worse than target'])
    expect(rows.find(([month]) => month === 'June 2021')?.slice(1)).toEqual([
      '–no figure',
      '–no direction',
      '80%',
      '–not rated',
    ])
  })

  test('shows fewer months as at an earlier one', async () => {
    const page = await open('visits-in-time?period=2021-12')
    expect(text(only(page, 'h1'))).toBe('Visits in time: 83.0%, meeting the target of 80%')
    expect(monthsOf(page)).toHaveLength(15)
    expect(says(page)).not.toContain('What changed')
  })

  test('cautions where mostly the same children are counted', async () => {
    const page = await open('children-at-end')
    expect(text(only(page, 'h1'))).toBe('Children at month end: 1,410')
    expect(says(page)).toContain('treat it as a guide')
    expect(tilesOf(page)[1]).toEqual(['Against target', 'Not ratedno target is set'])
    expect(tilesOf(page)[2]?.[1]).toContain('No direction')
    expect(all(page, 'h2').map(text)).not.toContain('Beside others')
  })

  test('draws no usual range of a rolling figure', async () => {
    const page = await open('moves-in-year')
    expect(tilesOf(page)[3]).toEqual(['Signal', 'Not judgedneighbouring months share most of what they count'])
    expect(marks(page, 'c-band')).toEqual([])
    expect(keyOf(page)).toContain('It is worse than the region (9%), better than statistical neighbours (10%).')
    expect(says(page)).toContain('Region: the definition differs. Counts four moves.')
  })

  test('of one month draws a point and compares with nothing', async () => {
    const page = await open('score-once')
    expect(all(page, 'h2').map(text)[0]).toBe('September 2023')
    expect(tilesOf(page)[2]).toEqual(['Since the month before', 'No directionno figure for the month before'])
    expect(keyOf(page)).toBe('What this says. There is no figure for the month before to compare it with.')
    expect(drawings(page)).toHaveLength(2)
  })

  test.each(['always-blank', 'never-loaded'])('of nothing (%s) draws nothing and says so', async (key) => {
    const page = await open(`${key}?authority=exampleshire&period=2023-09`)
    expect(says(page)).toContain('There is no figure to draw yet.')
    expect(says(page)).not.toContain('How to read the chart')
    expect(drawings(page)).toEqual([])
    expect((await madeUp().get(`/indicators/${key}`)).status).toBe(404)
  })

  test('shows what is in a note, and runs none of it', async () => {
    const { body } = await madeUp().get('/indicators/visits-in-time')
    expect(body).not.toContain('<script')
    expect(text(readPage(body))).toContain(`September 2023: ${hostile.note}`)
  })

  test('belongs to no section when no dataset reads it', async () => {
    expect(all(await open('plans-agreed'), 'nav', 'govuk-breadcrumbs')).toHaveLength(1)
  })
})

describe('an indicator as CSV', () => {
  const rows = async (rest: string) => {
    const { headers, body } = await madeUp().get(`/indicators/${rest}`)
    return { headers, body, rows: parse<Record<string, string>>(body, { bom: true, columns: true }) }
  }

  test('has a row for each month with what it is judged by', async () => {
    const { headers, body, rows: read } = await rows('visits-in-time.csv?period=2023-09')
    expect(headers['content-disposition']).toBe('attachment; filename="visits-in-time-exampleshire-2023-09.csv"')
    expect(body.startsWith('\ufeffauthority,indicator,label,unit,period,')).toBe(true)
    expect(read).toHaveLength(36)
    expect(read.at(-1)).toEqual({
      authority: 'exampleshire',
      indicator: 'visits-in-time',
      label: 'Visits in time',
      unit: 'per cent',
      period: '2023-09',
      covers_from: '2023-09-01',
      covers_to: '2023-09-30',
      value: '70',
      numerator: '70',
      denominator: '100',
      not_known: '4',
      provisional: 'no',
      target: '90',
      rag: 'red',
      direction: 'worse',
      change: '',
      note: hostile.note,
      source: 'Made-up pack',
    })
    expect(read.find(({ period }) => period === '2021-06')).toMatchObject({ value: '', rag: '', direction: '' })
    expect(read.find(({ period }) => period === '2022-04')?.['change']).toBe(
      'Counted from the record, no longer by hand.',
    )
  })

  test('keeps every digit of a value', async () => {
    expect((await rows('first-checks.csv')).rows.map(({ value }) => value)).toEqual(['50', '62.5', '40'])
  })

  test('of nothing is a heading', async () => {
    expect((await rows('never-loaded.csv?period=2023-09')).rows).toEqual([])
  })
})
