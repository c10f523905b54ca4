import { HouseholdMembership } from '../../areas/people/households.ts'
import { inverseOf, RelationshipKind, type RelationshipKindCode } from '../../areas/people/relationship-kinds.ts'
import { Relationship } from '../../areas/people/relationships.ts'
import { decide } from '../../core/access/decide.ts'
import { labelOf } from '../../core/definitions/code-list.ts'
import type { SubjectId } from '../../core/definitions/field.ts'
import type { RecordAsAt } from '../../core/record/chronology.ts'
import type { Room } from '../access/about.ts'
import { membersOf } from '../access/about-thing.ts'
import { protectedPeople } from '../access/protected.ts'
import type { App } from '../app.ts'
import { recordsOf } from '../records-of.ts'

/** Somebody of the family, and in words what they are to the one it is asked about, where that is on the record. */
type Relative = { readonly subject: SubjectId; readonly is: string | undefined }

export type FamilyKnown = { readonly people: readonly Relative[]; readonly households: readonly SubjectId[] }

/** How many steps from the child a family is followed: the brother, whose mother it is, whose mother the sister lives with. */
const STEPS = 3
const MOST = 60

/**
 * The family known so far: the person, those related to them or living with them, and those related to these; and the households they live
 * in. It goes no further than people whom the viewer may find: past somebody restricted nothing is followed.
 */
export async function familyKnown(app: App, room: Room, subject: SubjectId): Promise<FamilyKnown> {
  const people = new Map<SubjectId, string | undefined>([[subject, undefined]])
  const households = new Set<SubjectId>()
  let edge: readonly SubjectId[] = [subject]
  for (let step = 0; step < STEPS && edge.length > 0; step++) {
    const near = await Promise.all(edge.map((one) => neighbours(app, room, one)))
    for (const household of near.flatMap((one) => one.households)) households.add(household)
    const strangers = near.flatMap((one) => one.people).filter((one) => !people.has(one.subject))
    const found = await findable(app, room, strangers)
    // What the mother is to the child is said; what her mother is to her says nothing of the child.
    for (const one of found.slice(0, MOST - people.size))
      people.set(one.subject, step === 0 ? (people.get(one.subject) ?? one.is) : undefined)
    edge = found.map((one) => one.subject)
  }
  for (const last of edge) for (const household of await householdsOf(app, room, last)) households.add(household)
  return { people: [...people].map(([one, is]) => ({ subject: one, is })), households: [...households] }
}

async function findable(app: App, { db, viewer }: Room, people: readonly Relative[]): Promise<readonly Relative[]> {
  const known = await protectedPeople(
    app,
    db,
    people.map(({ subject }) => subject),
  )
  return people.filter(({ subject }) => {
    const person = known.get(subject)
    return person !== undefined && decide(viewer, 'find', person).may === 'yes'
  })
}

async function neighbours(app: App, room: Room, subject: SubjectId): Promise<FamilyKnown> {
  const relationships = await recordsOf(app, room.db, subject, [Relationship])
  const related = relationships.flatMap((one) => relativesIn(one, subject))
  const households = await householdsOf(app, room, subject)
  const living: Relative[] = []
  for (const household of households)
    for (const other of await membersOf(app, room.db, household)) living.push({ subject: other, is: undefined })
  return { people: [...related, ...living].filter((one) => one.subject !== subject), households }
}

async function householdsOf(app: App, { db }: Room, subject: SubjectId): Promise<readonly SubjectId[]> {
  const stays = await recordsOf(app, db, subject, [HouseholdMembership])
  return [...new Set(stays.flatMap(({ content }) => content.subjects['household'] ?? []))]
}

/** What the other of the two is to this one: as it is written, or read the other way round. */
function relativesIn({ content }: RecordAsAt, subject: SubjectId): readonly Relative[] {
  const [person] = content.subjects['person'] ?? []
  const [relative] = content.subjects['relative'] ?? []
  const kind = content.fields['kind']
  if (person === undefined || relative === undefined) return []
  if (person === subject) return [{ subject: relative, is: wordFor(kind) }]
  return [{ subject: person, is: wordFor(isKind(kind) ? inverseOf(kind) : null) }]
}

const isKind = (kind: unknown): kind is RelationshipKindCode =>
  typeof kind === 'string' && Object.hasOwn(RelationshipKind.codes, kind)
const wordFor = (kind: unknown): string | undefined =>
  isKind(kind) ? labelOf(RelationshipKind, kind).toLowerCase() : undefined
