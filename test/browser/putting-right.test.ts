import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { demonstrationOn } from '../support/app.ts'
import { site } from '../support/site.ts'
import { sound } from './as-user.ts'
import { inBrowser } from './browser.ts'
import { openPerson, signInAs, type UserName } from './sign-in.ts'

const demonstration = site(demonstrationOn)
const base = () => demonstration().listen()

const signIn = async (page: Page, userName: UserName) => signInAs(page, await base(), userName)
const open = async (page: Page, name: string) => openPerson(page, await base(), name)

const heading = (page: Page) => page.locator('h1').textContent()
const main = (page: Page) => page.locator('main').textContent()

async function chronology(page: Page, person: string): Promise<string | null> {
  await page.goto(`${person}/chronology`)
  return main(page)
}

inBrowser('putting right', (openPage) => {
  const unlooked = async () => {}
  // The tool that looks at a page needs JavaScript there; the page does not.
  test.each([
    { width: 320, javaScriptEnabled: false, sound: unlooked },
    { width: 1280, javaScriptEnabled: true, sound },
  ])('a child recorded twice is found, compared, joined and parted again, at $width pixels', async (given) => {
    const { width, javaScriptEnabled, sound } = given
    const page = await openPage(width, { javaScriptEnabled })
    await signIn(page, 'dilys')
    const other = await open(page, 'Theodore Marlow')
    const person = await open(page, 'Theo Ellwood')
    expect(await chronology(page, person)).not.toContain('His father asks when he can see him')
    await page.goto(person)
    await page.getByRole('link', { name: 'The same person recorded twice?' }).click()
    await sound(page, 'nobody else is found')
    await page.getByLabel('Name or number of the other record').fill('Marlow')
    await page.locator('main').getByRole('button', { name: 'Find' }).click()
    await sound(page, 'others are found')
    await page.getByRole('link', { name: 'Compare with Theodore Marlow' }).click()
    expect(await heading(page)).toBe('Theo Ellwood and Theodore Marlow: 4 things are the same, 3 differ')
    await sound(page, 'comparing')
    await page.getByLabel('How do you know').fill('Same')
    await page.getByRole('button', { name: 'Record them as one person' }).click()
    expect(await page.locator('.govuk-error-summary a').count()).toBe(2)
    await sound(page, 'comparing, with faults')
    await page.getByLabel('How do you know').fill('The NHS number is the same, and Carys says so')
    await page.getByLabel('I have compared the two').check()
    await page.getByRole('button', { name: 'Record them as one person' }).click()

    expect(page.url()).toBe(person)
    expect(await main(page)).toContain('Made of two records of one person')
    expect(await main(page)).toContain('The NHS number is the same, and Carys says so')
    await sound(page, 'a person made of two')
    expect(await chronology(page, person)).toContain('His father asks when he can see him')
    await page.goto(other)
    expect(page.url()).toBe(person)
    await page.goto(`${other}/chronology?kind=case-note`)
    expect(page.url()).toBe(`${person}/chronology?kind=case-note`)
    await page.goto(`${await base()}/people?q=Marlow`)
    expect(await page.locator('tbody tr').allTextContents()).toEqual([
      expect.stringContaining('Dean Marlow'),
      expect.stringContaining('Theo Ellwood'),
    ])
    await page.getByText('Two of these are the same person?').click()
    await sound(page, 'two of those found')

    await page.goto(person)
    await page.getByRole('link', { name: 'They are two people after all' }).click()
    await sound(page, 'parting')
    await page.getByLabel('How do you know').fill('He is his cousin, who has the same birthday')
    await page.getByRole('button', { name: 'Record them as two people' }).click()
    expect(await chronology(page, person)).not.toContain('His father asks when he can see him')
    expect(await chronology(page, other)).toContain('His father asks when he can see him')
    expect(await heading(page)).toBe('Theodore Marlow')
    await page.goto(`${person}/same/${other.split('/').at(-1)}`)
    expect(await main(page)).toContain('He is his cousin, who has the same birthday')
  })

  test('what stands on the wrong record is moved, and what a court ordered is removed', async () => {
    const page = await openPage(320)
    await signIn(page, 'ottoline')
    const theo = await open(page, 'Theo Ellwood')
    const maya = await open(page, 'Maya Ellwood')
    await page.goto(`${maya}/chronology`)
    await page.getByRole('link', { name: 'She chose not to talk today.' }).click()
    await page.getByRole('link', { name: 'Move or remove this' }).click()
    await sound(page, 'moving or removing')
    await page.getByRole('button', { name: 'Go on' }).click()
    await sound(page, 'moving or removing, with faults')
    await page.getByLabel('It is about somebody else').check()
    await page.getByLabel('Number of the person whom it is about').fill(theo.split('/').at(-1) ?? '')
    await page.getByLabel('On whose authority?').fill('Dilys Okafor')
    await page.getByLabel('Why, in words that may stay').fill('Written on the wrong record')
    await page.getByRole('button', { name: 'Go on' }).click()
    expect(await heading(page)).toBe('Move this from Maya Ellwood to Theo Ellwood?')
    await sound(page, 'before moving')
    await page.getByRole('button', { name: 'Move it' }).click()
    expect(await heading(page)).toBe('Seen and heard of 27 September 2023 was moved: it was about somebody else')
    await sound(page, 'a stub')
    await page.getByRole('link', { name: 'Theo Ellwood' }).click()
    expect(await main(page)).toContain('She chose not to talk today.')
    const left = await chronology(page, maya)
    expect(left).not.toContain('She chose not to talk today.')
    expect(left).toContain('Moved: it was about somebody else')
    await sound(page, 'a chronology with a stub')

    await page.getByRole('link', { name: 'I want to see Isla' }).click()
    await page.getByRole('link', { name: 'Move or remove this' }).click()
    await page.getByLabel('A court has ordered it').check()
    await page.getByLabel('On whose authority?').fill('Family Court, BH23C00101, 2 October 2023')
    await page.getByLabel('Why, in words that may stay').fill('Taken out by order')
    await page.getByRole('button', { name: 'Go on' }).click()
    await sound(page, 'before removing')
    await page.getByRole('button', { name: 'Remove it for good' }).click()
    expect(await heading(page)).toBe('Seen and heard of 23 August 2023 was removed: court order')
    expect(await page.getByRole('link', { name: 'Correct this' }).count()).toBe(0)
  })

  test('who opened a record without leave is looked at afterwards', async () => {
    const director = await openPage(1280)
    await signIn(director, 'marian')
    const maya = await open(director, 'Maya Ellwood')
    await director.goto(`${maya}/open`)
    await director.getByLabel('Why it cannot wait').fill('The hospital is asking for her')
    await director.getByRole('button', { name: 'Open the record' }).click()

    const page = await openPage(1280)
    await signIn(page, 'dilys')
    await sound(page, 'an opening waits')
    await page.getByRole('link', { name: '1 record was opened without leave' }).click()
    expect(await main(page)).toContain('The hospital is asking for her')
    await page.getByRole('button', { name: 'Mark as looked at' }).click()
    await sound(page, 'openings, with faults')
    await page.getByLabel('It was not needed').check()
    await page.getByLabel('In words').fill('She may read this record anyway')
    await page.getByRole('button', { name: 'Mark as looked at' }).click()
    expect(await heading(page)).toBe('No opening waits to be looked at')
    await sound(page, 'no openings')
  })
})
