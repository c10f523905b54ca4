import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { demonstrationOn } from '../support/app.ts'
import { site } from '../support/site.ts'
import { broken, reach } from './axe.ts'
import { inBrowser } from './browser.ts'
import { readPdf } from './read-pdf.ts'
import { openAs, type UserName } from './sign-in.ts'

const demonstration = site(demonstrationOn)
const base = () => demonstration().listen()

/** From signing in to the family of somebody found by name. */
async function toFamily(page: Page, userName: UserName, name: string): Promise<void> {
  await page.goto(`${await openAs(page, await base(), userName, name)}/family`)
}

inBrowser('the family of a child', (open) => {
  test.each([320, 1280])(
    'at %i pixels breaks no rule that axe knows, scrolls nowhere, and shows one drawing',
    async (width) => {
      const page = await open(width, { javaScriptEnabled: true })
      await toFamily(page, 'tom', 'Maya Ellwood')
      for (const query of ['', '?as-at=2016-05-01', '?as-at=2001-01-01']) {
        await page.goto(page.url().replace(/\?.*/, '') + query)
        expect(await broken(page), query).toEqual([])
        expect(await reach(page), query).toBeLessThanOrEqual(width)
      }
      await page.goto(page.url().replace(/\?.*/, ''))
      expect(await page.locator('figure svg').filter({ visible: true }).count()).toBe(1)
      await expect.poll(() => page.getByRole('img', { name: 'Maya’s family' }).isVisible()).toBe(true)
    },
  )

  test('is asked for another day, and leads back, without JavaScript', async () => {
    const page = await open(320, { javaScriptEnabled: false })
    await toFamily(page, 'tom', 'Maya Ellwood')
    await page.getByLabel('As at').fill('2016-05-01')
    await page.getByRole('button', { name: 'Apply' }).click()
    expect(await page.locator('main h2').first().textContent()).toBe(
      'On 1 May 2016 Maya lived at Harbour Street, with Carys, Dean and Theo',
    )
    await page.getByRole('link', { name: 'See it as it is now' }).click()
    expect(await page.locator('main h2').first().textContent()).toContain('Maya lives at Carys’s')
    await page.getByRole('link', { name: 'Harbour Street' }).click()
    expect(await page.locator('main h2').first().textContent()).toContain(
      'On 14 June 2014 Maya lived at Harbour Street',
    )
  })

  test('draws no label over another, as the browser sets them', async () => {
    const page = await open(1280)
    await toFamily(page, 'marian', 'Maya Ellwood')
    for (const width of [1280, 320]) {
      await page.setViewportSize({ width, height: 1000 })
      const over = await page.evaluate<string[]>(`(() => {
        const texts = [...document.querySelectorAll('figure svg')].filter((svg) => svg.getBoundingClientRect().width > 0)
          .flatMap((svg) => [...svg.querySelectorAll('text')]).map((one) => ({ text: one.textContent, box: one.getBoundingClientRect() }))
        return texts.flatMap((a, at) => texts.slice(at + 1)
          .filter((b) => a.box.left < b.box.right - 1 && b.box.left < a.box.right - 1 && a.box.top < b.box.bottom - 3 && b.box.top < a.box.bottom - 3)
          .map((b) => a.text + ' over ' + b.text))
      })()`)
      expect(over, `at ${width} pixels`).toEqual([])
    }
  })

  test('is two or three upright pages on paper, with the drawing and without what only a screen needs', async () => {
    const page = await open(1280)
    await toFamily(page, 'tom', 'Maya Ellwood')
    const { pages } = readPdf(await page.pdf({ preferCSSPageSize: true, tagged: true, outline: true }))
    expect(pages.length).toBeLessThanOrEqual(3)
    for (const { width, height } of pages) expect([Math.round(width), Math.round(height)]).toEqual([595, 842])
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('figure svg.wide').isVisible()).toBe(true)
    for (const hidden of ['form.los-filter', 'nav.los-tabs']) expect(await page.locator(hidden).isVisible()).toBe(false)
  })
})
