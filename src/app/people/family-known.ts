import { HouseholdMembership } from '../../areas/people/households.ts'
import { stepOf } from '../../areas/people/relation-words.ts'
import { inverseOf, RelationshipKind, type RelationshipKindCode } from '../../areas/people/relationship-kinds.ts'
import { Relationship } from '../../areas/people/relationships.ts'
import { labelOf } from '../../core/definitions/code-list.ts'
import type { SubjectId } from '../../core/definitions/field.ts'
import type { RecordAsAt } from '../../core/record/chronology.ts'
import type { Room } from '../access/about.ts'
import { membersOf } from '../access/about-thing.ts'
import { mayAmong } from '../access/may-find.ts'
import type { App } from '../app.ts'
import { recordsOfAll } from '../records-of.ts'

/** Somebody of the family, and in words what they are to the one it is asked about, where that is on the record. */
type Relative = { readonly subject: SubjectId; readonly is: string | undefined; readonly followed: boolean }

export type FamilyKnown = {
  readonly people: readonly Pick<Relative, 'subject' | 'is'>[]
  readonly households: readonly SubjectId[]
}

/** How many steps from the child a family is followed: the brother, whose mother it is, whose mother the sister lives with. */
const STEPS = 3
const MOST = 60

/**
 * The family known so far, for a form: the person, those related to them or living with them, and those related to these; and the households
 * they live in. It follows what the page of a family follows (docs/decisions/0006-a-family-on-a-page.md): it goes no further than people whom
 * the viewer may find, through nobody restricted, no friend and no tie that has ended, and tells where only those live whose record the viewer
 * may read.
 */
export async function familyKnown(app: App, room: Room, subject: SubjectId): Promise<FamilyKnown> {
  const people = new Map<SubjectId, string | undefined>([[subject, undefined]])
  const households = new Set<SubjectId>()
  let edge: readonly SubjectId[] = [subject]
  for (let step = 0; step <= STEPS && edge.length > 0; step++) {
    const homes = await homesOf(app, room, edge)
    for (const household of homes) households.add(household)
    if (step === STEPS) break
    const living = step === 0 ? await livingIn(app, room, homes) : []
    const near = [...(await related(app, room, edge)), ...living].filter((one) => !people.has(one.subject))
    const found = await findable(app, room, near)
    // What the mother is to the child is said; what her mother is to her says nothing of the child.
    for (const one of found.slice(0, MOST - people.size))
      people.set(one.subject, step === 0 ? (people.get(one.subject) ?? one.is) : undefined)
    edge = [...new Set(found.filter(({ followed }) => followed).map((one) => one.subject))]
  }
  return { people: [...people].map(([one, is]) => ({ subject: one, is })), households: [...households] }
}

async function findable(app: App, room: Room, people: readonly Relative[]): Promise<readonly Relative[]> {
  const may = await mayAmong(
    app,
    room,
    people.map((one) => one.subject),
    'find',
  )
  return people.filter((one) => may.has(one.subject))
}

async function related(app: App, { db }: Room, subjects: readonly SubjectId[]): Promise<readonly Relative[]> {
  const recordsOf = await recordsOfAll(app, db, subjects, [Relationship])
  return subjects.flatMap((subject) => recordsOf(subject).flatMap((one) => relativesIn(one, subject)))
}

/** The households of those whose record the viewer may read: where others live is not told. */
async function homesOf(app: App, room: Room, subjects: readonly SubjectId[]): Promise<readonly SubjectId[]> {
  const may = await mayAmong(app, room, subjects, 'read')
  const readable = subjects.filter((subject) => may.has(subject))
  const recordsOf = await recordsOfAll(app, room.db, readable, [HouseholdMembership])
  const stays = readable.flatMap((subject) => recordsOf(subject))
  return [...new Set(stays.flatMap(({ content }) => content.subjects['household'] ?? []))]
}

async function livingIn(app: App, { db }: Room, households: readonly SubjectId[]): Promise<readonly Relative[]> {
  const members = await Promise.all(households.map((household) => membersOf(app, db, household)))
  return members.flat().map((subject) => ({ subject, is: undefined, followed: false }))
}

/** What the other of the two is to this one: as it is written, or read the other way round. */
function relativesIn({ content }: RecordAsAt, subject: SubjectId): readonly Relative[] {
  const [person] = content.subjects['person'] ?? []
  const [relative] = content.subjects['relative'] ?? []
  const kind = content.fields['kind']
  if (person === undefined || relative === undefined || !isKind(kind)) return []
  const [other, is] = person === subject ? [relative, kind] : [person, inverseOf(kind)]
  const followed = stepOf(is) !== 'other' && content.fields['endedOn'] === null
  return [{ subject: other, is: labelOf(RelationshipKind, is).toLowerCase(), followed }]
}

const isKind = (kind: unknown): kind is RelationshipKindCode =>
  typeof kind === 'string' && Object.hasOwn(RelationshipKind.codes, kind)
