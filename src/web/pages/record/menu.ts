import { whatToRecord } from '../../../app/people/write.ts'
import { pathPart } from '../../query.ts'
import type { Routes } from '../../render.ts'
import { signedIn } from '../../session.ts'
import { subjectIn } from '../person/route.ts'
import { html } from './keep.ts'
import { recordMenu } from './record-menu.ts'

/** Everything that may be recorded about somebody, on a page of its own. */
export const menuPage: Routes = (server, app, render) => {
  server.get(
    '/people/:subject/record',
    signedIn(app, render, async (request, reply, who) => {
      const subject = subjectIn(pathPart(request, 'subject'))
      const { name, types } = await whatToRecord(app, who.account, subject)
      const menu = recordMenu(app, subject, types)
      const view = {
        page: {
          title: `Record something: ${name}`,
          navigation: 'people' as const,
          who: { name: who.account.name, form: who.form },
        },
        heading:
          menu.length === 0 ? `There is nothing that you may record about ${name}` : `Record something about ${name}`,
        back: { href: `/people/${subject}`, label: name },
        menu,
      }
      return html(reply, render('pages/record/menu-page.njk', view))
    }),
  )
}
