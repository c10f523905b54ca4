import { beforeAll, describe, expect, it } from 'vitest'
import { putInCare } from '../../../../test/support/counted-in-care.ts'
import { all, attribute, only, type PageElement, readPage, text } from '../../../../test/support/read-page.ts'
import { demonstrationSite } from '../../../../test/support/visitor.ts'
import { importSeries } from '../../../app/import-series.ts'
import { plainDate } from '../../../core/dates/plain-date.ts'

const site = demonstrationSite()
beforeAll(() => putInCare(site().app))

const period = 'period=2023-09'
const page = async (address: string, user?: string): Promise<PageElement> => {
  const { status, body } = await (await site().visitor(user)).get(address)
  expect([address, status]).toEqual([address, 200])
  return readPage(body)
}
const main = (of: PageElement) => text(only(of, 'main'))

describe('the dataset of several agencies', () => {
  it('has by priority what the police and health sent beside the figures of the council, and says who owes some', async () => {
    const shown = await page(`/datasets/partnership?authority=exampleshire&${period}`, 'iain')
    const sections = new Map(
      all(shown, 'section').flatMap((section) => {
        const [table] = all(section, 'table').filter((one) => attribute(one, 'class')?.includes('los-table--fixed'))
        return table === undefined ? [] : [[text(only(section, 'h2')).split('  ')[0] ?? '', text(table)] as const]
      }),
    )
    const safe = [...sections].find(([label]) => label.startsWith('Safe at home'))?.[1] ?? ''
    expect(safe).toContain('Rate per 10,000 children')
    expect(safe).toContain('Children reported missing to the policefrom the police')
    const thriving = [...sections].find(([label]) => label.startsWith('Young and thriving'))?.[1] ?? ''
    expect(thriving).toContain('Admissions to hospital for self-harmfrom the integrated care board')
    expect(main(shown)).toContain('The youth justice service owes 2 figures.')
  })

  it('shows what others send to staff alone, until it is published', async () => {
    const visitor = await site().visitor()
    const { status } = await visitor.get(`/datasets/partnership?authority=exampleshire&${period}`)
    expect(status).toBe(303)
    const indicator = '/indicators/local-missing-reported-to-police'
    expect((await visitor.get(`${indicator}?authority=exampleshire&${period}`)).status).not.toBe(200)
    expect((await visitor.get(`${indicator}.csv?authority=exampleshire&${period}`)).status).not.toBe(200)
    expect((await visitor.get('/')).body).not.toContain('Exampleshire, September')
    expect((await visitor.get(`/datasets/partnership/agencies?${period}`)).status).toBe(303)
  })
})

describe('who sends what', () => {
  it('has those who owe figures first, with which, and a file for them to fill in', async () => {
    const shown = await page(`/datasets/partnership/agencies?${period}`, 'iain')
    expect(text(only(shown, 'h1'))).toBe('The youth justice service owes 2 figures')
    const [first = shown] = all(shown, 'section')
    expect(text(first)).toContain('The youth justice service 2 figures owed')
    expect(text(first)).toContain('Owes August 2023')
    expect(text(first)).toContain('Owes June 2023')
    const file = attribute(all(first, 'a').find((link) => text(link).startsWith('A file for')) ?? first, 'href') ?? ''
    const { body } = await (await site().visitor('iain')).get(file)
    expect(body.trim().split('\r\n')).toEqual([
      expect.stringContaining('authority,indicator,period,value,published_in'),
      'exampleshire,plan-first-time-entrants,2023-09,,Sent by the youth justice service,',
      'exampleshire,plan-first-time-entrants,2023-06,,Sent by the youth justice service,',
      'exampleshire,plan-children-in-custody,2023-09,,Sent by the youth justice service,',
      'exampleshire,plan-children-in-custody,2023-08,,Sent by the youth justice service,',
    ])
    expect((await (await site().visitor('iain')).get('/datasets/partnership/agencies/navy/to-send.csv')).status).toBe(
      404,
    )
    expect((await (await site().visitor('iain')).get('/datasets/corporate-parenting/agencies')).status).toBe(404)
  })

  it('owes nothing more once it has come, though it says that there is none', async () => {
    const { app } = site()
    const rows = ['plan-children-in-custody,2023-08,', 'plan-first-time-entrants,2023-06,17']
    const csv = ['authority,indicator,period,value,published_in', ...rows.map((row) => `exampleshire,${row},Sent`)]
    const file = { name: 'sent.csv', bytes: new TextEncoder().encode(`${csv.join('\n')}\n`) }
    expect(await importSeries(app, [{ format: 'figures', file }], plainDate('2023-10-04'))).toMatchObject({
      issues: [],
    })
    expect(text(only(await page(`/datasets/partnership/agencies?${period}`, 'iain'), 'h1'))).toBe(
      'No agency owes a figure',
    )
  })
})
