import type { FastifyReply, FastifyRequest } from 'fastify'
import type { App } from '../../../app/app.ts'
import { Refused } from '../../../app/refused.ts'
import {
  type AskedSupply,
  getSupply,
  loadSupply,
  readSupplies,
  readSupply,
  signOffSupply,
} from '../../../app/supplies/supply.ts'
import {
  type Period,
  parsePeriod,
  periodContaining,
  periodLabel,
  periodText,
  previousPeriod,
} from '../../../core/dates/period.ts'
import { sendCsv } from '../../csv.ts'
import { filesOf } from '../../multipart.ts'
import { address, askedPeriod, pathPart } from '../../query.ts'
import type { Routes } from '../../render.ts'
import { formOf, signedIn, type Who } from '../../session.ts'
import { suppliesView } from './supplies.ts'
import { templateTable } from './template.ts'
import { type Fault, NOTHING_TRIED, supplyView, type Tried } from './view.ts'

/** Figures that somebody outside sends: what was sent of a month, loading more, and signing it off. */
export const supplyPages: Routes = (server, app, render) => {
  const send = async (reply: FastifyReply, who: Who, asked: AskedSupply, tried: Tried) =>
    reply
      .code(tried.faults.length > 0 ? 400 : 200)
      .type('text/html; charset=utf-8')
      .send(render('pages/supply/supply.njk', supplyView(await readSupply(app, asked), tried, who)))

  server.get(
    '/supplies',
    signedIn(app, render, async (_, reply, who) => {
      const view = suppliesView(await readSupplies(app, lastMonth(app)), who)
      return reply.type('text/html; charset=utf-8').send(render('pages/supply/supplies.njk', view))
    }),
  )

  server.get(
    '/supplies/:supply',
    signedIn(app, render, (request, reply, who) => send(reply, who, askedIn(app, request), NOTHING_TRIED)),
  )

  server.get(
    '/supplies/:supply/template.csv',
    signedIn(app, render, async (request, reply) => {
      const { supply, period } = askedIn(app, request)
      return sendCsv(reply, `${supply}-${periodText(period)}.csv`, templateTable(app, getSupply(app, supply), period))
    }),
  )

  server.post(
    '/supplies/:supply',
    signedIn(app, render, async (request, reply, who) => {
      const fields = formOf(request, who)
      const asked = { ...askedIn(app, request), ...typedPeriod(fields.get('period')?.[0]) }
      const words = fields.get('words')?.[0] ?? ''
      try {
        await signOffSupply(app, who.account, asked, words)
      } catch (error) {
        if (!(error instanceof Refused) || error.kind === 'not allowed' || error.kind === 'not found') throw error
        return send(reply, who, asked, { words, faults: [{ field: 'words', message: error.message }] })
      }
      return reply.redirect(pathOf(asked), 303)
    }),
  )

  server.post(
    '/supplies/:supply/new',
    signedIn(app, render, async (request, reply, who) => {
      const asked = { ...askedIn(app, request), ...typedPeriod(formOf(request, who).get('period')?.[0]) }
      const faults = await loadSent(app, request, who, asked)
      return faults.length > 0 ? send(reply, who, asked, { words: '', faults }) : reply.redirect(pathOf(asked), 303)
    }),
  )
}

const pathOf = ({ supply, period }: AskedSupply): string =>
  address(`/supplies/${supply}`, { period: periodText(period) })

const lastMonth = ({ clock }: App): Period => previousPeriod(periodContaining('month', clock.today))

/** The last whole month, where none is asked for. Refused where it is no month, or has not begun. */
function askedIn(app: App, request: FastifyRequest): AskedSupply {
  const supply = getSupply(app, pathPart(request, 'supply')).key
  const period = askedPeriod(request) ?? lastMonth(app)
  if (period.kind !== 'month') throw new Refused('bad usage', 'Figures are sent by month: write one as 2023-09.')
  if (period.from > app.clock.today) throw new Refused('not found', `${periodLabel(period)} has not begun.`)
  return { supply, period }
}

/** The month that the form is of; nothing where it names none. */
function typedPeriod(text: string | undefined): { readonly period?: Period } {
  try {
    return text === undefined ? {} : { period: parsePeriod(text) }
  } catch (error) {
    if (error instanceof RangeError) return {}
    throw error
  }
}

/** Loads the file that was sent with the form; what stands in the way, row by row, where it was not. */
async function loadSent(
  app: App,
  request: FastifyRequest,
  who: Who,
  { supply }: AskedSupply,
): Promise<readonly Fault[]> {
  const file = filesOf(request).find(({ field }) => field === 'file')
  const fault = (message: string): Fault => ({ field: 'file', message })
  if (file === undefined) return [fault('Choose the file.')]
  const { name, bytes } = file
  if (bytes === 'too large')
    return [fault(`The file has more than ${Math.floor(app.largestFile / 1_000_000)} megabytes.`)]
  const loaded = await loadSupply(app, who.account, supply, { name, bytes })
  if (!loaded.refused) return []
  return loaded.issues
    .filter(({ severity }) => severity === 'error')
    .map(({ row, column, message }) =>
      fault(`${row === null ? '' : `Row ${row}${column === null ? '' : `, ${column}`}: `}${message}`),
    )
}
