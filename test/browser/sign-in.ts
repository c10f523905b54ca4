// Signing in as a user of the demonstration, and finding somebody.
import type { Page } from 'playwright-core'
import { DEMONSTRATION_PASSWORD } from '../../src/app/demonstration.ts'
import type { demonstrationPartner, demonstrationUsers } from '../../src/app/demonstration-people.ts'

export type UserName = (typeof demonstrationUsers)[number]['userName'] | (typeof demonstrationPartner)['userName']

/** Signs in through the sign-in page, on the way to an address; whoever was signed in before no longer is. */
export async function signInAs(page: Page, base: string, userName: UserName, to = '/people'): Promise<void> {
  await page.context().clearCookies()
  await page.goto(base + to)
  await page.getByLabel('User name').fill(userName)
  await page.getByLabel('Password').fill(DEMONSTRATION_PASSWORD)
  await page.getByRole('button', { name: 'Sign in' }).click()
}

/** Signs in, and finds somebody by name. @returns the address of their page, which is open */
export async function openAs(page: Page, base: string, userName: UserName, name: string): Promise<string> {
  await signInAs(page, base, userName)
  return openPerson(page, base, name)
}

/** Finds somebody by name. @returns the address of their page, which is open */
export async function openPerson(page: Page, base: string, name: string): Promise<string> {
  await page.goto(`${base}/people?q=${encodeURIComponent(name)}`)
  await page.getByRole('link', { name }).first().click()
  return page.url()
}
