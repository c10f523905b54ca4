import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { calculate } from '../../src/app/counting/calculate.ts'
import { parsePeriod } from '../../src/core/dates/period.ts'
import type { Store } from '../../src/store/open.ts'
import { buildServer } from '../../src/web/server.ts'
import { openEmbedded } from '../databases/embedded.ts'
import { appOn, productTypes } from '../support/app.ts'
import { all, attribute, only, readPage, text } from '../support/read-page.ts'
import { routesOf } from './access/routes.ts'
import { send } from './access/sending.ts'
import { makeAccount, type SignedIn } from './access/world.ts'

// An authority on its first day: accounts, and nobody on the record. Every page says what that means, and every wrong address or form what to do.

const roles = ['operator', 'director', 'performance-analyst', 'team-manager', 'social-worker', 'designated-nurse']
let store: Store
let server: FastifyInstance
const people: SignedIn[] = []

beforeAll(async () => {
  store = await openEmbedded(inject('databaseWorkshop'), productTypes)
  const app = appOn(store)
  for (const role of roles) people.push(await makeAccount(store.db, role, [role], null))
  await calculate(app, [parsePeriod('2023-08'), parsePeriod('2023-09')])
  server = await buildServer(app)
})
afterAll(async () => {
  await server.close()
  await store.close()
})

/** Parts of addresses that are there whatever is recorded. */
const there: Readonly<Record<string, string>> = {
  dataset: 'corporate-parenting',
  indicator: 'cic-number-month-end',
  month: '2023-09',
  section: 'health',
  key: 'care-reviews',
  tracker: 'court',
  area: 'children-in-care',
  reconciliation: 'health-list',
  supply: 'health-provider',
  agency: 'police',
  type: 'household',
}
const addressOf = (route: string, parts: Readonly<Record<string, string>>): string =>
  (route.split(' ')[1] ?? '').replaceAll(/:([a-zA-Z]+)/g, (_, name: string) => parts[name] ?? 'nowhere')

const routes = (method: 'GET' | 'POST'): readonly string[] =>
  routesOf(server).filter((route) => route.startsWith(`${method} `) && !/\/(api|assets)\/|sign-(in|out)/.test(route))

/** What a director should not be shown: of a page that is one, everything; of a file or a way on, nothing. */
function faultsOf({ statusCode, headers, body }: Awaited<ReturnType<typeof send>>): readonly string[] {
  if (statusCode >= 500) return [`answers ${statusCode}`]
  if (!String(headers['content-type']).startsWith('text/html')) return []
  const page = readPage(body)
  const main = only(page, 'main')
  const [heading, ...others] = all(page, 'h1').map(text)
  const says = ['p', 'form', 'table', 'ul'].some((tag) => all(main, tag).length > 0)
  return [
    ...(heading === undefined || heading === '' || others.length > 0 ? ['has not one heading'] : []),
    ...(says ? [] : ['says nothing but its heading']),
    ...(text(main).match(/\bNaN\b|\bundefined\b|\bInvalid\b|\bnull\b|\[object|\bInfinity\b|""|“”|\b0%/g) ?? []),
  ]
}

async function faultsAt(method: 'GET' | 'POST', urls: readonly string[]): Promise<readonly string[]> {
  const faults: string[] = []
  for (const who of people)
    for (const url of urls) {
      const found = faultsOf(await send({ server }, who, { method, url }))
      faults.push(...found.map((fault) => `${method} ${url} as ${who.account.name}: ${fault}`))
    }
  return faults
}

/** Where a page leads, if it is one. */
async function linksAt(who: SignedIn, url: string): Promise<readonly string[]> {
  const { statusCode, headers, body } = await send({ server }, who, { method: 'GET', url })
  if (statusCode !== 200 || !String(headers['content-type']).startsWith('text/html')) return []
  return all(readPage(body), 'a')
    .map((link) => attribute(link, 'href').split('#')[0] ?? '')
    .filter((to) => to.startsWith('/'))
}

describe('with nobody on the record', () => {
  it('every page that there is says what that means', async () => {
    const urls = routes('GET').map((route) => addressOf(route, there))
    expect(urls.length).toBeGreaterThan(60)
    expect(await faultsAt('GET', urls)).toEqual([])
  })

  it('every page that those link to is there', async () => {
    const broken: string[] = []
    for (const who of people) {
      const links = await Promise.all(routes('GET').map((route) => linksAt(who, addressOf(route, there))))
      for (const url of new Set(links.flat())) {
        const answer = await send({ server }, who, { method: 'GET', url })
        const faults = answer.statusCode >= 400 ? [`answers ${answer.statusCode}`] : faultsOf(answer)
        broken.push(...faults.map((fault) => `${url} as ${who.account.name}: ${fault}`))
      }
    }
    expect(broken).toEqual([])
  })

  it('every address that is wrong in a part, or asks for what is none, says so', async () => {
    const urls = routes('GET').flatMap((route) => [
      addressOf(route, {}),
      `${addressOf(route, there)}?period=x&month=2023-13&team=x&page=x&show=x&on=31%2F02%2F2023`,
    ])
    expect(await faultsAt('GET', urls)).toEqual([])
  })

  it('every form that is sent empty says what it asks for', async () => {
    expect(
      await faultsAt(
        'POST',
        routes('POST').map((route) => addressOf(route, there)),
      ),
    ).toEqual([])
  })
})
