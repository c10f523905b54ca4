import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import type { App } from '../../src/app/app.ts'
import { addDays, type PlainDate, toText } from '../../src/core/dates/plain-date.ts'
import type { Store } from '../../src/store/open.ts'
import { demonstrationOn } from '../support/app.ts'
import { site } from '../support/site.ts'
import { addInForm, fillDay, findButton, put, recordNewPerson, sound } from './as-user.ts'
import { inBrowser } from './browser.ts'
import { signInAs, type UserName } from './sign-in.ts'

/** The demonstration with a clock that a test moves on. */
let daysLater = 0
async function laterOn(store: Store): Promise<App> {
  const app = await demonstrationOn(store)
  const first = app.clock.today
  const today = (): PlainDate => addDays(first, daysLater)
  const clock = {
    standing: true,
    get today() {
      return today()
    },
    now: () => new Date(`${toText(today())}T09:00:00Z`),
  }
  return { ...app, clock }
}

const demonstration = site(laterOn)
const listening = () => demonstration().listen()
const heading = (page: Page) => page.locator('h1').textContent()
const main = async (page: Page) => (await page.locator('main').textContent()) ?? ''

/** Writes how somebody is related to the child, a relative who is recorded on the way. */
async function relate(
  page: Page,
  robin: string,
  relative: Parameters<typeof addInForm>[2],
  kind: string,
  since: Parameters<typeof fillDay>[2],
) {
  await page.goto(`${robin}/record/relationship`)
  await addInForm(page, 'Related to', relative)
  await page.getByLabel('Relationship').selectOption(kind)
  await fillDay(page, 'Since', since)
  await put(page)
}

/** The address of somebody's page, from the link that a record has to it. */
async function addressOf(page: Page, name: string): Promise<string> {
  return new URL((await page.getByRole('link', { name, exact: true }).last().getAttribute('href')) ?? '', page.url())
    .href
}

async function responsible(page: Page, robin: string, holder: string, how: string): Promise<void> {
  await page.goto(`${robin}/record/parental-responsibility`)
  await page.getByRole('group', { name: 'Who', exact: true }).getByLabel(holder).check()
  await page.getByRole('group', { name: 'Has parental responsibility' }).getByLabel('Yes').check()
  await page.getByLabel('How it came about').selectOption(how)
  await fillDay(page, 'Since', ['3', '5', '2015'])
  await put(page)
}

async function livesIn(
  page: Page,
  person: string,
  household: string,
  made: 'new' | 'known',
  since: Parameters<typeof fillDay>[2],
): Promise<void> {
  await page.goto(`${person}/record/household-membership`)
  if (made === 'new') {
    await findButton(page, 'Household').click()
    await page.getByRole('link', { name: 'Make a new household' }).click()
    await page.getByLabel('What we call it').fill(household)
    await put(page)
  } else {
    const option = page.getByLabel('Household', { exact: true }).locator('option', { hasText: household }).first()
    await page.getByLabel('Household', { exact: true }).selectOption((await option.getAttribute('value')) ?? '')
  }
  await page.getByRole('group', { name: 'Is this their main home?' }).getByLabel('Yes').check()
  await fillDay(page, 'Lives there since', since)
  await put(page)
}

