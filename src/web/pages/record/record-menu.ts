import type { App } from '../../../app/app.ts'
import { ALLOCATION } from '../../../app/people/allocations.ts'
import type { SubjectId } from '../../../core/definitions/field.ts'
import type { RecordType } from '../../../core/definitions/record-type.ts'

/** A letter becomes one. */
const DOCUMENT = 'person-document'

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
  const links = ({ key, label }: RecordType) => {
    if (key === ALLOCATION) return [{ href: `/people/${subject}/allocation`, label: 'Allocation, handover and cover' }]
    const form = { href: `/people/${subject}/record/${key}`, label }
    return key === DOCUMENT ? [form, { href: `/people/${subject}/letters`, label: 'A letter' }] : [form]
  }
  const groups = app.catalogue.areas.flatMap(({ groups = [] }) => groups)
  const grouped = new Set(groups.flatMap(({ records }) => records))
  const others = app.catalogue.areas.map(({ label, records = [] }) => ({
    label,
    records: records.filter((type) => !grouped.has(type)),
  }))
  return [...groups, ...others]
    .map(({ label, records }) => ({ label, links: records.filter((type) => allowed.has(type)).flatMap(links) }))
    .filter(({ links }) => links.length > 0)
}
