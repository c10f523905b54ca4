import { Refused } from '../../../app/refused.ts'
import { BeyondCalendar } from '../../../core/dates/working-days.ts'
import type { Routes } from '../../render.ts'
import { headOf, type Visitor, whoAsked } from '../../session.ts'

type Fault = { readonly code: 400 | 403 | 404 | 409 | 500; readonly heading: string; readonly text: string }

/** Pages for what cannot be shown: what, and what to do instead. Faults of our own are told to the log, never to the page. */
export const faultPages: Routes = (server, _, render) => {
  const answer = (fault: Fault & { readonly open?: string | undefined }, who?: Visitor) => {
    const page = { title: fault.heading, navigation: 'none' as const, ...headOf(who) }
    return render('pages/fault/fault.njk', { page, ...fault })
  }

  server.setNotFoundHandler((request, reply) => {
    const fault = notFound(
      `There is no page at ${shortened(request.originalUrl.split('?')[0] ?? '')}. Look at the address, or begin at the home page.`,
    )
    return reply.code(fault.code).type('text/html; charset=utf-8').send(answer(fault))
  })

  server.setErrorHandler((error, request, reply) => {
    const fault = faultOf(error)
    // Without the query: what somebody looked for is a name, and no log's business.
    if (fault.code === 500)
      process.stderr.write(
        `${request.method} ${request.url.split('?')[0]}: ${error instanceof Error ? error.stack : String(error)}\n`,
      )
    return reply
      .code(fault.code)
      .type('text/html; charset=utf-8')
      .send(answer({ ...fault, open: openWithReason(error, request.url) }, whoAsked(request)))
  })
}

/** Where a person's record that is closed to the viewer can be opened all the same, with a reason, when a child cannot wait. */
function openWithReason(error: unknown, url: string): string | undefined {
  const [, person] = /^\/people\/(\d+)(?:[/?]|$)/.exec(url) ?? []
  const isClosed = error instanceof Refused && (error.kind === 'restricted' || error.kind === 'not allowed')
  return isClosed && person !== undefined ? `/people/${person}/open` : undefined
}

const notFound = (text: string): Fault => ({ code: 404, heading: 'That is not here', text })

function faultOf(error: unknown): Fault {
  if (error instanceof Refused && error.kind === 'not found') return notFound(error.message)
  if (error instanceof Refused && error.kind === 'restricted')
    return { code: 403, heading: 'This record is restricted', text: error.message }
  if (error instanceof Refused && error.kind === 'not allowed')
    return { code: 403, heading: 'Your role does not open this', text: error.message }
  if (error instanceof Refused && error.kind === 'in the way')
    return { code: 409, heading: 'That cannot be done now', text: error.message }
  if (error instanceof Refused) return { code: 400, heading: 'The address is not right', text: error.message }
  if (error instanceof BeyondCalendar)
    return { code: 500, heading: 'The calendar does not reach that far', text: error.message }
  if (isBadRequest(error))
    return { code: 400, heading: 'The address is not right', text: 'It could not be read. Begin at the home page.' }
  return {
    code: 500,
    heading: 'Something went wrong here',
    text: 'It is a fault of ours and has been noted; nothing you did is lost. Try again, and if it stays tell whoever runs Line of Sight at your council.',
  }
}

const shortened = (path: string): string => (path.length > 80 ? `${path.slice(0, 80)}…` : path)

const isBadRequest = (error: unknown): boolean =>
  error instanceof Error &&
  'statusCode' in error &&
  typeof error.statusCode === 'number' &&
  error.statusCode >= 400 &&
  error.statusCode < 500
