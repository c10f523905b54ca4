import type { FastifyInstance } from 'fastify'
import type { Stylesheet } from './stylesheet.ts'

const A_YEAR = 'public, max-age=31536000, immutable'

const icon =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 44 44"><rect width="44" height="44" rx="6" fill="#123f4d"/><path d="M9 22H30" stroke="#fff" stroke-width="2.5"/><circle cx="8" cy="22" r="4" fill="#fff"/><circle cx="30" cy="22" r="9" fill="none" stroke="#fff" stroke-width="2.5"/><circle cx="30" cy="22" r="3" fill="#fff"/></svg>'

/** The stylesheet and the icon of the browser's tab. */
export function assets(server: FastifyInstance, { css, path }: Stylesheet): void {
  server.get(path, (_, reply) => reply.type('text/css; charset=utf-8').header('cache-control', A_YEAR).send(css))
  server.get('/assets/icon.svg', (_, reply) =>
    reply.type('image/svg+xml').header('cache-control', 'public, max-age=86400').send(icon),
  )
}
