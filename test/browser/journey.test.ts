import { expect, test } from 'vitest'
import { demonstrationOn } from '../support/app.ts'
import { site } from '../support/site.ts'
import { inBrowser } from './browser.ts'

const demonstration = site(demonstrationOn)
const base = () => demonstration().listen()

inBrowser('without JavaScript', (open) => {
  test.each([320, 1280])(
    'at %i pixels: from the home page to why a figure misses its target, and back',
    async (width) => {
      const page = await open(width, { javaScriptEnabled: false })
      const heading = () => page.locator('h1').textContent()
      await page.goto(await base())

      await page.getByRole('link', { name: 'Open the Corporate Parenting dataset' }).click()
      expect(await heading()).toBe('35 of the 42 figures with a target miss it')

      await page.getByRole('combobox', { name: 'Section' }).selectOption('Health and emotional wellbeing')
      await page.getByRole('checkbox', { name: 'Green' }).uncheck()
      await page.getByRole('checkbox', { name: 'Not rated' }).uncheck()
      await page.getByRole('checkbox', { name: 'Rows excluding unaccompanied children' }).uncheck()
      await page.getByRole('button', { name: 'Apply' }).click()
      const filtered = page.url()
      const rows = page.locator('main section tbody th a:first-of-type:visible')
      expect(await page.getByRole('checkbox', { name: 'Green' }).isChecked()).toBe(false)
      expect(await page.locator('.los-table--fixed tbody tr:visible').count()).toBe(6)

      await rows.filter({ hasText: 'Dental check in the last 12 months' }).click()
      expect(await heading()).toBe('Dental check in the last 12 months: 56.2%, missing the target of 85%')
      expect(await page.locator('main figure svg:visible').count()).toBe(1)
      expect(await page.locator('h2', { hasText: 'Definition' }).isVisible()).toBe(true)

      await page.getByRole('link', { name: 'Definitions' }).first().click()
      await page.getByLabel('Words to look for').fill('dental')
      await page.getByRole('button', { name: 'Find' }).click()
      await page.getByRole('link', { name: 'Dental check in the last 12 months' }).click()
      expect(await heading()).toBe('Dental check in the last 12 months')
      await page.getByRole('link', { name: 'See the figures' }).click()
      expect(await heading()).toContain('56.2%, missing the target of 85%')

      for (let steps = 0; page.url() !== filtered && steps < 8; steps++) await page.goBack()
      expect(page.url()).toBe(filtered)
      expect(await page.getByRole('checkbox', { name: 'Green' }).isChecked()).toBe(false)
    },
  )

  test('on a small screen the rows that miss no target come when asked for', async () => {
    const page = await open(320, { javaScriptEnabled: false })
    await page.goto(`${await base()}/datasets/corporate-parenting`)
    const rows = page.locator('.los-table--fixed tbody tr:visible')
    expect(await rows.count()).toBe(35)
    await page.getByRole('link', { name: 'Show all 78 indicators' }).click()
    expect(await rows.count()).toBe(78)
  })

  test('on a wide screen they are there at once', async () => {
    const page = await open(1280, { javaScriptEnabled: false })
    await page.goto(`${await base()}/datasets/corporate-parenting`)
    expect(await page.locator('.los-table--fixed tbody tr:visible').count()).toBe(78)
    expect(await page.getByText('on a small screen').isVisible()).toBe(false)
  })

  test('a note leads from its row to its words', async () => {
    const page = await open(1280, { javaScriptEnabled: false })
    await page.goto(`${await base()}/datasets/corporate-parenting`)
    await page.getByRole('link', { name: 'note 1', exact: true }).first().click()
    expect(await page.locator('li:target').textContent()).toContain('Note 1. Change in September 2023')
  })
})