inBrowser('a child recorded by hand, without JavaScript', (open) => {
  test('with a family of six over two homes and a restricted sister; corrected; seen by each role; as known before; merged and unmerged', async () => {
    const base = await listening()
    const page = await open(1280, { javaScriptEnabled: false })

    // Day one: Tom, a social worker, from nothing.
    await signInAs(page, base, 'tom')
    await page.getByRole('link', { name: 'Record somebody new' }).click()
    await recordNewPerson(page, {
      given: 'Robin',
      family: 'Ashdown',
      born: ['3', '5', '2015'],
      sex: 'Male',
      is: 'child',
      whoAsked: 'School',
    })
    expect(await heading(page)).toBe('Robin Ashdown')
    const robin = page.url()

    await relate(
      page,
      robin,
      { given: 'Kerry', family: 'Ashdown', born: ['12', '2', '1990'], sex: 'Female', is: 'family' },
      'Birth parent',
      ['3', '5', '2015'],
    )
    const kerry = await addressOf(page, 'Kerry Ashdown')
    await relate(
      page,
      robin,
      { given: 'Lee', family: 'Barrow', age: '35', sex: 'Male', is: 'family' },
      'Birth parent',
      ['3', '5', '2015'],
    )
    await relate(
      page,
      robin,
      { given: 'Wren', family: 'Ashdown', born: ['9', '11', '2018'], sex: 'Female', is: 'child', whoAsked: 'School' },
      'Brother or sister',
      ['9', '11', '2018'],
    )
    const wren = await addressOf(page, 'Wren Ashdown')
    await relate(
      page,
      robin,
      { given: 'Joss', family: 'Barrow', born: ['1', '8', '2021'], sex: 'Male', is: 'child', whoAsked: 'School' },
      'Half-brother or half-sister',
      ['1', '8', '2021'],
    )
    await page.goto(`${kerry}/record/relationship`)
    await addInForm(page, 'Related to', {
      given: 'Hazel',
      family: 'Ashdown',
      born: ['30', '1', '1962'],
      sex: 'Female',
      is: 'family',
    })
    await page.getByLabel('Relationship').selectOption('Birth parent')
    await fillDay(page, 'Since', ['12', '2', '1990'])
    await put(page)
    const hazel = await addressOf(page, 'Hazel Ashdown')

    await responsible(page, robin, 'Kerry Ashdown, mother', 'mother')
    await responsible(page, robin, 'Lee Barrow, father', 'registered-father')
    await livesIn(page, robin, 'Kerry’s', 'new', ['3', '5', '2015'])
    await livesIn(page, kerry, 'Kerry’s', 'known', ['3', '5', '2015'])
    await livesIn(page, hazel, 'Hazel’s', 'new', ['1', '6', '1990'])
    // The grandmother's home is offered for the granddaughter: the family known so far reaches it.
    await livesIn(page, wren, 'Hazel’s', 'known', ['1', '9', '2023'])
    await page.goto(`${robin}/record/confidential-address`)
    await page.getByLabel('Lines, as on an envelope').fill('4 Quay Cottages\nMarlby')
    await page.getByRole('radio', { name: 'Home', exact: true }).check()
    await fillDay(page, 'From', ['1', '9', '2023'])
    await put(page)
    await page.goto(`${robin}/record/case-note`)
    await fillDay(page, 'When it happened', ['3', '10', '2023'])
    await page.getByLabel('Kind', { exact: true }).selectOption('Visit')
    await page.getByLabel('In a few words').fill('Robin has no cote')
    await page.getByLabel('What happened').fill('It was raining.')
    await put(page)
    const note = page.url()

    // Day two: his manager restricts the sister, and Tom corrects what he wrote.
    daysLater = 1
    await signInAs(page, base, 'dilys', `${new URL(wren).pathname}/record/restriction`)
    expect(await page.getByLabel('Dilys Okafor').first().isChecked()).toBe(true)
    await page.getByLabel('Team to ring').selectOption('North team')
    await fillDay(page, 'Since', ['5', '10', '2023'])
    await page.getByLabel('Reason').fill('Where she lives must not become known.')
    await put(page)
    await signInAs(page, base, 'tom', `${new URL(note).pathname}/correct`)
    await page.getByLabel('In a few words').fill('Robin has no coat')
    await page.getByLabel('Why it is corrected').fill('Misspelt')
    await put(page, 'Correct the record')
    expect(await heading(page)).toBe('Case note: corrected once')
    expect(await main(page)).toMatch(/Why: Misspelt[\s\S]*Robin has no cote[\s\S]*Robin has no coat/)

    // Each role: the child, as far as the role reaches; the sister, only for whoever is named.
    const opens: Readonly<Record<UserName, { readonly robin: boolean; readonly address: boolean }>> = {
      tom: { robin: true, address: true },
      dilys: { robin: true, address: true },
      nasreen: { robin: false, address: false },
      anwen: { robin: false, address: false },
      lewis: { robin: true, address: false },
      marian: { robin: true, address: true },
      nia: { robin: true, address: false },
      iain: { robin: true, address: false },
      ottoline: { robin: true, address: true },
      fran: { robin: false, address: false },
    }
    for (const [user, sees] of Object.entries(opens) as [UserName, (typeof opens)[UserName]][]) {
      await signInAs(page, base, user, `${new URL(robin).pathname}/chronology`)
      expect(await heading(page), user).toBe(sees.robin ? 'Robin Ashdown' : 'Your role does not open this')
      expect((await main(page)).includes('Quay Cottages'), `${user} and the address`).toBe(sees.address)
      expect((await main(page)).includes('Wren'), `${user} and the sister’s name`).toBe(user === 'dilys')
      if (sees.robin && user !== 'dilys') {
        // A chronology has days, and of her not even that is told.
        await page.goto(`${robin}/family`)
        expect(await main(page), user).toContain('Restricted: ring North team')
        expect(await main(page), user).not.toContain('Wren')
      }
      await page.goto(wren)
      expect(await heading(page), `${user} at the sister’s`).toBe(
        user === 'dilys' ? 'Wren Ashdown' : 'This record is restricted',
      )
    }

    // As known on the first day, when the sister was like any other child and the slip had not been seen.
    await signInAs(page, base, 'tom', `${new URL(robin).pathname}/chronology?known-on=2023-10-04`)
    expect(await main(page)).toContain('Robin has no cote')
    expect(await main(page)).not.toContain('Robin has no coat')
    await page.goto(`${robin}/chronology`)
    expect(await main(page)).toContain('Robin has no coat')
    // Before anybody had heard of him there was nothing to know.
    await page.goto(`${robin}/chronology?known-on=2023-10-03`)
    expect(await main(page)).not.toContain('Robin has no')

    // Somebody rings about him under his father's name, and he is recorded once more; then he is one person, and then again two.
    await signInAs(page, base, 'dilys', '/people/new')
    await recordNewPerson(page, {
      given: 'Robyn',
      family: 'Barrow',
      born: ['3', '5', '2015'],
      sex: 'Male',
      is: 'child',
      whoAsked: 'School',
    })
    const robyn = page.url()
    await page.goto(`${robyn}/record/case-note`)
    await fillDay(page, 'When it happened', ['5', '10', '2023'])
    await page.getByLabel('Kind', { exact: true }).selectOption('Phone call')
    await page.getByLabel('In a few words').fill('His father rang')
    await page.getByLabel('What happened').fill('He asked how Robyn is.')
    await put(page)
    const hasCall = async (person: string) => {
      await page.goto(`${person}/chronology`)
      return (await main(page)).includes('His father rang')
    }
    await page.goto(`${robin}/same?q=Robyn+Barrow`)
    await page.getByRole('link', { name: 'Compare with Robyn Barrow' }).click()
    expect(await heading(page)).toBe('Robin Ashdown and Robyn Barrow: 3 things are the same, 2 differ')
    await page.getByRole('radio', { name: /Robin Ashdown/ }).check()
    await page.getByLabel('How do you know').fill('His mother says so')
    await page.getByLabel('I have compared the two').check()
    await page.getByRole('button', { name: 'Record them as one person' }).click()
    expect(await hasCall(robin)).toBe(true)
    await page.goto(robyn)
    expect(page.url()).toBe(robin)
    await page.getByRole('link', { name: 'They are two people after all' }).click()
    await page.getByLabel('How do you know').fill('They are cousins')
    await page.getByRole('button', { name: 'Record them as two people' }).click()
    expect([await hasCall(robin), await hasCall(robyn)]).toEqual([false, true])
  }, 180_000)
})

