import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { demonstrationOn } from '../../../../test/support/app.ts'
import { hostile, madeUpOn } from '../../../../test/support/made-up.ts'
import {
  all,
  attribute,
  bodyRows,
  byId,
  columnHeads,
  hasClass,
  only,
  type PageElement,
  readPage,
  text,
} from '../../../../test/support/read-page.ts'
import { site } from '../../../../test/support/site.ts'

const glanceOf = (page: PageElement) => {
  const [table] = all(page, 'table', 'los-glance')
  if (table === undefined) throw new Error('No table at a glance')
  return table
}
/** The sections' tables, each with its rows as texts. */
const sectionsOf = (page: PageElement) =>
  all(page, 'section')
    .filter((section) => !['first', 'glance', 'notes'].includes(attribute(section, 'aria-labelledby')))
    .map((section) => ({
      key: attribute(section, 'aria-labelledby'),
      says: text(section),
      rows: all(section, 'table').flatMap(bodyRows),
    }))
const rowsOf = (page: PageElement) => sectionsOf(page).flatMap(({ rows }) => rows)
const rowNamed = (page: PageElement, name: string) =>
  rowsOf(page).find(([heading = '']) => heading.startsWith(name)) ?? []
const says = (page: PageElement) => text(only(page, 'main'))
const numbers = (cells: readonly string[]) => cells.map((cell) => Number(cell || '0'))

const demonstration = site(demonstrationOn)
const madeUp = site(madeUpOn)

