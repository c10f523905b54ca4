import { expect, test } from 'vitest'
import { demonstrationOn } from '../support/app.ts'
import { putInCare } from '../support/in-care.ts'
import { site } from '../support/site.ts'
import { sound } from './as-user.ts'
import { inBrowser } from './browser.ts'
import { signInAs } from './sign-in.ts'

const demonstration = site(async (store) => {
  const app = await demonstrationOn(store)
  await putInCare(app)
  return app
})

const list =
  'Name,DOB,IHA\nMaya Ellwood,14/06/2014,20/09/2023\nTheo Elwood,03/02/2011,12/09/2023\nUna Known,01/01/2015,05/09/2023\n'
const page = '/reconciliations/health-list'

inBrowser('health’s list held against the record', (open) => {
  test('is loaded, gone through and decided, at any width and by whoever cannot see it', async () => {
    const tab = await open(1280, { javaScriptEnabled: true })
    const base = await demonstration().listen()
    const heading = () => tab.locator('h1').textContent()
    await signInAs(tab, base, 'nia', page)
    await expect.poll(heading).toContain('no list was loaded yet')
    await sound(tab, 'no list yet')
    await tab.getByRole('link', { name: 'Load a list' }).click()
    await tab.getByRole('button', { name: 'Load the list' }).click()
    await expect.poll(() => tab.getByRole('alert').textContent()).toContain('Choose the file.')
    await sound(tab, 'loading with a fault')
    await tab
      .getByLabel('The file')
      .setInputFiles({ name: 'health.csv', mimeType: 'text/csv', buffer: Buffer.from(list) })
    await tab.getByRole('button', { name: 'Load the list' }).click()
    await expect.poll(heading).toBe('3 differences to put right: 3 undecided')
    await sound(tab, 'the list')
    await tab.getByRole('link', { name: /Theo Elwood/ }).click()
    await expect.poll(heading).toBe('Theo Elwood: initial health assessment')
    await tab.getByRole('button', { name: 'Keep the decision' }).click()
    await expect.poll(() => tab.getByRole('alert').textContent()).toContain('Choose one of these.')
    await sound(tab, 'a doubtful row with a fault')
    await tab.getByLabel('Theo Ellwood').first().check()
    await tab.getByLabel('Why').fill('Born the same day, and we have no other Theo.')
    await tab.getByRole('button', { name: 'Keep the decision' }).click()
    await tab.getByRole('link', { name: /Theo Ellwood/ }).click()
    await expect.poll(() => tab.getByText('Only health has it').isVisible()).toBe(true)
    await sound(tab, 'a row of a child')
    await tab.getByLabel('Social care corrects it').check()
    await tab.getByLabel('Why').fill('The letter is in the post.')
    await tab.getByRole('button', { name: 'Keep the decision' }).click()
    await expect.poll(heading).toBe('3 differences to put right: 2 undecided, 1 for social care')
    await tab.goto(`${base}${page}/measures`)
    await sound(tab, 'the two measures')
  })
})
