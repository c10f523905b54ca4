import { HouseholdAllocation } from '../../areas/organisation/allocation.ts'
import { HouseholdMembership } from '../../areas/people/households.ts'
import type { Guarded, Thing } from '../../core/access/decide-about-thing.ts'
import type { SubjectId } from '../../core/definitions/field.ts'
import type { RecordType } from '../../core/definitions/record-type.ts'
import type { RecordAsAt } from '../../core/record/chronology.ts'
import { findKinds } from '../../store/records/find.ts'
import type { Db } from '../../store/records/transaction.ts'
import type { App } from '../app.ts'
import { recordsOfAll } from '../records-of.ts'
import { allocated, protectedPeople, teamsCalled } from './protected.ts'

/**
 * What a decision about each of these depends on, whatever they are: people, households, places. In a few questions to the store however many they
 * are. A number that is nobody's and nothing's is not in it.
 */
export async function guardedAmong(
  app: App,
  db: Db,
  subjects: readonly SubjectId[],
): Promise<ReadonlyMap<SubjectId, Guarded>> {
  const people = await protectedPeople(app, db, subjects)
  const others = [...new Set(subjects)].filter((subject) => !people.has(subject))
  if (others.length === 0) return people
  return new Map<SubjectId, Guarded>([...people, ...(await thingsAmong(app, db, others))])
}

async function thingsAmong(
  app: App,
  db: Db,
  subjects: readonly SubjectId[],
): Promise<readonly (readonly [SubjectId, Thing])[]> {
  const kinds = await findKinds(db, subjects)
  const households = subjects.filter((subject) => kinds.get(subject) === 'household')
  const recordsOf = await recordsOfAll(app, db, households, [HouseholdMembership, HouseholdAllocation])
  const work = (household: SubjectId) => standing(recordsOf(household), HouseholdAllocation)
  const teams = await teamsCalled(
    app,
    db,
    households.flatMap(work).flatMap(({ content }) => content.subjects['team'] ?? []),
  )
  const membersIn = (household: SubjectId) => living(recordsOf(household))
  const people = await protectedPeople(app, db, households.flatMap(membersIn))
  return subjects.flatMap((subject): readonly (readonly [SubjectId, Thing])[] => {
    const kind = kinds.get(subject)
    if (kind === undefined || kind === 'person') return []
    if (kind !== 'household') return [[subject, { kind, people: [], allocations: [] }]]
    const thing = {
      kind,
      people: membersIn(subject).flatMap((person) => people.get(person) ?? []),
      allocations: work(subject).map((record) => allocated(record, teams)),
    }
    return [[subject, thing]]
  })
}

/** Who lives in a household today; where nobody does any more, who lived there last is better than everybody. */
export const membersOf = async (app: App, db: Db, household: SubjectId): Promise<readonly SubjectId[]> =>
  living((await recordsOfAll(app, db, [household], [HouseholdMembership]))(household))

function living(records: readonly RecordAsAt[]): readonly SubjectId[] {
  const stays = records.filter(({ type }) => type.key === HouseholdMembership.key)
  const now = standing(records, HouseholdMembership)
  return [...new Set((now.length > 0 ? now : stays).flatMap(({ content }) => content.subjects['person'] ?? []))]
}

const standing = (records: readonly RecordAsAt[], { key }: RecordType): readonly RecordAsAt[] =>
  records.filter(({ type, content }) => type.key === key && content.fields['endedOn'] === null)
