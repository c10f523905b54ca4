import { Allocation } from '../areas/organisation/allocation.ts'
import { Team, TeamMembership, Worker } from '../areas/organisation/workers.ts'
import { Household, HouseholdMembership } from '../areas/people/households.ts'
import { CaseNote, SeenAndHeard } from '../areas/people/notes.ts'
import { GenderIdentity, Person, PersonIdentifier, PersonName } from '../areas/people/person.ts'
import { ParentalResponsibility, Relationship } from '../areas/people/relationships.ts'
import { Alert, Restriction } from '../areas/people/safety.ts'
import { type Instant, parseInstant } from '../core/dates/instant.ts'
import { type PlainDate, plainDate, toText } from '../core/dates/plain-date.ts'
import type { SubjectId, SubjectKind } from '../core/definitions/field.ts'
import type { RecordType } from '../core/definitions/record-type.ts'
import type { Content } from '../core/record/content.ts'
import { type Account, addAccount, findAccount } from '../store/accounts.ts'
import { writeAudit } from '../store/audit.ts'
import type { Db } from '../store/records/transaction.ts'
import { makeSubject, writeVersion } from '../store/records/write.ts'
import { PARTNER } from './access/roles.ts'
import { loadDemonstrationRelatives } from './demonstration-relatives.ts'
import { loadWaiting, lookedBefore } from './demonstration-work.ts'

/** Who one can be in the demonstration, one for each role. */
export const demonstrationUsers = [
  { userName: 'tom', name: 'Tom Fairweather', job: 'Social worker, North team', role: 'social-worker', team: 'north' },
  { userName: 'dilys', name: 'Dilys Okafor', job: 'Team manager, North team', role: 'team-manager', team: 'north' },
  { userName: 'nasreen', name: 'Nasreen Holt', job: 'Social worker, South team', role: 'social-worker', team: 'south' },
  { userName: 'anwen', name: 'Anwen Brisk', job: 'Reviewing officer', role: 'reviewing-officer', team: 'reviewing' },
  {
    userName: 'lewis',
    name: 'Lewis Dunmore',
    job: 'Designated officer',
    role: 'designated-officer',
    team: 'reviewing',
  },
  {
    userName: 'marian',
    name: 'Marian Teal',
    job: 'Director of children’s services',
    role: 'director',
    team: 'management',
  },
  {
    userName: 'nia',
    name: 'Nia Rowlands',
    job: 'Designated nurse for children in care',
    role: 'designated-nurse',
    team: 'management',
  },
  { userName: 'iain', name: 'Iain Crewe', job: 'Performance analyst', role: 'performance-analyst', team: 'management' },
  { userName: 'ottoline', name: 'Ottoline Marsh', job: 'Records officer', role: 'records-officer', team: 'management' },
  { userName: 'fran', name: 'Fran Whitlock', job: 'Adoption manager', role: 'adoption-worker', team: 'adoption' },
] as const
/** And somebody of another agency, who sees figures of a locality and nobody at all. */
export const demonstrationPartner = {
  ...{ userName: 'gwen', name: 'Gwen Aldous', job: 'Head teacher, partner for Vale locality' },
  partnerOf: ['Vale locality'],
} as const
type UserName = (typeof demonstrationUsers)[number]['userName']

const since = plainDate('2023-01-09')

/** Writes records as they were known on a day, by somebody. */
function writer(db: Db, recordedBy: string) {
  const stamp = (on: PlainDate) => ({ recordedAt: new Date(`${toText(on)}T10:00:00Z`), recordedBy })
  return {
    make: (kind: SubjectKind): Promise<SubjectId> =>
      makeSubject(db, { kind, madeAt: stamp(since).recordedAt, madeBy: recordedBy }),
    async write(
      type: RecordType,
      subjects: Readonly<Record<string, readonly SubjectId[]>>,
      fields: Content['fields'],
      knownOn: PlainDate = since,
    ) {
      const blank = Object.fromEntries(Object.keys(type.fields).map((field) => [field, null]))
      const content: Content = {
        subjects: { ...Object.fromEntries(Object.keys(type.subjects).map((role) => [role, []])), ...subjects },
        links: Object.fromEntries(Object.keys(type.links).map((link) => [link, null])),
        fields: { ...blank, ...fields },
      }
      return writeVersion(db, { ...stamp(knownOn), type, content, knownOn, reason: null, source: 'form' })
    },
  }
}

/**
 * A made-up family over three households, those who work with them, and an account for each of these. Maya and Theo live with their
 * mother and are Tom's; Isla lives with her grandmother, and only Nasreen may open her record; Ivo is another team's child. Ruby waits for a worker,
 * and Kofi's is away. Theo was recorded a second time, under his father's name, when somebody else rang about him.
 */
