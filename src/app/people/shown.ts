import type { RecordType } from '../../core/definitions/record-type.ts'
import type { Content } from '../../core/record/content.ts'
import type { Room } from '../access/about.ts'
import type { App } from '../app.ts'

/** What of a record is shown: fields and links that are kept more closely than the viewer reads are null, and the fields are named. */
export type Shown = { readonly content: Content; readonly withheld: readonly string[] }

/** What a record says, but for what is kept more closely than the viewer reads. */
export function shownContent(app: App, { may }: Room, type: RecordType, content: Content): Shown {
  const withheld = Object.entries(type.fields)
    .filter(([, { sensitivity }]) => sensitivity !== undefined && !may(sensitivity, 'read'))
    .map(([field]) => field)
  const fields = Object.entries(content.fields).map(([field, value]) => [
    field,
    withheld.includes(field) ? null : value,
  ])
  const links = Object.entries(content.links).map(([name, record]) => {
    const to = app.catalogue.records.get(type.links[name]?.to ?? '')
    return [name, to !== undefined && may(to.sensitivity, 'read') ? record : null] as const
  })
  return { content: { ...content, links: Object.fromEntries(links), fields: Object.fromEntries(fields) }, withheld }
}
