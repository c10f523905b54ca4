import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, inject } from 'vitest'
import type { App } from '../../src/app/app.ts'
import { DEMONSTRATION_PASSWORD } from '../../src/app/demonstration.ts'
import { areas } from '../../src/areas/index.ts'
import { catalogue } from '../../src/core/definitions/catalogue.ts'
import type { RecordType } from '../../src/core/definitions/record-type.ts'
import type { Store } from '../../src/store/open.ts'
import { buildServer } from '../../src/web/server.ts'
import { openEmbedded } from '../databases/embedded.ts'
import { demonstrationOn, productTypes } from './app.ts'

export type Answer = {
  readonly status: number
  readonly body: string
  readonly bytes: Buffer
  readonly headers: Readonly<Record<string, unknown>>
  readonly location: string | undefined
}
type Fields = Readonly<Record<string, string | readonly string[]>>
/** Files by the name of their field. */
type Files = Readonly<Record<string, { readonly name: string; readonly bytes: Uint8Array }>>

/** Somebody at a browser without scripts: keeps the session's cookie, and sends a form with the token that its page had. */
export type Visitor = {
  get(address: string): Promise<Answer>
  /** Sends a form as the page of the session would: with its token. */
  post(address: string, fields?: Fields): Promise<Answer>
  /** The same for a form with files in it, as a browser sends those. */
  postFiles(address: string, fields: Fields, files: Files): Promise<Answer>
  /** Sends whatever it is given. */
  raw(address: string, body: Body): Promise<Answer>
  /** Sends a form with only these fields, as another site or a forger would. */
  forge(address: string, fields: Fields, files?: Files): Promise<Answer>
}

export type Visited = {
  readonly app: App
  readonly store: Store
  visitor(userName?: string): Promise<Visitor>
  /** With a session of their own, to be ended. */
  newVisitor(userName: string): Promise<Visitor>
}

/** The pages over a store with the demonstration, for all tests of the file; `more`: record types beside the product's own. */
export function demonstrationSite(more: readonly RecordType[] = []): () => Visited {
  let made: (Visited & { readonly server: FastifyInstance }) | undefined
  beforeAll(async () => {
    const types = new Map([...productTypes, ...more.map((type) => [type.key, type] as const)])
    const store = await openEmbedded(inject('databaseWorkshop'), types)
    const app = withMore(await demonstrationOn(store), more)
    const server = await buildServer(app)
    const sessions = new Map<string, Promise<Visitor>>()
    made = {
      app,
      store,
      server,
      newVisitor: (userName) => visit(server, userName),
      // Signing in is slow on purpose, so one session of each user serves all tests.
      visitor(userName) {
        if (userName === undefined) return visit(server)
        const session = sessions.get(userName) ?? visit(server, userName)
        sessions.set(userName, session)
        return session
      },
    }
  })
  afterAll(async () => {
    await made?.server.close()
    await made?.store.close()
  })
  return () => {
    if (made === undefined) throw new Error('The site is there only while tests run.')
    return made
  }
}

const withMore = (app: App, records: readonly RecordType[]): App =>
  records.length === 0
    ? app
    : { ...app, catalogue: catalogue([...areas, { key: 'testing', label: 'Testing', indicators: [], records }]) }

type Body = { readonly type: string; readonly payload: string | Buffer }

const entriesOf = (fields: Fields) =>
  Object.entries(fields).flatMap(([name, value]) => [value].flat().map((one): [string, string] => [name, one]))

const plainForm = (fields: Fields): Body => ({
  type: 'application/x-www-form-urlencoded',
  payload: new URLSearchParams(entriesOf(fields)).toString(),
})

async function formWithFiles(fields: Fields, files: Files): Promise<Body> {
  const form = new FormData()
  for (const [name, value] of entriesOf(fields)) form.append(name, value)
  for (const [name, file] of Object.entries(files)) form.append(name, new Blob([Buffer.from(file.bytes)]), file.name)
  const request = new Response(form)
  return {
    type: request.headers.get('content-type') ?? '',
    payload: Buffer.from(await request.arrayBuffer()),
  }
}

async function visit(server: FastifyInstance, userName?: string): Promise<Visitor> {
  let cookie = ''
  let token = ''
  const send = async (method: 'GET' | 'POST', url: string, body?: Body, from = 'same-origin'): Promise<Answer> => {
    const answer = await server.inject({
      method,
      url,
      headers: {
        cookie,
        'sec-fetch-site': from,
        ...(body === undefined ? {} : { 'content-type': body.type }),
      },
      ...(body === undefined ? {} : { payload: body.payload }),
    })
    const kept = answer.cookies.find(({ name }) => name === 'los_session')
    if (kept !== undefined) cookie = `los_session=${kept.value}`
    token = /name="form" value="([^"]+)"/.exec(answer.body)?.[1] ?? token
    const location = answer.headers.location
    return {
      status: answer.statusCode,
      body: answer.body,
      bytes: answer.rawPayload,
      headers: answer.headers,
      location: typeof location === 'string' ? location : undefined,
    }
  }
  const visitor: Visitor = {
    get: (address) => send('GET', address),
    post: (address, fields = {}) => send('POST', address, plainForm({ form: token, ...fields })),
    postFiles: async (address, fields, files) =>
      send('POST', address, await formWithFiles({ form: token, ...fields }, files)),
    raw: (address, body) => send('POST', address, body),
    forge: async (address, fields, files) =>
      send('POST', address, files === undefined ? plainForm(fields) : await formWithFiles(fields, files), 'cross-site'),
  }
  if (userName === undefined) return visitor
  const { status } = await visitor.post('/sign-in', { user: userName, password: DEMONSTRATION_PASSWORD })
  if (status !== 303) throw new Error(`${userName} could not sign in: ${status}`)
  await visitor.get('/people')
  return visitor
}
