import type { FastifyRequest } from 'fastify'
import { whyMoved } from '../../../app/counting/why.ts'
import { Refused } from '../../../app/refused.ts'
import { type Period, parsePeriod, previousPeriod } from '../../../core/dates/period.ts'
import { first } from '../../query.ts'
import type { Routes } from '../../render.ts'
import { signedIn } from '../../session.ts'
import { askedFigure } from '../figure-list/asked.ts'
import { movedView } from './view.ts'

/** Why a figure moved between two months, or between two days' knowledge of one, adding up; each line opens to those who are on it. */
export const figureMovedPage: Routes = (server, app, render) => {
  server.get(
    '/indicators/:indicator/moved',
    signedIn(app, render, async (request, reply, who) => {
      const figure = await askedFigure(app, request)
      const { indicator, period, knownOn } = figure
      const before = askedBefore(request) ?? previousPeriod(period)
      const asked = {
        indicator: indicator.key,
        before: { period: before, ...(knownOn === undefined ? {} : { knownOn }) },
        after: { period },
      }
      const view = movedView(await whyMoved(app, who.account, asked, first(request, 'line')), figure, {
        name: who.account.name,
        form: who.form,
      })
      return reply.type('text/html; charset=utf-8').send(render('pages/figure-moved/figure-moved.njk', view))
    }),
  )
}

function askedBefore(request: FastifyRequest): Period | undefined {
  const text = first(request, 'before')
  if (text === undefined) return undefined
  try {
    return parsePeriod(text)
  } catch (error) {
    if (error instanceof RangeError) throw new Refused('bad usage', error.message)
    throw error
  }
}
