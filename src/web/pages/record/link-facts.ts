import type { RecordType } from '../../../core/definitions/record-type.ts'
import type { Content } from '../../../core/record/content.ts'

/** A record as it is known where another links to it. */
type Linked = { readonly record: number; readonly type: RecordType; readonly content: Content }

/** The records that one follows from or belongs to, by what they are called where they are among those given. */
export const linkFacts = (type: RecordType, content: Content, among: readonly Linked[]) =>
  Object.entries(type.links).flatMap(([name, { label }]) => {
    const id = content.links[name] ?? null
    if (id === null) return []
    const linked = among.find(({ record }) => record === id)
    return [{ term: label, text: linked === undefined ? `Number ${id}` : calledBy(linked), href: `/records/${id}` }]
  })

/** What a record is called by: the first text that is filled in. */
export function calledBy({ type, content }: Omit<Linked, 'record'>): string {
  const texts = Object.entries(type.fields).filter(([, { kind }]) => kind === 'text')
  const first = texts.map(([name]) => content.fields[name]).find((value) => typeof value === 'string' && value !== '')
  return typeof first === 'string' ? first : type.label
}
