import { expect, test } from 'vitest'
import { importRecords } from '../../src/app/records/import-records.ts'
import { ssda903 } from '../../src/formats/ssda903/index.ts'
import { changeRoles, findAccount } from '../../src/store/accounts.ts'
import { demonstrationOn } from '../support/app.ts'
import { yearFiles } from '../support/returns.ts'
import { site } from '../support/site.ts'
import { sound } from './as-user.ts'
import { inBrowser } from './browser.ts'
import { signInAs } from './sign-in.ts'

const importer = { id: null, name: 'operator', roles: ['operator'] }
/** A few children, of whom some are missing in the second of two returns. */
const take = (child: string) => (Number(child) % 50 === 0 ? child : undefined)

const demonstration = site(async (store) => {
  const app = await demonstrationOn(store)
  for (const year of [2017, 2018]) await importRecords(app, importer, ssda903, { files: yearFiles(year, take) })
  // Whoever may correct every record: the demonstration has nobody.
  const tom = await findAccount(store.db, 'tom')
  if (tom === undefined) throw new Error('The demonstration has no tom')
  await changeRoles(store.db, tom.id, ['operator'])
  return app
})

const rule = '/quality/rules/return-vanished?dataset=corporate-parenting&month=2019-03'

inBrowser('what two returns do not agree on', (open) => {
  test('is said to be right as it is with a reason, and is no error afterwards', async () => {
    const page = await open(320)
    const base = await demonstration().listen()
    const heading = () => page.locator('h1').textContent()
    await signInAs(page, base, 'tom', rule)
    const count = async () => Number(/\d+/.exec((await heading()) ?? '')?.[0])
    const before = await count()
    expect(before).toBeGreaterThan(1)
    await page.locator('tbody th a').first().click()
    await expect.poll(heading).toMatch(/^\d+ errors? about /)
    const errors = await count()

    const other = page.locator('details').filter({ hasText: 'Ask somebody else' }).first()
    await other.locator('summary').click()
    await other.getByRole('button', { name: 'Ask them' }).click()
    await expect.poll(() => page.getByRole('alert').textContent()).toContain('Choose who is to put it right.')
    await other.getByLabel('Who is to put it right?').selectOption({ index: 1 })
    await other.getByRole('button', { name: 'Ask them' }).click()
    await expect.poll(() => page.getByRole('alert').textContent()).toContain('Say what they are to do.')
    await sound(page, 'nothing asked')
    await page.getByRole('alert').getByRole('link').click()
    expect(await page.locator(':focus').getAttribute('aria-describedby')).toMatch(/-note-error$/)

    const form = page
      .locator('details')
      .filter({ hasText: 'Why is it right, though the two returns do not agree?' })
      .first()
    await form.locator('summary').click()
    await sound(page, 'why it is right')
    await form.getByRole('button', { name: 'It is right as it is' }).click()
    const alert = page.getByRole('alert')
    await expect.poll(() => alert.textContent()).toContain('Say why it is right as it is.')
    await sound(page, 'no reason')
    await alert.getByRole('link').click()
    expect(await page.locator(':focus').getAttribute('name')).toBe('note')
    expect(await page.locator(':focus').getAttribute('aria-describedby')).toMatch(/-right-error$/)

    await page.keyboard.type('He is at home, and the next return is late.')
    await form.getByRole('button', { name: 'It is right as it is' }).click()
    const right = page.getByRole('region', { name: 'Said to be right as it is' })
    await expect.poll(() => right.textContent()).toContain('“He is at home, and the next return is late.”')
    await expect.poll(heading).toMatch(errors === 1 ? /^Nothing is wrong/ : new RegExp(`^${errors - 1} error`))
    await sound(page, 'said to be right')

    await page.goto(base + rule)
    expect(await count()).toBe(before - 1)
  })
})
