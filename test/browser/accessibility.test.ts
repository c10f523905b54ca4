import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { demonstrationOn } from '../support/app.ts'
import { emptyMadeUpOn, madeUpOn } from '../support/made-up.ts'
import { site } from '../support/site.ts'
import { broken, reach } from './axe.ts'
import { inBrowser } from './browser.ts'

const demonstration = site(demonstrationOn)
const madeUp = site(madeUpOn)
const empty = site(async (store) => emptyMadeUpOn(store))

/** Every kind of page. */
const kinds = [
  { name: 'home', at: demonstration, path: '/' },
  { name: 'home with nothing loaded', at: empty, path: '/' },
  { name: 'datasets', at: demonstration, path: '/datasets' },
  { name: 'dataset', at: demonstration, path: '/datasets/corporate-parenting' },
  { name: 'dataset filtered to nothing', at: demonstration, path: '/datasets/corporate-parenting?filter=yes&show=red' },
  { name: 'dataset with every rating', at: madeUp, path: '/datasets/every-kind' },
  { name: 'indicator with six months', at: demonstration, path: '/indicators/iha-within-20-days' },
  { name: 'indicator with a usual range', at: madeUp, path: '/indicators/visits-in-time' },
  {
    name: 'indicator without a figure',
    at: madeUp,
    path: '/indicators/never-loaded?authority=exampleshire&period=2023-09',
  },
  { name: 'definitions', at: demonstration, path: '/definitions' },
  { name: 'one definition', at: demonstration, path: '/definitions/iha-within-20-days' },
  { name: 'accessibility', at: demonstration, path: '/accessibility' },
  { name: 'not found', at: demonstration, path: '/nowhere' },
  { name: 'long address', at: demonstration, path: `/datasets/${'unbroken'.repeat(40)}` },
  { name: 'bad address', at: demonstration, path: '/datasets/corporate-parenting?period=x' },
] as const

const addressOf = async ({ at, path }: (typeof kinds)[number]) => (await at().listen()) + path

inBrowser('every kind of page', (open) => {
  test.each(kinds)('$name: no rule that axe knows is broken, and nothing scrolls sideways', async (kind) => {
    const page = await open(320)
    await page.goto(await addressOf(kind))
    expect(await broken(page), 'at 320 pixels').toEqual([])
    for (const width of [320, 768, 1024, 1280]) {
      await page.setViewportSize({ width, height: 1000 })
      expect(await reach(page), `at ${width} pixels`).toBeLessThanOrEqual(width)
    }
    expect(await broken(page), 'at 1280 pixels').toEqual([])
    await page.setViewportSize({ width: 640, height: 1000 })
    await page.evaluate("document.documentElement.style.setProperty('font-size', '200%')")
    expect(await reach(page), 'with text twice as large').toBeLessThanOrEqual(640)
  })
})

type Reached = { readonly what: string; readonly shows: boolean; readonly onScreen: boolean }

/** In the page: what has the focus, whether that shows, and whether it is in sight. */
const focused = `(() => {
  const one = document.activeElement
  if (one === null || one === document.body || one === document.documentElement) return null
  const style = getComputedStyle(one)
  const outlined = parseFloat(style.outlineWidth) >= 2 && !/none/.test(style.outlineStyle) && !/rgba\\(0, 0, 0, 0\\)/.test(style.outlineColor)
  const box = one.getBoundingClientRect()
  return {
    what: [one.tagName, one.getAttribute('href') ?? one.getAttribute('name') ?? one.getAttribute('aria-label') ?? one.textContent].join(' '),
    shows: outlined || style.boxShadow !== 'none',
    onScreen: box.bottom > 0 && box.top < innerHeight && box.width > 0,
  }
})()`

/** What Tab reaches, in order. */
async function tabbedThrough(page: Page): Promise<readonly Reached[]> {
  const reached: Reached[] = []
  for (;;) {
    await page.keyboard.press('Tab')
    const found = await page.evaluate<Reached | null>(focused)
    if (found === null) return reached
    reached.push(found)
  }
}

inBrowser('by keyboard', (open) => {
  test.each(kinds.filter(({ name }) => ['dataset', 'indicator with a usual range', 'not found'].includes(name)))(
    '$name: Tab reaches every link and control in order, and shows where it is',
    async (kind) => {
      const page = await open(1280)
      await page.goto(await addressOf(kind))
      const controls = 'a[href], button, input:not([type=hidden]), select, summary, [tabindex="0"]'
      const all = await page.locator(controls).filter({ visible: true }).count()
      const reached = await tabbedThrough(page)
      expect(reached).toHaveLength(all)
      expect(reached.filter(({ shows, onScreen }) => !shows || !onScreen)).toEqual([])
      expect(reached[0]?.what).toBe('A #main')
    },
  )

  test('the skip link leads past the head of the page', async () => {
    const page = await open(1280, { javaScriptEnabled: false })
    await page.goto(await addressOf(kinds[3]))
    await page.keyboard.press('Tab')
    await expect.poll(() => page.getByText('Skip to main content').boundingBox()).toMatchObject({ x: 0 })
    await page.keyboard.press('Enter')
    expect(new URL(page.url()).hash).toBe('#main')
    await page.keyboard.press('Tab')
    expect(await page.locator('main :focus').count()).toBe(1)
  })

  test('on a small screen the same links can be reached', async () => {
    const page = await open(320)
    await page.goto(await addressOf(kinds[3]))
    const reached = await tabbedThrough(page)
    expect(reached.filter(({ shows }) => !shows)).toEqual([])
    expect(reached.some(({ what }) => what.includes('filter=yes'))).toBe(true)
  })
})
