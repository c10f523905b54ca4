import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { demonstrationOn } from '../support/app.ts'
import { site } from '../support/site.ts'
import { broken, reach } from './axe.ts'
import { inBrowser } from './browser.ts'

const demonstration = site(demonstrationOn)
let listening: Promise<string> | undefined
const base = () => {
  listening ??= demonstration().listen()
  return listening
}

async function signIn(page: Page, userName: string): Promise<void> {
  await page.goto(`${await base()}/people`)
  await page.getByLabel('User name').fill(userName)
  await page.getByLabel('Password').fill('demonstration')
  await page.getByRole('button', { name: 'Sign in' }).click()
}

async function sound(page: Page, what: string): Promise<void> {
  for (const width of [320, 1280]) {
    await page.setViewportSize({ width, height: 1000 })
    expect(await reach(page), `${what} at ${width} pixels`).toBeLessThanOrEqual(width)
    expect(await broken(page), `${what} at ${width} pixels`).toEqual([])
  }
}

inBrowser('the pages about people', (open) => {
  test('break no rule that axe knows and never scroll sideways', async () => {
    const page = await open(1280)
    await page.goto(`${await base()}/sign-in`)
    await sound(page, 'sign-in')
    await signIn(page, 'dilys')
    await sound(page, 'finding somebody')
    await page.getByLabel('Name, date of birth or number').fill('elwood')
    await page.getByRole('button', { name: 'Find' }).click()
    await sound(page, 'people found')
    await page.getByLabel('Name, date of birth or number').fill('isla elwood')
    await page.getByRole('button', { name: 'Find' }).click()
    await sound(page, 'somebody restricted')
    await page.getByRole('link', { name: 'My work' }).click()
    await sound(page, 'my work')
    await page.getByRole('link', { name: 'Mine only' }).click()
    await sound(page, 'my work with nobody')
    await page.getByLabel('Find a person').fill('Maya 14/6/2014')
    await page.getByRole('button', { name: 'Find' }).click()
    await page.getByRole('link', { name: 'Maya Ellwood' }).click()
    await sound(page, 'a person')
    const person = page.url()
    await page.getByRole('link', { name: 'Chronology' }).click()
    await sound(page, 'a chronology')
    await page.goto(`${person}/chronology?from=31/6/2023&known-on=5/5/2030&kind=alert&order=significant`)
    await sound(page, 'a chronology with faults')
    await page.goto(`${person}/chronology?print=yes`)
    await sound(page, 'a chronology for paper')
    await page.getByRole('link', { name: 'Records' }).click()
    await sound(page, 'records by type')
    await page.getByRole('link', { name: 'Seen and heard', exact: true }).first().click()
    await sound(page, 'records of one type')
    await page.getByRole('link', { name: 'Who has looked' }).click()
    await sound(page, 'who has looked')
    await page.goto(`${person}/looked?day=never`)
    await sound(page, 'who has looked with a fault')
    await page.goto(`${person}/record/seen-and-heard`)
    await sound(page, 'a form')
    await page.getByRole('button', { name: 'Put on the record' }).click()
    await sound(page, 'a form with faults')
    await page.goto(`${person}/record/person-address`)
    await sound(page, 'a form with an address')
    await page.goto(person)
    await page.getByRole('link', { name: 'She chose not to talk today.' }).first().click()
    await sound(page, 'a record')
    await page.goto(`${await base()}/people?q=ivo`)
    await page.getByRole('link', { name: 'Ivo Santander' }).click()
    await sound(page, 'a record that is not theirs')
    await page.getByRole('link', { name: 'Open it with a reason' }).click()
    await sound(page, 'opening with a reason')
  })
})

inBrowser('recording without JavaScript', (open) => {
  test.each([320, 1280])('at %i pixels: sign in, find, record, correct, look back', async (width) => {
    const page = await open(width, { javaScriptEnabled: false })
    await signIn(page, 'tom')
    await page.getByLabel('Name, date of birth or number').fill('Maia Elwood')
    await page.getByRole('button', { name: 'Find' }).click()
    await page.getByRole('link', { name: 'Maya Ellwood' }).click()
    const person = page.url()
    await page.getByRole('link', { name: 'Case note' }).click()
    await page.getByRole('button', { name: 'Put on the record' }).click()
    expect(await page.locator('.govuk-error-summary').textContent()).toContain(
      'Your draft is saved, but 5 things stop it going on the record',
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
    await page.getByRole('link', { name: 'Chronology' }).click()
    expect(await page.locator('main').textContent()).toContain(`By the sea, ${width}`)
    await page.getByText('As it stood on another day').click()
    await page.getByLabel('As known on').fill('3 Oct 2023')
    await page.getByRole('button', { name: 'Apply' }).click()
    expect(await page.locator('main').textContent()).not.toContain(`By the sea, ${width}`)
    await page.getByRole('button', { name: 'Sign out' }).click()
    expect(await page.locator('h1').textContent()).toBe('Sign in')
  })
})
