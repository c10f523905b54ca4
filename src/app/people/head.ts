import { Allocation } from '../../areas/organisation/allocation.ts'
import { AllocationRole } from '../../areas/organisation/services.ts'
import { Locality, Team } from '../../areas/organisation/workers.ts'
import { Communication, Language } from '../../areas/people/background.ts'
import { LanguageCode } from '../../areas/people/codes-of-background.ts'
import { GenderIdentity, Person, PersonName } from '../../areas/people/person.ts'
import { ageOn } from '../../core/dates/age.ts'
import type { PlainDate } from '../../core/dates/plain-date.ts'
import { labelOf } from '../../core/definitions/code-list.ts'
import type { SubjectId } from '../../core/definitions/field.ts'
import type { RecordType } from '../../core/definitions/record-type.ts'
import type { TagShown } from '../../core/definitions/tag.ts'
import { chronology, type RecordAsAt, standsIn } from '../../core/record/chronology.ts'
import { inRole, standing } from '../../core/record/standing.ts'
import { findVersionsOf, type StoredVersion } from '../../store/records/find.ts'
import type { Room } from '../access/about.ts'
import type { App } from '../app.ts'
import { recordsOfAll } from '../records-of.ts'
import { nameOf, naming } from './naming.ts'
import { shownContent } from './shown.ts'

/** Somebody who works with a person, or the team in which the person waits for one. */
export type WorksWith = {
  readonly role: string
  /** Null while the person waits for a worker in the team. */
  readonly worker: string | null
  readonly team: string
  readonly phone: string | null
  readonly since: PlainDate | null
  readonly coverFor: string | null
  /** The end written in advance, as of cover. */
  readonly endsOn: PlainDate | null
}

/** Who somebody is, today: for the head of every page about them. */
export type PersonHead = {
  readonly subject: SubjectId
  readonly today: PlainDate
  readonly name: string
  /** Null for somebody not yet born, or whose birth is not known. */
  readonly bornOn: PlainDate | null
  readonly expectedOn: PlainDate | null
  readonly diedOn: PlainDate | null
  /** In completed years; at death, of somebody who has died. */
  readonly age: number | null
  readonly pronouns: string | null
  /** How they describe their gender, for those who may read it. */
  readonly inTheirWords: string | null
  readonly languages: readonly string[]
  /** The language of the interpreter they need; `yes` where nobody wrote down which. */
  readonly interpreter: string | null
  readonly localities: readonly string[]
  readonly tags: readonly TagShown[]
  readonly workers: readonly WorksWith[]
  readonly mayRecord: boolean
  readonly maySeeWhoLooked: boolean
}

const ofPerson = [Person, PersonName, GenderIdentity, Language, Communication, Allocation]
const ofPlaces = [Team, Locality]

/** The head of a person whose room one is in: what of it the viewer may read. */
export async function personHead(app: App, room: Room, subject: SubjectId): Promise<PersonHead> {
  const wanted = [...ofPerson, ...ofPlaces, ...app.catalogue.tags.flatMap(({ reads }) => reads)]
  const readable = wanted.filter(({ sensitivity }) => room.may(sensitivity, 'read'))
  const types = new Map(readable.map((type) => [type.key, type] as const))
  const { today } = app.clock
  const versions = await findVersionsOf(room.db, { subject, types })
  const own = chronology(versions, types, { asAt: today, knownOn: today }).filter((record) => standsIn(subject, record))
  const records = [...own, ...(await around(app, room, own, types))].map((record) => ({
    ...record,
    content: shownContent(app, room, record.type, record.content).content,
  }))
  const person = standing(records, Person, 'person', subject).at(-1)?.content.fields ?? {}
  const [bornOn, diedOn] = [dateOrNull(person['bornOn']), dateOrNull(person['diedOn'])]
  const gender = standing(records, GenderIdentity, 'person', subject).at(-1)?.content.fields ?? {}
  return {
    subject,
    today,
    name: nameOf(records, app) ?? `Person ${subject}`,
    bornOn,
    expectedOn: dateOrNull(person['expectedOn']),
    diedOn,
    age: bornOn === null || bornOn > today ? null : ageOn(bornOn, diedOn ?? today),
    pronouns: textOrNull(gender['pronouns']),
    inTheirWords: textOrNull(gender['inTheirWords']),
    languages: languagesOf(records, subject),
    interpreter: interpreterFor(records, subject),
    localities: localitiesOf(records, subject),
    tags: tagsOf(app, types, records, subject),
    workers: await workersOf(app, room, { records, versions, subject }),
    mayRecord: room.may('ordinary', 'record'),
    maySeeWhoLooked: room.may('ordinary', 'see who looked'),
  }
}

