import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, inject } from 'vitest'
import type { App } from '../../src/app/app.ts'
import type { Store } from '../../src/store/open.ts'
import type { RecordTypes } from '../../src/store/records/schema.ts'
import { buildServer } from '../../src/web/server.ts'
import { openEmbedded } from '../databases/embedded.ts'
import { productTypes } from './app.ts'
import { type PageElement, readPage } from './read-page.ts'

export type Answer = {
  readonly status: number
  readonly headers: Readonly<Record<string, unknown>>
  readonly body: string
}

export type Site = {
  /** What the server answers to an address. */
  get(address: string): Promise<Answer>
  /** A page that is there, read. */
  page(address: string): Promise<PageElement>
  /** The address at which the site listens, for a browser. */
  listen(): Promise<string>
}

/** The pages over one embedded store for all tests of the file, filled once. The function returned gives it to a running test. */
export function site(fill: (store: Store) => Promise<App>, types: RecordTypes = productTypes): () => Site {
  let store: Store | undefined
  let server: FastifyInstance | undefined
  let made: Site | undefined
  beforeAll(async () => {
    store = await openEmbedded(inject('databaseWorkshop'), types)
    server = await buildServer(await fill(store))
    made = siteOf(server)
  })
  afterAll(async () => {
    await server?.close()
    await store?.close()
  })
  return () => {
    if (made === undefined) throw new Error('The site is there only while tests run.')
    return made
  }
}

function siteOf(server: FastifyInstance): Site {
  let listening: Promise<string> | undefined
  const get = async (address: string): Promise<Answer> => {
    const { statusCode, headers, body } = await server.inject({ method: 'GET', url: address })
    return { status: statusCode, headers, body }
  }
  return {
    get,
    async page(address) {
      const { status, body } = await get(address)
      if (status !== 200) throw new Error(`${address} answers ${status}: ${body.slice(0, 2000)}`)
      return readPage(body)
    },
    listen() {
      listening ??= server.listen({ port: 0, host: 'localhost' })
      return listening
    },
  }
}
