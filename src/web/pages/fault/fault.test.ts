import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, inject, test, vi } from 'vitest'
import { openEmbedded } from '../../../../test/databases/embedded.ts'
import { appOn, demonstrationOn } from '../../../../test/support/app.ts'
import { emptyMadeUpOn } from '../../../../test/support/made-up.ts'
import { all, attribute, only, readPage, text } from '../../../../test/support/read-page.ts'
import { site } from '../../../../test/support/site.ts'
import { buildServer } from '../../server.ts'

const dataset = '/datasets/corporate-parenting'
const long = 'a'.repeat(10_000)

describe('an address that leads nowhere', () => {
  const at = site(demonstrationOn)
  const look = async (address: string) => {
    const { status, body } = await at().get(address)
    const page = readPage(body)
    return {
      status,
      heading: text(only(page, 'h1')),
      says: all(only(page, 'main'), 'p').map(text).join(' '),
      body,
      page,
    }
  }

  test.each([
    ['/nowhere', 'There is no page at /nowhere. Look at the address'],
    ['/datasets/%ZZ', 'There is no page at /datasets/%ZZ.'],
    ['/datasets/corporate-parentin', 'There is no dataset "corporate-parentin". Did you mean "corporate-parenting"?'],
    ['/datasets/__proto__', 'There is no dataset "__proto__".'],
    ['/datasets/x.csv', 'There is no dataset "x".'],
    ['/indicators/cic-number-month-en', 'Did you mean "cic-number-month-end"?'],
    ['/indicators/nothing-like-it', 'The definitions page lists them all.'],
    ['/indicators/constructor', 'There is no indicator "constructor".'],
    ['/definitions/nothing-like-it', 'There is no indicator "nothing-like-it".'],
    [`${dataset}?authority=dorsett`, 'There is no authority "dorsett". Did you mean "dorset"?'],
    [`${dataset}?authority=__proto__`, 'There is no authority "__proto__".'],
    [`${dataset}?authority=exampleshire`, 'Exampleshire has no figures of the Corporate Parenting dataset yet.'],
    [
      `${dataset}?period=2023-10`,
      'Dorset has no figures of the Corporate Parenting dataset for October 2023. It has: April 2023,',
    ],
    [`${dataset}?period=2023-24 Q2`.replaceAll(' ', '%20'), 'for July to September 2023. It has: April 2023,'],
    [
      '/indicators/cic-number-month-end?period=2022-09',
      'no figures of “Children in care at month end” for September 2022',
    ],
    ['/indicators/cic-number-month-end?authority=exampleshire', 'Exampleshire has no figures of “Children in care'],
  ])('%s is not here, and says what is', async (address, sentence) => {
    const { status, heading, says, page } = await look(address)
    expect({ status, heading }).toEqual({ status: 404, heading: 'That is not here' })
    expect(says).toContain(sentence)
    expect(all(only(page, 'main'), 'a').map((link) => attribute(link, 'href'))).toContain('/')
  })

  test.each([
    [`${dataset}?period=x`, '“x” is not a period from 1900 to 2199. Write a month as 2023-09'],
    [`${dataset}?period=2023-13`, '“2023-13” is not a period'],
    [`${dataset}?period=9999-01`, '“9999-01” is not a period'],
    [`${dataset}.csv?period=x`, '“x” is not a period'],
    ['/indicators/cic-number-month-end?period=september', '“september” is not a period'],
    [
      `${dataset}?section=profil`,
      'The Corporate Parenting dataset has no section “profil”. Its sections are: Profile, Adoption,',
    ],
    [`${dataset}?section=__proto__`, 'no section “__proto__”'],
  ])('%s is not right, and says how it is', async (address, sentence) => {
    const { status, heading, says } = await look(address)
    expect({ status, heading }).toEqual({ status: 400, heading: 'The address is not right' })
    expect(says).toContain(sentence)
  })

  test('takes the first of values given twice', async () => {
    expect((await look(`${dataset}?period=2023-08&period=x`)).heading).toBe(
      (await look(`${dataset}?period=2023-08`)).heading,
    )
    expect((await look(`${dataset}?period=x&period=2023-08`)).status).toBe(400)
  })

  test.each([
    ['a long period', `${dataset}?period=${long}`],
    ['a long section', `${dataset}?section=${long}`],
    ['a long authority', `${dataset}?authority=${long}`],
    ['a long choice', `${dataset}?filter=yes&show=${long}`],
    ['a long name of a value', `${dataset}?${long}=1`],
    ['a long dataset', `/datasets/${long}`],
    ['a long indicator', `/indicators/${long}`],
    ['a long path', `/${long}`],
    ['long words to look for', `/definitions?q=${long}`],
    ['names that mean something to JavaScript', `${dataset}?__proto__=2&constructor[prototype]=3&period[]=1`],
    ['bytes that are no text', `${dataset}?filter=%00&show=%ff&%E0%A4%A=1`],
    ['a nought byte', `${dataset}?period=2023-09%00`],
    ['a nought byte in the path', '/indicators/%00'],
    ['two strokes', '//'],
    ['a way out of the folder', '/datasets/..%2f..%2fetc%2fpasswd'],
    ['a way out of the assets', '/assets/..%2f..%2fpackage.json'],
  ])('%s is answered in words', async (_, address) => {
    const { status, says } = await look(address)
    expect([200, 400, 404]).toContain(status)
    expect(says).not.toBe('')
  })

  test('shortens a path that nobody can read', async () => {
    expect((await look(`/${long}`)).says.length).toBeLessThan(250)
  })

  test.each([
    '/<script>alert(1)</script>',
    '/datasets/<script>alert(1)</script>',
    '/indicators/"><script>alert(1)</script>',
    `${dataset}?authority=<script>alert(1)</script>`,
    `${dataset}?section="><script>alert(1)</script>`,
    `${dataset}?period=<script>alert(1)</script>`,
    '/definitions?q="><script>alert(1)</script>',
  ])('%s is shown, never run', async (address) => {
    const { body, page } = await look(address.replaceAll(' ', '%20'))
    expect(body).not.toContain('<script')
    expect(all(page, 'script')).toEqual([])
  })
})

