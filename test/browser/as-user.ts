// What journeys about people do again and again: record somebody new, answer a form's questions.
import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import { broken, reach } from './axe.ts'

/** Breaks no rule that axe knows and never scrolls sideways, on a small screen and a wide one. */
export async function sound(page: Page, what: string): Promise<void> {
  const own = page.viewportSize()
  for (const width of [320, 1280]) {
    await page.setViewportSize({ width, height: 1000 })
    expect(await reach(page), `${what} at ${width} pixels`).toBeLessThanOrEqual(width)
    expect(await broken(page), `${what} at ${width} pixels`).toEqual([])
  }
  if (own !== null) await page.setViewportSize(own)
}

/** Day, month and year as they are typed. */
export type Day = readonly [day: string, month: string, year: string]

export type NewPerson = {
  readonly given: string
  readonly family: string
  readonly born?: Day
  readonly expected?: Day
  readonly age?: string
  readonly sex: 'Female' | 'Male' | 'Not known, or not yet born'
  readonly is: 'child' | 'family'
  readonly whoAsked?: string
}

/** Fills in the form of somebody new, from its first step, at which the page has to stand, to the record. */
export async function recordNewPerson(page: Page, person: NewPerson): Promise<void> {
  const { given, family, born, expected, age, sex, is, whoAsked } = person
  await page.getByLabel('Given names').fill(given)
  await page.getByLabel('Family name').fill(family)
  if (born !== undefined) await fillDay(page, 'Date of birth', born)
  await page.getByRole('button', { name: 'Look whether we know them' }).click()
  if (expected !== undefined) await fillDay(page, 'For a child not yet born', expected)
  if (age !== undefined) await page.getByLabel('about how old').fill(age)
  await page.getByRole('radio', { name: sex, exact: true }).check()
  await page.getByRole('radio', { name: is === 'child' ? 'A child or young person' : 'Family of a child' }).check()
  if (whoAsked !== undefined) await page.getByLabel('Who asked for help').selectOption(whoAsked)
  await page.getByRole('radio', { name: is === 'child' ? /^Mine/ : /nobody named yet/ }).check()
  await page.getByRole('button', { name: /put (somebody new )?on the record/i }).click()
}

/** From a form's question: records somebody new, and comes back with them chosen. */
export async function addInForm(page: Page, question: string, person: NewPerson): Promise<void> {
  await findButton(page, question).click()
  await page.getByRole('link', { name: 'Record somebody new' }).click()
  await recordNewPerson(page, person)
}

/** The button of a question that leads to the search. */
export const findButton = (page: Page, question: string): Locator =>
  page.getByRole('button', { name: new RegExp(`(Find|else|Another).*: ${question}`) })

/** A question of several parts is found by its legend. */
export async function fillDay(page: Page, legend: string, [day, month, year]: Day): Promise<void> {
  const question = page.getByRole('group', { name: legend })
  await question.getByLabel('Day').fill(day)
  await question.getByLabel('Month').fill(month)
  await question.getByLabel('Year').fill(year)
}

/** Puts the form on the record; what stopped it is told where it did not go. */
export async function put(page: Page, button = 'Put on the record'): Promise<void> {
  await page.getByRole('button', { name: button }).click()
  expect(await page.locator('.govuk-error-summary').allTextContents()).toEqual([])
}
