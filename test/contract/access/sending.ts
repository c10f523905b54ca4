import { formToken } from '../../../src/app/access/sign-in.ts'
import type { Outcome, Way } from './way.ts'
import type { SignedIn, World } from './world.ts'

export type Fields = Readonly<Record<string, string>>
export type Sending = { readonly method: 'GET' | 'POST'; readonly url: string; readonly fields?: Fields }

/** Sends a request as somebody; a form with the token of their session unless it has another. */
export async function send(
  { server }: Pick<World, 'server'>,
  who: Pick<SignedIn, 'token'> | undefined,
  { method, url, fields = {} }: Sending,
) {
  const form = new URLSearchParams(who === undefined ? fields : { form: formToken(who.token), ...fields })
  return server.inject({
    method,
    url,
    headers: {
      'sec-fetch-site': 'same-origin',
      ...(who === undefined ? {} : { cookie: `los_session=${encodeURIComponent(who.token)}` }),
      ...(method === 'POST' ? { 'content-type': 'application/x-www-form-urlencoded' } : {}),
    },
    ...(method === 'POST' ? { payload: form.toString() } : {}),
  })
}

async function outcome(world: World, who: SignedIn, sending: Sending): Promise<Outcome> {
  const { statusCode, body, headers } = await send(world, who, sending)
  const { date: _, ...others } = headers
  const answer =
    statusCode === 200 || statusCode === 303
      ? 'shown'
      : statusCode === 404
        ? 'gone'
        : statusCode !== 403
          ? 'fault'
          : body.includes('Restricted: ring')
            ? 'ring'
            : 'no'
  return { answer, text: `${statusCode}\n${JSON.stringify(others)}\n${body}` }
}

export const get =
  (url: (number: number) => string): Way['go'] =>
  (world, who, number) =>
    outcome(world, who, { method: 'GET', url: url(number) })

export const post =
  (url: (number: number) => string, fields: (world: World, number: number) => Fields | Promise<Fields>): Way['go'] =>
  async (world, who, number) =>
    outcome(world, who, { method: 'POST', url: url(number), fields: await fields(world, number) })
