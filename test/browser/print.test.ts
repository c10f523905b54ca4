import { expect, test } from 'vitest'
import { demonstrationOn } from '../support/app.ts'
import { pagesOf, withPoppler } from '../support/poppler.ts'
import { site } from '../support/site.ts'
import { inBrowser } from './browser.ts'
import { readPdf } from './read-pdf.ts'

const demonstration = site(demonstrationOn)
/** The margin below a page, in points: what stands in it is the page's number. */
const FOOT = 40
const base = () => demonstration().listen()

inBrowser('on paper', (open) => {
  const print = async (path: string) => {
    const page = await open(1280, { javaScriptEnabled: false })
    await page.goto((await base()) + path)
    return readPdf(await page.pdf({ preferCSSPageSize: true, tagged: true, outline: true }))
  }

  test('the dataset is six or seven landscape pages, with two sections to a page where they fit', async () => {
    const { pages, headings } = await print('/datasets/corporate-parenting')
    expect(pages.length).toBeGreaterThanOrEqual(5)
    expect(pages.length).toBeLessThanOrEqual(7)
    for (const { width, height } of pages) expect([Math.round(width), Math.round(height)]).toEqual([842, 595])
    const pageOf = (begins: string) => headings.find(({ title }) => title.startsWith(begins))?.page
    const order = [
      '35 of the 42',
      'Where to look first',
      'Profile',
      'Adoption',
      'Care leavers',
      'Education',
      'Health and',
    ]
    const rest = ['Permanence', 'Placement', 'Safety', 'Sufficiency', 'How to read this']
    const at = [...order, ...rest].map((begins) => pageOf(begins) ?? Number.NaN)
    expect(at).toEqual(at.toSorted((one, other) => one - other))
    expect(at[0]).toBe(1)
    expect(pageOf('Profile')).toBe(pageOf('Adoption'))
    expect(headings.filter(({ title }) => title.includes('Dorset, September 2023'))).toHaveLength(9)
  })

  test('an indicator is two or three upright pages', async () => {
    const { pages } = await print('/indicators/iha-within-20-days')
    expect(pages.length).toBeLessThanOrEqual(3)
    for (const { width, height } of pages) expect([Math.round(width), Math.round(height)]).toEqual([595, 842])
  })

  test('table heads repeat and no row, note or drawing is cut in two', async () => {
    const page = await open(1280)
    await page.goto(`${await base()}/datasets/corporate-parenting`)
    await page.emulateMedia({ media: 'print' })
    const styles = (selector: string, property: string) =>
      page.evaluate<string[]>(
        `[...new Set([...document.querySelectorAll('${selector}')].map((one) => getComputedStyle(one).getPropertyValue('${property}')))]`,
      )
    expect(await styles('thead', 'display')).toEqual(['table-header-group'])
    expect(await styles('tbody tr', 'break-inside')).toEqual(['avoid'])
    expect(await styles('.los-notes li', 'break-inside')).toEqual(['avoid'])
    expect(await styles('main h2', 'break-after')).toEqual(['avoid'])
    expect(await styles('main section', 'break-inside')).toEqual(['avoid'])
  })

  withPoppler('as Poppler reads it', () => {
    test('no table’s head stands alone at the foot of a page', async () => {
      const page = await open(1280)
      await page.goto(`${await base()}/definitions`)
      const pages = pagesOf(await page.pdf({ preferCSSPageSize: true }))
      const lowest = pages.map(({ words, height }) => {
        const above = words.filter(({ bottom }) => bottom < height - FOOT)
        const last = Math.max(...above.map(({ bottom }) => bottom))
        return above
          .filter(({ bottom }) => bottom === last)
          .map(({ text }) => text)
          .join(' ')
      })
      expect(lowest.length).toBeGreaterThan(5)
      expect(lowest.filter((line) => line.includes('Which way is good'))).toEqual([])
    })
  })

  test('shows what a screen hides and hides what only a screen needs', async () => {
    const page = await open(1280)
    await page.goto(`${await base()}/datasets/corporate-parenting?filter=yes&show=below&section=placement`)
    await page.emulateMedia({ media: 'print' })
    expect(await page.getByText('Printed Wednesday 4 October 2023').isVisible()).toBe(true)
    expect(await page.getByText('Not all is shown. Chosen: placement; worse than target').isVisible()).toBe(true)
    for (const hidden of ['form', 'nav', '.los-noprint', '.govuk-skip-link'])
      expect(await page.locator(hidden).first().isVisible(), hidden).toBe(false)
  })
})
