import { parse } from 'csv-parse/sync'
import { beforeAll, describe, expect, it } from 'vitest'
import { numberOf, putInCare } from '../../../../test/support/counted-in-care.ts'
import { all, attribute, bodyRows, only, type PageElement, readPage, text } from '../../../../test/support/read-page.ts'
import { demonstrationSite, type Visitor } from '../../../../test/support/visitor.ts'

const site = demonstrationSite()
beforeAll(() => putInCare(site().app))

const query = 'authority=exampleshire&period=2023-09'
const path = '/indicators/cic-in-private-provision'

async function pageOf(visitor: Visitor, address: string): Promise<PageElement> {
  const { status, body, headers } = await visitor.get(address)
  expect([address, status, headers['cache-control']]).toEqual([address, 200, 'no-store'])
  return readPage(body)
}
const heading = (page: PageElement) => text(only(page, 'h1'))
const says = (page: PageElement) => text(only(page, 'main'))
const links = (page: PageElement) =>
  new Map(all(only(page, 'main'), 'a').map((link) => [text(link), attribute(link, 'href')] as const))
const tableCalled = (page: PageElement, caption: RegExp) =>
  all(page, 'table').find((table) => caption.test(text(only(table, 'caption'))))

describe('figures counted from the record', () => {
  it('are for staff: everybody else is asked to sign in, and is shown what was published', async () => {
    const nobody = await site().visitor()
    for (const address of [
      `/datasets/corporate-parenting?${query}`,
      `/datasets/corporate-parenting.csv?${query}`,
      `${path}?${query}`,
      `${path}.csv?${query}`,
      `${path}/list?${query}`,
      `${path}/moved?${query}`,
    ]) {
      const { status, location } = await nobody.get(address)
      expect([address, status, location]).toEqual([address, 303, `/sign-in?${new URLSearchParams({ to: address })}`])
    }
    expect((await nobody.get('/definitions/cic-in-private-provision')).body).not.toContain('exampleshire')
    expect((await nobody.get(`${path}?authority=dorset&period=2023-09`)).status).toBe(200)
    const august = '/indicators/cic-started?authority=exampleshire&period=2023-08'
    expect(heading(readPage((await nobody.get(august)).body))).toBe(
      'Children who came into care: 7, meeting the target of 10',
    )
    const counted = await pageOf(await site().visitor('marian'), august)
    expect(heading(counted)).toBe('Children who came into care: 0, meeting the target of 10')
    expect(says(counted)).toContain('Published as 7 (Made-up pack). As known today, August 2023 is 0.')
    const since = await pageOf(await site().visitor('marian'), links(counted).get('What has been recorded since') ?? '')
    expect(heading(since)).toContain('as known on 20 September 2023')
  })

  it('of staff open from the dataset to the indicator, and say that they do', async () => {
    const marian = await site().visitor('marian')
    const dataset = await pageOf(marian, `/datasets/corporate-parenting?${query}`)
    expect(says(dataset)).toContain('All counted from the record: each figure opens to its children.')
    expect(links(dataset).get('In private provision')).toBe(`${path}?${query}`)
    const { body } = await marian.get(`${path}.csv?${query}`)
    expect(parse<Record<string, string>>(body, { bom: true, columns: true }).at(-1)).toMatchObject({
      numerator: '3',
      denominator: '3',
      source: 'Counted from the record',
    })
  })
})

describe('an indicator’s page, of the authority whose records are held', () => {
  it('has numbers that each open the list of just so many', async () => {
    const marian = await site().visitor('marian')
    const page = await pageOf(marian, `${path}?${query}`)
    expect(all(page, 'h2').map(text)).toContain('The 3 children behind it')
    expect(says(page)).toContain('1 child more is in this figure whose records are not yours to read.')
    expect(links(page).get('Counted: 2')).toBe(`${path}/list?${query}&show=counted`)
    const by = tableCalled(page, / by team$/)
    const opened = by === undefined ? [] : all(by, 'a').filter((link) => /^\d+$/.test(text(link)))
    expect(opened.length).toBeGreaterThan(1)
    for (const link of opened) {
      const list = await pageOf(marian, attribute(link, 'href'))
      const rows = all(list, 'table').flatMap(bodyRows)
      expect([attribute(link, 'href'), rows.length]).toEqual([attribute(link, 'href'), Number(text(link))])
    }
    const age = await pageOf(marian, links(page).get('age')?.split('#')[0] ?? '')
    expect(all(age, 'h2').map(text)).toContain('By age')
  })

  it('of a figure that was only published says that there is no list', async () => {
    const page = await pageOf(await site().visitor('marian'), `${path}?authority=dorset&period=2023-09`)
    expect(says(page)).toContain('without the children it counts, so there is no list to open')
    expect((await (await site().visitor('marian')).get(`${path}/list?authority=dorset`)).status).toBe(404)
  })
})

