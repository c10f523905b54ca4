import { Allocation } from '../../areas/organisation/allocation.ts'
import { Person, PersonName } from '../../areas/people/person.ts'
import { decide, type Viewer } from '../../core/access/decide.ts'
import { ageOn } from '../../core/dates/age.ts'
import type { PlainDate } from '../../core/dates/plain-date.ts'
import type { SubjectId } from '../../core/definitions/field.ts'
import type { RecordAsAt } from '../../core/record/chronology.ts'
import { standing } from '../../core/record/standing.ts'
import type { Account } from '../../store/accounts.ts'
import { findSamePeople } from '../../store/records/merges.ts'
import { type Db, inTransaction } from '../../store/records/transaction.ts'
import { auditListed, type Listed, listable } from '../access/listed.ts'
import { viewerOf } from '../access/viewer.ts'
import type { App } from '../app.ts'
import { recordsOfAll } from '../records-of.ts'
import { type Named, nameOf, naming } from './naming.ts'
import { type Candidate, candidates, guardedCandidates, namesIn, type Query, readQuery } from './search/candidates.ts'
import { wordsOf } from './search/nearness.ts'

/** Somebody found, or that somebody restricted was: of them only whom to ring. */
export type Found =
  | {
      readonly kind: 'person'
      readonly subject: SubjectId
      readonly name: string
      /** The name by which they were found, where it is not the one they go by now. */
      readonly foundAs: string | null
      readonly bornOn: PlainDate | null
      readonly diedOn: PlainDate | null
      /** Today, or at death. */
      readonly age: number | null
      /** Who works with them: `Tom Fairweather, North team`. */
      readonly workers: readonly string[]
      readonly mayExport: boolean
    }
  | { readonly kind: 'restricted'; readonly ring: string }

/** `misspelt`: nobody is called so, or was born then; these nearly are. */
export type FoundPeople = { readonly people: readonly Found[]; readonly misspelt: boolean; readonly more: boolean }

const MOST = 50
/** So many are looked at: some of them may not be there for the viewer. */
const MOST_LOOKED_AT = 500

/**
 * People by name (a former one too, misspelt too), by date or year of birth, by any number they have anywhere. Whoever does not exist for the viewer
 * is not found, and changes nothing about what is. Somebody restricted is found as whom to ring, once for each team, by what
 * `guardedCandidates` allows. What was looked for is audited, and everybody who was found.
 */
export function findPeople(app: App, account: Account, text: string): Promise<FoundPeople> {
  return inTransaction(app.store, async (db) => {
    const viewer = await viewerOf(app, db, account)
    const { maybe, guarded } = await lookFor(db, readQuery(text, app.clock.today), app.clock.today)
    const listed = await listable(app, db, viewer, [...maybe.keys(), ...guarded])
    const open = listed.filter(({ subject, decision }) => decision.may === 'yes' && maybe.has(subject))
    const closed = listed.filter(({ subject, decision }) => decision.may === 'restricted' && guarded.has(subject))
    const found = open.slice(0, MOST)
    await auditListed(app, { db, viewer }, account, { action: 'find', detail: text }, [...closed, ...found])
    const people = found.flatMap(({ subject }) => maybe.get(subject) ?? [])
    const exportable = new Set(
      found.flatMap(({ subject, person }) => (decide(viewer, 'export', person).may === 'yes' ? [subject] : [])),
    )
    return {
      people: [...ringing(closed), ...(await describeAll(app, { db, viewer }, people, exportable))],
      misspelt: people.length > 0 && people.every(({ misspelt }) => misspelt),
      more: open.length > MOST,
    }
  })
}

/** Whoever may be meant, nearest first, and whoever may be if their record is restricted. */
async function lookFor(db: Db, queries: readonly Query[], knownOn: PlainDate) {
  const maybe = new Map<SubjectId, Candidate>()
  const guarded = new Set<SubjectId>()
  const names = namesIn(db)
  for (const query of queries) {
    for (const one of (await candidates(db, query, names)).slice(0, MOST_LOOKED_AT))
      maybe.set(one.subject, maybe.get(one.subject) ?? one)
    for (const subject of await guardedCandidates(db, query, { names, today: knownOn })) guarded.add(subject)
  }
  const same = await findSamePeople(db, [...new Set([...maybe.keys(), ...guarded])], knownOn)
  const kept = [...maybe.values()].map((one) => ({ ...one, subject: same.kept(one.subject) }))
  return {
    // Of somebody who was recorded twice, what is nearest.
    maybe: firstOfEach(kept),
    guarded: new Set([...guarded].map(same.kept)),
  }
}

function firstOfEach(all: readonly Candidate[]): ReadonlyMap<SubjectId, Candidate> {
  const first = new Map<SubjectId, Candidate>()
  for (const one of all) first.set(one.subject, first.get(one.subject) ?? one)
  return first
}

/** Each team once, whoever and how many it is about. */
function ringing(closed: readonly Listed[]): readonly Found[] {
  const rings = closed.flatMap(({ decision }) => (decision.may === 'restricted' ? [decision.ring] : []))
  return [...new Set(rings)].map((ring) => ({ kind: 'restricted', ring }))
}

async function describeAll(
  app: App,
  room: { readonly db: Db; readonly viewer: Viewer },
  people: readonly Candidate[],
  exportable: ReadonlySet<SubjectId>,
): Promise<readonly Found[]> {
  const subjects = people.map(({ subject }) => subject)
  const recordsOf = await recordsOfAll(app, room.db, subjects, [Person, PersonName, Allocation])
  const name = naming(app, room)
  return Promise.all(
    people.map(async (one) => ({
      ...(await describe(app, one, recordsOf(one.subject), name)),
      mayExport: exportable.has(one.subject),
    })),
  )
}

async function describe(
  app: App,
  { subject, texts }: Candidate,
  records: readonly RecordAsAt[],
  nameOfOther: (subject: SubjectId) => Promise<Named>,
): Promise<Omit<Extract<Found, { kind: 'person' }>, 'mayExport'>> {
  const { bornOn: born, diedOn: died } = records.find(({ type }) => type.key === Person.key)?.content.fields ?? {}
  const bornOn = typeof born === 'number' ? (born as PlainDate) : null
  const diedOn = typeof died === 'number' ? (died as PlainDate) : null
  const name = nameOf(records, app) ?? `Person ${subject}`
  const known = wordsOf(name)
  const isOther = texts.flatMap(wordsOf).some((word) => !known.includes(word))
  const workers = standing(records, Allocation, 'person', subject).map(async ({ content }) => {
    const whose = [...(content.subjects['worker'] ?? []), ...(content.subjects['team'] ?? [])]
    return (await Promise.all(whose.map(nameOfOther))).map(({ label }) => label).join(', ')
  })
  return {
    kind: 'person' as const,
    subject,
    name,
    foundAs: isOther ? texts.join(' ') : null,
    bornOn,
    diedOn,
    age: bornOn === null ? null : ageOn(bornOn, diedOn ?? app.clock.today),
    workers: await Promise.all(workers),
  }
}
