import { DecidedBy, Decision, DelegatedAuthority } from '../../areas/children-in-care/delegated-authority.ts'
import { Allocation } from '../../areas/organisation/allocation.ts'
import { Team, Worker } from '../../areas/organisation/workers.ts'
import { HouseholdMembership } from '../../areas/people/households.ts'
import { PersonName } from '../../areas/people/person.ts'
import { inverseOf, RelationshipKind, type RelationshipKindCode } from '../../areas/people/relationship-kinds.ts'
import { Relationship } from '../../areas/people/relationships.ts'
import { labelOf } from '../../core/definitions/code-list.ts'
import type { SubjectId } from '../../core/definitions/field.ts'
import type { LetterFill } from '../../core/definitions/letter.ts'
import type { RecordAsAt } from '../../core/record/chronology.ts'
import type { Room } from '../access/about.ts'
import type { App } from '../app.ts'
import { naming } from '../people/naming.ts'
import { recordsOf } from '../records-of.ts'

export type Known = Readonly<Partial<Record<LetterFill, string>>>

/**
 * What the record knows of that stands in a letter about a child. Never an address: whoever reads a letter must not learn from it where others live.
 */
export async function knownFor(app: App, room: Room, subject: SubjectId, to: SubjectId | undefined): Promise<Known> {
  const name = naming(app, room)
  const named = async (one: SubjectId): Promise<string | undefined> => {
    const { label, opens } = await name(one)
    return opens ? label : undefined
  }
  const records = await recordsOf(app, room.db, subject, [
    ...[PersonName, Allocation, Relationship, HouseholdMembership],
    DelegatedAuthority,
  ])
  const carers = await Promise.all((await carersIn(app, room, subject, records.filter(stands))).map(named))
  return compact({
    child: await named(subject),
    'first-name': firstName(records),
    to: to === undefined ? undefined : await named(to),
    carers: listed(carers.flatMap((one) => one ?? [])),
    decisions: decisionsIn(records.filter(stands)),
    ...(await senderOf(app, room, records.filter(stands))),
  })
}

const stands = ({ content }: RecordAsAt): boolean => (content.fields['endedOn'] ?? null) === null

function firstName(records: readonly RecordAsAt[]): string | undefined {
  const fields = records.filter((record) => record.type.key === PersonName.key && stands(record)).at(-1)?.content.fields
  return textOf(fields?.['knownAs']) ?? textOf(fields?.['given'])
}

/** Each matter in a line: `Staying with friends: the carer. After a call to the other family.` Looked at again, the later record stands. */
function decisionsIn(records: readonly RecordAsAt[]): string | undefined {
  const own = records.filter(({ type }) => type.key === DelegatedAuthority.key)
  const latest = new Map(own.map(({ content: { fields } }) => [String(fields['about']), fields] as const))
  const lines = [...latest].map(([about, { decidedBy, limits }]) => {
    const who = labelOf(DecidedBy, String(decidedBy))
    const conditions = textOf(limits)
    return `${labelOf(Decision, about)}: ${who.charAt(0).toLowerCase()}${who.slice(1)}.${conditions === undefined ? '' : ` ${conditions}`}`
  })
  return lines.length === 0 ? undefined : lines.join('\n')
}

const carersByCare: readonly RelationshipKindCode[] = ['carer', 'guardian']
const parents: readonly RelationshipKindCode[] = ['birth-parent', 'adoptive-parent', 'legal-parent', 'step-parent']

/** Whoever is recorded as the child's carer or guardian; where nobody is, those parents with whom the child has the main home. */
async function carersIn(
  app: App,
  room: Room,
  subject: SubjectId,
  records: readonly RecordAsAt[],
): Promise<readonly SubjectId[]> {
  const related = records
    .filter(({ type }) => type.key === Relationship.key)
    .flatMap(({ content }) => relativeOf(subject, content))
  const carers = related.filter(({ kind }) => carersByCare.includes(kind))
  if (carers.length > 0) return unique(carers.map(({ who }) => who))
  const stays = records.filter(
    ({ type, content }) => type.key === HouseholdMembership.key && content.subjects['person']?.includes(subject),
  )
  const main = stays.filter(({ content }) => content.fields['mainHome'] === 'yes')
  const homes = (main.length > 0 ? main : stays).flatMap(({ content }) => content.subjects['household'] ?? [])
  const housemates = (await Promise.all(homes.map((home) => recordsOf(app, room.db, home, [HouseholdMembership]))))
    .flat()
    .filter(stands)
    .flatMap(({ content }) => content.subjects['person'] ?? [])
  return unique(
    related.filter(({ who, kind }) => parents.includes(kind) && housemates.includes(who)).map(({ who }) => who),
  )
}

/** Who is what to the child, whichever of the two the record was written from. */
function relativeOf(
  subject: SubjectId,
  { subjects, fields }: RecordAsAt['content'],
): readonly { readonly who: SubjectId; readonly kind: RelationshipKindCode }[] {
  const [person] = subjects['person'] ?? []
  const [relative] = subjects['relative'] ?? []
  const { kind } = fields
  if (person === undefined || relative === undefined || !isKind(kind)) return []
  return person === subject ? [{ who: relative, kind }] : [{ who: person, kind: inverseOf(kind) }]
}

const isKind = (kind: unknown): kind is RelationshipKindCode =>
  typeof kind === 'string' && Object.hasOwn(RelationshipKind.codes, kind)

/** The worker who writes, and their team: the one through which they work with the child, or else the one they are in. */
async function senderOf(app: App, { db, viewer }: Room, records: readonly RecordAsAt[]): Promise<Known> {
  const worker =
    viewer.worker === null ? undefined : (await recordsOf(app, db, viewer.worker, [Worker])).at(-1)?.content.fields
  const own = records.find(
    ({ type, content }) =>
      type.key === Allocation.key && viewer.worker !== null && content.subjects['worker']?.includes(viewer.worker),
  )
  const team = own?.content.subjects['team']?.[0] ?? viewer.teams[0]
  const teams = team === undefined ? [] : await recordsOf(app, db, team, [Team])
  // A team that this one is part of stands in its record too.
  const teamFields = teams.find(({ content }) => content.subjects['team']?.[0] === team)?.content.fields
  return compact({
    worker: textOf(worker?.['name']) ?? viewer.name,
    job: textOf(worker?.['roleTitle']),
    team: textOf(teamFields?.['name']),
    phone: textOf(teamFields?.['phone']),
  })
}

const textOf = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined)
const unique = (all: readonly SubjectId[]): readonly SubjectId[] => [...new Set(all)]

function listed(names: readonly string[]): string | undefined {
  return names.length < 2 ? names[0] : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}

const compact = (known: { readonly [Fill in LetterFill]?: string | undefined }): Known =>
  Object.fromEntries(Object.entries(known).filter(([, value]) => value !== undefined))
