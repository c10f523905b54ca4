import { AdoptionSeal } from '../../../src/areas/adoption/seal.ts'
import { Allocation } from '../../../src/areas/organisation/allocation.ts'
import { Disability } from '../../../src/areas/people/background.ts'
import { PersonDocument } from '../../../src/areas/people/documents.ts'
import { ConfidentialAddress, Household, HouseholdMembership } from '../../../src/areas/people/households.ts'
import { CaseNote } from '../../../src/areas/people/notes.ts'
import { Person, PersonName } from '../../../src/areas/people/person.ts'
import { Relationship } from '../../../src/areas/people/relationships.ts'
import { Alert, Restriction } from '../../../src/areas/people/safety.ts'
import { type PlainDate, partsOf, plainDate, toText } from '../../../src/core/dates/plain-date.ts'
import type { DocumentId, RecordId, SubjectId } from '../../../src/core/definitions/field.ts'
import type { RecordType } from '../../../src/core/definitions/record-type.ts'
import { Stay } from '../../support/counted.ts'
import type { Letter, PersonKey } from './expected.ts'
import { Adoption, Allegation, Criminal, daysFrom, EachField, Signed, since } from './made-up-records.ts'
import type { Write } from './writer.ts'

/** Words that stand in one place only: where they turn up, what stands there has been shown. */
export type Canary =
  | { readonly text: string; readonly kind: 'name'; readonly of: PersonKey }
  | {
      readonly text: string
      readonly kind: 'words'
      readonly of: readonly PersonKey[]
      readonly letter: Letter
      /** Whom the record ties its owners to: it is not told to whoever is shut out from them. */
      readonly tiedTo?: PersonKey
    }
  /** The day of what is between two people: told to whoever is shut out from neither. */
  | { readonly text: string; readonly kind: 'day'; readonly of: readonly PersonKey[] }

export type MadeUpPerson = {
  readonly subject: SubjectId
  /** Under which they were recorded a second time; one of the two has what the other has not. */
  readonly second: SubjectId
  /** A record of theirs alone, of each sensitivity. */
  readonly records: Readonly<Record<Letter, RecordId>>
  /** The household they live in. */
  readonly home: SubjectId
  /** What waits for a manager's signature. */
  readonly signed: RecordId
  /** A letter about them, and its file. */
  readonly letter: RecordId
  readonly document: DocumentId
}

/** Who works with whom, by the numbers of workers and teams. */
export type Working = {
  readonly today: PlainDate
  readonly north: SubjectId
  readonly east: SubjectId
  readonly south: SubjectId
  readonly adoption: SubjectId
  /** Somebody in none of the accounts. */
  readonly colleague: SubjectId
  /** The worker and team of each account that has them. */
  readonly everybody: readonly { readonly worker: SubjectId; readonly team: SubjectId }[]
  /** Whom the restriction of `named` names. */
  readonly trusted: readonly SubjectId[]
}

const typeOf: Readonly<Record<Letter, RecordType>> = {
  o: CaseNote,
  c: ConfidentialAddress,
  h: Disability,
  k: Criminal,
  a: Allegation,
  d: Adoption,
}
export const letters = Object.keys(typeOf) as readonly Letter[]

/** The role of those whose record it is: the first that people can have. */
export const ownersRole = (type: RecordType): string | undefined =>
  Object.entries(type.subjects).find(([, { kind }]) => kind === 'person')?.[0]

const capital = (key: PersonKey): string => key.charAt(0).toUpperCase() + key.slice(1)
/** Given and family name, all so far from each other that none is another misspelt. */
const names: Readonly<Record<PersonKey, readonly [string, string]>> = {
  mine: ['Xqanchorage', 'Xqjackdaw'],
  team: ['Xqbuttercup', 'Xqkingfisher'],
  service: ['Xqcormorant', 'Xqlaburnum'],
  elsewhere: ['Xqdaffodil', 'Xqmarigold'],
  nobodys: ['Xqeiderdown', 'Xqnasturtium'],
  left: ['Xqfeathered', 'Xqoystercatcher'],
  named: ['Xqgooseberry', 'Xqpimpernel'],
  closed: ['Xqhollyhock', 'Xqquartermaster'],
  sealed: ['Xqivorybill', 'Xqrhododendron'],
}
export const givenName = (key: PersonKey): string => names[key][0]
export const familyName = (key: PersonKey): string => names[key][1]
const nameFields = (key: PersonKey) => ({ given: givenName(key), family: familyName(key), knownAs: null })
export const wordsCanary = (key: PersonKey, letter: Letter): string => `xq${capital(key)}${letter.toUpperCase()}qx`
export const jointCanary = (keys: readonly PersonKey[], letter: Letter, what: string): string =>
  `xq${keys.map(capital).join('And')}${what}${letter.toUpperCase()}qx`

