import { describe, expect, test } from 'vitest'
import { demonstrationOn, productIndicators } from '../../../../test/support/app.ts'
import { emptyMadeUpOn, madeUpOn } from '../../../../test/support/made-up.ts'
import { all, attribute, only, type PageElement, text } from '../../../../test/support/read-page.ts'
import { site } from '../../../../test/support/site.ts'

const demonstration = site(demonstrationOn)
const madeUp = site(madeUpOn)
const empty = site(async (store) => emptyMadeUpOn(store))

const open = productIndicators.filter(({ status }) => status === 'to be confirmed')

const says = (page: PageElement) => text(only(page, 'main'))
const tilesOf = (page: PageElement) => all(page, 'dl').map((list) => all(list, 'div').map(text))

describe('the home page', () => {
  test('says how the latest month stands and where to look first', async () => {
    const page = await demonstration().page('/')
    expect(text(only(page, 'h1'))).toBe('Dorset, September 2023: 35 of the 42 figures with a target miss it')
    expect(tilesOf(page)).toEqual([
      [
        'Targets missed35of 42 with a target',
        'Targets met7of 42',
        'Worse since Aug346 the same',
        'Better since Aug23two months are not a trend',
      ],
    ])
    expect(all(only(page, 'ol', 'los-list'), 'li')).toHaveLength(6)
    expect(says(page)).toContain(
      `${productIndicators.length} indicators are defined, each once; ${open.length} of them rest on a question still to be confirmed.`,
    )
  })

  test('says the same as the dataset that it opens', async () => {
    const page = await demonstration().page('/')
    const button = only(page, 'a', 'govuk-button')
    expect(text(button)).toBe('Open the Corporate Parenting dataset')
    const dataset = await demonstration().page(attribute(button, 'href'))
    const listOf = (one: PageElement) => all(all(one, 'ol', 'los-list')[0] ?? one, 'li').map(text)
    expect(listOf(dataset)).toEqual(listOf(page))
    expect(text(only(page, 'h1'))).toContain(text(only(dataset, 'h1')))
  })

  test('has a part for each dataset with figures, and none for those without', async () => {
    const page = await madeUp().page('/')
    const headings = all(page, 'h2').map(text)
    expect(headings.filter((heading) => heading.includes('dataset'))).toEqual([
      'Every Kind dataset, Exampleshire, September 2023',
      'Nothing Missed dataset, Exampleshire, September 2023',
      'No Targets dataset, Exampleshire, September 2023',
    ])
    expect(tilesOf(page)[1]?.[0]).toBe('Targets missed0of 1 with a target')
    expect(tilesOf(page)[2]).toEqual(['Worse since Aug00 the same', 'Better since Aug1two months are not a trend'])
    expect(says(page)).toContain('12 indicators are defined, each once; 1 of them rests on a question')
  })

  test('with nothing loaded says what to do', async () => {
    const page = await empty().page('/')
    expect(text(only(page, 'h1'))).toBe('Nothing is loaded yet')
    expect(says(page)).toContain(
      'Load figures at the command line: bin/los import figures FILE, or the demonstration: bin/los demo.',
    )
  })

  test('says that it is a demonstration only where it is', async () => {
    expect(all(await demonstration().page('/'), 'aside')).toHaveLength(1)
    expect(all(await madeUp().page('/'), 'aside')).toEqual([])
  })

  test('marks where the reader is', async () => {
    const here = async (address: string) =>
      all(only(await demonstration().page(address), 'nav', 'los-nav'), 'a')
        .filter((link) => attribute(link, 'aria-current') === 'page')
        .map(text)
    expect(await here('/')).toEqual(['Home'])
    expect(await here('/datasets')).toEqual(['Figures'])
    expect(await here('/indicators/cic-number-month-end')).toEqual(['Figures'])
    expect(await here('/definitions/cic-number-month-end')).toEqual(['Definitions'])
    expect(await here('/accessibility')).toEqual([])
  })
})

describe('the list of datasets', () => {
  const rows = (page: PageElement) =>
    all(page, 'tbody').flatMap((body) =>
      all(body, 'tr').map((row) => row.children.flatMap((cell) => (typeof cell === 'string' ? [] : [text(cell)]))),
    )

  test('has one row for each that an authority has figures of', async () => {
    const page = await demonstration().page('/datasets')
    expect(text(only(page, 'h1'))).toBe('One dataset has figures')
    expect(rows(page)).toEqual([['Corporate Parenting dataset', 'Dorset', 'September 2023', '6', '78']])
    const several = await madeUp().page('/datasets')
    expect(text(only(several, 'h1'))).toBe('3 datasets have figures')
    expect(rows(several).map(([name, , , months]) => [name, months])).toEqual([
      ['Every Kind dataset', '36'],
      ['Nothing Missed dataset', '3'],
      ['No Targets dataset', '36'],
    ])
  })

  test('with nothing loaded says what to do', async () => {
    const page = await empty().page('/datasets')
    expect(text(only(page, 'h1'))).toBe('No figures yet')
    expect(says(page)).toContain('bin/los import figures FILE')
    expect(rows(page)).toEqual([])
  })
})
