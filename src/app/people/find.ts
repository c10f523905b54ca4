import { distance } from 'fastest-levenshtein'
import { Person, PersonIdentifier, PersonName } from '../../areas/people/person.ts'
import { decide } from '../../core/access/decide.ts'
import { ageOn } from '../../core/dates/age.ts'
import type { PlainDate } from '../../core/dates/plain-date.ts'
import type { SubjectId } from '../../core/definitions/field.ts'
import type { Account } from '../../store/accounts.ts'
import { writeAudit } from '../../store/audit.ts'
import { type FoundText, findBeginning, findContaining } from '../../store/records/search.ts'
import { type Db, inTransaction } from '../../store/records/transaction.ts'
import { protectedPerson } from '../access/protected.ts'
import { viewerOf } from '../access/viewer.ts'
import type { App } from '../app.ts'
import { recordsOf } from '../records-of.ts'
import { nameOf } from './naming.ts'

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
/** Where names are looked for. */
export const NAMES = { type: PersonName, role: 'person', fields: ['given', 'knownAs', 'family'] } as const
const IDENTIFIERS = { type: PersonIdentifier, role: 'person', fields: ['identifier'] } as const

/**
 * People by name (a former one too, misspelt too), or by an identifier. Whoever does not exist for the viewer is not found; a restricted
 * person is found as whom to ring, and not by name. What was looked for is audited, and everybody who was found.
 */
export function findPeople(app: App, account: Account, query: string): Promise<FoundPeople> {
  const words = query.trim().split(/\s+/).filter(Boolean).slice(0, 8)
  return inTransaction(app.store, async (db) => {
    const viewer = await viewerOf(app, db, account)
    const { subjects, misspelt } = words.length === 0 ? { subjects: [], misspelt: false } : await candidates(db, words)
    const found = await Promise.all(
      subjects.slice(0, MOST).map(async (subject) => {
        const person = await protectedPerson(app, db, subject)
        const decision = person === undefined ? undefined : decide(viewer, 'find', person)
        if (decision?.may === 'restricted')
          return { subject, found: { kind: 'restricted', ring: decision.ring } as const, decision }
        if (decision?.may !== 'yes') return []
        return { subject, found: await describe(app, db, subject), decision }
      }),
    )
    const shown = found.flat()
    const base = {
      at: app.clock.now(),
      account: account.id,
      accountName: account.name,
      action: 'find',
      record: null,
      detail: query.slice(0, 200),
    }
    await writeAudit(db, [
      { ...base, subject: null, decision: 'yes', byRole: null },
      ...shown.map(({ subject, decision }) => ({
        ...base,
        subject,
        decision: decision.may,
        byRole: decision.may === 'yes' ? decision.by : null,
      })),
    ])
    return { people: shown.map((one) => one.found), misspelt, more: subjects.length > MOST }
  })
}

async function candidates(
  db: Db,
  words: readonly string[],
): Promise<{ subjects: readonly SubjectId[]; misspelt: boolean }> {
  const exact = [
    ...(await findContaining(db, NAMES, words, MOST + 1)),
    ...(await findContaining(db, IDENTIFIERS, [words.join('')], MOST + 1)),
  ]
  if (exact.length > 0) return { subjects: distinct(exact), misspelt: false }
  const near = await findBeginning(db, NAMES, [...new Set(words.map((word) => word.charAt(0)))], 20_000)
  const scored = near
    .map((one) => ({ ...one, far: farness(words, one.text) }))
    .filter(({ far }) => far !== undefined)
    .toSorted((a, b) => (a.far ?? 0) - (b.far ?? 0))
  return { subjects: distinct(scored), misspelt: true }
}

/** How far the words are from the nearest words of a name, all together; undefined when any of them is too far from all. */
export function farness(words: readonly string[], name: string): number | undefined {
  const parts = name.split(/[\s'-]+/)
  const each = words.map((word) => Math.min(...parts.map((part) => distance(word.toLowerCase(), part))))
  return each.every((far, at) => far <= Math.max(1, Math.floor((words[at] ?? '').length / 3)))
    ? each.reduce((sum, far) => sum + far, 0)
    : undefined
}

const distinct = (all: readonly FoundText[]): readonly SubjectId[] => [...new Set(all.map(({ subject }) => subject))]

/** Somebody as a list of people shows them. */
export async function describe(app: App, db: Db, subject: SubjectId): Promise<Found> {
  const records = await recordsOf(app, db, subject, [Person, PersonName])
  const born = records.find(({ type }) => type.key === Person.key)?.content.fields['bornOn']
  const bornOn = typeof born === 'number' ? (born as PlainDate) : null
  return {
    kind: 'person',
    subject,
    name: nameOf(records, app) ?? `Person ${subject}`,
    bornOn,
    age: bornOn === null ? null : ageOn(bornOn, app.clock.today),
  }
}
