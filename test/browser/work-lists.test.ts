import { expect, test } from 'vitest'
import { demonstrationOn } from '../support/app.ts'
import { putInCare } from '../support/in-care.ts'
import { site } from '../support/site.ts'
import { sound } from './as-user.ts'
import { inBrowser } from './browser.ts'
import { readPdf } from './read-pdf.ts'
import { signInAs } from './sign-in.ts'

const demonstration = site(async (store) => {
  const app = await demonstrationOn(store)
  await putInCare(app)
  return app
})
let listening: Promise<string> | undefined
const base = () => {
  listening ??= demonstration().listen()
  return listening
}

inBrowser('what is due', (open) => {
  test('leads from a manager’s own work to the list, and from the list to why', async () => {
    const page = await open(1280, { javaScriptEnabled: false })
    await signInAs(page, await base(), 'dilys', '/my-work')
    await page.getByRole('link', { name: /overdue: Visits to children in care/ }).click()
    await expect
      .poll(() => page.locator('h1').textContent())
      .toBe('Visits to children in care: 1 overdue, none due in the next 7 days')
    await page.getByText('6 weeks after the last visit, 16 August 2023').click()
    await expect.poll(() => page.getByText('Every day counts, weekends and bank holidays too.').isVisible()).toBe(true)
    await page.getByRole('link', { name: 'Maya Ellwood' }).click()
    await expect.poll(() => page.getByRole('heading', { name: 'Third visit' }).isVisible()).toBe(true)
    await page.getByLabel('As at').fill('2023-06-25')
    await page.getByRole('button', { name: 'Apply' }).click()
    await expect.poll(() => page.getByText('5 days overdue', { exact: true }).isVisible()).toBe(true)
  })

  test('is narrowed and cleared by a form', async () => {
    const page = await open(320, { javaScriptEnabled: false })
    await signInAs(page, await base(), 'marian', '/work-lists/care-reviews')
    await page.getByLabel('Team', { exact: true }).selectOption({ label: 'South team' })
    await page.getByLabel('Due').selectOption({ label: 'Overdue' })
    await page.getByRole('button', { name: 'Apply' }).click()
    await expect.poll(() => page.locator('tbody th a').allTextContents()).toEqual(['Ivo Santander'])
    await page.getByRole('link', { name: 'Clear' }).click()
    await expect.poll(() => page.locator('tbody th a').allTextContents()).toContain('Theo Ellwood')
  })

  test('is on a tracker with each step, and each number opens those behind it', async () => {
    const page = await open(320, { javaScriptEnabled: false })
    await signInAs(page, await base(), 'marian', '/services/permanence')
    await page.getByRole('link', { name: 'Permanence tracker' }).click()
    await page.getByRole('link', { name: /past a step: No plan yet/ }).click()
    await expect
      .poll(() =>
        page
          .getByRole('table', { name: /past a step/ })
          .last()
          .locator('th a')
          .allTextContents(),
      )
      .toEqual(['Maya Ellwood'])
    await page.getByRole('link', { name: 'Everybody', exact: true }).click()
    await expect.poll(() => page.getByRole('link', { name: 'Theo Ellwood' }).isVisible()).toBe(true)
  })

  test('breaks no rule that axe knows and scrolls nowhere, on every page', async () => {
    const page = await open(1280, { javaScriptEnabled: true })
    await signInAs(page, await base(), 'marian', '/work-lists')
    await sound(page, 'all work lists')
    for (const path of [
      '/work-lists/care-reviews?show=all',
      '/trackers/permanence',
      '/work-lists/dental-checks?show=all',
      '/work-lists/health-assessments?show=all',
      '/work-lists/attendance-of-the-fortnight',
      '/services',
      '/services/education-of-children-in-care',
      '/services/children-in-care',
    ]) {
      await page.goto((await base()) + path)
      await sound(page, path)
    }
    await page.getByRole('link', { name: 'Ivo Santander' }).first().click()
    await sound(page, 'clocks')
  })

  test('is on paper without its controls, and without the steps that nobody opened', async () => {
    const page = await open(1280, { javaScriptEnabled: false })
    await signInAs(page, await base(), 'marian', '/work-lists/care-reviews?show=all')
    await page.emulateMedia({ media: 'print' })
    expect(await page.getByText('Printed by Marian Teal').isVisible()).toBe(true)
    expect(await page.getByRole('button', { name: 'Apply' }).isVisible()).toBe(false)
    expect(await page.getByText('Bank holidays do not count').first().isVisible()).toBe(false)
    const { pages } = readPdf(await page.pdf({ preferCSSPageSize: true }))
    for (const { width, height } of pages) expect([Math.round(width), Math.round(height)]).toEqual([842, 595])
  })
})
