import { distance } from 'fastest-levenshtein'
import { Person, PersonIdentifier, PersonName } from '../../areas/people/person.ts'
import { type Decision, decide, type Viewer } from '../../core/access/decide.ts'
import { ageOn } from '../../core/dates/age.ts'
import type { PlainDate } from '../../core/dates/plain-date.ts'
import type { SubjectId } from '../../core/definitions/field.ts'
import type { RecordAsAt } from '../../core/record/chronology.ts'
import type { Account } from '../../store/accounts.ts'
import { type AuditEntry, writeAudit } from '../../store/audit.ts'
import { findSamePeople } from '../../store/records/merges.ts'
import { type FoundText, findBeginning, findContaining } from '../../store/records/search.ts'
import { type Db, inTransaction } from '../../store/records/transaction.ts'
import { auditEntry } from '../access/audited.ts'
import { protectedPeople } from '../access/protected.ts'
import { viewerOf } from '../access/viewer.ts'
import type { App } from '../app.ts'
import { recordsOfAll } from '../records-of.ts'
import { nameOf, prevailing } from './naming.ts'

/** Somebody found, or that somebody restricted was: of them only whom to ring. */
export type Found =
  | {
      readonly kind: 'person'
      readonly subject: SubjectId
      readonly name: string
      readonly bornOn: PlainDate | null
      readonly age: number | null
    }
  | { readonly kind: 'restricted'; readonly ring: string }

export type FoundPeople = { readonly people: readonly Found[]; readonly misspelt: boolean; readonly more: boolean }

const MOST = 50
/** So many are looked at: some of them may not be there for the viewer. */
const MOST_LOOKED_AT = 500
const MOST_WORDS = 8
const LONGEST_WORD = 60
const NAMES = { type: PersonName, role: 'person', fields: ['given', 'knownAs', 'family'] } as const
const IDENTIFIERS = { type: PersonIdentifier, role: 'person', fields: ['identifier'] } as const

/**
 * People by name (a former one too, misspelt too), or by an identifier. Whoever does not exist for the viewer is not found, and changes nothing
 * about what is; a restricted person is found as whom to ring, by a whole name and never by a part of one: otherwise the name could be found
 * out letter by letter. What was looked for is audited, and everybody who was found.
 */
export function findPeople(app: App, account: Account, query: string): Promise<FoundPeople> {
  const words = query.trim().split(/\s+/).filter(Boolean).slice(0, MOST_WORDS)
  return inTransaction(app.store, async (db) => {
    const viewer = await viewerOf(app, db, account)
    const search = { app, db, viewer, words: words.map((word) => word.slice(0, LONGEST_WORD)) }
    const exact = words.length === 0 ? [] : await mayFind(search, await exactly(search))
    const found = words.length === 0 || exact.length > 0 ? exact : await mayFind(search, await nearly(search))
    const shown = found.slice(0, MOST)
    await writeAudit(db, auditOf(search, account, query, shown))
    const people = await describeAll(app, db, shown)
    return { people, misspelt: exact.length === 0 && words.length > 0, more: found.length > MOST }
  })
}

type Search = { readonly app: App; readonly db: Db; readonly viewer: Viewer; readonly words: readonly string[] }
type Allowed = {
  readonly subject: SubjectId
  /** Other numbers under which the person was recorded. */
  readonly otherNumbers: readonly SubjectId[]
  readonly decision: Extract<Decision, { may: 'yes' } | { may: 'restricted' }>
}

