import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { demonstrationOn } from '../support/app.ts'
import { site } from '../support/site.ts'
import { signInAs, sound, type UserName } from './as-user.ts'
import { inBrowser } from './browser.ts'

const demonstration = site(demonstrationOn)
let listening: Promise<string> | undefined
const base = () => {
  listening ??= demonstration().listen()
  return listening
}

const signIn = async (page: Page, userName: UserName) => signInAs(page, await base(), userName)

inBrowser('the pages about people', (open) => {
  test('break no rule that axe knows and never scroll sideways', async () => {
    const page = await open(1280)
    await page.goto(`${await base()}/sign-in`)
    await sound(page, 'sign-in')
    await signIn(page, 'dilys')
    await sound(page, 'finding somebody')
    await page.getByLabel('Name or number').fill('elwood')
    await page.getByRole('button', { name: 'Find' }).click()
    await sound(page, 'people found')
    await page.getByRole('link', { name: 'Maya Ellwood' }).click()
    await sound(page, 'a person')
    const person = page.url()
    await page.getByRole('link', { name: 'Who has looked' }).click()
    await sound(page, 'who has looked')
    await page.goto(`${person}/record/seen-and-heard`)
    await sound(page, 'a form')
    await page.getByRole('button', { name: 'Put on the record' }).click()
    await sound(page, 'a form with faults')
    await page.goto(`${person}/record/person-address`)
    await sound(page, 'a form with an address')
    await page.goto(person)
    await page.getByRole('link', { name: 'She chose not to talk today.' }).click()
    await sound(page, 'a record')
  })
})

inBrowser('recording without JavaScript', (open) => {
  test.each([320, 1280])('at %i pixels: sign in, find, record, correct, look back', async (width) => {
    const page = await open(width, { javaScriptEnabled: false })
    await signIn(page, 'tom')
    await page.getByLabel('Name or number').fill('Maia Elwood')
    await page.getByRole('button', { name: 'Find' }).click()
    await page.getByRole('link', { name: 'Maya Ellwood' }).click()
    const person = page.url()
    await page.getByRole('link', { name: 'Case note' }).click()
    await page.getByRole('button', { name: 'Put on the record' }).click()
    expect(await page.locator('.govuk-error-summary').textContent()).toContain(
      'Your draft is saved, but 4 things stop it going on the record',
    )
    await page.getByRole('link', { name: 'Say when' }).click()
    await page.keyboard.type('3')
    await page.getByLabel('Month').fill('10')
    await page.getByLabel('Year').fill('2023')
    await page.getByLabel('Time').fill('15:30')
    await page.getByLabel('Kind').selectOption('Visit')
    await page.getByLabel('In a few words').fill(`By the river, ${width}`)
    await page.getByLabel('What happened').fill('We walked.')
    await page.getByLabel('Who was there').selectOption('Tom Fairweather')
    await page.getByRole('button', { name: 'Put on the record' }).click()
    expect(await page.locator('h1').textContent()).toBe('Case note')
    await page.getByRole('link', { name: 'Correct this' }).click()
    await page.getByLabel('In a few words').fill(`By the sea, ${width}`)
    await page.getByLabel('Why it is corrected').fill('It was the sea')
    await page.getByRole('button', { name: 'Correct the record' }).click()
    expect(await page.locator('h1').textContent()).toBe('Case note: corrected once')
    expect(await page.locator('main').textContent()).toContain('It was the sea')
    await page.goto(person)
    expect(await page.locator('main').textContent()).toContain(`By the sea, ${width}`)
    await page.getByLabel('As known on').fill('2023-10-03')
    await page.getByRole('button', { name: 'Apply' }).click()
    expect(await page.locator('main').textContent()).not.toContain(`By the sea, ${width}`)
    await page.getByRole('button', { name: 'Sign out' }).click()
    expect(await page.locator('h1').textContent()).toBe('Sign in')
  })
})
