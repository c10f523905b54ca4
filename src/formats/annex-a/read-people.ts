import { UnaccompaniedStatus } from '../../areas/children-in-care/circumstances.ts'
import { Ethnicity } from '../../areas/people/background.ts'
import { Person, PersonIdentifier } from '../../areas/people/person.ts'
import { birthday } from '../../core/dates/age.ts'
import type { PlainDate } from '../../core/dates/plain-date.ts'
import { caseNumber, type SourceTable } from '../records.ts'
import { dateIn, type Row, textIn } from './read-rows.ts'
import { about, distinct } from './source-rows.ts'

/** Who the people of the lists are: children, young people, adopters. */
export function peopleTables(rows: readonly Row[], lastDay: PlainDate): readonly SourceTable[] {
  const speaks = { window: null } as const
  return [
    { ...speaks, type: Person, rows: distinct(rows.map(personOf)) },
    { ...speaks, type: PersonIdentifier, rows: distinct(rows.map(({ id }) => numberOf(id))) },
    { ...speaks, type: Ethnicity, rows: distinct(rows.flatMap(ethnicityOf)) },
    { ...speaks, type: UnaccompaniedStatus, rows: distinct(rows.flatMap((row) => unaccompaniedOf(row, lastDay))) },
  ]
}

/** The lists ask for gender, and systems answer with sex as registered: what is neither male nor female says nothing of that. */
function personOf(row: Row) {
  const sex = textIn(row, 'gender')
  return about(Person, row.id, row.id, { bornOn: dateIn(row, 'bornOn'), sex: sex === 'neither' ? 'U' : sex })
}

const numberOf = (id: string) => about(PersonIdentifier, id, id, { ...caseNumber, identifier: id })

function ethnicityOf(row: Row) {
  const ethnicity = textIn(row, 'ethnicity')
  return ethnicity === null ? [] : [about(Ethnicity, row.id, row.id, { ethnicity })]
}

/** Who came unaccompanied stays so on record; the status ends on the 18th birthday. */
function unaccompaniedOf(row: Row, lastDay: PlainDate) {
  const bornOn = dateIn(row, 'bornOn')
  if (textIn(row, 'unaccompanied') !== 'yes') return []
  const adultOn = bornOn === null ? null : birthday(bornOn, 18)
  const endedOn = adultOn !== null && adultOn <= lastDay ? adultOn : null
  return [about(UnaccompaniedStatus, row.id, row.id, { endedOn })]
}
