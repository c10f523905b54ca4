import { expect, test } from 'vitest'
import type { App } from '../../src/app/app.ts'
import { bringUpToDate } from '../../src/app/counting/calculate.ts'
import { plainDate } from '../../src/core/dates/plain-date.ts'
import type { SubjectId } from '../../src/core/definitions/field.ts'
import { demonstrationOn } from '../support/app.ts'
import { putInCare, recordOf } from '../support/in-care.ts'
import { site } from '../support/site.ts'
import { fillDay, put, sound } from './as-user.ts'
import { inBrowser } from './browser.ts'
import { signInAs } from './sign-in.ts'

let inCare: { readonly app: App; readonly maya: SubjectId } | undefined
const demonstration = site(async (store) => {
  const app = await demonstrationOn(store)
  const maya = (await putInCare(app)).Maya
  // Held in September, and nobody wrote down whether she took part.
  await recordOf(app, maya, 'care-review', { heldOn: plainDate('2023-09-12') })
  await bringUpToDate(app)
  inCare = { app, maya }
  return app
})
let listening: Promise<string> | undefined
const base = () => {
  listening ??= demonstration().listen()
  return listening
}

inBrowser('what is missing, and what was promised', (open) => {
  test('an error is seen from the month, assigned, put right, and gone at once', async () => {
    const page = await open(1280)
    const heading = () => page.locator('h1').textContent()
    await signInAs(page, await base(), 'tom', '/publish/corporate-parenting/2023-09')
    await page.getByRole('link', { name: /errors? of data (is|are) open/ }).click()
    await expect.poll(heading).toMatch(/errors? of data/)
    await sound(page, 'errors by rule')
    await page.getByRole('link', { name: 'Not known: took part' }).click()
    await expect
      .poll(() => page.getByRole('link', { name: 'Reviews in which the child took part' }).isVisible())
      .toBe(true)
    await sound(page, 'errors of a rule')
    await page.getByRole('rowheader', { name: 'Maya Ellwood' }).getByRole('link').click()
    await expect.poll(heading).toMatch(/errors? about Maya Ellwood/)
    await sound(page, 'errors of one child')
    const own = page.locator('.los-panel').filter({ has: page.getByRole('heading', { name: 'Not known: took part' }) })
    await own.getByText('Ask somebody else').click()
    await own.getByRole('button', { name: 'Ask them' }).click()
    await expect.poll(() => page.getByRole('alert').textContent()).toContain('Choose who is to put it right.')
    await own.getByLabel('Who is to put it right?').selectOption({ label: 'Tom Fairweather' })
    await own.getByLabel('What are they to do?').fill('Ask who chaired it')
    await own.getByRole('button', { name: 'Ask them' }).click()
    await expect.poll(() => own.getByText('Tom Fairweather was asked').isVisible()).toBe(true)
    await own.getByRole('link', { name: /^Correct: Care review/ }).click()
    await page.getByLabel('How the child took part').selectOption({ index: 1 })
    await page.getByLabel('Why it is corrected').fill('It was not written down')
    await put(page, 'Correct the record')
    await page.goto(`${await base()}/quality/of/${inCare?.maya}`)
    await expect.poll(() => page.getByRole('heading', { name: 'Not known: took part' }).count()).toBe(0)
  })

  test('an action is agreed from a commentary, carried on, told of, and closed with what came of it', async () => {
    const page = await open(1280)
    const heading = () => page.locator('h1').textContent()
    await signInAs(page, await base(), 'marian', '/publish/corporate-parenting/2023-09/sections/health')
    await page.getByRole('link', { name: 'Agree an action for the section' }).click()
    await page.getByRole('button', { name: 'Agree the action' }).click()
    await expect.poll(() => page.getByRole('alert').textContent()).toContain('4 things stop it')
    await sound(page, 'a new action with faults')
    await page.getByLabel('What is to be done').fill('Book first assessments on the day a child comes into care')
    await page.getByLabel('Who does it').selectOption({ label: 'Dilys Okafor' })
    await fillDay(page, 'By when', ['31', '10', '2023'])
    await page.getByLabel('How we shall know that it helped').fill('Nine of ten within 20 days')
    await page.getByRole('button', { name: 'Agree the action' }).click()
    await expect.poll(() => page.getByRole('heading', { name: 'Actions: 1 open' }).isVisible()).toBe(true)
    await sound(page, 'a section with an action')

    await page.goto(`${await base()}/publish/corporate-parenting/2023-10`)
    await expect.poll(() => page.getByText('Carried on from September 2023').isVisible()).toBe(true)
    await sound(page, 'the month after')

    await signInAs(page, await base(), 'dilys', '/my-work')
    await expect.poll(() => page.getByRole('heading', { name: 'What you promised' }).isVisible()).toBe(true)
    await page.getByRole('link', { name: /^Book first assessments/ }).click()
    await sound(page, 'an action')
    await page.getByText('Close it with what came of it').click()
    await page.getByLabel('What was done, and how you know').fill('Booked by the duty desk since 9 October')
    await page.getByLabel('What it changed for children and young people').fill('Seen ten days earlier')
    await page.getByRole('button', { name: 'Close the action' }).click()
    await expect.poll(heading).toContain('Closed: Book first assessments')
    await page.goto(`${await base()}/actions?show=closed`)
    await expect.poll(heading).toBe('No action is open')
    await expect.poll(() => page.getByText('Seen ten days earlier').isVisible()).toBe(true)
    await sound(page, 'actions')
  })

  test('a plan has objectives that can be measured, and the board what is escalated to it', async () => {
    const page = await open(1280)
    const heading = () => page.locator('h1').textContent()
    await signInAs(page, await base(), 'marian', '/plans')
    await page.getByLabel('Service').selectOption({ label: 'Education of children in care' })
    await page.getByLabel('What the plan is called').fill('Virtual school plan')
    await fillDay(page, 'First day', ['1', '9', '2023'])
    await fillDay(page, 'Last day', ['31', '8', '2024'])
    await page.getByRole('button', { name: 'Make the plan' }).click()
    await page.getByLabel('What is to be reached').fill('Every plan is good')
    await page.getByRole('button', { name: 'Add the objective' }).click()
    await expect.poll(() => page.getByRole('alert').textContent()).toContain('Baseline')
    await sound(page, 'a plan with faults')
    await page.getByLabel('Or what is measured, in words').fill('Plans found good by the school')
    await page.getByRole('radio', { name: 'Higher' }).check()
    await page.getByLabel('Baseline: what it was to begin with').fill('60')
    await page.getByLabel('Target: what it is to reach').fill('75')
    await fillDay(page, 'By when', ['31', '3', '2024'])
    await page.getByRole('button', { name: 'Add the objective' }).click()
    await expect.poll(heading).toBe('Virtual school plan: 0 of 1 objective reached')
    await sound(page, 'a plan')

    await page.goto(`${await base()}/performance`)
    await expect.poll(heading).toMatch(/past (its|their) threshold|overdue/)
    await sound(page, 'the performance board')
    const first = page.getByRole('table').first().getByRole('row').nth(1)
    await first.getByText('Escalate to the board').click()
    await first.getByRole('button', { name: 'Escalate it' }).click()
    await page.getByRole('alert').getByRole('link', { name: 'Say why the board has to look at it.' }).click()
    expect(new URL(page.url()).hash).toMatch(/^#own-/)
    await sound(page, 'the board with a fault')
    await first.getByLabel('Why does the board have to look at it?').fill('Two posts are empty')
    await first.getByRole('button', { name: 'Escalate it' }).click()
    await expect.poll(() => page.getByRole('heading', { name: 'Escalated to the board' }).isVisible()).toBe(true)
    await sound(page, 'the board with something escalated')
  })
})