export async function loadDemonstrationPeople(db: Db, passwordHash: string) {
  const { make, write } = writer(db, 'Demonstration')
  const teams = await loadTeams(write, make)
  const loadUser = async (userName: UserName): Promise<{ readonly id: SubjectId; readonly account: Account }> => {
    const user = demonstrationUsers.find((one) => one.userName === userName)
    if (user === undefined) throw new Error(`${userName} is not a user of the demonstration`)
    const id = await make('worker')
    await write(Worker, { worker: [id] }, { name: user.name, roleTitle: user.job.split(',')[0] ?? null })
    await write(
      TeamMembership,
      { worker: [id], team: [teams[user.team]] },
      { part: user.role === 'team-manager' ? 'manager' : 'member', startedOn: since },
    )
    await addAccount(db, {
      userName,
      name: user.name,
      worker: id,
      roles: [user.role],
      passwordHash,
      madeAt: new Date(`${toText(since)}T10:00:00Z`),
    })
    const account = await findAccount(db, userName)
    if (account === undefined) throw new Error(`${userName} was only just added`)
    return { id, account }
  }
  const [tom, dilys, nasreen] = [await loadUser('tom'), await loadUser('dilys'), await loadUser('nasreen')]
  const [anwen, lewis, marian, iain, ottoline] = [
    await loadUser('anwen'),
    await loadUser('lewis'),
    await loadUser('marian'),
    await loadUser('iain'),
    await loadUser('ottoline'),
  ]
  const person = async (given: string, family: string, bornOn: string, sex: string) => {
    const id = await make('person')
    await write(Person, { person: [id] }, { bornOn: plainDate(bornOn), birthDateBasis: 'certain', sex })
    await write(PersonName, { person: [id] }, { kind: 'usual', given, family, startedOn: plainDate(bornOn) })
    return id
  }
  const maya = await person('Maya', 'Ellwood', '2014-06-14', 'F')
  const theo = await person('Theo', 'Ellwood', '2011-02-03', 'M')
  const isla = await person('Isla', 'Ellwood', '2019-09-09', 'F')
  const carys = await person('Carys', 'Ellwood', '1992-03-30', 'F')
  const dean = await person('Dean', 'Marlow', '1988-11-02', 'M')
  const sheila = await person('Sheila', 'Ellwood', '1965-07-21', 'F')
  const ivo = await person('Ivo', 'Santander', '2015-05-05', 'M')
  const allocate = (child: SubjectId, team: SubjectId, worker: SubjectId, role = 'social-worker') =>
    write(Allocation, { person: [child], team: [team], worker: [worker] }, { role, startedOn: since })
  for (const child of [maya, theo, isla]) await allocate(child, teams.north, tom.id)
  for (const child of [isla, ivo]) await allocate(child, teams.south, nasreen.id)
  for (const child of [maya, theo]) await allocate(child, teams.reviewing, anwen.id, 'reviewing-officer')
  await write(
    Restriction,
    { person: [isla], workers: [nasreen.id], teamToRing: [teams.south] },
    { startedOn: since, reason: 'Where she lives must not become known.', decidedBy: dilys.id },
  )
  await loadFamily(write, make, { maya, theo, isla, carys, dean, sheila })
  await loadDemonstrationRelatives({ write, make, person }, { maya, theo, isla, carys, dean, sheila, tom: tom.id })
  await loadNotes(write, { maya, theo, tom: tom.id })
  const theodore = await person('Theodore', 'Marlow', '2011-02-03', 'M')
  await loadSecondRecord(write, { theo, theodore, dean, north: teams.north, tom: tom.id })
  await loadWaiting(write, make, { person, north: teams.north, south: teams.south, nasreen: nasreen.id })
  await writeAudit(db, [lookedBefore(tom.account, maya), lookedBefore(dilys.account, maya)])
  const { userName, name, partnerOf } = demonstrationPartner
  const madeAt = new Date(`${toText(since)}T10:00:00Z`)
  await addAccount(db, { userName, name, worker: null, roles: [PARTNER], partnerOf, passwordHash, madeAt })
  const fran = await loadUser('fran')
  await loadUser('nia')
  return {
    ...teams,
    tom,
    dilys,
    nasreen,
    anwen,
    lewis,
    marian,
    iain,
    ottoline,
    fran,
    maya,
    theo,
    theodore,
    isla,
    carys,
    dean,
    sheila,
    ivo,
    write,
  }
}

type Write = ReturnType<typeof writer>['write']
type Make = ReturnType<typeof writer>['make']

async function loadTeams(write: Write, make: Make) {
  const team = async (name: string, service: string, phone: string) => {
    const id = await make('team')
    await write(Team, { team: [id] }, { name, service, phone })
    return id
  }
  return {
    north: await team('North team', 'children-in-care', '01632 960010'),
    south: await team('South team', 'child-protection', '01632 960020'),
    reviewing: await team('Reviewing service', 'reviewing', '01632 960030'),
    management: await team('Service management', 'management', '01632 960040'),
    adoption: await team('Adoption', 'adoption', '01632 960050'),
  }
}

