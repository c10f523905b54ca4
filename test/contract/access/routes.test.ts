import { describe, expect, it, vi } from 'vitest'
import { formToken } from '../../../src/app/access/sign-in.ts'
import { aboutNobody, pages } from './pages.ts'
import { addressOf, routesOf } from './routes.ts'
import { send } from './sending.ts'
import type { Page } from './way.ts'
import { contractWorld, type World } from './world.ts'

const world = contractWorld()

/** How many rows there are of all that somebody can change. */
const rowsIn = async ({ store }: World) => {
  const tables = [
    'version',
    'record',
    'subject',
    'draft',
    'document',
    'broken_glass',
    'removal',
    'person_merge',
    'person_unmerge',
    'session',
    'account',
  ] as const
  const counts = await Promise.all(
    tables.map((table) =>
      store.db
        .selectFrom(table)
        .select(({ fn }) => fn.countAll().as('rows'))
        .executeTakeFirstOrThrow(),
    ),
  )
  return counts.map(({ rows }) => Number(rows))
}

/** The addresses that are only for programs with a token. */
const forPrograms = ({ server }: World): readonly string[] =>
  routesOf(server).filter((route) => aboutNobody[route] === 'token')

/** The addresses that are not for everybody. */
const closed = ({ server }: World): readonly string[] =>
  routesOf(server).filter((route) => aboutNobody[route] !== 'everybody' && !route.startsWith('GET /assets/'))

describe('every address of the server', () => {
  it('is walked as every account to every person, or is about nobody: a new one has to be placed', () => {
    const routes = routesOf(world().server)
    expect(routes.length).toBeGreaterThan(20)
    const placed = [...pages.map(({ route }) => route), ...Object.keys(aboutNobody)]
    expect(routes.filter((route) => !placed.includes(route) && !route.startsWith('GET /assets/'))).toEqual([])
    expect(placed.filter((route) => !routes.includes(route))).toEqual([])
  })

  it('that is not for everybody asks who one is first, says nothing, and is kept by no browser', async () => {
    for (const route of closed(world()).filter((one) => !forPrograms(world()).includes(one))) {
      const [method, url] = [route.startsWith('POST') ? 'POST' : 'GET', addressOf(world(), route)] as const
      const { statusCode, headers, body } = await send(world(), undefined, { method, url })
      const to = `/sign-in?${new URLSearchParams({ to: url })}`
      const expected = method === 'GET' ? [303, 'no-store', to] : [401, 'no-store', undefined]
      expect([route, statusCode, headers['cache-control'], headers.location]).toEqual([route, ...expected])
      expect(world().canaries.filter(({ text }) => body.includes(text))).toEqual([])
    }
  })

  it('that is for programs opens with no session, whoever’s it is, nor without one, and says nothing', async () => {
    expect(forPrograms(world()).length).toBeGreaterThan(5)
    for (const route of forPrograms(world()))
      for (const who of [undefined, world().accounts.operator]) {
        const { statusCode, headers, body } = await send(world(), who, {
          method: 'GET',
          url: addressOf(world(), route),
        })
        expect([route, statusCode, headers['cache-control']]).toEqual([route, 401, 'no-store'])
        expect(world().canaries.filter(({ text }) => body.includes(text))).toEqual([])
      }
  })

  it('tells browsers to run nothing, guess nothing, frame nothing and pass nothing on, and to keep nothing about people', async () => {
    const { accounts, server } = world()
    for (const route of routesOf(server).filter((one) => one.startsWith('GET'))) {
      const { headers } = await send(world(), accounts['social-worker'], {
        method: 'GET',
        url: addressOf(world(), route),
      })
      expect(headers['content-security-policy'], route).toContain("default-src 'none'")
      expect(headers['content-security-policy'], route).not.toMatch(/unsafe|script-src|\*/)
      expect(headers['x-content-type-options'], route).toBe('nosniff')
      expect(headers['referrer-policy'], route).toBe('no-referrer')
      if (closed(world()).includes(route)) expect(headers['cache-control'], route).toBe('no-store')
    }
  })

  it('takes no form without the token of the session, nor with another’s, and does nothing of it', async () => {
    const { accounts, server } = world()
    const forms = routesOf(server).filter((route) => route.startsWith('POST') && route !== 'POST /sign-in')
    expect(forms.length).toBeGreaterThan(4)
    const before = await rowsIn(world())
    for (const route of forms)
      for (const form of [
        '',
        'x',
        formToken(accounts.director.token),
        formToken(accounts['social-worker'].token).toUpperCase(),
      ]) {
        const answer = await send(world(), accounts['social-worker'], {
          method: 'POST',
          url: addressOf(world(), route),
          fields: { form, reason: 'A child cannot wait', do: 'put' },
        })
        expect([route, form, answer.statusCode]).toEqual([route, form, 403])
      }
    expect(await rowsIn(world())).toEqual(before)
  })

  it('shows and does nothing that it cannot keep a row of: without the audit there is no answer', async () => {
    const { store, accounts, people } = world()
    const asking: (Page & { readonly asked: number })[] = []
    for (const page of pages.filter(({ action }) => action !== undefined))
      asking.push({ ...page, asked: (await page.number?.(world(), 'mine')) ?? people.mine.subject })
    const before = await rowsIn(world())
    const told = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
    await store.db.schema.alterTable('audit').renameTo('audit_away').execute()
    try {
      for (const { route, name, go, asked } of asking) {
        const { answer, text } = await go(world(), accounts['social-worker'], asked)
        expect([route, name, answer]).toEqual([route, name, 'fault'])
        expect(world().canaries.filter((canary) => text.includes(canary.text))).toEqual([])
      }
    } finally {
      await store.db.schema.alterTable('audit_away').renameTo('audit').execute()
      told.mockRestore()
    }
    expect(await rowsIn(world())).toEqual(before)
  })
})

describe('an account that has ended', () => {
  it('has no session any more, whatever it was', async () => {
    const { store, accounts, people } = world()
    const { account } = accounts['team-manager']
    await store.db.updateTable('account').set({ ended_at: new Date() }).where('id', '=', account.id).execute()
    const url = `/people/${people.mine.subject}`
    expect((await send(world(), accounts['team-manager'], { method: 'GET', url })).statusCode).toBe(303)
    await store.db.updateTable('account').set({ ended_at: null }).where('id', '=', account.id).execute()
  })
})