/** One person for every kind of protection, with a record of each sensitivity. */
export async function makePerson(key: PersonKey, write: Write, working: Working): Promise<MadeUpPerson> {
  const subject = await write.make('person')
  const role = { person: [subject] }
  await write.new(Person, role, '', { bornOn: since, expectedOn: null, diedOn: null })
  await write.new(PersonName, role, '', nameFields(key))
  const home = await write.make('household')
  await write.new(Household, { household: [home] }, `${familyName(key)} home`, { kind: 'family' })
  await write.new(HouseholdMembership, { ...role, household: [home] }, '')
  const records = {} as Record<Letter, RecordId>
  for (const letter of letters) {
    const type = typeOf[letter]
    const owners = { [ownersRole(type) ?? '']: [subject] }
    const written = await write.new(type, { ...owners, worker: [working.colleague] }, wordsCanary(key, letter))
    records[letter] = written.record
  }
  const each = letters.map((letter) => [fieldOf[letter], wordsCanary(key, letter)] as const)
  await write.new(EachField, { people: [subject] }, '', Object.fromEntries(each))
  await write.new(Stay, { guest: [subject] }, '', { room: 'garden', content: null })
  const second = await write.make('person')
  await write.new(CaseNote, { people: [second], worker: [working.colleague] }, wordsCanary(key, 'o'))
  await protections[key]?.(subject, write, working, second)
  const says = wordsCanary(key, 'o')
  const document = await write.file(subject, says)
  const { record: letter } = await write.new(PersonDocument, { people: [subject] }, says, { kind: 'letter', document })
  const { record: signed } = await write.new(Signed, { people: [subject] }, says)
  return { subject, second, records, home, signed, letter, document }
}

const fieldOf: Readonly<Record<Letter, string>> = {
  o: 'ordinary',
  c: 'confidential',
  h: 'health',
  k: 'criminal',
  a: 'allegation',
  d: 'adoption',
}

type Protecting = (subject: SubjectId, write: Write, working: Working, second: SubjectId) => Promise<unknown>

const allocate =
  (dates: (today: PlainDate) => Readonly<Record<string, PlainDate | null>> = () => ({})): Protecting =>
  async (subject, write, { everybody, today }) => {
    for (const { worker, team } of everybody)
      await write.new(Allocation, { person: [subject], team: [team], worker: [worker] }, '', dates(today))
  }

const allocateTo =
  (team: 'north' | 'east' | 'south', worker: boolean): Protecting =>
  (subject, write, working) =>
    write.new(Allocation, { person: [subject], team: [working[team]], worker: worker ? [working.colleague] : [] }, '')

const all =
  (...protecting: readonly Protecting[]): Protecting =>
  async (...given) => {
    for (const one of protecting) await one(...given)
  }

const restrict =
  (named: 'trusted' | 'colleague'): Protecting =>
  (subject, write, { trusted, colleague, south }) =>
    write.new(
      Restriction,
      {
        person: [subject],
        workers: named === 'trusted' ? trusted : [colleague],
        teamToRing: [south],
        worker: [colleague],
      },
      '',
    )

/** What protects somebody stands under the number by which they were recorded a second time. */
const onSecond =
  (protecting: Protecting): Protecting =>
  (subject, write, working, second) =>
    protecting(second, write, working, subject)

