import { PersonIdentifier } from '../../areas/people/person.ts'
import type { SubjectId } from '../../core/definitions/field.ts'
import { caseNumber } from '../../formats/records.ts'
import { type HeldRecord, listHolding, listRecords } from '../../store/records/list.ts'
import type { Db } from '../../store/records/transaction.ts'
import { makeSubjects } from '../../store/records/write.ts'
import { Refused } from '../refused.ts'

/** Who the people of a file are, by case number, and which of them nobody knew before. */
export type Resolved = { readonly people: ReadonlyMap<string, SubjectId>; readonly made: ReadonlySet<string> }

/**
 * Finds the people of a file by their case numbers, and makes those who are not there. By nothing else: an adopted child who comes into care again has a new
 * case number and is to be nobody known, whatever other numbers may say.
 * @throws Refused when one number is that of two people
 */
export async function resolvePeople(
  db: Db,
  numbers: readonly string[],
  stamp: { readonly madeAt: Date; readonly madeBy: string },
): Promise<Resolved> {
  const people = new Map<string, SubjectId>()
  for (const record of await listHolding(db, PersonIdentifier, 'identifier', numbers)) {
    const number = caseNumberIn(record)
    const [person] = record.content.subjects['person'] ?? []
    if (number === undefined || person === undefined) continue
    if ((people.get(number) ?? person) !== person)
      throw new Refused(
        'in the way',
        `The case number ${number} is that of two people on the system. Put it right first: merge them, or take it from one.`,
      )
    people.set(number, person)
  }
  const unknown = numbers.filter((number) => !people.has(number))
  const made = await makeSubjects(db, unknown.length, { kind: 'person', ...stamp })
  for (const [index, number] of unknown.entries()) {
    const person = made[index]
    if (person !== undefined) people.set(number, person)
  }
  return { people, made: new Set(unknown) }
}

/** The case numbers of everybody who has one. */
export async function listCaseNumbers(db: Db): Promise<ReadonlyMap<SubjectId, string>> {
  const numbers = await listRecords(db, PersonIdentifier, null)
  return new Map(
    numbers.flatMap((record) => {
      const number = caseNumberIn(record)
      const [person] = record.content.subjects['person'] ?? []
      return number === undefined || person === undefined ? [] : [[person, number] as const]
    }),
  )
}

function caseNumberIn({ content: { fields } }: HeldRecord): string | undefined {
  const isOne = fields['system'] === caseNumber.system && fields['kind'] === caseNumber.kind
  return isOne && typeof fields['identifier'] === 'string' ? fields['identifier'] : undefined
}
