import { Household, HouseholdMembership } from '../areas/people/households.ts'
import { ImportantPerson } from '../areas/people/network.ts'
import { CaseNote } from '../areas/people/notes.ts'
import { Person, PersonName } from '../areas/people/person.ts'
import { FamilyTimeArrangement, ParentalResponsibility, Relationship } from '../areas/people/relationships.ts'
import { parseInstant } from '../core/dates/instant.ts'
import { type PlainDate, plainDate } from '../core/dates/plain-date.ts'
import type { SubjectId, SubjectKind } from '../core/definitions/field.ts'
import type { RecordType } from '../core/definitions/record-type.ts'
import type { Content } from '../core/record/content.ts'

type Write = (
  type: RecordType,
  subjects: Readonly<Record<string, readonly SubjectId[]>>,
  fields: Content['fields'],
  knownOn?: PlainDate,
) => Promise<unknown>

type Writing = {
  readonly write: Write
  readonly make: (kind: SubjectKind) => Promise<SubjectId>
  readonly person: (given: string, family: string, bornOn: string, sex: string) => Promise<SubjectId>
}

type Family = Readonly<Record<'maya' | 'theo' | 'isla' | 'carys' | 'dean' | 'sheila' | 'tom', SubjectId>>

/**
 * The wider family of the demonstration: a grandfather who died, the mother's partner, a baby expected, and where they lived before. On an earlier
 * day the family looks different; so it does as it was known before the baby was told of.
 */
export async function loadDemonstrationRelatives(writing: Writing, family: Family): Promise<void> {
  const { write, make, person } = writing
  const { maya, carys, dean, sheila, isla } = family
  const related = (who: SubjectId, relative: SubjectId, kind: string, on: string, until: string | null = null) =>
    write(
      Relationship,
      { person: [who], relative: [relative] },
      { kind, startedOn: plainDate(on), endedOn: until === null ? null : plainDate(until) },
    )
  const brian = await make('person')
  await write(
    Person,
    { person: [brian] },
    { bornOn: plainDate('1962-02-11'), birthDateBasis: 'stated', diedOn: plainDate('2019-05-30'), sex: 'M' },
  )
  await write(
    PersonName,
    { person: [brian] },
    { kind: 'usual', given: 'Brian', family: 'Ellwood', startedOn: plainDate('1962-02-11') },
  )
  const luke = await person('Luke', 'Tarrant', '1994-08-17', 'M')
  await related(carys, brian, 'birth-parent', '1992-03-30')
  await related(sheila, brian, 'spouse', '1988-06-18')
  await related(carys, dean, 'partner', '2010-05-01', '2017-09-01')
  await related(carys, luke, 'partner', '2018-06-01')
  await related(isla, luke, 'birth-parent', '2019-09-09')
  for (const [holder, holds] of [
    [luke, 'no'],
    [sheila, 'not known'],
  ] as const)
    await write(
      ParentalResponsibility,
      { child: [maya], holder: [holder] },
      { holds, startedOn: plainDate('2023-01-09') },
    )
  await loadBaby(writing, { carys, luke })
  await loadHomes(writing, { ...family, luke })
  await loadFamilyTime(writing, family)
}

/** Told of in September 2023: as known before, there is no such child. */
async function loadBaby({ write, make }: Writing, { carys, luke }: Readonly<Record<'carys' | 'luke', SubjectId>>) {
  const [told, written] = [plainDate('2023-09-12'), plainDate('2023-09-14')]
  const baby = await make('person')
  await write(Person, { person: [baby] }, { expectedOn: plainDate('2024-02-20'), sex: 'U' }, written)
  for (const parent of [carys, luke])
    await write(
      Relationship,
      { person: [baby], relative: [parent] },
      { kind: 'birth-parent', startedOn: told },
      written,
    )
}

async function loadHomes({ write, make }: Writing, family: Family & { readonly luke: SubjectId }) {
  const { maya, theo, isla, carys, dean, luke } = family
  const household = async (name: string) => {
    const id = await make('household')
    await write(Household, { household: [id] }, { name, kind: 'family' })
    return id
  }
  const live = (home: SubjectId, who: SubjectId, from: string, to: string | null, more: Content['fields'] = {}) =>
    write(
      HouseholdMembership,
      { person: [who], household: [home] },
      { mainHome: 'yes', startedOn: plainDate(from), endedOn: to === null ? null : plainDate(to), ...more },
    )
  const moved = '2023-01-09'
  const harbour = await household('Harbour Street')
  await live(harbour, carys, '2010-05-01', moved)
  await live(harbour, dean, '2010-05-01', '2017-09-01')
  await live(harbour, theo, '2011-02-03', moved)
  await live(harbour, maya, '2014-06-14', moved)
  await live(harbour, luke, '2018-06-01', moved)
  await live(harbour, isla, '2019-09-09', moved)
  const deans = await household('Dean’s')
  await live(deans, dean, '2017-09-01', null)
  for (const child of [maya, theo])
    await live(deans, child, '2018-01-06', null, { mainHome: 'no', when: 'Every second weekend' })
}

async function loadFamilyTime({ write }: Writing, { maya, theo, isla, dean, sheila, tom }: Family) {
  const arranged = (withWhom: SubjectId, how: string, on: string, more: Content['fields']) =>
    write(FamilyTimeArrangement, { child: [maya], withWhom: [withWhom] }, { how, startedOn: plainDate(on), ...more })
  await arranged(dean, 'in-person', '2018-01-06', {
    howOften: 'Every second weekend',
    everyDays: 14,
    where: 'At Dean’s; he fetches them from school',
    childsView: '“I like it when we cook. I don’t like it when he is cross on the phone.”',
  })
  await arranged(sheila, 'phone-or-video', '2023-01-09', { howOften: 'Wednesdays after tea' })
  await arranged(isla, 'supervised', '2023-01-16', { howOften: 'Once a month', everyDays: 31 })
  await write(
    CaseNote,
    { people: [maya, theo, dean] },
    {
      happenedAt: { at: parseInstant('2023-09-03T17:00Z'), precision: 'minute' },
      kind: 'family-time',
      heading: 'Back from the weekend with their father',
      whatHappened: 'Both children were brought home on time. They had cooked pancakes.',
      worker: tom,
    },
    plainDate('2023-09-04'),
  )
  const important = (name: string, who: string, why: string) =>
    write(ImportantPerson, { child: [maya] }, { name, who, why, startedOn: plainDate('2023-08-23') })
  await important('Biscuit', 'Sheila’s dog', '“She knows when I’m sad.”')
  await important('Miss Adeyemi', 'Teaching assistant', '“She lets me sit with her at lunch.”')
}
