import type { Content } from '../record/content.ts'
import type { RecordType } from './record-type.ts'

/** Where a postcode lies: in which authority (nine-character code), and where on the national grid, in metres. */
export type Located = { readonly authority: string; readonly easting: number; readonly northing: number }

/** What a completion may know besides the record. */
export type Around = {
  /** Undefined for a postcode that the directory does not have. */
  locate(postcode: string): Located | undefined
  /** The code of the area in which the authority lies; undefined while the store holds nobody's children. */
  readonly ownArea: string | undefined
}

/** Fields of a record that follow from what is written in it: filled in where nobody wrote them, and left alone where somebody did. */
export type Completion = {
  readonly type: RecordType
  readonly source: string
  complete(fields: Content['fields'], around: Around): Content['fields']
}

/** A record's fields with everything that follows from them. */
export const completed = (
  completions: readonly Completion[],
  type: RecordType,
  fields: Content['fields'],
  around: Around,
): Content['fields'] => {
  let sofar = fields
  for (const one of completions)
    if (one.type === type) sofar = { ...sofar, ...withoutThose(sofar, one.complete(sofar, around)) }
  return sofar
}

const withoutThose = (written: Content['fields'], found: Content['fields']): Content['fields'] =>
  Object.fromEntries(Object.entries(found).filter(([name]) => (written[name] ?? null) === null))
