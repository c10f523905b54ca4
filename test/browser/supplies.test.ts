import { expect, test } from 'vitest'
import { demonstrationOn } from '../support/app.ts'
import { site } from '../support/site.ts'
import { sound } from './as-user.ts'
import { inBrowser } from './browser.ts'
import { signInAs } from './sign-in.ts'

const demonstration = site(demonstrationOn)
const page = '/supplies/health-provider'
const row = (figure: string, value: string) =>
  `exampleshire,health-provider-${figure},2023-09,${value},Nurses’ figures\n`
const file = (...rows: readonly string[]) => ({
  name: 'kpi.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(`authority,indicator,period,value,published_in\n${rows.join('')}`),
})
const some = [row('dental', '62.5'), row('assessments-completed', '41')]
const rest = [row('first-assessments-in-time', '80'), row('reviews-in-time', '91.5')]

inBrowser('what the health provider sends', (open) => {
  test('is loaded, refused, looked at and signed off by the designated nurse, at any width', async () => {
    const tab = await open(1280, { javaScriptEnabled: true })
    const base = await demonstration().listen()
    const heading = () => tab.locator('h1').textContent()
    const alert = () => tab.getByRole('alert').textContent()
    const load = async (sent: ReturnType<typeof file>) => {
      await tab.getByLabel('The file').setInputFiles(sent)
      await tab.getByRole('button', { name: 'Load the figures' }).click()
    }
    await signInAs(tab, base, 'nia', '/my-work')
    const toSign = tab.getByRole('region', { name: 'For you to sign off' })
    await expect.poll(() => toSign.textContent()).toContain('nothing was sent by the health provider yet')
    await sound(tab, 'my work, with figures to sign off')
    await tab.goto(`${base}/supplies`)
    await expect.poll(heading).toBe('September 2023: 1 set of figures that others send is not signed off')
    await sound(tab, 'everything that others send')
    await tab.getByRole('link', { name: 'Figures of the health provider' }).click()
    await expect.poll(heading).toBe('September 2023: nothing was sent by the health provider yet')
    expect(await tab.getByRole('button', { name: /Sign off/ }).count()).toBe(0)
    await sound(tab, 'nothing sent')

    await tab.getByRole('button', { name: 'Load the figures' }).click()
    await expect.poll(alert).toContain('Choose the file.')
    await load(file(row('dental', 'many'), row('assessments-completed', '41')))
    await expect.poll(alert).toContain('Row 2, value')
    await sound(tab, 'a file with a fault')
    await load(file(...some))
    await expect.poll(heading).toBe('September 2023: 2 of 4 figures are there, and nobody has signed them off')
    await sound(tab, 'some of it sent')

    await tab.getByRole('button', { name: 'Sign off September 2023' }).click()
    await expect.poll(alert).toContain('Not sent of September 2023: Health provider: first assessments')
    await sound(tab, 'signing with figures missing')
    await load(file(...some, ...rest))
    const second = await tab.context().newPage()
    await second.goto(base + page)
    await tab.getByLabel('What you checked').fill('Held against our list.')
    await tab.getByRole('button', { name: 'Sign off September 2023' }).click()
    await expect.poll(heading).toBe('September 2023: 4 of 4 figures are there, signed off by Nia Rowlands')
    await sound(tab, 'signed off')

    await second.getByRole('button', { name: 'Sign off September 2023' }).click()
    await expect.poll(() => second.getByRole('alert').textContent()).toContain('is signed off as it stands')
    await sound(second, 'signing twice')

    await load(file(row('dental', '63')))
    await expect.poll(heading).toBe('September 2023: other figures were sent after these had been signed off')
    await sound(tab, 'sent again')
  })
})
