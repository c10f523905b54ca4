import type { FastifyRequest } from 'fastify'
import { agenciesOf, rowsToSend } from '../../../app/agencies.ts'
import { type App, getDataset } from '../../../app/app.ts'
import { choose, indicatorsOf } from '../../../app/choose.ts'
import { Refused } from '../../../app/refused.ts'
import { periodText } from '../../../core/dates/period.ts'
import { sendCsv } from '../../csv.ts'
import { askedPeriod, pathPart } from '../../query.ts'
import type { Routes } from '../../render.ts'
import { signedIn } from '../../session.ts'
import { agenciesView } from './view.ts'

/** What other agencies are to send of a dataset, who has, and who has not; and a file for each to fill in. */
export const agenciesPages: Routes = (server, app, render) => {
  server.get(
    '/datasets/:dataset/agencies',
    signedIn(app, render, async (request, reply, who) => {
      const asked = await wanted(app, request)
      const view = agenciesView({ ...asked, agencies: await agenciesOf(app, asked.month) }, who)
      return reply.type('text/html; charset=utf-8').send(render('pages/agencies/agencies.njk', view))
    }),
  )

  server.get(
    '/datasets/:dataset/agencies/:agency/to-send.csv',
    signedIn(app, render, async (request, reply) => {
      const { month } = await wanted(app, request)
      const all = await agenciesOf(app, month)
      const asked = pathPart(request, 'agency')
      const found = all.find(({ agency }) => agency.key === asked)
      if (found === undefined)
        throw new Refused(
          'not found',
          `There is no agency “${asked}”. There is: ${all.map(({ agency }) => agency.key).join(', ')}.`,
        )
      const name = `${found.agency.key}-to-send-${periodText(month.period)}.csv`
      return sendCsv(reply, name, rowsToSend(app.own?.key ?? '', found))
    }),
  )
}

async function wanted(app: App, request: FastifyRequest) {
  const dataset = getDataset(app, pathPart(request, 'dataset'))
  const what = { label: `the ${dataset.label}`, indicators: indicatorsOf(dataset) }
  const asked = { authority: app.own?.key, period: askedPeriod(request) }
  const { period, periods } = await choose(app, 'staff', what, asked)
  return { dataset, periods, month: { dataset: dataset.key, period } }
}