describe('the dataset of the demonstration', () => {
  const open = (query = '') => demonstration().page(`/datasets/corporate-parenting${query}`)

  test('begins with how many targets are missed, in which month and of whom', async () => {
    const page = await open()
    expect(text(only(page, 'h1'))).toBe('35 of the 42 figures with a target miss it')
    expect(says(page)).toContain(
      'Corporate Parenting dataset, September 2023, for the Corporate Parenting Board. 78 indicators',
    )
    expect(text(only(page, 'header'))).toContain('Dorset Council')
  })

  test('says that it is a demonstration, and where its clock stands', async () => {
    const strip = text(only(await open(), 'aside'))
    expect(strip).toContain('Demonstration. The figures are those Dorset Council published')
    expect(strip).toContain('The clock stands at 4 October 2023, the day they were extracted.')
  })

  test('shows nine sections with 78 rows of six months', async () => {
    const page = await open()
    expect(sectionsOf(page).map(({ rows }) => rows.length)).toEqual([8, 6, 8, 6, 7, 7, 13, 7, 16])
    const [table] = all(page, 'table', 'los-table--fixed')
    expect(table && columnHeads(table)).toEqual([
      ...['Indicator', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Trend', 'Since Aug', 'Good is', 'Target'],
      ...['Against target', 'England', 'Neighbours'],
    ])
  })

  test('shows a row as it was published', async () => {
    const page = await open()
    expect(rowNamed(page, 'Rate per 10,000 children')).toEqual([
      ...['Rate per 10,000 childrennote 1', '64.0', '64.0', '63.8', '63.5', '68.5', '71.6', ''],
      ...['Worse: the figure went up', 'Low', '60', 'Worse than target', '70', '61.2'],
    ])
    expect(rowNamed(page, 'Unaccompanied children in care').slice(6)).toEqual([
      ...['67', '', '–no direction', '–neither way is better', '–none', '–not rated', '–none', '–none'],
    ])
  })

  test('sums at a glance what the rows below show', async () => {
    const page = await open()
    const heads = columnHeads(glanceOf(page))
    const column = (name: string) => heads.indexOf(name)
    const below = sectionsOf(page)
    const counted = (rows: readonly (readonly string[])[], cell: number, begins: string) =>
      rows.filter((row) => (row[cell] ?? '').startsWith(begins)).length
    for (const [at, row] of bodyRows(glanceOf(page)).entries()) {
      const rows = below[at]?.rows ?? []
      const is = (name: string) => Number(row[column(name)])
      expect(is('Green')).toBe(counted(rows, 11, 'Green'))
      expect(is('Worse than target')).toBe(counted(rows, 11, 'Worse than target'))
      expect(is('Not rated')).toBe(counted(rows, 11, '–'))
      expect(is('Better')).toBe(counted(rows, 8, 'Better'))
      expect(is('Worse')).toBe(counted(rows, 8, 'Worse'))
      expect(is('Same')).toBe(counted(rows, 8, 'Same'))
    }
    const total = all(only(glanceOf(page), 'tfoot'), 'td').map(text)
    const sums = bodyRows(glanceOf(page)).reduce<readonly number[]>(
      (sum, row) => numbers(row.slice(1)).map((cell, index) => cell + (sum[index] ?? 0)),
      [],
    )
    expect(numbers(total)).toEqual(sums)
    expect(text(only(glanceOf(page), 'tfoot'))).toMatch(/^All 78/)
  })

  test('names six to look at first, worst first, and counts the others so that the sum comes out', async () => {
    const page = await open()
    const [list] = all(page, 'ol', 'los-list')
    const named = list ? all(list, 'li').map(text) : []
    expect(named).toHaveLength(6)
    expect(named[0]).toBe(
      'Days from placement order to match, average: 255, target 121. Worse than August, England (178) and good neighbours (149). Target missed in all 6 months shown.',
    )
    expect(says(page)).toContain('25 more miss their target, and so do 4 rows that leave unaccompanied children out.')
    expect(6 + 25 + 4).toBe(35)
  })

  test('gives each section its notes, each note said once there', async () => {
    const page = await open()
    const [notes] = all(page, 'ul', 'los-notes')
    expect(notes && all(notes, 'li').map(text)[0]).toBe(
      'Note 1. Change in September 2023: The population beneath the rate was updated this month and fell by over 1,500, which alone raises the rate.',
    )
    for (const list of all(page, 'ul', 'los-notes')) {
      const texts = all(list, 'li').map(text)
      expect(texts.length).toBe(new Set(texts).size)
    }
  })

  test('marks provisional figures', async () => {
    expect(rowNamed(await open(), 'First health assessment within 20 days')[6]).toBe('56.3%p')
  })

  test('leaves a small screen only what misses its target, and says so', async () => {
    const page = await open()
    const rows = all(page, 'table', 'los-table--fixed').flatMap((table) => all(only(table, 'tbody'), 'tr'))
    const shown = rows.filter((row) => !hasClass(row, 'los-phone-none'))
    expect(shown).toHaveLength(35)
    const [link] = all(page, 'a').filter((one) => text(one) === 'Show all 78 indicators')
    const every = await demonstration().page(link ? attribute(link, 'href') : '')
    expect(rowsOf(every)).toHaveLength(78)
    expect(all(every, 'tr').filter((row) => hasClass(row, 'los-phone-none'))).toEqual([])
    expect(says(every)).not.toContain('on a small screen')
  })

  test('can be read as at an earlier month', async () => {
    const page = await open('?period=2023-06')
    expect(says(page)).toContain('Corporate Parenting dataset, June 2023')
    const [table] = all(page, 'table', 'los-table--fixed')
    expect(table && columnHeads(table).slice(1, 7)).toEqual(['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun'])
    expect(rowNamed(page, 'Rate per 10,000 children').slice(1, 7)).toEqual([
      ...['–no figure', '–no figure', '–no figure', '64.0', '64.0', '63.8'],
    ])
    const first = await open('?period=2023-04')
    expect(rowNamed(first, 'Children in care at month end')[8]).toBe('–no direction')
  })

  test('has rows that lead to their figures of the same month and authority', async () => {
    const links = all(await open('?period=2023-08'), 'a').map((link) => attribute(link, 'href'))
    const figures = links.filter((href) => href.startsWith('/indicators/'))
    expect(figures.length).toBeGreaterThanOrEqual(78)
    for (const href of figures) expect(href).toMatch(/\?authority=dorset&period=2023-08$/)
  })
})

describe('the filter', () => {
  const open = (query: string) => demonstration().page(`/datasets/corporate-parenting?filter=yes${query}`)
  const every = '&show=green&show=below&show=none'

  test('offers the months and sections there are, and only the ratings that some figure has', async () => {
    const page = await demonstration().page('/datasets/corporate-parenting')
    expect(all(byId(page, 'period'), 'option').map(text)).toEqual([
      ...['September 2023', 'August 2023', 'July 2023', 'June 2023', 'May 2023', 'April 2023'],
    ])
    expect(all(byId(page, 'section'), 'option')).toHaveLength(10)
    const boxes = all(only(page, 'fieldset'), 'label')
    expect(boxes.map(text)).toEqual([
      'Green',
      'Worse than target',
      'Not rated',
      'Rows excluding unaccompanied children',
    ])
    for (const box of boxes) expect(only(box, 'input').attributes.has('checked')).toBe(true)
  })

  test.each([
    ['&show=below&variants=yes', 35],
    ['&show=below', 31],
    ['&show=green&variants=yes', 7],
    [`${every}&variants=yes`, 78],
    [every, 68],
    ['&show=none&section=adoption', 4],
    ['&section=adoption&variants=yes&show=below', 2],
  ])('narrows the rows: %s leaves %i', async (query, rows) => {
    const page = await open(query)
    expect(rowsOf(page)).toHaveLength(rows)
    expect(says(page)).not.toContain('No indicator matches')
  })

  test('keeps what was chosen in its boxes, and the heading of the whole month', async () => {
    const page = await open('&period=2023-08&section=adoption&show=below')
    expect(text(only(page, 'h1'))).toBe(
      text(only(await demonstration().page('/datasets/corporate-parenting?period=2023-08'), 'h1')),
    )
    const chosen = all(page, 'option').filter((option) => option.attributes.has('selected'))
    expect(chosen.map(text)).toEqual(['August 2023', 'Adoption', 'All'])
    const ticked = all(only(page, 'fieldset'), 'label').filter((label) =>
      only(label, 'input').attributes.has('checked'),
    )
    expect(ticked.map(text)).toEqual(['Worse than target'])
    expect(attribute(only(page, 'form'), 'method')).toBe('get')
  })

  test('says on paper what was chosen', async () => {
    expect(says(await open('&section=adoption&show=below&show=green'))).toContain(
      'Not all is shown. Chosen: adoption; green and worse than target; without rows excluding unaccompanied children.',
    )
    expect(says(await open(''))).toContain('Chosen: all sections; nothing; without')
    expect(says(await demonstration().page('/datasets/corporate-parenting'))).not.toContain('Not all is shown')
  })

  test.each(['', '&show=amber', '&show=purple', '&show=green&section=adoption'])(
    'says so when nothing matches: %s',
    async (query) => {
      const page = await open(query)
      expect(rowsOf(page)).toEqual([])
      expect(says(page)).toContain(
        'No indicator matches what is chosen. Tick more under “Show”, or choose all sections.',
      )
      for (const section of sectionsOf(page)) expect(section.says).toContain('Nothing in this section matches')
    },
  )

  test('shows notes only of the rows that are left', async () => {
    const page = await open('&section=profile&show=none')
    const notes = all(page, 'ul', 'los-notes').flatMap((list) => all(list, 'li').map(text))
    const named = rowsOf(page).flatMap(([heading = '']) =>
      [...heading.matchAll(/note (\d+)/g)].map(([, number]) => number),
    )
    expect(notes.map((note) => /^Note (\d+)/.exec(note)?.[1]).toSorted()).toEqual([...new Set(named)].toSorted())
  })
})

describe('a dataset of every kind of figure', () => {
  const open = (query = '') => madeUp().page(`/datasets/every-kind${query}`)

  test('tells red from amber from missed without a threshold', async () => {
    const page = await open()
    expect(text(only(page, 'h1'))).toBe('1 of the 5 figures with a target is red, 3 more miss it')
    const against = (name: string) => rowNamed(page, name)[11]
    expect(['Visits in time', 'Plans late', 'Days to a plan', 'First checks', 'Children at'].map(against)).toEqual([
      ...['Red', 'Amber', 'Green', 'Worse than target, Aug', '–not rated'],
    ])
    // Of September not everybody's answer was known yet: it is shown, and August is judged.
    expect(rowNamed(page, 'First checks')[8]).toBe('–too early to say')
    expect(says(page)).toMatch(/First checks in 20 days: [\d.]+% in August, target/)
    expect(columnHeads(glanceOf(page)).slice(1, 6)).toEqual(['Green', 'Amber', 'Red', 'Worse than target', 'Not rated'])
  })

  test('says the parent of a variant to those who do not see it indented', async () => {
    expect(rowsOf(await open())[1]?.[0]).toBe('Visits in time, Excluding unaccompanied children')
  })

  test('rates against the target of the month that is shown', async () => {
    const row = rowNamed(await open('?period=2022-03'), 'Visits in time')
    expect([row[6], row[10], row[11]]).toEqual(['82.0%', '80%', 'Green'])
    const after = rowNamed(await open('?period=2022-04'), 'Visits in time')
    expect([after[6], after[10], after[11]]).toEqual(['88.0%', '90%', 'Amber'])
    expect(says(await open('?period=2022-04'))).toContain(
      'Change in April 2022: Counted from the record, no longer by hand.',
    )
  })

  test('shows a missing month as missing, with no direction after it', async () => {
    const row = rowNamed(await open('?period=2021-07'), 'Visits in time')
    expect([row[5], row[8]]).toEqual(['–no figure', '–no direction'])
  })

  test('shows rows of one month, of blanks and of nothing', async () => {
    const page = await open()
    expect(rowNamed(page, 'Score').slice(1, 7)).toEqual([...Array.from({ length: 5 }, () => '–no figure'), '14.1'])
    for (const name of ['Always blank', 'Never loaded'])
      expect(rowNamed(page, name).slice(1, 7)).toEqual(Array.from({ length: 6 }, () => '–no figure'))
  })

  test('shows what is in a note, and runs none of it', async () => {
    const { body } = await madeUp().get('/datasets/every-kind')
    expect(body).not.toContain('<script')
    expect(text(readPage(body))).toContain(hostile.note)
    expect(body).not.toContain('&amp;lt;')
  })

  test('finds nothing amiss where nothing is', async () => {
    const page = await madeUp().page('/datasets/nothing-missed')
    expect(text(only(page, 'h1'))).toBe('The one figure with a target meets it')
    expect(says(page)).toContain('No figure misses a target.')
    expect(says(page)).toContain('Meeting the target: Plans agreed (92.0%, target 90%).')
    expect(says(await madeUp().page('/datasets/nothing-missed?period=2023-08'))).toContain(
      '79.9%, target 90%. Worse than July.',
    )
  })

  test('without targets counts what got worse', async () => {
    const page = await madeUp().page('/datasets/no-targets')
    expect(text(only(page, 'h1'))).toBe('No figure got worse')
    expect(says(page)).toContain('No figure of this month has a target to be held against.')
    expect(columnHeads(glanceOf(page))[1]).toBe('Not rated')
  })
})

describe('an outcome of the practice framework', () => {
  const query = 'authority=dorset&period=2023-09&outcome=ready-for-adulthood'
  const tied = [
    'care-leavers-eet-19-21',
    'care-leavers-in-touch-19-21',
    'care-leavers-pathway-plan-up-to-date-17-25',
    'care-leavers-suitable-accommodation-19-21',
  ]

  test('leaves only the indicators that are tied to it, in all that the page says, on paper and in the file', async () => {
    const page = await demonstration().page(`/datasets/corporate-parenting?${query}`)
    expect(says(page)).toContain('Only the 4 indicators tied to “Ready for adulthood”: Young people leave care')
    expect(sectionsOf(page).map(({ key }) => key)).toEqual(['care-leavers'])
    expect(rowsOf(page)).toHaveLength(4)
    expect(text(only(page, 'h1'))).toMatch(/of the 4 figures with a target/)
    const chosen = await demonstration().page(`/datasets/corporate-parenting?${query}&filter=yes&show=below`)
    expect(says(chosen)).toContain('Chosen: what is tied to “Ready for adulthood”;')
    const csv = await demonstration().get(`/datasets/corporate-parenting.csv?${query}`)
    const rows = parse<Record<string, string>>(csv.body, { bom: true, columns: true })
    expect(rows.map((row) => row['indicator'] ?? '').toSorted()).toEqual(tied)
  })

  test('takes variants with what they narrow, and is refused where there is no such outcome', async () => {
    const page = await demonstration().page('/datasets/corporate-parenting?authority=dorset&outcome=home-that-lasts')
    expect(rowsOf(page).length).toBeGreaterThan(6)
    expect((await demonstration().get('/datasets/corporate-parenting?outcome=happy')).status).toBe(404)
  })
})
