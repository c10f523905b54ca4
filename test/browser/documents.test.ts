import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demonstrationOn } from '../support/app.ts'
import { site } from '../support/site.ts'
import { sound } from './as-user.ts'
import { inBrowser } from './browser.ts'
import { openAs } from './sign-in.ts'

const demonstration = site(demonstrationOn)
const base = () => demonstration().listen()

const pdf = '%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n'
let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'los-files-'))
  writeFileSync(join(folder, 'School report – autumn.pdf'), pdf)
  writeFileSync(join(folder, 'Disguised.pdf'), '<!doctype html><script>alert(1)</script>')
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const openMaya = async (page: Page) => openAs(page, await base(), 'tom', 'Maya Ellwood')

const choose = (page: Page, name: string) =>
  page.getByLabel('Document', { exact: true }).setInputFiles(join(folder, name))

/** In the one question of the form that asks for a day. */
async function fillOnlyDay(page: Page, day: number): Promise<void> {
  await page.getByLabel('Day').fill(String(day))
  await page.getByLabel('Month').fill('10')
  await page.getByLabel('Year').fill('2023')
}

const heading = (page: Page) => page.locator('h1').first().textContent()

inBrowser('documents without JavaScript', (open) => {
  test.each([320, 1280])('at %i pixels: add a PDF, take it back out, write a letter, see it as sent', async (width) => {
    const page = await open(width, { javaScriptEnabled: false, acceptDownloads: true })
    const person = await openMaya(page)

    await page.goto(`${person}/records`)
    await page.getByRole('region').getByRole('link', { name: 'Document', exact: true }).click()
    await page.getByLabel('Title').fill(`School report, ${width}`)
    await choose(page, 'Disguised.pdf')
    await page.getByRole('button', { name: 'Put on the record' }).click()
    expect(await page.locator('.govuk-error-summary').textContent()).toContain('what is in it is a web page')
    expect(await page.getByLabel('Title').inputValue()).toBe(`School report, ${width}`)
    await choose(page, 'School report – autumn.pdf')
    await page.getByRole('button', { name: 'Save draft' }).click()
    expect(await page.locator('main').textContent()).toContain('School report – autumn.pdf, 1 KB')
    await page.getByLabel('Kind').selectOption('Report')
    await fillOnlyDay(page, 2)
    await page.getByRole('button', { name: 'Put on the record' }).click()
    expect(await heading(page)).toBe('Document')

    await page.goto(`${person}/chronology`)
    const downloading = page.waitForEvent('download')
    await page.getByRole('link', { name: 'School report – autumn.pdf, 1 KB' }).first().click()
    const download = await downloading
    expect(download.suggestedFilename()).toBe('School report – autumn.pdf')
    expect(readFileSync(await download.path(), 'utf8')).toBe(pdf)

    await page.goto(person)
    await page.getByRole('link', { name: 'A letter', exact: true }).click()
    await page.getByLabel('Whom is it to?').selectOption('Carys Ellwood, mother')
    await page.getByLabel('Invitation to a meeting').check()
    await page.getByRole('button', { name: 'Begin the letter' }).click()
    expect(await page.getByLabel('To', { exact: true }).inputValue()).toBe('Carys Ellwood')
    await page.getByLabel('About', { exact: true }).fill(`Come and talk, ${width}`)
    await page.getByLabel('The letter').fill('Dear Carys\n\nPlease come on Tuesday.')
    await page.getByRole('button', { name: 'See it on paper' }).click()
    expect(await page.locator('.los-paper').textContent()).toContain('Please come on Tuesday.')
    await page.getByRole('link', { name: 'Back to writing' }).click()
    await page.getByLabel('Yes: say how and when below').check()
    await page.getByLabel('How it went').selectOption('Post')
    await fillOnlyDay(page, 4)
    await page.getByRole('button', { name: 'Put on the record' }).click()
    expect(await page.locator('main').textContent()).toContain('document sent, Carys Ellwood')

    await page.goto(`${person}/chronology`)
    const chronology = page.locator('.los-chron')
    expect(await chronology.getByText('Document sent.').count()).toBeGreaterThan(0)
    await chronology
      .getByRole('link', { name: `Come and talk, ${width} (letter to Carys Ellwood)` })
      .first()
      .click()
    await page.getByRole('link', { name: 'Read or print the letter' }).click()
    expect(await heading(page)).toBe(`Come and talk, ${width}`)
  })
})

inBrowser('the pages of documents, letters and exports', (open) => {
  test('break no rule that axe knows and never scroll sideways', async () => {
    const page = await open(1280)
    const person = await openMaya(page)
    await page.goto(`${person}/record/person-document`)
    await sound(page, 'a form with a file')
    await choose(page, 'Disguised.pdf')
    await page.getByRole('button', { name: 'Put on the record' }).click()
    await sound(page, 'a file that is not taken')
    await page.getByLabel('Title').fill('School report')
    await choose(page, 'School report – autumn.pdf')
    await page.getByLabel('Kind').selectOption('Report')
    await page.getByRole('button', { name: 'Save draft' }).click()
    await sound(page, 'a draft with its file')
    await fillOnlyDay(page, 2)
    await page.getByRole('button', { name: 'Put on the record' }).click()
    await sound(page, 'a document on the record')
    await page.getByRole('link', { name: 'Say to whom it went' }).click()
    await sound(page, 'saying to whom it went')
    await page.goto(`${person}/letters`)
    await sound(page, 'choosing a letter')
    await page.getByRole('button', { name: 'Begin the letter' }).click()
    await sound(page, 'writing a letter')
    await page.getByLabel('Yes: say how and when below').check()
    await page.getByRole('button', { name: 'Put on the record' }).click()
    await sound(page, 'a letter with faults')
    await page.getByRole('button', { name: 'See it on paper' }).click()
    await sound(page, 'a letter on paper')
    await page.goto(`${person}/export`)
    await sound(page, 'what can be taken out')
    await page.goto(`${person}/chronology`)
    await sound(page, 'a person with documents')
  })

  test('print a letter with nothing on the paper but the letter', async () => {
    const page = await open(1280)
    const person = await openMaya(page)
    await page.goto(`${person}/letters/appointment`)
    await page.getByRole('button', { name: 'See it on paper' }).click()
    await page.emulateMedia({ media: 'print' })
    for (const ours of ['.los-header', '.los-nav', '.los-strip', '.los-foot', '.govuk-back-link'])
      expect(await page.locator(ours).isVisible(), ours).toBe(false)
    expect(await page.locator('.los-paper').isVisible()).toBe(true)
    // What is not on the record yet says so on paper too.
    expect(await page.locator('.los-pill').textContent()).toBe('Draft')
    expect(await page.locator('.los-pill').isVisible()).toBe(true)
  })
})
