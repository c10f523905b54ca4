import type { RecordType } from '../../src/core/definitions/record-type.ts'
import type { Content } from '../../src/core/record/content.ts'

/** Content of a record with nothing in it but this. */
export function contentOf(type: RecordType, subjects: Content['subjects'], fields: Content['fields']): Content {
  const nothing = <T>(of: object, value: T) => Object.fromEntries(Object.keys(of).map((name) => [name, value]))
  return {
    subjects: { ...nothing(type.subjects, []), ...subjects },
    links: nothing(type.links, null),
    fields: { ...nothing(type.fields, null), ...fields },
  }
}
