import { expect, test } from 'vitest'
import { childrenInCareOn } from '../support/counted-in-care.ts'
import { site } from '../support/site.ts'
import { sound } from './as-user.ts'
import { inBrowser } from './browser.ts'
import { signInAs } from './sign-in.ts'

const inCare = site(childrenInCareOn)
const dataset = '/datasets/corporate-parenting?authority=exampleshire&period=2023-09'

inBrowser('figures counted from the record', (open) => {
  test('open from the board’s table to the child and back, and say why they moved', async () => {
    const page = await open(1280, { javaScriptEnabled: true })
    const heading = () => page.locator('h1').textContent()
    await signInAs(page, await inCare().listen(), 'marian', dataset)
    await page.getByRole('link', { name: 'In private provision', exact: true }).click()
    expect(await heading()).toBe('In private provision: 100.0%')
    await sound(page, 'an indicator')

    await page.getByRole('link', { name: 'Open the list, with the reasons' }).click()
    expect(await heading()).toBe('2 children in the figure')
    await sound(page, 'the list behind it')
    await page.getByLabel('Only').selectOption({ label: 'Outside it' })
    await page.getByRole('button', { name: 'Apply' }).click()
    const narrowed = page.url()
    await page.getByRole('link', { name: 'Maya Ellwood' }).click()
    expect(await heading()).toContain('Maya Ellwood')
    await page.goBack()
    expect(page.url()).toBe(narrowed)
    expect(await page.locator('tbody tr').count()).toBe(1)

    await page.getByRole('link', { name: 'In private provision' }).click()
    await page.getByRole('link', { name: 'Between other months, or since an earlier day' }).click()
    await page.getByLabel('From').selectOption('July 2023')
    await page.getByRole('button', { name: 'Apply' }).click()
    expect(await heading()).toBe('Up from 33.3% to 100.0%: July 2023 to September 2023')
    await page.getByRole('link', { name: 'Now counted' }).click()
    expect(await page.locator('h2').allTextContents()).toEqual(['1 child: now counted: “with a private provider”'])
    await sound(page, 'why it moved')
  })
})
