import { Validator } from '@seriousme/openapi-schema-validator'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { parse } from 'csv-parse/sync'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, inject, it, onTestFinished } from 'vitest'
import { addUser } from '../../src/app/access/users.ts'
import { importShipped } from '../../src/app/benchmarks/import-national.ts'
import { freezeMonth } from '../../src/app/months/freeze.ts'
import { makeToken } from '../../src/app/programs/tokens.ts'
import { buildServer } from '../../src/web/server.ts'
import { openEmbedded } from '../databases/embedded.ts'
import { putInCare } from '../support/counted-in-care.ts'
import { extractDay, guestHouse, guestTypes, september } from '../support/guest-house.ts'
import { only, readPage, text } from '../support/read-page.ts'
import { demonstrationSite } from '../support/visitor.ts'
import { los } from './access/command-line.ts'

const site = demonstrationSite()
let server: FastifyInstance
const tokens = { figures: '', tom: '', marian: '' }
const purpose = 'A test'
const soon = () => new Date(Date.now() + 86_400_000)

beforeAll(async () => {
  const { app } = site()
  await putInCare(app)
  await addUser(app, undefined, { userName: 'olwen', name: 'Olwen Price', roles: ['operator'], worker: null })
  const give = (name: string, user: string, opens: 'figures' | 'lists') =>
    makeToken(app, undefined, { name, of: { user }, opens, purpose, endsAt: soon() })
  tokens.figures = await give('power-bi', 'iain', 'figures')
  tokens.tom = await give('tracker', 'tom', 'lists')
  tokens.marian = await give('board', 'marian', 'lists')
  server = await buildServer(app)
})
afterAll(() => server.close())

async function ask(url: string, token?: string) {
  const authorization = token === undefined ? {} : { authorization: `Bearer ${token}` }
  const { statusCode, headers, body } = await server.inject({ url: `/api/v1${url}`, headers: authorization })
  return { status: statusCode, headers, read: JSON.parse(body) }
}
const told = async (url: string, token?: string): Promise<readonly [number, string]> => {
  const { status, read } = await ask(url, token)
  return [status, read.message]
}

describe('one figure', () => {
  const indicator = 'cic-in-private-provision'
  const query = 'authority=exampleshire&period=2023-09'

  it('is the same, with the same children, on the dashboard, in the dataset, in what is taken out, at the command line and for a program', async () => {
    const { app } = site()
    const tom = await site().visitor('tom')
    const csv = (body: string) => parse<Record<string, string>>(body, { bom: true, columns: true })
    const dataset = csv((await tom.get(`/datasets/corporate-parenting.csv?${query}`)).body)
    const page = readPage((await tom.get(`/indicators/${indicator}?${query}`)).body)
    const dashboard = readPage((await tom.get('/services/children-in-care?period=2023-09')).body)
    const exported = csv((await tom.get(`/indicators/${indicator}/list.csv?${query}`)).body)
    const atCommand = JSON.parse(
      (await los({ app }, ['figures', 'corporate-parenting', '--period', '2023-09'])).printed,
    )
    const listed = JSON.parse(
      (await los({ app }, ['members', indicator, '--period', '2023-09', '--as', 'tom'])).printed,
    )
    const all = await ask(`/datasets/corporate-parenting/figures?${query}`, tokens.figures)
    const one = await ask(`/indicators/${indicator}/figures?${query}`, tokens.figures)
    const members = await ask(`/indicators/${indicator}/members?period=2023-09`, tokens.tom)

    const [inSection] = all.read.sections
      .flatMap((section: { series: unknown[] }) => section.series)
      .filter((series: { definition: { indicator: string } }) => series.definition.indicator === indicator)
    const [figure] = one.read.series.figures
    expect(inSection).toEqual(one.read.series)
    expect(figure).toMatchObject({
      value: 100,
      numerator: 3,
      denominator: 3,
      knownOn: '2023-10-04',
      coversTo: '2023-09-30',
      source: 'calculated',
    })
    expect(one.read.series.definition).toMatchObject({
      unit: 'per cent',
      source: expect.stringMatching(/./),
      who: expect.stringMatching(/./),
    })
    expect(dataset.find((row) => row['indicator'] === indicator)?.['2023-09']).toBe(String(figure.value))
    expect(atCommand.find((row: { indicator: string }) => row.indicator === indicator)).toMatchObject({
      value: figure.value,
      numerator: figure.numerator,
    })
    expect(text(only(page, 'h1'))).toContain('100.0%')
    expect(text(only(dashboard, 'main'))).toContain('In private provision')

    const subjects = (members.read.members as { subject: number }[]).map(({ subject }) => subject).toSorted()
    expect(subjects).toHaveLength(2)
    expect(members.read).toMatchObject({ value: 100, notShown: 1 })
    expect(listed.map(({ subject }: { subject: number }) => subject).toSorted()).toEqual(subjects)
    expect(exported.map((row) => Number(row['Number'])).toSorted()).toEqual(subjects)
  })

  it('is another as known on an earlier day, and says which', async () => {
    const { read } = await ask('/indicators/cic-started/figures?period=2023-09&known-on=2023-09-01', tokens.figures)
    expect(read).toMatchObject({ message: expect.stringContaining('takes no “known-on”') })
    const then = await ask('/indicators/cic-started/figures?period=2023-09&knownOn=2023-10-03', tokens.figures)
    expect(then.read.series.figures).toMatchObject([{ knownOn: '2023-10-03', value: 0 }])
  })

  it('comes with so many before it as are asked for', async () => {
    const { read } = await ask('/indicators/cic-started/figures?period=2023-09&periods=3', tokens.figures)
    expect(read.series.figures.map(({ period }: { period: string }) => period)).toEqual([
      '2023-07',
      '2023-08',
      '2023-09',
    ])
    const dorset = await ask('/datasets/corporate-parenting/figures?authority=dorset&period=2023-09', tokens.figures)
    expect(dorset.read).toMatchObject({ authority: 'dorset', period: '2023-09' })
    expect(dorset.read.sections[0].series[0].figures[0]).toMatchObject({ source: 'published' })
  })
})

