import { expect, test } from 'vitest'
import type { App } from '../../src/app/app.ts'
import { recount } from '../../src/app/counting/calculate.ts'
import { Episode } from '../../src/areas/children-in-care/episodes.ts'
import { plainDate } from '../../src/core/dates/plain-date.ts'
import type { SubjectId } from '../../src/core/definitions/field.ts'
import { findVersionsOf } from '../../src/store/records/find.ts'
import { writeVersion } from '../../src/store/records/write.ts'
import { demonstrationOn } from '../support/app.ts'
import { putInCare } from '../support/in-care.ts'
import { site } from '../support/site.ts'
import { sound } from './as-user.ts'
import { inBrowser } from './browser.ts'
import { signInAs } from './sign-in.ts'

let inCare: { readonly app: App; readonly ivo: SubjectId } | undefined
const demonstration = site(async (store) => {
  const app = await demonstrationOn(store)
  inCare = { app, ivo: (await putInCare(app)).Ivo }
  return app
})
let listening: Promise<string> | undefined
const base = () => {
  listening ??= demonstration().listen()
  return listening
}

/** That he went home on 12 September is written down only now. */
async function writeLate() {
  if (inCare === undefined) throw new Error('Nobody is in care yet')
  const { app, ivo } = inCare
  const [types, knownOn] = [new Map([[Episode.key, Episode]]), app.clock.today]
  const [episode] = await findVersionsOf(app.store.db, { subject: ivo, types, knownOn })
  if (episode === undefined) throw new Error('He is not in care')
  const { record, sequence: basedOn, content } = episode
  const fields = { ...content.fields, endedOn: plainDate('2023-09-12'), reasonEnded: 'E4A' }
  await app.store.db.transaction().execute(async (db) => {
    const said = { knownOn, recordedAt: app.clock.now(), recordedBy: 'Nasreen Holt', reason: 'He had gone home' }
    await writeVersion(db, {
      ...{ ...said, type: Episode, record, basedOn, source: 'form' },
      content: { ...content, fields },
    })
    await recount(app, db, [ivo])
  })
}

const september = '/publish/corporate-parenting/2023-09'

inBrowser('the month', (open) => {
  test('goes from the extract to a frozen version, and says afterwards what would be different and why', async () => {
    const page = await open(1280, { javaScriptEnabled: true })
    const heading = () => page.locator('h1').textContent()
    await signInAs(page, await base(), 'iain', '/publish')
    await expect.poll(heading).toBe('9 sections still need commentary')
    await sound(page, 'the month')
    await page.getByRole('button', { name: 'Quality is seen' }).click()
    await expect.poll(() => page.getByRole('alert').textContent()).toContain('Say what you found.')
    await sound(page, 'the month with a fault')
    await page.getByLabel('What did you find, and what do you accept?').fill('Two reviews without a date; asked for.')
    await page.getByRole('button', { name: 'Quality is seen' }).click()
    await expect.poll(() => page.getByText('Two reviews without a date').isVisible()).toBe(true)

    await signInAs(page, await base(), 'marian', september)
    const sections = await page.locator('tbody th a').allTextContents()
    expect(sections).toHaveLength(9)
    for (const section of sections) {
      await page.getByRole('link', { name: section, exact: true }).click()
      await page.getByLabel('What is going well').first().fill(`${section}: as we hoped`)
      await page.getByRole('button', { name: 'Keep' }).click()
    }
    await page.getByRole('link', { name: 'Safety', exact: true }).click()
    await expect.poll(heading).toBe('Safety: written')
    await sound(page, 'a section')
    await page.goBack()
    await page.getByRole('button', { name: 'Sign the month off' }).click()
    await expect.poll(heading).toBe('September 2023 is signed off and can be frozen')
    expect(await page.getByRole('button', { name: 'Freeze it as it is known today' }).isVisible()).toBe(false)

    await signInAs(page, await base(), 'iain', september)
    await page.getByRole('button', { name: 'Freeze it as it is known today' }).click()
    await expect.poll(heading).toBe('September 2023 is frozen, version 1')
    await expect.poll(() => page.getByText('Nothing that was frozen would be different today').isVisible()).toBe(true)

    await writeLate()
    await signInAs(page, await base(), 'marian', september)
    await page.getByRole('link', { name: 'By figure, child and record' }).click()
    await expect.poll(heading).toMatch(/^\d+ figures? of September 2023 would be different today$/)
    await sound(page, 'restated')
    await expect.poll(() => page.getByRole('link', { name: 'Ivo Santander' }).first().isVisible()).toBe(true)
    await expect
      .poll(() => page.getByText('recorded by Nasreen Holt: “He had gone home”').first().isVisible())
      .toBe(true)
  })

  test('fits a narrow screen, and needs no script', async () => {
    const page = await open(320, { javaScriptEnabled: false })
    await signInAs(page, await base(), 'marian', september)
    await page.getByRole('button', { name: 'Open the month again' }).click()
    await expect.poll(() => page.getByRole('alert').textContent()).toContain('Say why.')
    await page.getByLabel('Why is it opened again?').fill('A review was not written down')
    await page.getByRole('button', { name: 'Open the month again' }).click()
    await expect.poll(() => page.getByText('Opened again by Marian Teal').isVisible()).toBe(true)
    await expect.poll(() => page.getByRole('button', { name: 'Sign the month off' }).isVisible()).toBe(true)
  })
})
