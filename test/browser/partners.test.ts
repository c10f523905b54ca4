import { expect, test } from 'vitest'
import type { App } from '../../src/app/app.ts'
import { bringUpToDate } from '../../src/app/counting/calculate.ts'
import { demonstrationWith, importExampleshire } from '../../src/app/exampleshire.ts'
import { publishAugust } from '../../src/app/exampleshire-published.ts'
import { changeLocalities, findAnyAccount } from '../../src/store/accounts.ts'
import { demonstrationOn } from '../support/app.ts'
import { putInCare } from '../support/in-care.ts'
import { site } from '../support/site.ts'
import { sound } from './as-user.ts'
import { inBrowser } from './browser.ts'
import { signInAs } from './sign-in.ts'

// A made-up authority with enough children in one locality for figures, and too few in another.

let made: App | undefined
const demonstration = site(async (store) => {
  const app = await demonstrationOn(store)
  await putInCare(app)
  await importExampleshire(app, demonstrationWith(220))
  await bringUpToDate(app)
  made = app
  return app
})

const vale = `/localities/${encodeURIComponent('Vale locality')}`

inBrowser('a partner', (open) => {
  test('reads that nothing is published, then what is of their locality and why the rest is not, and is let in nowhere else', async () => {
    if (made === undefined) throw new Error('There is no authority yet')
    const app = made
    const page = await open(1280, { javaScriptEnabled: true })
    const base = await demonstration().listen()
    const heading = () => page.locator('h1').textContent()
    const main = () => page.locator('main').textContent()
    await signInAs(page, base, 'gwen', '/localities')
    await expect.poll(heading).toBe('Vale locality: nothing has been published yet')
    expect(await main()).toContain('Whoever gave you your account can say when that will be.')
    await sound(page, 'a locality of which nothing is published')

    await publishAugust(app)
    await page.reload()
    await expect.poll(heading).toMatch(/^Vale locality: .*targets? (is|are) (missed|met)$/)
    expect(await main()).toContain('As known on Wednesday 4 October 2023, when the month was closed.')
    const inCare = page.getByRole('row', { name: /^Children in care at month end/ })
    expect(await inCare.getByRole('cell').first().textContent()).toMatch(/^\d+$/)
    expect(await main()).toContain('A figure is shown of every locality or of none.')
    expect(await page.getByText('Withheld, or no figure, in each month here:').count()).toBeGreaterThan(0)
    await sound(page, 'a locality that is published')

    // No figure opens to a list; what everybody sees opens, and that does not either.
    expect(await page.locator('main table a').count()).toBe(0)
    await page.getByRole('link', { name: 'What everybody sees of the whole authority' }).click()
    await expect.poll(main).toContain('Corporate Parenting dataset, August 2023')
    expect(await page.locator('main a[href*="/list"]').count()).toBe(0)
    for (const [address, says] of [
      ['/people/1', 'This is for those who work in children’s services.'],
      [
        '/indicators/cic-number-month-end/list?period=2023-08&only=locality:Vale+locality',
        'This is for those who work',
      ],
      ['/localities/North%20locality', 'There are: Vale locality. Your account is for no other.'],
    ] as const) {
      await page.goto(base + address)
      await expect.poll(main).toContain(says)
      expect(await page.getByText('Can a child not wait?').count()).toBe(0)
      await sound(page, address)
    }
    await page.getByRole('link', { name: 'Your localities' }).click()
    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.goto(base + vale)
    await expect.poll(() => page.getByRole('button', { name: 'Sign in' }).isVisible()).toBe(true)
  }, 180_000)

  test('of two localities chooses one, and is told in words why all of it is withheld where few are counted', async () => {
    const { store } = made ?? {}
    if (store === undefined) throw new Error('There is no authority yet')
    const gwen = await findAnyAccount(store.db, 'gwen')
    await changeLocalities(store.db, gwen?.id ?? 0, ['South locality', 'Vale locality'])
    const page = await open(320)
    const base = await demonstration().listen()
    await signInAs(page, base, 'gwen', '/localities')
    await expect.poll(() => page.locator('h1').textContent()).toBe('Your 2 localities')
    await sound(page, 'two localities')
    await page.getByRole('link', { name: 'South locality' }).click()
    await expect
      .poll(() => page.locator('h1').textContent())
      .toBe('South locality: no figure of August 2023 can be shown without telling of a few children')
    const main = await page.locator('main').textContent()
    expect(main).toContain('fewer than 25 people are counted in this locality')
    expect(main).toContain('0 of ')
    expect(await page.locator('main table').count()).toBe(0)
    await sound(page, 'a locality of which all is withheld')
  }, 60_000)
})