describe('a token', () => {
  const figures = '/indicators/cic-started/figures?period=2023-09'
  const members = '/indicators/cic-in-private-provision/members?period=2023-09'

  it('is what opens everything but the description, and no cookie is', async () => {
    expect(await told(figures)).toEqual([401, expect.stringContaining('Say who asks')])
    expect(await told(figures, 'los_nonsense')).toEqual([401, expect.stringContaining('no token of this installation')])
    const session = (await site().visitor('marian')).get(`/api/v1${figures}`)
    expect((await session).status).toBe(401)
    expect((await ask('/openapi.json')).status).toBe(200)
  })

  it('of figures opens no list, whatever the account may see', async () => {
    expect(await told(members, tokens.figures)).toEqual([
      403,
      expect.stringContaining('opens figures, and not the lists'),
    ])
  })

  it('of lists takes out only what the account may take out', async () => {
    const { read } = await ask(members, tokens.marian)
    expect(read).toMatchObject({ members: [], notShown: 3, value: 100 })
  })

  it('leaves a row each time, under the name of the program, and one for each child', async () => {
    await ask(members, tokens.tom)
    const name = 'Tom Fairweather, by the program “tracker”'
    const rows = await site()
      .store.db.selectFrom('audit')
      .select(['action', 'subject_id', 'decision', 'detail'])
      .where('account_name', '=', name)
      .orderBy('id', 'desc')
      .limit(3)
      .execute()
    expect(rows.map(({ action, decision }) => [action, decision])).toEqual([
      ['export', 'yes'],
      ['export', 'yes'],
      ['program', 'yes'],
    ])
    expect(rows[2]?.detail).toBe(`/api/v1${members}`)
    const refused = await site()
      .store.db.selectFrom('audit')
      .select('decision')
      .where('account_name', '=', 'Iain Crewe, by the program “power-bi”')
      .where('decision', '=', 'no')
      .execute()
    expect(refused.length).toBeGreaterThan(0)
  })

  it('is given, listed and ended at the command line, by the operator alone', async () => {
    const { app } = site()
    const run = (...argv: readonly string[]) => los({ app }, ['tokens', ...argv])
    const why = ['--purpose', 'The board’s dashboards']
    expect((await run('add', 'x', '--for', 'tom')).text).toContain('Say what it is for')
    expect(await run('add', 'x', '--for', 'tom', '--as', 'tom')).toMatchObject({
      code: 1,
      text: expect.stringContaining('gives no accounts'),
    })
    expect((await run('add', 'x', '--for', 'tom', '--role', 'director')).code).toBe(2)
    expect((await run('add', 'x', '--for', 'tom', '--until', '2999-01-01', ...why)).text).toContain('within 366 days')
    expect((await run('add', 'power-bi', '--for', 'tom', ...why)).text).toContain('There is a token “power-bi” already')
    const made = JSON.parse((await run('add', 'warehouse', '--role', 'performance-analyst', ...why)).printed)
    expect(await told(figures, made.token)).toEqual([200, undefined])
    const kept = await site().store.db.selectFrom('program_token').select('token_hash').execute()
    expect(kept.map(({ token_hash }) => token_hash)).not.toContain(made.token)
    const listed = JSON.parse((await run('--format', 'json')).printed)
    expect(listed.find(({ name }: { name: string }) => name === 'warehouse')).toMatchObject({
      user: 'warehouse',
      opens: 'figures',
      purpose: 'The board’s dashboards',
      state: 'open',
      usedAt: expect.any(String),
    })
    expect((await run('end', 'warehouse')).text).toContain('Say why it is taken back')
    await run('end', 'warehouse', '--reason', 'Replaced')
    expect(await told(figures, made.token)).toEqual([401, expect.stringContaining('was ended')])
    expect((await run('end', 'warehouse')).text).toContain('has ended already')
    expect((await run('add', 'warehouse', '--for', 'tom', ...why)).text).toContain('or there was')
  })

  it('runs out, and is of no use when its account has ended or has no role', async () => {
    const { app, store } = site()
    const given = await makeToken(app, undefined, {
      name: 'brief',
      of: { user: 'fran' },
      opens: 'figures',
      purpose,
      endsAt: soon(),
    })
    const was = await store.db
      .selectFrom('account')
      .select(['id', 'roles'])
      .where('user_name', '=', 'fran')
      .executeTakeFirstOrThrow()
    await store.db.updateTable('account').set({ roles: [] }).where('id', '=', was.id).execute()
    expect(await told(figures, given)).toEqual([401, expect.stringContaining('has no role here any more')])
    await store.db
      .updateTable('account')
      .set({ roles: was.roles, ended_at: new Date() })
      .where('id', '=', was.id)
      .execute()
    expect((await told(figures, given))[0]).toBe(401)
    await store.db.updateTable('account').set({ ended_at: null }).where('id', '=', was.id).execute()
    expect((await told(figures, given))[0]).toBe(200)
  })
})

