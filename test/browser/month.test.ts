import { expect, test } from 'vitest'
import type { App } from '../../src/app/app.ts'
import { recount } from '../../src/app/counting/calculate.ts'
import { HealthAssessment } from '../../src/areas/children-in-care/health.ts'
import { plainDate } from '../../src/core/dates/plain-date.ts'
import type { SubjectId } from '../../src/core/definitions/field.ts'
import { demonstrationOn } from '../support/app.ts'
import { putInCare, writing } from '../support/in-care.ts'
import { site } from '../support/site.ts'
import { sound } from './as-user.ts'
import { inBrowser } from './browser.ts'
import { signInAs } from './sign-in.ts'

let inCare: { readonly app: App; readonly theo: SubjectId } | undefined
const demonstration = site(async (store) => {
  const app = await demonstrationOn(store)
  inCare = { app, theo: (await putInCare(app)).Theo }
  return app
})
let listening: Promise<string> | undefined
const base = () => {
  listening ??= demonstration().listen()
  return listening
}

/** His first health assessment, held in time, is written down only now. */
async function writeLate() {
  if (inCare === undefined) throw new Error('Nobody is in care yet')
  const { app, theo } = inCare
  const held = { assessedOn: plainDate('2023-09-20'), kind: 'initial', attendance: 'done' }
  await writing(app, theo)(HealthAssessment, held)
  await app.store.db.transaction().execute((db) => recount(app, db, [theo]))
}

const september = '/publish/corporate-parenting/2023-09'

inBrowser('the month', (open) => {
  test('goes from the extract to a frozen version, and says afterwards what would be different and why', async () => {
    const page = await open(1280, { javaScriptEnabled: true })
    const heading = () => page.locator('h1').textContent()
    await signInAs(page, await base(), 'iain', '/publish')
    await expect.poll(heading).toBe('9 sections still need commentary')
    await sound(page, 'the month')
    await page.getByRole('button', { name: 'Quality is seen' }).click()
    await expect.poll(() => page.getByRole('alert').textContent()).toContain('Say what you found.')
    await sound(page, 'the month with a fault')
    await page.getByLabel('What did you find, and what do you accept?').fill('Two reviews without a date; asked for.')
    await page.getByRole('button', { name: 'Quality is seen' }).click()
    await expect.poll(() => page.getByText('Two reviews without a date').isVisible()).toBe(true)

    await signInAs(page, await base(), 'marian', september)
    const sections = await page.locator('tbody th a').allTextContents()
    expect(sections).toHaveLength(9)
    for (const section of sections) {
      await page.getByRole('link', { name: section, exact: true }).click()
      await page.getByLabel('What is going well').first().fill(`${section}: as we hoped`)
      await page.getByRole('button', { name: 'Keep' }).click()
    }
    await page.getByRole('link', { name: 'Safety', exact: true }).click()
    await expect.poll(heading).toBe('Safety: written')
    await sound(page, 'a section')
    await page.goBack()
    await page.getByRole('button', { name: 'Sign the month off' }).click()
    await expect.poll(heading).toBe('September 2023 is signed off and can be frozen')
    expect(await page.getByRole('button', { name: 'Freeze it as it is known today' }).isVisible()).toBe(false)

    await signInAs(page, await base(), 'iain', september)
    await page.getByRole('button', { name: 'Freeze it as it is known today' }).click()
    await expect.poll(heading).toBe('September 2023 is frozen, version 1')
    await expect.poll(() => page.getByText('Nothing that was frozen would be different today').isVisible()).toBe(true)

    await writeLate()
    await signInAs(page, await base(), 'marian', september)
    await page.getByRole('link', { name: 'By figure, child and record' }).click()
    await expect.poll(heading).toMatch(/^\d+ figures? of September 2023 would be different today$/)
    await sound(page, 'restated')
    const first = page
      .getByRole('heading', { name: 'First health assessment within 20 days', exact: true })
      .locator('..')
    await expect.poll(() => first.locator('tbody th').allTextContents()).toEqual(['Theo Ellwood'])
    await expect.poll(() => first.textContent()).toMatch(/Health assessment, 20 September 2023.*recorded by test/)
  })

  test('fits a narrow screen, and needs no script', async () => {
    const page = await open(320, { javaScriptEnabled: false })
    await signInAs(page, await base(), 'marian', september)
    await page.getByRole('button', { name: 'Open the month again' }).click()
    await expect.poll(() => page.getByRole('alert').textContent()).toContain('Say why.')
    await page.getByLabel('Why is it opened again?').fill('A review was not written down')
    await page.getByRole('button', { name: 'Open the month again' }).click()
    await expect.poll(() => page.getByText('Opened again by Marian Teal').isVisible()).toBe(true)
    // Everything is counted by now, and what misses its target has to be explained first.
    await expect.poll(() => page.getByText('Not yet: ').isVisible()).toBe(true)
  })
})
