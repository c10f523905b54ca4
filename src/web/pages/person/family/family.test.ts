import { describe, expect, it } from 'vitest'
import { all, attribute, bodyRows, byId, only, readPage, text } from '../../../../../test/support/read-page.ts'
import { demonstrationSite } from '../../../../../test/support/visitor.ts'

const site = demonstrationSite()

async function numberOf(name: string): Promise<string> {
  const { body } = await (await site().visitor('nasreen')).get(`/people?q=${encodeURIComponent(name)}`)
  const number = new RegExp(`/people/(\\d+)">${name}`).exec(body)?.[1]
  if (number === undefined) throw new Error(`${name} is not found`)
  return number
}
async function answer(user: string, name: string, query = '') {
  return (await site().visitor(user)).get(`/people/${await numberOf(name)}/family${query}`)
}
async function page(user: string, name: string, query = '') {
  const { status, body } = await answer(user, name, query)
  expect(status).toBe(200)
  return readPage(body)
}
type Page = Awaited<ReturnType<typeof page>>

const table = (page: Page, caption: string) => {
  const found = all(page, 'table').find((one) => text(only(one, 'caption')).startsWith(caption))
  if (found === undefined) throw new Error(`There is no table ${caption}`)
  return found
}
const labels = (page: Page, className: string) => {
  const drawing = all(page, 'svg', className)[0]
  if (drawing === undefined) throw new Error('There is no drawing')
  return all(drawing, 'text', 'tb').map(text)
}

/** What the page finds, under the head that every page about a person has. */
const headline = (page: Page) => text(all(only(page, 'main'), 'h2')[0] ?? page)

describe('the page of a child’s family', () => {
  it('finds first where and with whom the child lives, and what is late', async () => {
    const found = await page('tom', 'Maya Ellwood')
    expect(headline(found)).toBe('Maya lives at Carys’s, with Carys and Theo')
    const main = text(only(found, 'main'))
    expect(main).toContain('Time with Dean Marlow is 17 days late. Second home: Dean’s, every second weekend.')
    expect(main).toContain(
      'Dean Marlow and Carys Ellwood have parental responsibility. Not known whether Sheila Ellwood has it.',
    )
  })

  it('has everybody of the drawing in the table, with the same facts', async () => {
    const found = await page('tom', 'Maya Ellwood')
    const rows = bodyRows(table(found, 'Family and network'))
    expect(rows.map(([who]) => who?.replace(/ Ring Carys.*/, ''))).toEqual([
      'Dean Marlow',
      'Carys Ellwood',
      'Theo Ellwood',
      'Theodore Marlow',
      'Unborn child',
      'Restricted: ring South team, 01632 960020',
      'Luke Tarrant',
      'Brian Ellwood',
      'Sheila Ellwood',
    ])
    expect(rows.find(([who]) => who === 'Brian Ellwood')?.slice(1, 3)).toEqual([
      'Mother’s father',
      'Died 30 May 2019, aged 57',
    ])
    for (const drawing of ['wide', 'narrow']) {
      const drawn = labels(found, drawing)
      for (const name of ['Dean', 'Carys', 'Theo', 'Maya', 'Luke', 'Brian', 'Sheila'])
        expect(
          drawn.filter((one) => one === name),
          name,
        ).toHaveLength(1)
    }
  })

  it('puts what the child says before what we arranged', async () => {
    const { body } = await answer('tom', 'Maya Ellwood')
    expect(body.indexOf('I like it when we cook')).toBeLessThan(body.indexOf('he fetches them from school'))
    expect(body).toContain('She knows when I’m sad')
  })

  it('describes the drawing in words', async () => {
    const found = await page('tom', 'Maya Ellwood')
    const description = text(byId(found, 'family-wide-desc'))
    expect(description).toContain('Carys Ellwood, mother, 31, has PR')
    expect(description).toContain('At Carys’s: Carys Ellwood, Maya Ellwood and Theo Ellwood')
  })

  it('says beside whom it is about what everyone must know before they ring', async () => {
    const [dean] = bodyRows(table(await page('tom', 'Maya Ellwood'), 'Family and network'))
    expect(dean?.[0]).toContain('Ring Carys, not Dean, to arrange things')
  })

  it('leads only to those whose record may be read', async () => {
    const links = async (user: string) =>
      all(table(await page(user, 'Maya Ellwood'), 'Family and network'), 'a').map((link) => text(link))
    expect(await links('tom')).toEqual(['Theo Ellwood', 'Theodore Marlow'])
    expect(await links('marian')).not.toContain('Restricted: ring South team, 01632 960020')
  })

  it('shows another day, and what was known by another', async () => {
    const then = await page('tom', 'Maya Ellwood', '?as-at=2016-05-01')
    expect(headline(then)).toBe('On 1 May 2016 Maya lived at Harbour Street, with Carys, Dean and Theo')
    expect(labels(then, 'wide')).not.toContain('Luke')
    const before = await page('tom', 'Maya Ellwood', '?known-on=2023-09-13')
    expect(text(only(before, 'main'))).not.toContain('Unborn')
    const early = await page('tom', 'Maya Ellwood', '?as-at=2001-01-01')
    expect(headline(early)).toBe('On 1 January 2001 Maya was not yet born')
    expect((await answer('tom', 'Maya Ellwood', '?as-at=yesterday')).status).toBe(400)
  })

  it('leads to the family as it was when the child moved', async () => {
    const homes = table(await page('tom', 'Maya Ellwood'), 'Homes')
    expect(all(homes, 'a').map((link) => attribute(link, 'href').replace(/^.*\?/, ''))).toEqual([
      'as-at=2023-01-09&known-on=2023-10-04',
      'as-at=2018-01-06&known-on=2023-10-04',
      'as-at=2014-06-14&known-on=2023-10-04',
    ])
  })

  it('says so where nothing is recorded', async () => {
    const found = await page('nasreen', 'Ivo Santander')
    expect(headline(found)).toBe('It is not recorded where Ivo lives')
    expect(text(only(found, 'main'))).toContain('Nobody is recorded as related to Ivo')
    expect(all(found, 'svg', 'wide')).toEqual([])
  })

  it('is about an adult too', async () => {
    const found = await page('marian', 'Carys Ellwood')
    expect(text(only(found, 'main'))).toContain(
      'Carys has parental responsibility for Theo Ellwood, Maya Ellwood and somebody restricted.',
    )
  })
})

describe('who may see it', () => {
  it.each([
    ['tom', 'Maya Ellwood', 200],
    ['dilys', 'Theo Ellwood', 200],
    ['nasreen', 'Isla Ellwood', 200],
    ['tom', 'Ivo Santander', 403],
    ['tom', 'Isla Ellwood', 403],
    ['marian', 'Isla Ellwood', 403],
    ['nasreen', 'Maya Ellwood', 403],
  ])('%s, of %s: %d', async (user, name, status) => {
    expect((await answer(user, name)).status).toBe(status)
  })

  it('never holds a restricted sister’s name, age, sex, number or home', async () => {
    const isla = await numberOf('Isla Ellwood')
    for (const user of ['tom', 'marian', 'iain'])
      for (const name of ['Maya Ellwood', 'Carys Ellwood', 'Sheila Ellwood'])
        for (const query of ['', '?as-at=2022-01-01&known-on=2023-01-09']) {
          const { status, body } = await answer(user, name, query)
          if (status !== 200) continue
          expect(body, `${user}, ${name}${query}`).not.toMatch(
            new RegExp(`Isla|2019-09-09|9 September 2019|>Half-sister|/people/${isla}\\b`),
          )
        }
  })
})