describe('what cannot be answered', () => {
  it.each([
    ['/nothing', 404, 'There is nothing at /api/v1/nothing'],
    ['/datasets/corporate/figures', 404, 'corporate-parenting'],
    ['/indicators/cic-started/figures?period=soon', 400, 'is not a period'],
    ['/indicators/cic-started/figures?period=2023-09&period=2023-08', 400, 'more than once'],
    ['/indicators/cic-started/figures?month=2023-09', 400, 'takes no “month”'],
    ['/indicators/cic-started/figures?periods=0', 400, 'from 1 to 60'],
    ['/indicators/cic-started/figures?knownOn=yesterday', 400, 'is no date'],
    ['/indicators/cic-started/figures?authority=exampleshire&period=1999-01', 404, 'January 1999'],
    ['/datasets/corporate-parenting/months/2023-09', 404, 'has not been frozen'],
    ['/measures/children-in-car', 404, 'children-in-care'],
  ])('%s is told in words, as JSON', async (url, status, words) => {
    expect(await told(url, tokens.figures)).toEqual([status, expect.stringContaining(words)])
  })
})

describe('the description', () => {
  /** An address of each kind, with what stands for its parts. */
  const asked: Readonly<Record<string, string>> = {
    '/indicators/{indicator}': '/indicators/cic-started',
    '/datasets/{dataset}/figures': '/datasets/corporate-parenting/figures?authority=dorset&periods=2',
    '/indicators/{indicator}/figures': '/indicators/cic-started/figures',
    '/indicators/{indicator}/members': '/indicators/cic-in-private-provision/members?period=2023-09',
    '/datasets/{dataset}/months': '/datasets/corporate-parenting/months',
    '/datasets/{dataset}/months/{month}/versions': '/datasets/corporate-parenting/months/2023-09/versions',
    '/datasets/{dataset}/months/{month}': '/datasets/guest-book/months/2023-09',
    '/measures/{measure}': '/measures/children-in-care',
  }

  it('is OpenAPI, names all that there is, and every answer is as it says', async () => {
    await importShipped(site().app)
    const { read } = await ask('/openapi.json')
    expect(await new Validator().validate(structuredClone(read))).toEqual({ valid: true })
    const house = await frozenHouse()
    for (const address of Object.keys(read.paths)) {
      const url = asked[address] ?? address
      const answer = url.includes('guest-book') ? await house(url) : await ask(url, tokens.tom)
      expect([url, answer.status]).toEqual([url, 200])
      expect([url, faultsOf(read, address, answer.read)]).toEqual([url, []])
    }
    expect(read.paths['/indicators/{indicator}'].get.parameters[0].schema.enum).toContain('cic-started')
  })
})

/** What is wrong with an answer, by the description. */
function faultsOf(description: object, address: string, answer: unknown) {
  const ajv = new Ajv2020({ strict: false, allErrors: true })
  addFormats.default(ajv)
  ajv.addSchema(description, 'description')
  const at = `/paths/${address.replaceAll('/', '~1')}/get/responses/200/content/application~1json/schema`
  const isAsSaid = ajv.getSchema(`description#${encodeURI(at)}`)
  if (isAsSaid === undefined) throw new Error(`The description says nothing of ${address}`)
  isAsSaid(answer)
  return isAsSaid.errors ?? []
}

/** Asks about a house whose September was frozen. */
async function frozenHouse() {
  const store = await openEmbedded(inject('databaseWorkshop'), guestTypes)
  onTestFinished(() => store.close())
  const { app, analyst } = await guestHouse(store)
  await addUser(app, undefined, { userName: 'olwen', name: 'Olwen Price', roles: ['operator'], worker: null })
  await freezeMonth(app, analyst, { ...september, knownOn: extractDay })
  const of = { user: analyst.userName }
  const token = await makeToken(app, 'olwen', { name: 'house', of, opens: 'figures', purpose, endsAt: soon() })
  const house = await buildServer(app)
  onTestFinished(() => house.close())
  return async (url: string) => {
    const { statusCode, body } = await house.inject({
      url: `/api/v1${url}`,
      headers: { authorization: `Bearer ${token}` },
    })
    return { status: statusCode, read: JSON.parse(body) }
  }
}
