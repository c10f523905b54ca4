import { readActions } from '../../../app/actions/read.ts'
import { readMyWork, type Whose } from '../../../app/my-work/read.ts'
import { listWaiting } from '../../../app/people/sign-off.ts'
import { listToSign } from '../../../app/supplies/supply.ts'
import { first } from '../../query.ts'
import type { Routes } from '../../render.ts'
import { signedIn } from '../../session.ts'
import { myWorkView } from './view.ts'

/** What somebody has before them: where one lands after signing in. */
export const myWorkPage: Routes = (server, app, render) => {
  server.get(
    '/my-work',
    signedIn(app, render, async (request, reply, who) => {
      const work = await readMyWork(app, who.account, whoseIn(first(request, 'whose')))
      const waiting = await listWaiting(app, who.account)
      const promised = (await readActions(app)).filter(
        ({ isOpen, terms }) => isOpen && terms.owner.account === who.account.id,
      )
      const view = myWorkView(
        app,
        { ...work, waiting, promised, toSign: await listToSign(app, who.account) },
        who,
        first(request, 'worker'),
      )
      return reply.type('text/html; charset=utf-8').send(render('pages/my-work/my-work.njk', view))
    }),
  )
}

const whoseIn = (text: string | undefined): Whose | undefined => (text === 'mine' || text === 'team' ? text : undefined)
