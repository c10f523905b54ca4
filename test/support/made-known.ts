import { areas } from '../../src/areas/index.ts'
import type { KnownRecord } from '../../src/core/counting/records.ts'
import type { PlainDate } from '../../src/core/dates/plain-date.ts'
import { recordTypesOf } from '../../src/core/definitions/catalogue.ts'
import type { RecordId, SubjectId } from '../../src/core/definitions/field.ts'
import { validate } from '../../src/core/record/validate.ts'
import type { MadeRows } from '../../src/synthetic/made-rows.ts'

/** What was made up about households and places, by whom or what it is about; and every fault of what anybody may write. */
export function knownOf(all: readonly Pick<MadeRows, 'all'>[], until: PlainDate) {
  const types = recordTypesOf(areas)
  const numbers = new Map<string, SubjectId>()
  const numberOf = (identifier: string): SubjectId => {
    const number = numbers.get(identifier) ?? ((numbers.size + 1) as SubjectId)
    numbers.set(identifier, number)
    return number
  }
  const known = new Map<SubjectId, KnownRecord[]>()
  const faults: unknown[] = []
  let last = 0
  for (const [key, rows] of all.flatMap((one) => [...one.all])) {
    const type = types.get(key)
    if (type === undefined) throw new Error(`There is no record type ${key}`)
    for (const { subjects: named, fields } of rows) {
      const subjects = Object.fromEntries(
        Object.entries(named).map(([role, some]) => [role, some.map(numberOf)] as const),
      )
      const links = Object.fromEntries(Object.keys(type.links).map((link) => [link, null]))
      const content = { subjects, links, fields }
      faults.push(...validate(type, content, until))
      const record = { record: ++last as RecordId, type: key, content }
      for (const subject of new Set(Object.values(subjects).flat()))
        known.set(subject, [...(known.get(subject) ?? []), record])
    }
  }
  return { known, faults }
}