/** What is written about the teams, households and places that records name: types that are about no person. */
async function around(
  app: App,
  room: Room,
  records: readonly RecordAsAt[],
  types: ReadonlyMap<string, RecordType>,
): Promise<readonly RecordAsAt[]> {
  const aboutPlaces = [...types.values()].filter(
    ({ subjects }) => !Object.values(subjects).some(({ kind }) => kind === 'person'),
  )
  const places = new Set(
    records.flatMap(({ type, content }) =>
      Object.entries(type.subjects)
        .filter(([, { kind }]) => kind !== 'person' && kind !== 'worker')
        .flatMap(([role]) => content.subjects[role] ?? []),
    ),
  )
  const recordsOf = await recordsOfAll(app, room.db, [...places], aboutPlaces)
  const found = [...places].flatMap((place) => recordsOf(place))
  return [...new Map(found.map((record) => [record.record, record] as const)).values()]
}

function tagsOf(
  app: App,
  types: ReadonlyMap<string, RecordType>,
  records: readonly RecordAsAt[],
  subject: SubjectId,
): readonly TagShown[] {
  return app.catalogue.tags
    .filter(({ reads }) => reads.every(({ key }) => types.has(key)))
    .flatMap(({ reads, of }) => {
      const read = new Set(reads.map(({ key }) => key))
      return of({ subject, asAt: app.clock.today, records: records.filter(({ type }) => read.has(type.key)) })
    })
}

type Around = {
  readonly records: readonly RecordAsAt[]
  readonly versions: readonly StoredVersion[]
  readonly subject: SubjectId
}

async function workersOf(app: App, room: Room, { records, versions, subject }: Around): Promise<readonly WorksWith[]> {
  const name = naming(app, room)
  const label = async (one: SubjectId | undefined): Promise<string | null> =>
    one === undefined ? null : (await name(one)).label
  return Promise.all(
    standing(records, Allocation, 'person', subject).map(async ({ content, sequence }) => {
      const [worker] = content.subjects['worker'] ?? []
      const [team] = content.subjects['team'] ?? []
      const { role, startedOn, coverFor } = content.fields
      const away = typeof coverFor === 'number' ? (coverFor as SubjectId) : undefined
      const names = await Promise.all([worker, team, away].map(label))
      const ofTeam = team === undefined ? undefined : inRole(records, Team, 'team', team).at(-1)
      // The chronology does not show an end that lies ahead; the version has it.
      const written = versions.find((version) => version.sequence === sequence)
      return {
        role: labelOf(AllocationRole, String(role)),
        worker: names[0] ?? null,
        team: names[1] ?? '',
        phone: textOrNull(ofTeam?.content.fields['phone']),
        since: dateOrNull(startedOn),
        coverFor: names[2] ?? null,
        endsOn: dateOrNull(written?.content.fields['endedOn']),
      }
    }),
  )
}

function localitiesOf(records: readonly RecordAsAt[], subject: SubjectId): readonly string[] {
  const teams = standing(records, Allocation, 'person', subject).flatMap(
    ({ content }) => content.subjects['team'] ?? [],
  )
  const named = teams.flatMap((team) => standing(records, Locality, 'teams', team))
  return [...new Set(named.map(({ content }) => String(content.fields['name'])))]
}

/** The first language, or whichever are known. */
function languagesOf(records: readonly RecordAsAt[], subject: SubjectId): readonly string[] {
  const all = standing(records, Language, 'person', subject).map(({ content }) => content.fields)
  const first = all.filter((fields) => fields['first'] === 'yes')
  return (first.length > 0 ? first : all).map(
    (fields) => textOrNull(fields['otherLanguage']) ?? labelOf(LanguageCode, String(fields['language'])),
  )
}

function interpreterFor(records: readonly RecordAsAt[], subject: SubjectId): string | null {
  const { interpreter, interpreterFor: language } =
    standing(records, Communication, 'person', subject).at(-1)?.content.fields ?? {}
  if (interpreter !== 'yes') return null
  return typeof language === 'string' ? labelOf(LanguageCode, language) : 'yes'
}

const dateOrNull = (value: unknown): PlainDate | null => (typeof value === 'number' ? (value as PlainDate) : null)
const textOrNull = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)