type Family = Readonly<Record<'maya' | 'theo' | 'isla' | 'carys' | 'dean' | 'sheila', SubjectId>>

async function loadFamily(write: Write, make: Make, { maya, theo, isla, carys, dean, sheila }: Family) {
  const household = async (name: string, kind: string, members: readonly SubjectId[]) => {
    const id = await make('household')
    await write(Household, { household: [id] }, { name, kind })
    for (const member of members)
      await write(HouseholdMembership, { person: [member], household: [id] }, { mainHome: 'yes', startedOn: since })
  }
  await household('Carys’s', 'family', [carys, maya, theo])
  await household('Sheila’s', 'relatives', [sheila, isla])
  const related = (who: SubjectId, relative: SubjectId, kind: string, on: string) =>
    write(Relationship, { person: [who], relative: [relative] }, { kind, startedOn: plainDate(on) })
  for (const [child, on] of [
    [maya, '2014-06-14'],
    [theo, '2011-02-03'],
    [isla, '2019-09-09'],
  ] as const) {
    await related(child, carys, 'birth-parent', on)
    await write(
      ParentalResponsibility,
      { child: [child], holder: [carys] },
      { holds: 'yes', acquiredBy: 'mother', evidenceSeen: 'yes', startedOn: plainDate(on) },
    )
  }
  for (const [child, on] of [
    [maya, '2014-06-14'],
    [theo, '2011-02-03'],
  ] as const) {
    await related(child, dean, 'birth-parent', on)
    await write(
      ParentalResponsibility,
      { child: [child], holder: [dean] },
      { holds: 'yes', acquiredBy: 'registered-father', evidenceSeen: 'yes', startedOn: plainDate(on) },
    )
  }
  await related(maya, theo, 'sibling', '2014-06-14')
  await related(maya, isla, 'half-sibling', '2019-09-09')
  await related(carys, sheila, 'birth-parent', '1992-03-30')
  await write(GenderIdentity, { person: [maya] }, { startedOn: since, pronouns: 'she/her' })
  await write(
    Alert,
    { person: [maya], because: [dean] },
    {
      kind: 'before-you-ring',
      inShort: 'Ring Carys, not Dean, to arrange things',
      whatToDo: 'Dean must not learn the address or the school.',
      startedOn: since,
    },
  )
}

async function loadNotes(
  write: Write,
  { maya, theo, tom }: { readonly maya: SubjectId; readonly theo: SubjectId; readonly tom: SubjectId },
) {
  const at = (text: string) => ({ at: parseInstant(text) satisfies Instant, precision: 'minute' as const })
  const seen = (child: SubjectId, when: string, fields: Content['fields'], knownOn: string) =>
    write(
      SeenAndHeard,
      { child: [child] },
      { happenedAt: at(when), seen: 'yes', worker: tom, ...fields },
      plainDate(knownOn),
    )
  await seen(
    maya,
    '2023-08-23T15:30Z',
    {
      seenAlone: 'yes',
      childsWords: '“I want to see Isla more than one time.”',
      howShared: ['talking', 'drawing-or-play'],
    },
    '2023-08-24',
  )
  await seen(
    theo,
    '2023-08-23T16:00Z',
    { seenAlone: 'yes', childsWords: '“It’s fine here. Can I do football?”', howShared: ['talking'] },
    '2023-08-24',
  )
  await seen(
    maya,
    '2023-09-27T15:30Z',
    {
      seenAlone: 'no',
      whyNotAlone: 'Her mother stayed in the room',
      childsWords: 'She chose not to talk today.',
      howTheyWere: 'Tired after school; showed her reading record.',
    },
    '2023-10-02',
  )
}

/** Theo once more, as one who knew only his father's name for him wrote him down: with the same NHS number, and nobody who noticed. */
async function loadSecondRecord(
  write: Write,
  { theo, theodore, dean, north, tom }: Readonly<Record<'theo' | 'theodore' | 'dean' | 'north' | 'tom', SubjectId>>,
) {
  const nhs = { system: 'NHS', kind: 'nhs-number', identifier: '9990000018' }
  for (const child of [theo, theodore]) await write(PersonIdentifier, { person: [child] }, nhs)
  await write(
    Relationship,
    { person: [theodore], relative: [dean] },
    { kind: 'birth-parent', startedOn: plainDate('2011-02-03') },
  )
  const rang = plainDate('2023-09-12')
  await write(Allocation, { person: [theodore], team: [north] }, { role: 'duty-worker', startedOn: rang }, rang)
  await write(
    CaseNote,
    { people: [theodore] },
    {
      happenedAt: { at: parseInstant('2023-09-12T10:20Z'), precision: 'minute' },
      kind: 'phone-call',
      heading: 'His father asks when he can see him',
      whatHappened: 'Dean Marlow rang. He has not seen his son Theodore since August and asks who he can talk to.',
      worker: tom,
    },
    rang,
  )
}
