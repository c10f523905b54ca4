import type { FastifyRequest } from 'fastify'
import { everMay } from '../../../app/access/roles.ts'
import { type AskedList, exportList, readList, standings } from '../../../app/counting/list.ts'
import { periodText } from '../../../core/dates/period.ts'
import { sendCsv } from '../../csv.ts'
import { all, first } from '../../query.ts'
import type { Routes } from '../../render.ts'
import { signedIn } from '../../session.ts'
import { type AskedFigure, askedFigure } from './asked.ts'
import { listCsv } from './csv.ts'
import { inTheFigure, listView } from './view.ts'

const MOST = 50
/** All on one page, for paper: no list of one figure is longer than its authority. */
const ALL = 100_000

/** The list behind a figure: everybody in it whom the viewer may see, with the reasons; as a page and as CSV. */
export const figureListPages: Routes = (server, app, render) => {
  server.get(
    '/indicators/:indicator/list',
    signedIn(app, render, async (request, reply, who) => {
      const figure = await askedFigure(app, request)
      const whole = first(request, 'all') === 'yes'
      const asked = { ...askedList(request, figure), page: pageIn(request), most: whole ? ALL : MOST }
      const view = listView(await readList(app, who.account, asked), {
        ...{ figure, asked, whole },
        who: { name: who.account.name, form: who.form },
        mayExport: everMay(who.account, 'export'),
      })
      return reply.type('text/html; charset=utf-8').send(render('pages/figure-list/figure-list.njk', view))
    }),
  )

  server.get(
    '/indicators/:indicator/list.csv',
    signedIn(app, render, async (request, reply, who) => {
      const figure = await askedFigure(app, request)
      const name = `${figure.indicator.key}-list-${periodText(figure.period)}.csv`
      return sendCsv(reply, name, listCsv(await exportList(app, who.account, askedList(request, figure))))
    }),
  )
}

function askedList(request: FastifyRequest, figure: AskedFigure): Omit<AskedList, 'page' | 'most'> {
  const { indicator, period, knownOn } = figure
  const show = all(request, 'show').flatMap((one) => standings.filter((standing) => standing === one))
  const [, attribute, value] = /^([^:]+):(.*)$/s.exec(first(request, 'only') ?? '') ?? []
  return {
    indicator: indicator.key,
    period,
    ...(knownOn === undefined ? {} : { knownOn }),
    standings: show.length > 0 ? show : inTheFigure,
    ...(attribute === undefined ? {} : { only: { attribute, value: value === '' ? null : (value ?? null) } }),
    order: first(request, 'sort') ?? 'standing',
  }
}

const pageIn = (request: FastifyRequest): number => Math.max(1, Math.trunc(Number(first(request, 'page'))) || 1)
