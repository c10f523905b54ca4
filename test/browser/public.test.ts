import { expect, test } from 'vitest'
import { guestTypes } from '../support/guest-house.ts'
import { publishedGuests } from '../support/published-guests.ts'
import { site } from '../support/site.ts'
import { sound } from './as-user.ts'
import { inBrowser } from './browser.ts'

const published = site(async (store) => (await publishedGuests(store)).app, guestTypes)

inBrowser('what we publish', (open) => {
  test('is read by anybody, on a small screen and a wide one, and sets no cookie', async () => {
    const page = await open(1280, { javaScriptEnabled: true })
    await page.goto(`${await published().listen()}/public`)
    await sound(page, 'the months that are published')
    await page.getByRole('link', { name: 'September 2023', exact: true }).click()
    await expect.poll(() => page.getByText('protects children and young people').isVisible()).toBe(true)
    await sound(page, 'what is published of a month')
    expect(await page.context().cookies()).toEqual([])
  })

  test('needs no script', async () => {
    const page = await open(320, { javaScriptEnabled: false })
    await page.goto(`${await published().listen()}/public/guest-book/2023-09`)
    await expect.poll(() => page.getByText('protects children and young people').isVisible()).toBe(true)
  })
})