/** Of whoever was found, those who are there for the viewer, each once, in the order found. */
async function mayFind({ app, db, viewer, words }: Search, all: readonly FoundText[]): Promise<readonly Allowed[]> {
  const found = await stillTheirs(app, db, all)
  const same = await findSamePeople(db, [...new Set(found.map(({ subject }) => subject))], app.clock.today)
  const subjects = [...new Set(found.map(({ subject }) => same.kept(subject)))]
  const people = await protectedPeople(app, db, subjects)
  const whole = found.filter(({ text }) => farness(words, text) !== undefined)
  const byWholeName = new Set(whole.map(({ subject }) => same.kept(subject)))
  const allowed = (subject: SubjectId): readonly Allowed[] => {
    const person = people.get(subject)
    const decision = person === undefined ? undefined : decide(viewer, 'find', person)
    const otherNumbers = same.numbers(subject).slice(1)
    if (decision?.may === 'yes') return [{ subject, otherNumbers, decision }]
    return decision?.may === 'restricted' && byWholeName.has(subject) ? [{ subject, otherNumbers, decision }] : []
  }
  return subjects.flatMap(allowed)
}

/** A name that was written of the wrong person and put right finds them no longer: it could be the one from before an adoption. */
async function stillTheirs(app: App, db: Db, all: readonly FoundText[]): Promise<readonly FoundText[]> {
  const subjects = [...new Set(all.map(({ subject }) => subject))]
  const recordsOf = await recordsOfAll(app, db, subjects, [PersonName, PersonIdentifier])
  const theirs = new Map(subjects.map((one) => [one, new Set(recordsOf(one).map(({ record }) => record))] as const))
  return all.filter(({ subject, record }) => theirs.get(subject)?.has(record))
}

async function exactly({ db, words }: Search): Promise<readonly FoundText[]> {
  return [
    ...(await findContaining(db, NAMES, words, MOST_LOOKED_AT)),
    ...(await findContaining(db, IDENTIFIERS, [words.join('')], MOST_LOOKED_AT)),
  ]
}

/** Nearest first. */
async function nearly({ db, words }: Search): Promise<readonly FoundText[]> {
  const near = await findBeginning(db, NAMES, [...new Set(words.map((word) => word.charAt(0)))], 20_000)
  return near
    .map((one) => ({ ...one, far: farness(words, one.text) }))
    .filter(({ far }) => far !== undefined)
    .toSorted((a, b) => (a.far ?? 0) - (b.far ?? 0))
    .slice(0, MOST_LOOKED_AT)
}

/** How far the words are from the nearest words of a name, all together; undefined when any of them is too far from all. */
function farness(words: readonly string[], name: string): number | undefined {
  const parts = name.split(/[\s'-]+/)
  const each = words.map((word) => Math.min(...parts.map((part) => distance(word.toLowerCase(), part))))
  return each.every((far, at) => far <= Math.max(1, Math.floor((words[at] ?? '').length / 3)))
    ? each.reduce((sum, far) => sum + far, 0)
    : undefined
}

function auditOf(
  { app, viewer }: Search,
  account: Account,
  query: string,
  shown: readonly Allowed[],
): readonly AuditEntry[] {
  const done = { action: 'find', detail: query.slice(0, 200) }
  const looked = auditEntry(app, account, viewer, { ...done, subject: null, decision: { may: 'yes', by: '' } })
  return [{ ...looked, byRole: null }, ...shown.map((one) => auditEntry(app, account, viewer, { ...done, ...one }))]
}

async function describeAll(app: App, db: Db, shown: readonly Allowed[]): Promise<readonly Found[]> {
  const open = shown.flatMap(({ subject, decision }) => (decision.may === 'yes' ? [subject] : []))
  const recordsOf = await recordsOfAll(app, db, open, [Person, PersonName])
  return shown.map(({ subject, decision }) =>
    decision.may === 'yes' ? describe(app, subject, recordsOf(subject)) : { kind: 'restricted', ring: decision.ring },
  )
}

function describe(app: App, subject: SubjectId, records: readonly RecordAsAt[]): Found {
  const born = prevailing(
    records.filter(({ type }) => type.key === Person.key),
    'bornOn',
  )
  const bornOn = typeof born === 'number' ? (born as PlainDate) : null
  return {
    kind: 'person',
    subject,
    name: nameOf(records, app) ?? `Person ${subject}`,
    bornOn,
    age: bornOn === null ? null : ageOn(bornOn, app.clock.today),
  }
}