describe('a store with nothing in it', () => {
  const at = site(async (store) => emptyMadeUpOn(store))

  test.each(['/datasets/every-kind', '/indicators/visits-in-time', '/datasets/every-kind.csv'])(
    '%s says that there are no figures and how to load some',
    async (address) => {
      const { status, body } = await at().get(address)
      expect(status).toBe(404)
      expect(text(only(readPage(body), 'main'))).toContain(
        'There are no figures yet. Load some: los import figures FILE',
      )
    },
  )
})

describe('a fault of our own', () => {
  const written: string[] = []
  let server: FastifyInstance | undefined
  beforeAll(async () => {
    const store = await openEmbedded(inject('databaseWorkshop'))
    server = await buildServer(appOn(store))
    await server.inject({ url: '/' })
    await store.close()
    vi.spyOn(process.stderr, 'write').mockImplementation((chunk) => {
      written.push(String(chunk))
      return true
    })
  })
  afterAll(async () => {
    vi.restoreAllMocks()
    await server?.close()
  })

  test.each(['/', '/datasets', dataset, `${dataset}.csv`, '/indicators/cic-number-month-end'])(
    '%s tells the reader what to do, the log what happened, and the reader nothing of the inside',
    async (address) => {
      if (server === undefined) throw new Error('No server')
      const { statusCode, body, headers } = await server.inject({ url: address })
      const main = only(readPage(body), 'main')
      expect({ statusCode, type: headers['content-type'] }).toEqual({
        statusCode: 500,
        type: 'text/html; charset=utf-8',
      })
      expect(text(only(main, 'h1'))).toBe('Something went wrong here')
      expect(text(main)).toContain('tell whoever runs Line of Sight at your council')
      expect(body).not.toMatch(/PGlite|kysely|driver|closed|destroyed|node_modules|\.ts\b|\bat .*:\d+:\d+|select /i)
      expect(written.at(-1)).toContain(`GET ${address}: `)
      expect(written.at(-1)).toMatch(/\n\s+at /)
    },
  )
})
