import type { RecordType } from '../../core/definitions/record-type.ts'
import type { Content } from '../../core/record/content.ts'
import type { Room } from '../access/about.ts'
import type { App } from '../app.ts'

/** The links of a record, without those to kinds of record that the viewer may not read: that there is one says too much. */
export function shownLinks(app: App, { may }: Room, type: RecordType, content: Content): Content['links'] {
  const isShown = (name: string) => {
    const to = app.catalogue.records.get(type.links[name]?.to ?? '')
    return to !== undefined && may(to.sensitivity, 'read')
  }
  return Object.fromEntries(
    Object.entries(content.links).map(([name, id]) => [name, isShown(name) ? id : null] as const),
  )
}