const protections: Readonly<Record<PersonKey, Protecting | undefined>> = {
  mine: allocate(),
  team: allocateTo('north', false),
  service: allocateTo('east', true),
  elsewhere: allocateTo('south', true),
  nobodys: undefined,
  left: all(
    allocate((today) => ({ endedOn: daysFrom(today, -1) })),
    allocate((today) => ({ endedOn: today })),
    allocate((today) => ({ startedOn: daysFrom(today, 1) })),
  ),
  named: all(allocate(), restrict('trusted')),
  closed: all(allocate(), onSecond(restrict('colleague'))),
  sealed: all(allocate(), (subject, write, { colleague }) =>
    write.new(AdoptionSeal, { person: [subject], worker: [colleague] }, wordsCanary('sealed', 'd')),
  ),
}

type People = Readonly<Record<PersonKey, MadeUpPerson>>

/** A record of several people, or of one who is now another: whose it is now. */
export type Tied = {
  readonly name: string
  readonly owners: readonly PersonKey[]
  readonly record: RecordId
  /** To whom it ties them, of what is between two people. */
  readonly to?: PersonKey
}

/** Whom `mine` is tied to. */
export const tiedTo = ['closed', 'named', 'sealed', 'elsewhere', 'service'] as const

/** Records of several people, and of one who is now another: each a way to read on one page what is closed on another. */
export async function tieTogether(
  people: People,
  write: Write,
  { colleague, today }: Working,
): Promise<{ readonly canaries: readonly Canary[]; readonly tied: readonly Tied[] }> {
  const number = (key: PersonKey) => people[key].subject
  const canaries: Canary[] = []
  const tied: Tied[] = []
  const words = (owners: readonly PersonKey[], what: string): string => {
    const text = jointCanary(owners, 'o', what)
    canaries.push({ text, kind: 'words', of: owners, letter: 'o' })
    return text
  }
  const about = (owners: readonly PersonKey[]) => ({ people: owners.map(number), worker: [colleague] })
  for (const other of tiedTo) {
    const together = await write.new(CaseNote, about(['mine', other]), words(['mine', other], 'Together'))
    tied.push({ name: `together with ${other}`, owners: ['mine', other], record: together.record })
    // Named in each other's record.
    for (const [owner, named] of [
      ['mine', other],
      [other, 'mine'],
    ] as const) {
      const relates = jointCanary([owner], 'o', `Relates${capital(named)}`)
      const since = plainDate(`${1801 + tied.length}-02-03`)
      const subjects = { person: [number(owner)], relative: [number(named)] }
      const { record } = await write.new(Relationship, subjects, relates, { startedOn: since })
      tied.push({ name: `${named} named in the record of ${owner}`, owners: [owner], record, to: named })
      canaries.push({ text: relates, kind: 'words', of: [owner], letter: 'o', tiedTo: named })
      // The day, as it is written and as it is kept.
      const { year } = partsOf(since)
      for (const text of [`Feb ${year}`, `February ${year}`, toText(since), String(since)])
        canaries.push({ text, kind: 'day', of: [owner, named] })
      const because = { person: [number(owner)], because: [number(named)] }
      await write.new(Alert, because, words([owner], `Alerts${capital(named)}`))
    }
    // Written on the wrong page, and put right: it is the other's alone now.
    const before = words([other], 'WrittenOnMine')
    const moved = await write.new(CaseNote, about(['mine']), before)
    await write.again(moved, CaseNote, about([other]), before, today)
    tied.push({ name: `moved to ${other}`, owners: [other], record: moved.record })
    // Once about both, and no longer about the other.
    const parted = await write.new(CaseNote, about(['mine', other]), words(['mine', other], 'OnceTogether'))
    await write.again(parted, CaseNote, about(['mine']), words(['mine'], `Since${capital(other)}`), today)
    tied.push({ name: `once together with ${other}`, owners: ['mine'], record: parted.record })
    // A name written on the wrong page.
    const name = await write.new(PersonName, { person: [number('mine')] }, '', nameFields(other))
    await write.again(name, PersonName, { person: [number(other)] }, '', today, nameFields(other))
  }
  return { canaries, tied }
}

/** The canaries of each person's own records. */
export const ownCanaries = (keys: readonly PersonKey[]): readonly Canary[] =>
  keys.flatMap((key) => [
    ...names[key].map((text) => ({ text, kind: 'name', of: key }) as const),
    ...letters.map((letter) => ({ text: wordsCanary(key, letter), kind: 'words', of: [key], letter }) as const),
  ])
