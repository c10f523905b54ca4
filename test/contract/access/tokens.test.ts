import { expect, it } from 'vitest'
import { accountKeys } from './expected.ts'
import { type Fields, send } from './sending.ts'
import { contractWorld } from './world.ts'

const world = contractWorld()

const tokens = () => world().store.db.selectFrom('program_token').select(['id', 'name', 'ended_reason']).execute()
const rowsOf = async (account: number) => {
  const rows = await world()
    .store.db.selectFrom('audit')
    .select(['action', 'decision'])
    .where('account_id', '=', account)
    .where('action', 'in', ['token', 'end token', 'administer'])
    .orderBy('id')
    .execute()
  return rows.map(({ action, decision }) => `${action}: ${decision}`)
}

it('tokens of programs are seen, given and taken back by the operator alone, and the log has a row of each try', async () => {
  const operator = world().accounts.operator
  const given = (name: string): Fields => ({
    name,
    purpose: 'A dashboard',
    place: 'role.performance-analyst',
    opens: 'figures',
    days: '90',
  })
  const made = await send(world(), operator, { method: 'POST', url: '/tokens/new', fields: given('dashboard') })
  const [shown = ''] = /los_[\w-]{20,}/.exec(made.body) ?? []
  expect(made.statusCode).toBe(200)
  const [token] = await tokens()
  for (const key of accountKeys) {
    const as = world().accounts[key]
    const before = await tokens()
    const answers: number[] = []
    for (const sending of [
      { method: 'GET', url: '/tokens' },
      { method: 'GET', url: '/tokens/new' },
      { method: 'GET', url: `/tokens/${token?.id}` },
      { method: 'POST', url: '/tokens/new', fields: given(`of.${as.account.userName}`.replaceAll('_', '-')) },
    ] as const) {
      const { statusCode, body } = await send(world(), as, sending)
      expect(body).not.toContain(shown)
      answers.push(statusCode)
    }
    const more = (await tokens()).length - before.length
    const isOperator = key === 'operator'
    expect([key, ...answers, more]).toEqual([key, ...(isOperator ? [200, 200, 200, 200, 1] : [403, 403, 403, 403, 0])])
    if (!isOperator) {
      const taking = { method: 'POST', url: `/tokens/${token?.id}`, fields: { reason: 'Mine' } } as const
      expect((await send(world(), as, taking)).statusCode).toBe(403)
      expect(new Set(await rowsOf(as.account.id))).toEqual(new Set(['administer: no']))
    }
  }
  const end = (reason: string) =>
    send(world(), operator, { method: 'POST', url: `/tokens/${token?.id}`, fields: { reason } })
  expect((await end(' ')).statusCode).toBe(400)
  expect((await end('Replaced')).statusCode).toBe(303)
  expect((await end('Again')).statusCode).toBe(409)
  expect((await tokens()).find(({ id }) => id === token?.id)).toMatchObject({ ended_reason: 'Replaced' })
  expect(await rowsOf(operator.account.id)).toEqual(['token: yes', 'token: yes', 'end token: yes'])
})
