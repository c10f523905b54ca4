import { Person } from '../../areas/people/person.ts'
import { type Decision, decide } from '../../core/access/decide.ts'
import type { PlainDate } from '../../core/dates/plain-date.ts'
import type { SubjectId } from '../../core/definitions/field.ts'
import type { Account } from '../../store/accounts.ts'
import { writeAudit } from '../../store/audit.ts'
import { findBeginning, findOnDate } from '../../store/records/search.ts'
import { type Db, inTransaction } from '../../store/records/transaction.ts'
import type { Room } from '../access/about.ts'
import { protectedPerson } from '../access/protected.ts'
import { viewerOf } from '../access/viewer.ts'
import type { App } from '../app.ts'
import { describe, type Found, farness, NAMES } from './find.ts'

/** What is known of somebody before there is a record of them. */
export type Sought = { readonly names: readonly string[]; readonly bornOn: PlainDate | null }

/** Somebody who may be them already, and why; or, of somebody restricted, whom to ring before a second record is made. */
export type Likely = { readonly found: Found; readonly why: readonly string[]; readonly mayChoose: boolean }

const MOST = 10
/** Among how many names that begin alike a misspelt one is looked for; as many as the search of people does. */
const NEAR = 20_000

/**
 * Who may be meant: alike by name, misspelt too, or born on that day and alike in part of the name; the likeliest first. Whoever is restricted
 * is among them as whom to ring. What was looked for is audited, and everybody who was found.
 * @param need what the viewer has to be allowed, for somebody found to be chosen into a form
 */
export function findLikely(
  app: App,
  account: Account,
  sought: Sought,
  need: 'find' | 'record' = 'find',
): Promise<readonly Likely[]> {
  return inTransaction(app.store, async (db) => {
    const viewer = await viewerOf(app, db, account)
    const likely: Judged[] = []
    for (const candidate of await candidates(db, sought)) {
      const one = await judged(app, { db, viewer }, candidate, need)
      if (one !== undefined) likely.push(one)
      if (likely.length >= MOST) break
    }
    const base = {
      at: app.clock.now(),
      account: account.id,
      accountName: account.name,
      action: 'find',
      record: null,
      detail: `before recording somebody new: ${sought.names.join(' ')}`.slice(0, 200),
    }
    await writeAudit(db, [
      { ...base, subject: null, decision: 'yes', byRole: null },
      ...likely.map(({ subject, decision }) => ({
        ...base,
        subject,
        decision: decision.may,
        byRole: decision.may === 'yes' ? decision.by : null,
      })),
    ])
    return likely.map(({ found, why, mayChoose }) => ({ found, why, mayChoose }))
  })
}

type Judged = Likely & { readonly subject: SubjectId; readonly decision: Decision }

/** Undefined for whoever is not there for the viewer, or not theirs to find. */
async function judged(
  app: App,
  { db, viewer }: Pick<Room, 'db' | 'viewer'>,
  { subject, why }: Candidate,
  need: 'find' | 'record',
): Promise<Judged | undefined> {
  const person = await protectedPerson(app, db, subject)
  if (person === undefined) return undefined
  const decision = decide(viewer, 'find', person)
  // Why a restricted person was found would tell what their record says.
  if (decision.may === 'restricted')
    return { subject, decision, found: { kind: 'restricted', ring: decision.ring }, why: [], mayChoose: false }
  if (decision.may !== 'yes') return undefined
  const found = await describe(app, db, subject)
  return { subject, decision, found, why, mayChoose: decide(viewer, need, person).may === 'yes' }
}

type Candidate = { readonly subject: SubjectId; readonly why: readonly string[]; readonly score: number }

async function candidates(db: Db, { names, bornOn }: Sought): Promise<readonly Candidate[]> {
  const words = names
    .flatMap((name) => name.trim().split(/[\s'-]+/))
    .filter(Boolean)
    .slice(0, 8)
  const letters = [...new Set(words.map((word) => word.charAt(0)))]
  const alike = words.length === 0 ? [] : await findBeginning(db, NAMES, letters, NEAR)
  const born = bornOn === null ? [] : await findOnDate(db, BIRTHS, bornOn, NEAR)
  const sameDay = new Set(born)
  const best = new Map<SubjectId, Candidate>()
  for (const { subject, text } of alike) {
    const one = scored(words, text, sameDay.has(subject))
    const other = best.get(subject)
    if (one !== undefined && (other === undefined || one.score < other.score)) best.set(subject, { subject, ...one })
  }
  return [...best.values()].toSorted((a, b) => a.score - b.score || a.subject - b.subject)
}

const BIRTHS = { type: Person, role: 'person', field: 'bornOn' } as const

/** All words alike, or one of them and the same day of birth. The less the better. */
function scored(words: readonly string[], text: string, sameDay: boolean): Omit<Candidate, 'subject'> | undefined {
  const all = farness(words, text)
  const day = sameDay ? ['born on the same day'] : []
  if (all !== undefined)
    return { why: [all === 0 ? 'same name' : 'name nearly the same', ...day], score: all + (sameDay ? 0 : 10) }
  const some = words.some((word) => farness([word], text) !== undefined)
  return sameDay && some ? { why: ['part of the name', ...day], score: 20 } : undefined
}
