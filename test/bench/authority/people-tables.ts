import { Ethnicity, Language } from '../../../src/areas/people/background.ts'
import { EthnicityCode } from '../../../src/areas/people/codes-of-background.ts'
import { Household, HouseholdMembership, PersonAddress } from '../../../src/areas/people/households.ts'
import { Person, PersonIdentifier, PersonName } from '../../../src/areas/people/person.ts'
import { Relationship } from '../../../src/areas/people/relationships.ts'
import { addDays, plainDate } from '../../../src/core/dates/plain-date.ts'
import { chance, pick, someOf } from './chance.ts'
import {
  adultFrom,
  at,
  caseNumber,
  childrenOf,
  familyNameOf,
  firstAdultOf,
  type Size,
  type Somebody,
  type Subjects,
} from './families.ts'
import { type ExportedTable, type MakeTables, rowOf } from './table.ts'
import { familyNames, streets, towns } from './words.ts'

/** Everybody: the children, then the grown-ups. */
function* people(size: Size, subjects: Subjects): Iterable<Somebody> {
  yield* childrenOf(size, subjects)
  for (let adult = 0; adult < size.adults; adult++) yield adultFrom(adult, size, subjects)
}

const ethnicities = Object.keys(EthnicityCode.codes)
const since = plainDate('2021-04-01')

/** Who people are, where they live and whom they belong to. */
export const peopleTables: MakeTables = (size, subjects) => [
  {
    type: Person,
    altered: { bornIn: 'Scotland' },
    *rows() {
      for (const { subject, number, bornOn, place } of people(size, subjects)) {
        const sex = chance(6, place) % 2 === 0 ? 'F' : 'M'
        const fields = { bornOn, birthDateBasis: 'certain', sex, bornIn: 'England' }
        yield rowOf(Person, number, { person: [subject] }, fields)
      }
    },
  },
  names(size, subjects),
  identifiers(size, subjects),
  {
    type: Ethnicity,
    altered: { inTheirWords: 'Cornish' },
    *rows() {
      for (const { subject, number, place } of childrenOf(size, subjects)) {
        const fields = { ethnicity: pick(ethnicities, 8, place), saidBy: 'parent' }
        yield rowOf(Ethnicity, number, { person: [subject] }, fields)
      }
    },
  },
  {
    type: Language,
    altered: { reads: 'yes' },
    *rows() {
      for (const { subject, number, place } of childrenOf(size, subjects)) {
        if (!someOf(4, 9, place)) continue
        const fields = { language: 'pol', first: 'no', speaks: 'yes' }
        yield rowOf(Language, `${number}|pol`, { person: [subject] }, fields)
      }
    },
  },
  addresses(size, subjects),
  {
    type: Relationship,
    altered: { inTheirWords: 'Big Sam' },
    *rows() {
      for (const { subject, number, family, bornOn } of childrenOf(size, subjects)) {
        const adult = firstAdultOf(family)
        const identity = `${number}|${caseNumber(size.children + adult)}|birth-parent`
        const fields = { kind: 'birth-parent', startedOn: bornOn }
        yield rowOf(Relationship, identity, { person: [subject], relative: [at(subjects.adults, adult)] }, fields)
      }
    },
  },
  ...households(subjects),
]

const names = (size: Size, subjects: Subjects): ExportedTable => ({
  type: PersonName,
  altered: { knownAs: 'Sunny' },
  *rows() {
    for (const { subject, number, place, given, family, bornOn } of people(size, subjects)) {
      const usual = { kind: 'usual', given, family: familyNameOf(family), startedOn: bornOn }
      yield rowOf(PersonName, `${number}|usual`, { person: [subject] }, usual)
      if (!someOf(9, 7, place)) continue
      const former = { ...usual, kind: 'former', family: pick(familyNames, 7, place), endedOn: addDays(bornOn, 900) }
      yield rowOf(PersonName, `${number}|former`, { person: [subject] }, former)
    }
  },
})

const identifiers = (size: Size, subjects: Subjects): ExportedTable => ({
  type: PersonIdentifier,
  altered: { givenOn: since },
  *rows() {
    for (const { subject, number, place } of childrenOf(size, subjects)) {
      const caseId = { system: 'Case system', kind: 'case-id', identifier: number }
      yield rowOf(PersonIdentifier, `case-id|${number}`, { person: [subject] }, caseId)
      if (!someOf(3, 10, place)) continue
      const upn = { system: 'DfE', kind: 'upn', identifier: `A8350${100_000_000 + (chance(11, place) % 899_999_999)}` }
      yield rowOf(PersonIdentifier, `upn|${number}`, { person: [subject] }, upn)
    }
  },
})

const addresses = (size: Size, subjects: Subjects): ExportedTable => ({
  type: PersonAddress,
  altered: { note: 'Ring the upper bell.' },
  *rows() {
    for (const { subject, number, family } of childrenOf(size, subjects)) {
      const lines = [`${1 + (chance(12, family) % 120)} ${pick(streets, 13, family)}`, pick(towns, 14, family)]
      const address = { lines, postcode: `ZZ${1 + (family % 9)} ${family % 10}AA`, uprn: `1000${family}` }
      const fields = { address, kind: 'home', startedOn: addDays(since, chance(15, family) % 800) }
      yield rowOf(PersonAddress, `${number}|home|${fields.startedOn}`, { person: [subject] }, fields)
    }
  },
})

const households = ({ children: ids, adults, households: homes }: Subjects): readonly ExportedTable[] => [
  {
    type: Household,
    altered: { kind: 'other' },
    *rows() {
      for (const [home, household] of homes.entries()) {
        const fields = { name: `The ${familyNameOf(home * 10)}s`, kind: 'family' }
        yield rowOf(Household, `H${home}`, { household: [household] }, fields)
      }
    },
  },
  {
    type: HouseholdMembership,
    altered: { when: 'School weeks' },
    *rows() {
      for (const [home, household] of homes.entries()) {
        const members = [at(ids, home * 16), at(adults, firstAdultOf(home * 10))]
        for (const [place, person] of members.entries()) {
          const fields = { mainHome: 'yes', startedOn: since }
          yield rowOf(HouseholdMembership, `H${home}|${place}`, { person: [person], household: [household] }, fields)
        }
      }
    },
  },
]
