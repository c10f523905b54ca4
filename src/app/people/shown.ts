import { isHidden } from '../../core/access/decide.ts'
import type { FieldDefinition, RecordId, Sensitivity } from '../../core/definitions/field.ts'
import type { RecordType } from '../../core/definitions/record-type.ts'
import type { Content, Value } from '../../core/record/content.ts'
import type { Room } from '../access/about.ts'
import { toldOfTie } from '../access/ties.ts'
import type { App } from '../app.ts'

/** What of a record is shown: what is not is null, and the fields that may be known to be there are named in `withheld`. */
export type Shown = { readonly content: Content; readonly withheld: readonly string[] }

/** What a record says, but for fields and links that are kept more closely than the viewer reads. */
export function shownContent(app: App, room: Room, type: RecordType, content: Content): Shown {
  const unread = unreadFields(app, room, type, content.fields)
  const links: Record<string, RecordId | null> = {}
  for (const name of Object.keys(content.links)) {
    const to = app.catalogue.records.get(type.links[name]?.to ?? '')
    links[name] = to !== undefined && room.may(to.sensitivity, 'read') ? (content.links[name] ?? null) : null
  }
  return {
    content: { ...content, links, fields: without(content.fields, unread) },
    withheld: unread.filter((name) => !isHidden(keptAs(app, type.fields[name], content.fields[name]) ?? 'ordinary')),
  }
}

/** Kinds of field that tell what a record is, and not what somebody wrote in it. */
const OUTLINE: readonly FieldDefinition['kind'][] = ['code', 'yes-no', 'date', 'planned-date', 'instant', 'subject']

/** What may be seen of a record whose words are not open to the viewer: that it is there, of what kind, on what day, with whom. */
export function outlineOf(app: App, room: Room, type: RecordType, content: Content): Shown {
  const { content: shown, withheld } = shownContent(app, room, type, content)
  const words = Object.entries(type.fields)
    .filter(([, { kind }]) => !OUTLINE.includes(kind))
    .map(([name]) => name)
  return {
    content: {
      ...shown,
      links: Object.fromEntries(Object.keys(content.links).map((name) => [name, null])),
      fields: without(shown.fields, words),
    },
    withheld: [...new Set([...withheld, ...words])],
  }
}

/** What may be told of a record that ties somebody to whoever is restricted: what one is to the other in a code, and nothing else of the other. */
export function tieOf(type: RecordType, content: Content): Shown {
  const untold = Object.keys(type.fields).filter((name) => !toldOfTie(type).includes(name))
  const links = Object.fromEntries(Object.keys(content.links).map((name) => [name, null]))
  return { content: { ...content, links, fields: without(content.fields, untold) }, withheld: untold }
}

/** The fields of a record that the viewer may not read about the people of a room: some always, some by the code that they hold. */
export const unreadFields = (app: App, { may }: Room, type: RecordType, values: Content['fields']): readonly string[] =>
  Object.keys(type.fields).filter((name) => {
    const kept = keptAs(app, type.fields[name], values[name])
    return kept !== undefined && !may(kept, 'read')
  })

/** How much more closely than its record a field is kept, if it is; one that leads to another record is kept as that is. */
function keptAs(app: App, field: FieldDefinition | undefined, value: Value | undefined): Sensitivity | undefined {
  if (field?.kind === 'code' && typeof value === 'string') return field.closer?.[value] ?? field.sensitivity
  if (field?.sensitivity !== undefined) return field.sensitivity
  return field?.kind === 'record' ? app.catalogue.records.get(field.of)?.sensitivity : undefined
}

const without = (fields: Content['fields'], names: readonly string[]): Content['fields'] =>
  names.length === 0
    ? fields
    : Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, names.includes(name) ? null : value]))