inBrowser('the pages for recording by hand', (open) => {
  test('break no rule that axe knows and never scroll sideways', async () => {
    const base = await listening()
    const page = await open(1280)
    const seen = async (path: string, what: string) => {
      await page.goto(base + path)
      await sound(page, what)
    }
    await signInAs(page, base, 'tom')
    await seen('/people/new', 'somebody new, first step')
    await page.getByLabel('Given names').fill('Maja')
    await page.getByLabel('Family name').fill('Elwood')
    await page.getByRole('button', { name: 'Look whether we know them' }).click()
    await page.getByRole('button', { name: 'Add one' }).click()
    await page.getByRole('button', { name: 'None of these' }).click()
    await sound(page, 'somebody new, who may be known, with faults')
    const maya = await page.getByRole('link', { name: 'Maya Ellwood' }).getAttribute('href')
    await seen(`${maya}/record`, 'what may be recorded')
    await seen(`${maya}/record/parental-responsibility`, 'a form that chooses among the family')
    await findButton(page, 'Who').click()
    await sound(page, 'finding somebody for a form')
    await page.getByLabel('Name or number').fill('ellwood')
    await page.locator('main').getByRole('button', { name: 'Find', exact: true }).click()
    await sound(page, 'people found for a form')
    await seen('/things/new/establishment', 'a new place')
    // Whose work a child is, a manager says.
    await signInAs(page, base, 'dilys', `${maya}/allocation`)
    await sound(page, 'who works with somebody')
    await page.locator('main').getByRole('link', { name: 'Tom Fairweather', exact: true }).click()
    await sound(page, 'a record')
    await page.getByRole('link', { name: 'End this' }).click()
    await page.getByRole('button', { name: 'End it' }).click()
    await sound(page, 'an ending with a fault')
    await seen('/sign-off', 'what waits to be signed')
    await seen('/done', 'what is done')
  }, 120_000)
})
