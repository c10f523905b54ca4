import { escalate, readBoard } from '../../../app/performance/board.ts'
import { Refused } from '../../../app/refused.ts'
import { first } from '../../query.ts'
import type { Routes } from '../../render.ts'
import { formOf, signedIn, type Who } from '../../session.ts'
import { html } from '../record/keep.ts'
import { boardView, type Tried } from './view.ts'

/** What is not as it should be, from the services to the board. */
export const performancePage: Routes = (server, app, render) => {
  const show = async (service: string, who: Who, tried?: Tried) => {
    if (service !== '' && !app.catalogue.areas.some(({ key }) => key === service))
      throw new Refused('not found', 'There is no such service.')
    return render('pages/performance/performance.njk', boardView(await readBoard(app), { app, service, who, tried }))
  }

  server.get(
    '/performance',
    signedIn(app, render, async (request, reply, who) => html(reply, await show(first(request, 'service') ?? '', who))),
  )

  server.post(
    '/performance',
    signedIn(app, render, async (request, reply, who) => {
      const fields = formOf(request, who)
      const text = (name: string) => fields.get(name)?.[0] ?? ''
      const step = text('do') === 'answered' ? 'answered' : 'escalated'
      const marked = { about: text('about'), words: text('words') }
      try {
        await escalate(app, who.account, { ...marked, step })
      } catch (error) {
        if (!(error instanceof Refused) || error.kind !== 'bad input') throw error
        const page = await show(first(request, 'service') ?? '', who, { ...marked, fault: error.message })
        return html(reply, page, 400)
      }
      return reply.redirect(request.url, 303)
    }),
  )
}
