import { expect, test } from 'vitest'
import { importShipped } from '../../src/app/benchmarks/import-national.ts'
import { appOn } from '../support/app.ts'
import { site } from '../support/site.ts'
import { broken, reach } from './axe.ts'
import { inBrowser } from './browser.ts'
import { readPdf } from './read-pdf.ts'

const newcomer = site(async (store) => {
  const app = appOn(store, { own: undefined })
  await importShipped(app)
  return app
})

const FAR = '/places/dorset/measures/children-in-care-living-more-than-20-miles-from-home-outside-the-authority'
const kinds = [
  ['the choice of an authority', '/places'],
  ['an authority', '/places/dorset'],
  ['a subject', '/places/dorset/themes/children-in-care'],
  ['what was found', '/places/dorset/measures?find=children+far+from+home'],
  ['all measures', '/places/dorset/measures'],
  ['a share', `${FAR}?beside=bournemouth-christchurch-and-poole`],
  ['a score', '/places/bournemouth-christchurch-and-poole/measures/children-in-care-attainment-8-score-at-16'],
  ['a sum', '/places/dorset/measures/spending-on-children-in-care'],
  ['no figure', '/places/city-of-london/measures/children-in-care'],
  ['home', '/'],
] as const

inBrowser('any authority beside others', (open) => {
  test.each(kinds)('%s: no rule that axe knows is broken, and nothing scrolls sideways', async (_, path) => {
    const page = await open(320)
    await page.goto((await newcomer().listen()) + path)
    for (const details of await page.locator('summary').all()) await details.click()
    expect(await broken(page), 'at 320 pixels').toEqual([])
    for (const width of [320, 768, 1280]) {
      await page.setViewportSize({ width, height: 1000 })
      expect(await reach(page), `at ${width} pixels`).toBeLessThanOrEqual(width)
    }
    expect(await broken(page), 'at 1280 pixels').toEqual([])
  })

  test('a lead member who has never been here finds the answer without scripts or an account', async () => {
    const page = await open(1280, { javaScriptEnabled: false })
    await page.goto(await newcomer().listen())
    await page.getByRole('link', { name: 'Beside others' }).click()
    await page.getByLabel('Authority').selectOption({ label: 'Dorset' })
    await page.getByRole('button', { name: 'Open' }).click()
    await page
      .getByLabel('Ask in your own words')
      .fill('are we placing more children far from home than places like us?')
    await page.getByRole('button', { name: 'Find' }).click()
    await page.getByRole('link', { name: 'Children in care living more than 20 miles' }).first().click()
    const box = await page.locator('.los-panel--key').boundingBox()
    expect(await page.locator('.los-panel--key').textContent()).toContain('more than chance')
    expect((box?.y ?? 1000) + (box?.height ?? 0), 'the answer is on the first screen').toBeLessThan(1000)
    expect(await page.context().cookies()).toEqual([])
  })

  test('an authority and a measure print upright, with nothing cut off', async () => {
    for (const path of ['/places/dorset', FAR]) {
      const page = await open(1280, { javaScriptEnabled: false })
      await page.goto((await newcomer().listen()) + path)
      const { pages } = await readPdf(await page.pdf({ preferCSSPageSize: true, tagged: true, outline: true }))
      expect(pages.length).toBeLessThanOrEqual(7)
      for (const { width, height } of pages) expect([Math.round(width), Math.round(height)]).toEqual([595, 842])
    }
  })
})
