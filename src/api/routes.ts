import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { App } from '../app/app.ts'
import { enterProgram } from '../app/programs/enter.ts'
import { Refused } from '../app/refused.ts'
import { describe } from './description.ts'
import { BASE, endpoints } from './endpoints.ts'

/** Adds the interface for programs to the server: the same app, another face. Its faults are JSON too, and no cookie opens it. */
export async function programs(server: FastifyInstance, app: App): Promise<void> {
  await server.register(
    async (api) => {
      api.setNotFoundHandler((request, reply) => {
        const message = `There is nothing at ${request.url.split('?')[0]}. What there is: ${BASE}/openapi.json`
        return reply.code(404).send({ fault: 'not found', message })
      })
      api.setErrorHandler((error, request, reply) => told(error, request, reply))
      api.get('/openapi.json', async (_, reply) => reply.send(describe(app)))
      for (const one of endpoints)
        api.get(one.address.replaceAll(/\{(\w+)\}/g, ':$1'), async (request, reply) => {
          reply.header('cache-control', 'no-store')
          const [, query = ''] = request.url.split(/\?(.*)/s)
          const program = await enterProgram(app, tokenIn(request), { opens: one.opens, detail: request.url })
          const sent = { path: paramsOf(request), query: new URLSearchParams(query) }
          return reply.send(await one.answer(app, sent, program))
        })
    },
    { prefix: BASE },
  )
}

function tokenIn({ headers: { authorization = '' } }: FastifyRequest): string {
  const [, token] = /^Bearer +(\S+)$/i.exec(authorization) ?? []
  if (token !== undefined) return token
  throw new Refused(
    'sign in',
    'Say who asks: Authorization: Bearer and a token. The operator gives one: los tokens add.',
  )
}

const paramsOf = ({ params }: FastifyRequest): Readonly<Record<string, string>> =>
  typeof params === 'object' && params !== null
    ? Object.fromEntries(Object.entries(params).map(([key, one]) => [key, String(one)]))
    : {}

const CODES: Readonly<Record<Refused['kind'], number>> = {
  'bad input': 400,
  'bad usage': 400,
  'sign in': 401,
  'not allowed': 403,
  restricted: 403,
  'not found': 404,
  'in the way': 409,
}

/** What is refused is told in its own words; a fault of ours to the log alone. */
function told(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (error instanceof Refused) {
    if (error.kind === 'sign in') reply.header('www-authenticate', 'Bearer realm="Line of Sight"')
    return reply.code(CODES[error.kind]).send({ fault: error.kind, message: error.message })
  }
  process.stderr.write(
    `${request.method} ${request.url.split('?')[0]}: ${error instanceof Error ? error.stack : String(error)}\n`,
  )
  return reply
    .code(500)
    .send({ fault: 'ours', message: 'Something went wrong here. It is a fault of ours and has been noted.' })
}
