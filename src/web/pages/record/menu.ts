import type { App } from '../../../app/app.ts'
import { ALLOCATION } from '../../../app/people/allocations.ts'
import { whatToRecord } from '../../../app/people/write.ts'
import type { SubjectId } from '../../../core/definitions/field.ts'
import type { RecordType } from '../../../core/definitions/record-type.ts'
import { pathPart } from '../../query.ts'
import type { Routes } from '../../render.ts'
import { signedIn } from '../../session.ts'
import { subjectIn } from '../person/route.ts'
import { html } from './keep.ts'

export type Menu = readonly {
  readonly label: string
  readonly links: readonly { readonly href: string; readonly label: string }[]
}[]

/**
 * What may be recorded about somebody, grouped by what people do, for `pages/record/menu.njk`: the areas' own groups in their order, then each
 * area's other records under its label.
 */
export function recordMenu(app: App, subject: SubjectId, types: Iterable<RecordType>): Menu {
  const allowed = new Set(types)
  const link = ({ key, label }: RecordType) =>
    key === ALLOCATION
      ? { href: `/people/${subject}/allocation`, label: 'Allocation, handover and cover' }
      : { href: `/people/${subject}/record/${key}`, label }
  const groups = app.catalogue.areas.flatMap(({ groups = [] }) => groups)
  const grouped = new Set(groups.flatMap(({ records }) => records))
  const others = app.catalogue.areas.map(({ label, records = [] }) => ({
    label,
    records: records.filter((type) => !grouped.has(type)),
  }))
  return [...groups, ...others]
    .map(({ label, records }) => ({ label, links: records.filter((type) => allowed.has(type)).map(link) }))
    .filter(({ links }) => links.length > 0)
}

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