describe('the list behind a figure', () => {
  it('has each child with the reasons, leading to the record that decided them', async () => {
    const page = await pageOf(await site().visitor('marian'), `${path}/list?${query}&sort=name`)
    expect(heading(page)).toBe('2 children in the figure')
    const [table] = all(page, 'table')
    expect(table && bodyRows(table).map(([who, whose, ...rest]) => [who, whose, rest.at(-2), rest.at(-1)])).toEqual([
      [
        'Maya Ellwood9',
        'North teamTom Fairweather',
        expect.stringMatching(/^YesEpisode of care, 5 September 2023: /),
        'Counted',
      ],
      [
        'Theo Ellwood12',
        'North teamTom Fairweather',
        expect.stringMatching(/^YesEpisode of care, 10 September 2023: /),
        'Counted',
      ],
    ])
    const maya = await numberOf(site().app, 'Maya Ellwood')
    expect(links(page).get('Maya Ellwood')).toBe(`/people/${maya}/chronology`)
    const [record] = [...links(page).values()].filter((href) => href.startsWith('/records/'))
    expect((await (await site().visitor('marian')).get(record ?? '')).status).toBe(200)
    expect(says(page)).not.toContain('Isla')
  })

  it('is narrowed and says so; what matches nothing says that', async () => {
    const marian = await site().visitor('marian')
    const outside = await pageOf(marian, `${path}/list?${query}&only=location:OUT`)
    expect(heading(outside)).toBe('1 child in the figure, in or out of the area: Outside it')
    expect(heading(await pageOf(marian, `${path}/list?${query}&show=left+out`))).toBe('No children left out')
    expect((await marian.get(`${path}/list?${query}&only=colour:red`)).status).toBe(400)
    expect((await marian.get(`${path}/list?${query}&known-on=soon`)).status).toBe(400)
    expect((await marian.get('/indicators/cla-nonsense/list')).status).toBe(404)
  })

  it('is taken out as CSV by whoever may, with cells that run nowhere', async () => {
    expect((await (await site().visitor('marian')).get(`${path}/list.csv?${query}`)).status).toBe(403)
    const tom = await site().visitor('tom')
    const { headers, body } = await tom.get(`${path}/list.csv?${query}&sort=name`)
    expect(headers['content-disposition']).toBe('attachment; filename="cic-in-private-provision-list-2023-09.csv"')
    const rows = parse<Record<string, string>>(body, { bom: true, columns: true })
    expect(rows.map((row) => [row['Name'], row['Stands as'], row['with a private provider'], row['Team']])).toEqual([
      ['Maya Ellwood', 'counted', 'yes', 'North team'],
      ['Theo Ellwood', 'counted', 'yes', 'North team'],
    ])
    const kept = await site()
      .store.db.selectFrom('audit')
      .select(['account_name', 'detail'])
      .where('action', '=', 'export')
      .execute()
    expect(kept).toEqual(
      rows.map(() => ({ account_name: 'Tom Fairweather', detail: '“In private provision”, September 2023, as CSV' })),
    )
  })
})

describe('why a figure moved', () => {
  it('is a table that adds up, whose lines open to those on them', async () => {
    const marian = await site().visitor('marian')
    const page = await pageOf(marian, `${path}/moved?${query}`)
    expect(heading(page)).toBe('Up from 33.3% to 100.0%: August 2023 to September 2023')
    const [table] = all(page, 'table')
    expect(table && bodyRows(table)).toEqual([
      ['August 2023', '3', '1', '33.3%, 1 of 3'],
      ['Now counted: “with a private provider”1 child', 'no change', '1 more', '66.7%, 2 of 3'],
      [
        'Left the group, not counted before: no episode of care any more1 child',
        '1 fewer',
        'no change',
        '100.0%, 2 of 2',
      ],
      ['Joined the group, counted: no episode of care before1 child', '1 more', '1 more', '100.0%, 3 of 3'],
    ])
    const line = links(page).get('Now counted: “with a private provider”') ?? ''
    const opened = await pageOf(marian, line.split('#')[0] ?? '')
    expect(text(only(opened, 'section'))).toContain('Maya Ellwood')
    const two = tableCalled(opened, /now counted/)
    expect(two && bodyRows(two)).toEqual([
      [
        'Maya Ellwood9',
        expect.stringMatching(/^NoEpisode of care, 10 January 2021/),
        expect.stringMatching(/^YesEpisode of care, 5 September 2023/),
      ],
    ])
    const missing = await marian.get(`${path}/moved?${query}&before=2020-01`)
    expect(missing.status).toBe(404)
  })
})
