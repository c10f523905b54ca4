import { describe, expect, it } from 'vitest'
import { careSite } from '../../../../test/support/in-care.ts'
import { getAccount } from '../../../app/access/accounts.ts'

const site = careSite()
const pageOf = async () => `/things/${(await getAccount(site().app, 'tom')).worker}/away`
const dates = (name: string, day: number, month: number) => ({
  [`${name}.day`]: String(day),
  [`${name}.month`]: String(month),
  [`${name}.year`]: '2023',
})
const letters = async () => (await (await site().visitor('dilys')).get('/work-lists/worker-away-letters?show=all')).body
const uncovered = async () => (await (await site().visitor('dilys')).get('/work-lists/worker-away-without-cover')).body
const written = () =>
  site()
    .store.db.selectFrom('audit')
    .select('subject_id')
    .where('action', '=', 'record')
    .where('detail', '=', 'new worker away')
    .execute()

describe('a worker who is away for long', () => {
  it('is marked by whoever may record about their children, for each of them and nobody else', async () => {
    const [dilys, page] = [await site().visitor('dilys'), await pageOf()]
    const before = await dilys.get(page)
    expect(before.body).toMatch(/<h1>Tom Fairweather works with \d+<\/h1>.*Maya Ellwood/s)
    expect((await (await site().visitor('marian')).get(page)).body).not.toContain('Maya Ellwood')
    expect((await dilys.post(page, { do: 'away', ...dates('backOn', 1, 12) })).status).toBe(400)
    expect(await letters()).toContain('nobody on this list')
    expect((await dilys.post(page, { do: 'away', ...dates('startedOn', 2, 10) })).status).toBe(303)
    expect((await dilys.get(page)).body).toMatch(
      /is away: \d+ children and young people to write to and to cover.*Maya Ellwood.*Write the letter/s,
    )
    expect((await written()).map(({ subject_id }) => subject_id)).toContain(site().numbers.Maya)
  })

  it('leaves each child with a letter to be written, until it is sent to the child, and with cover to be found', async () => {
    const [dilys, maya] = [await site().visitor('dilys'), site().numbers.Maya]
    expect(await letters()).toMatch(/Maya Ellwood.*9 October 2023.*5 working days after the worker went away/s)
    expect(await uncovered()).toMatch(/Maya Ellwood.*nobody knows for how long/s)
    const send = (to: string) =>
      dilys.post(`/people/${maya}/letters/worker-away`, {
        ...{ people: String(maya), to, address: '', from: 'North team', title: 'While Tom is away', text: 'Dear Maya' },
        ...{ gone: 'yes', how: 'post', do: 'put', ...dates('sentOn', 4, 10) },
      })
    expect((await send('Carys Ellwood')).status).toBe(303)
    expect(await letters()).toContain('Maya Ellwood')
    expect((await send('Maya Ellwood')).status).toBe(303)
    expect(await letters()).not.toContain('Maya Ellwood')
  })

  it('is marked as back, and nothing more is asked', async () => {
    const [dilys, page] = [await site().visitor('dilys'), await pageOf()]
    expect((await dilys.post(page, { do: 'back', ...dates('endedOn', 4, 10) })).status).toBe(303)
    expect((await dilys.get(page)).body).toMatch(/<h1>Tom Fairweather works with \d+<\/h1>/)
    expect(await uncovered()).toContain('nobody on this list')
  })
})
