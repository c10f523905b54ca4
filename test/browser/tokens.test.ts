import { expect, test } from 'vitest'
import { addUser } from '../../src/app/access/users.ts'
import { demonstrationOn } from '../support/app.ts'
import { site } from '../support/site.ts'
import { sound } from './as-user.ts'
import { inBrowser } from './browser.ts'

let password = ''
const demonstration = site(async (store) => {
  const app = await demonstrationOn(store)
  const olwen = { userName: 'olwen', name: 'Olwen Price', roles: ['operator'], worker: null }
  password = await addUser(app, undefined, olwen)
  return app
})

inBrowser('tokens of programs', (open) => {
  test('are given, shown once, used, looked at and taken back by the operator, at any width', async () => {
    const tab = await open(1280)
    const base = await demonstration().listen()
    const heading = () => tab.locator('h1').textContent()
    const alert = () => tab.getByRole('alert').textContent()
    await tab.goto(`${base}/account`)
    await tab.getByLabel('User name').fill('olwen')
    await tab.getByLabel('Password').fill(password)
    await tab.getByRole('button', { name: 'Sign in' }).click()
    await tab.getByLabel('Password now').fill(password)
    await tab.getByLabel('New password', { exact: true }).fill('three random words')
    await tab.getByLabel('New password again').fill('three random words')
    await tab.getByRole('button', { name: 'Change password' }).click()
    await tab.getByRole('link', { name: 'Tokens with which programs ask' }).click()
    await expect.poll(heading).toBe('No program has a token')
    await sound(tab, 'no token yet')

    await tab.getByRole('link', { name: 'Give a program a token' }).click()
    await sound(tab, 'the form')
    await tab.getByLabel('Name of the token').fill('Power BI')
    await tab.getByRole('button', { name: 'Make the token' }).click()
    await expect.poll(alert).toContain('2 things stop it')
    await tab.getByLabel('What it is for').fill('The dashboards of the board. Iain looks after it.')
    await tab.getByLabel('In whose place').selectOption({ label: 'Iain Crewe (iain)' })
    await tab.getByRole('button', { name: 'Make the token' }).click()
    await expect.poll(alert).toContain('“Power BI” is no name of a token')
    await sound(tab, 'the form with a fault')
    await tab.getByLabel('Name of the token').fill('power-bi')
    await tab.getByRole('button', { name: 'Make the token' }).click()
    await expect.poll(heading).toBe('Copy the token power-bi now: it is not shown again')
    await sound(tab, 'the token, once')
    const token = (await tab.locator('code').first().textContent()) ?? ''
    const asked = await tab.request.get(`${base}/api/v1/datasets`, { headers: { authorization: `Bearer ${token}` } })
    expect(asked.status()).toBe(200)

    await tab.getByRole('link', { name: 'Tokens of programs' }).click()
    await expect.poll(heading).toBe('1 program has a token')
    expect(await tab.content()).not.toContain(token)
    await sound(tab, 'the list')
    await tab.getByRole('link', { name: 'power-bi' }).click()
    await expect.poll(() => tab.getByRole('cell', { name: '/api/v1/datasets' }).isVisible()).toBe(true)
    await tab.getByText('Take it back').first().click()
    await tab.getByRole('button', { name: 'Take it back' }).click()
    await expect.poll(alert).toContain('Why it is taken back')
    await sound(tab, 'one token, with a fault')
    await tab.getByLabel('Why it is taken back').fill('The board has another.')
    await tab.getByRole('button', { name: 'Take it back' }).click()
    await expect.poll(() => tab.getByText('The board has another.').isVisible()).toBe(true)
    await sound(tab, 'one that was taken back')
    const again = await tab.request.get(`${base}/api/v1/datasets`, { headers: { authorization: `Bearer ${token}` } })
    expect(again.status()).toBe(401)
    await tab.goto(`${base}/tokens`)
    await expect.poll(heading).toBe('No program has a token')
    await sound(tab, 'the list with one that was taken back')
    await tab.goto(`${base}/tokens/99`)
    await expect.poll(heading).toBe('That is not here')
  })
})
