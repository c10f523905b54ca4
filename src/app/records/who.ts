import { PersonIdentifier } from '../../areas/people/person.ts'
import type { PlainDate } from '../../core/dates/plain-date.ts'
import type { SubjectId } from '../../core/definitions/field.ts'
import { caseNumber } from '../../formats/records.ts'
import { type HeldRecord, listAbout, listHolding, listRecords } from '../../store/records/list.ts'
import { findSamePeople } from '../../store/records/merges.ts'
import type { Db } from '../../store/records/transaction.ts'
import { makeSubjects } from '../../store/records/write.ts'
import { Refused } from '../refused.ts'

/** Who the people of a file are, by case number, and which of them nobody knew before. */
export type Resolved = { readonly people: ReadonlyMap<string, SubjectId>; readonly made: ReadonlySet<string> }

/**
 * Finds the people of a file by their case numbers, and makes those who are not there. By nothing else: an adopted child who comes into care again has a new
 * case number and is to be nobody known, whatever other numbers may say. Of somebody who was recorded twice and merged, a row goes on naming the number that it
 * always named.
 * @throws Refused when one number is that of two people
 */
export async function resolvePeople(
  db: Db,
  numbers: readonly string[],
  stamp: { readonly madeAt: Date; readonly madeBy: string; readonly knownOn: PlainDate },
): Promise<Resolved> {
  const people = new Map<string, SubjectId>()
  const numbered = (await listHolding(db, PersonIdentifier, 'identifier', numbers)).flatMap(numberedIn)
  const same = await findSamePeople(db, [...new Set(numbered.map(({ person }) => person))], stamp.knownOn)
  for (const { number, person } of numbered) {
    const other = people.get(number) ?? person
    if (same.kept(other) !== same.kept(person))
      throw new Refused(
        'in the way',
        `The case number ${number} is that of two people on the system. Put it right first: merge them, or take it from one.`,
      )
    people.set(number, other)
  }
  const unknown = numbers.filter((number) => !people.has(number))
  const { madeAt, madeBy } = stamp
  const made = await makeSubjects(db, unknown.length, { kind: 'person', madeAt, madeBy })
  for (const [index, number] of unknown.entries()) {
    const person = made[index]
    if (person !== undefined) people.set(number, person)
  }
  return { people, made: new Set(unknown) }
}

/** The case numbers of everybody who has one, as their sources give them. */
export const listCaseNumbers = async (db: Db): Promise<ReadonlyMap<SubjectId, string>> =>
  byPerson(await listRecords(db, PersonIdentifier, null))

/** Those of some people. */
export const findCaseNumbers = async (db: Db, people: readonly SubjectId[]): Promise<ReadonlyMap<SubjectId, string>> =>
  byPerson(await listAbout(db, PersonIdentifier, people))

const byPerson = (held: readonly HeldRecord[]): ReadonlyMap<SubjectId, string> =>
  new Map(held.flatMap(numberedIn).map(({ number, person }) => [person, number]))

/** The same, where whoever was recorded twice and merged has one number: that of the person who was kept, if they have any. */
export async function listKeptCaseNumbers(db: Db, knownOn: PlainDate): Promise<ReadonlyMap<SubjectId, string>> {
  const numbers = await listCaseNumbers(db)
  const same = await findSamePeople(db, [...numbers.keys()], knownOn)
  const kept = new Map<SubjectId, string>()
  for (const [person, number] of numbers)
    if (same.kept(person) === person || !kept.has(same.kept(person))) kept.set(same.kept(person), number)
  const each = [...numbers].map(([person, number]) => [person, kept.get(same.kept(person)) ?? number] as const)
  return new Map([...kept, ...each])
}

function numberedIn({ content: { fields, subjects } }: HeldRecord): readonly { number: string; person: SubjectId }[] {
  const isOne = fields['system'] === caseNumber.system && fields['kind'] === caseNumber.kind
  const [person] = subjects['person'] ?? []
  const number = fields['identifier']
  return isOne && typeof number === 'string' && person !== undefined ? [{ number, person }] : []
}
