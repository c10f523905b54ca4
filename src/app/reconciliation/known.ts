import { Person, PersonIdentifier, PersonName } from '../../areas/people/person.ts'
import type { PlainDate } from '../../core/dates/plain-date.ts'
import type { SubjectId } from '../../core/definitions/field.ts'
import type { RecordType } from '../../core/definitions/record-type.ts'
import type { RecordAsAt } from '../../core/record/chronology.ts'
import type { Value } from '../../core/record/content.ts'
import type { WhoSaid } from '../../store/reconciliation/reconciliation-tables.ts'
import { findSamePeople } from '../../store/records/merges.ts'
import { bareNumber, findDatedAny, findNumberedAny } from '../../store/records/search.ts'
import type { Db } from '../../store/records/transaction.ts'
import { protectedPeople } from '../access/protected.ts'
import type { App } from '../app.ts'
import { prevailing } from '../people/naming.ts'
import { recordsOfAll } from '../records-of.ts'
import { type Known, ownNumber } from './match.ts'

/**
 * Everybody of ours whom the rows of a list may mean: whoever has one of its numbers, or was born on one of its days; whoever was recorded twice once. The
 * former identity of an adopted child is not among them, whoever looks: nobody's list may find it.
 */
export async function knownAmong(app: App, db: Db, said: readonly WhoSaid[]): Promise<readonly Known[]> {
  const numbers = [...new Set(said.flatMap((who) => Object.values(who.numbers)))].filter(
    (one) => bareNumber(one) !== '',
  )
  const days = [...new Set(said.flatMap(({ bornOn }) => bornOn ?? []))]
  const own = numbers.flatMap((one) => ownNumber(one) ?? [])
  const found = [
    ...own,
    ...(await findNumberedAny(db, { type: PersonIdentifier, role: 'person', fields: ['identifier'] }, numbers)),
    ...(await findDatedAny(db, { type: Person, role: 'person', field: 'bornOn' }, days)),
  ]
  const same = await findSamePeople(db, [...new Set(found)], app.clock.today)
  const people = await protectedPeople(app, db, [...new Set(found.map(same.kept))])
  const subjects = [...people].flatMap(([subject, { sealed }]) => (sealed ? [] : [subject]))
  const recordsOf = await recordsOfAll(app, db, subjects, [Person, PersonName, PersonIdentifier])
  return subjects.map((subject) => knownOf(subject, same.numbers(subject), recordsOf(subject)))
}

function knownOf(subject: SubjectId, ownNumbers: readonly SubjectId[], records: readonly RecordAsAt[]): Known {
  const ofType = ({ key }: RecordType) => records.filter(({ type }) => type.key === key)
  const bornOn = prevailing(ofType(Person), 'bornOn')
  return {
    subject,
    ownNumbers,
    numbers: ofType(PersonIdentifier).map(({ content: { fields } }) => ({
      kind: textOf(fields['kind']),
      bare: bareNumber(textOf(fields['identifier'])),
    })),
    names: ofType(PersonName).map(({ content: { fields } }) => ({
      given: [textOf(fields['given']), textOf(fields['knownAs'])].filter((one) => one !== ''),
      family: textOf(fields['family']),
    })),
    bornOn: typeof bornOn === 'number' ? (bornOn as PlainDate) : null,
  }
}

const textOf = (value: Value | undefined): string => (typeof value === 'string' ? value : '')
