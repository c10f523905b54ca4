import { Allocation } from '../../areas/organisation/allocation.ts'
import { Locality, Team } from '../../areas/organisation/workers.ts'
import { Communication, Language } from '../../areas/people/background.ts'
import { LanguageCode } from '../../areas/people/codes-of-background.ts'
import { GenderIdentity, Person, PersonName } from '../../areas/people/person.ts'
import { ageOn } from '../../core/dates/age.ts'
import type { PlainDate } from '../../core/dates/plain-date.ts'
import { labelOf } from '../../core/definitions/code-list.ts'
import type { SubjectId } from '../../core/definitions/field.ts'
import type { TagShown } from '../../core/definitions/tag.ts'
import { chronology, type RecordAsAt, standsIn } from '../../core/record/chronology.ts'
import { standing } from '../../core/record/standing.ts'
import { findVersionsOf, type StoredVersion } from '../../store/records/find.ts'
import { findSamePeople } from '../../store/records/merges.ts'
import type { Room } from '../access/about.ts'
import type { App } from '../app.ts'
import { nameOf, naming, prevailing } from './naming.ts'
import { showingToday } from './showing.ts'
import { aroundThem, readByTags, tagsOf } from './tags.ts'
import { type WorksWith, worksWith } from './works-with.ts'

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

/**
 * The head of a person whose room one is in: what of it the viewer may read.
 * @param read all versions that the viewer may read about them as known today, where the page has them already
 */
export async function personHead(
  app: App,
  room: Room,
  number: SubjectId,
  read?: readonly StoredVersion[],
): Promise<PersonHead> {
  const wanted = [...ofPerson, ...ofPlaces, ...readByTags(app)]
  const readable = wanted.filter(({ sensitivity }) => room.may(sensitivity, 'read'))
  const types = new Map(readable.map((type) => [type.key, type] as const))
  const { today } = app.clock
  const subject = (await findSamePeople(room.db, [number], today)).kept(number)
  const versions =
    read?.filter(({ type }) => types.has(type)) ?? (await findVersionsOf(room.db, { subject, types, knownOn: today }))
  const own = chronology(versions, types, { asAt: today, knownOn: today }).filter((record) => standsIn(subject, record))
  const all = [...own, ...(await aroundThem(app, room.db, own, types.values()))]
  const show = await showingToday(app, room, all)
  const records = all.map(show.seen)
  const facts = standing(records, Person, 'person', subject)
  const [bornOn, diedOn] = [dateOrNull(prevailing(facts, 'bornOn')), dateOrNull(prevailing(facts, 'diedOn'))]
  const gender = standing(records, GenderIdentity, 'person', subject).at(-1)?.content.fields ?? {}
  return {
    subject,
    today,
    name: nameOf(records, app) ?? `Person ${subject}`,
    bornOn,
    expectedOn: dateOrNull(prevailing(facts, 'expectedOn')),
    diedOn,
    age: bornOn === null || bornOn > today ? null : ageOn(bornOn, diedOn ?? today),
    pronouns: textOrNull(gender['pronouns']),
    inTheirWords: textOrNull(gender['inTheirWords']),
    languages: languagesOf(records, subject),
    interpreter: interpreterFor(records, subject),
    localities: localitiesOf(records, subject),
    tags: tagsOf(app, room, { subject, records }),
    workers: await worksWith({ subject, records, versions }, naming(app, room)),
    mayRecord: room.may('ordinary', 'record'),
    maySeeWhoLooked: room.may('ordinary', 'see who looked'),
  }
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
