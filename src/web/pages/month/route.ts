import type { FastifyReply } from 'fastify'
import { actionsWith, frozenActions } from '../../../app/actions/read.ts'
import { openAgain, readMonth, seeQuality, signOff, writeCommentary } from '../../../app/months/cycle.ts'
import { freezeMonth } from '../../../app/months/freeze.ts'
import type { Month } from '../../../app/months/month.ts'
import { countRestated, restatedSince } from '../../../app/months/restated.ts'
import { countErrors } from '../../../app/quality/read.ts'
import { Refused } from '../../../app/refused.ts'
import { periodContaining, previousPeriod } from '../../../core/dates/period.ts'
import { pathPart } from '../../query.ts'
import type { Routes } from '../../render.ts'
import { formOf, signedIn, type Who } from '../../session.ts'
import { askedMonth, monthAddress } from './asked.ts'
import { commentaryView, wordsIn } from './commentary.ts'
import { restatedView } from './restated.ts'
import { monthView, type Tried } from './view.ts'

/** A month of figures on its way to those it is for: what is done, by whom, and what is missing. */
export const monthPages: Routes = (server, app, render) => {
  const send = (reply: FastifyReply, template: string, view: Parameters<typeof render>[1], fault: boolean) =>
    reply
      .code(fault ? 400 : 200)
      .type('text/html; charset=utf-8')
      .send(render(`pages/month/${template}.njk`, view))

  const show = async (reply: FastifyReply, who: Who, month: Month, tried?: Tried) => {
    const restated = await countRestated(app, month)
    const before = { dataset: month.dataset, period: previousPeriod(month.period) }
    const actions = await actionsWith(app, month.dataset, month.period)
    const [errors, { today }] = [await countErrors(app, month), app.clock]
    const read = await readMonth(app, month)
    const last = read.publications.at(-1)
    const frozen = last === undefined ? [] : await frozenActions(app, last)
    const view = monthView(read, { restated, errors, actions, frozen, before, today, tried }, who)
    return send(reply, 'month', view, tried !== undefined)
  }

  server.get(
    '/publish',
    signedIn(app, render, async (_, reply, who) => {
      const period = previousPeriod(periodContaining('month', app.clock.today))
      const [first, ...others] = [...app.catalogue.datasets.values()]
      if (first !== undefined && others.length === 0)
        return reply.redirect(monthAddress({ dataset: first.key, period }))
      const page = { title: 'Publish', navigation: 'publish' as const, who: { name: who.account.name, form: who.form } }
      const datasets = [...app.catalogue.datasets.values()].map(({ key, label }) => ({
        label,
        href: monthAddress({ dataset: key, period }),
      }))
      const view = { page, datasets }
      return send(reply, 'datasets', view, false)
    }),
  )

  server.get(
    '/publish/:dataset/:month',
    signedIn(app, render, (request, reply, who) => show(reply, who, askedMonth(app, request))),
  )

  server.post(
    '/publish/:dataset/:month',
    signedIn(app, render, async (request, reply, who) => {
      const month = askedMonth(app, request)
      const fields = formOf(request, who)
      const [what = '', words = ''] = [fields.get('do')?.[0], fields.get(`words-${fields.get('do')?.[0]}`)?.[0]]
      const { account } = who
      try {
        if (what === 'quality') await seeQuality(app, account, month, words)
        else if (what === 'sign-off') await signOff(app, account, month)
        else if (what === 'freeze') await freezeMonth(app, account, { ...month, knownOn: app.clock.today })
        else if (what === 'open') await openAgain(app, account, month, words)
        else throw new Refused('bad input', 'Choose what to do.')
      } catch (error) {
        if (!(error instanceof Refused) || error.kind !== 'bad input') throw error
        return show(reply, who, month, { what, words, fault: error.message })
      }
      return reply.redirect(monthAddress(month), 303)
    }),
  )

  server.get(
    '/publish/:dataset/:month/restated',
    signedIn(app, render, async (request, reply, who) => {
      const month = askedMonth(app, request)
      return send(reply, 'restated', restatedView(await restatedSince(app, who.account, month), who), false)
    }),
  )

  server.get(
    '/publish/:dataset/:month/sections/:section',
    signedIn(app, render, async (request, reply, who) => {
      const month = askedMonth(app, request)
      const [read, section] = [await readMonth(app, month), pathPart(request, 'section')]
      const actions = await actionsWith(app, month.dataset, month.period)
      const view = commentaryView(read, section, who, { actions, today: app.clock.today })
      return send(reply, 'commentary', view, false)
    }),
  )

  server.post(
    '/publish/:dataset/:month/sections/:section',
    signedIn(app, render, async (request, reply, who) => {
      const [month, section] = [askedMonth(app, request), pathPart(request, 'section')]
      await writeCommentary(app, who.account, { ...month, section }, wordsIn(formOf(request, who)))
      return reply.redirect(`${monthAddress(month)}#commentary`, 303)
    }),
  )
}
