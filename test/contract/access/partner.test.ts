import { describe, expect, expectTypeOf, it } from 'vitest'
import { getAccount } from '../../../src/app/access/accounts.ts'
import { giveRoles } from '../../../src/app/access/users.ts'
import { makeToken } from '../../../src/app/programs/tokens.ts'
import { type Account, findAccount, listAccounts, type Partner } from '../../../src/store/accounts.ts'
import { commands, commandsOfLists, los } from './command-line.ts'
import { aboutNobody } from './pages.ts'
import { addressOf, routesOf } from './routes.ts'
import { send } from './sending.ts'
import { contractWorld, type World } from './world.ts'

const world = contractWorld()

/** All that a partner opens beside what everybody does: their localities, and their own account. */
const forPartners: ReadonlySet<string> = new Set([
  'GET /localities',
  'GET /localities/:locality',
  'GET /account',
  'GET /account/changed',
  'POST /account/password',
  'POST /account/sign-out-everywhere',
  'POST /sign-out',
])

const shows = ({ canaries }: World, text: string) => canaries.filter((one) => text.includes(one.text))

describe('a partner', () => {
  it('is no account of somebody who works here, so that nothing which asks for one can be given theirs', async () => {
    expectTypeOf<Partner>().not.toExtend<Account>()
    const { app, store, partner } = world()
    expect(await findAccount(store.db, partner.userName)).toBeUndefined()
    expect((await listAccounts(store.db)).map(({ userName }) => userName)).not.toContain(partner.userName)
    await expect(getAccount(app, partner.userName)).rejects.toThrow('Partners see the figures of their localities')
  })

  it('is kept out of every address that is not for everybody or for partners, whatever they send, and learns of nobody', async () => {
    const { server, partner, store } = world()
    const before = await store.db.selectFrom('audit').selectAll().where('subject_id', 'is not', null).execute()
    const routes = routesOf(server).filter((route) => !route.startsWith('GET /assets/') && route !== 'POST /sign-in')
    // Those that end the session come last: after the first of them nobody is signed in.
    for (const route of routes.toSorted((a, b) => Number(a.includes('sign-out')) - Number(b.includes('sign-out')))) {
      const method = route.startsWith('POST') ? 'POST' : 'GET'
      const url = addressOf(world(), route)
      const { statusCode, body } = await send(world(), partner, {
        method,
        url,
        fields: { reason: 'A test', do: 'put' },
      })
      expect([route, shows(world(), body)]).toEqual([route, []])
      const isOpen = aboutNobody[route] === 'everybody' || forPartners.has(route)
      const kept = aboutNobody[route] === 'token' ? 401 : 403
      if (isOpen) expect([route, [200, 303, 400, 401, 404].includes(statusCode)]).toEqual([route, true])
      else expect([route, statusCode]).toEqual([route, kept])
    }
    expect(await store.db.selectFrom('audit').selectAll().where('subject_id', 'is not', null).execute()).toEqual(before)
  })

  it('is in whose place no command is given and no program asks', async () => {
    const { app, people, partner } = world()
    const lines = [...commands.map(({ name }) => name.split(' ')[1] ?? ''), ...commandsOfLists]
    for (const line of lines) {
      const { code, text } = await los(world(), [line, String(people.mine.subject), '--as', partner.userName])
      expect([line, code === 0, shows(world(), text)]).toEqual([line, false, []])
    }
    const chronology = await los(world(), ['chronology', String(people.mine.subject), '--as', partner.userName])
    expect(chronology.text).toContain('Partners see the figures of their localities')
    const of = { user: partner.userName }
    const token = {
      name: 'theirs',
      of,
      opens: 'figures' as const,
      purpose: 'A test',
      endsAt: new Date(Date.now() + 86_400_000),
    }
    await expect(makeToken(app, 'operator', token)).rejects.toThrow('Partners see')
  })

  it('is given no role, and nobody who has one is made a partner', async () => {
    const { app, partner } = world()
    await expect(giveRoles(app, 'operator', partner.userName, ['director'])).rejects.toThrow('Partners see')
    await expect(giveRoles(app, 'operator', 'director', ['partner'])).rejects.toThrow('A partner has no other role')
  })
})
