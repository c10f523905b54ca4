import { decide, type Viewer } from '../../core/access/decide.ts'
import type { PlainDate } from '../../core/dates/plain-date.ts'
import type { SubjectId } from '../../core/definitions/field.ts'
import type { Account } from '../../store/accounts.ts'
import { findSamePeople } from '../../store/records/merges.ts'
import { type Db, inTransaction } from '../../store/records/transaction.ts'
import { auditListed, type Listed, listable } from '../access/listed.ts'
import { viewerOf } from '../access/viewer.ts'
import type { App } from '../app.ts'
import { describeAll, type Found, ringing } from './find.ts'
import { type Candidate, candidates, guardedCandidates, type Query } from './search/candidates.ts'
import { wordsOf } from './search/nearness.ts'

/** What is known of somebody before there is a record of them. */
export type Sought = { readonly names: readonly string[]; readonly bornOn: PlainDate | null }

/** Somebody who may be them already, and why; or, of somebody restricted, whom to ring before a second record is made. */
export type Likely = { readonly found: Found; readonly why: readonly string[]; readonly mayChoose: boolean }

const MOST = 10
/** So many are looked at: some of them may not be there for the viewer. */
const MOST_LOOKED_AT = 500
const MOST_WORDS = 8

/**
 * Who may be meant: alike by name, misspelt too, or born on that day and alike in part of the name; the likeliest first. Whoever is restricted
 * is among them as whom to ring, by what `guardedCandidates` allows. What was looked for is audited, and everybody who was found.
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
    const { maybe, guarded } = await lookFor(db, sought, app.clock.today)
    const listed = await listable(app, db, viewer, [...maybe.keys(), ...guarded])
    const open = listed.filter(({ subject, decision }) => decision.may === 'yes' && maybe.has(subject)).slice(0, MOST)
    const closed = listed.filter(({ subject, decision }) => decision.may === 'restricted' && guarded.has(subject))
    const detail = `before recording somebody new: ${sought.names.join(' ')}`
    await auditListed(app, db, account, { action: 'find', detail }, [...closed, ...open])
    // Why a restricted person was found would tell what their record says.
    const rings = ringing(closed).map((found) => ({ found, why: [], mayChoose: false }))
    return [...rings, ...(await described(app, { db, viewer }, open, maybe, need))]
  })
}

async function described(
  app: App,
  room: { readonly db: Db; readonly viewer: Viewer },
  open: readonly Listed[],
  maybe: ReadonlyMap<SubjectId, Judged>,
  need: 'find' | 'record',
): Promise<readonly Likely[]> {
  const people = await describeAll(
    app,
    room,
    open.flatMap(({ subject }) => maybe.get(subject) ?? []),
    new Set(),
  )
  const choosable = new Set(
    open.flatMap(({ subject, person }) => (decide(room.viewer, need, person).may === 'yes' ? [subject] : [])),
  )
  return people.map((found) => ({
    found,
    why: maybe.get(found.subject)?.why ?? [],
    mayChoose: choosable.has(found.subject),
  }))
}

type Judged = Candidate & { readonly why: readonly string[] }

/** Whoever may be meant, the likeliest first, and whoever may be if their record is restricted. */
async function lookFor(db: Db, { names, bornOn }: Sought, knownOn: PlainDate) {
  const words = wordsOf(names.join(' ')).slice(0, MOST_WORDS)
  const born = bornOn === null ? [] : await candidates(db, { ...NOTHING, born: [{ from: bornOn, to: bornOn }] })
  const sameDay = new Set(born.map(({ subject }) => subject))
  const judged = [...(await alike(db, words, sameDay)), ...(await alikeInPart(db, words, sameDay))]
  const guarded = words.length === 0 ? [] : await guardedCandidates(db, { ...NOTHING, words })
  const same = await findSamePeople(db, [...new Set([...judged.map(({ subject }) => subject), ...guarded])], knownOn)
  const maybe = new Map<SubjectId, Judged>()
  for (const one of judged.toSorted((a, b) => a.far - b.far || a.subject - b.subject).slice(0, MOST_LOOKED_AT)) {
    const subject = same.kept(one.subject)
    if (!maybe.has(subject)) maybe.set(subject, { ...one, subject })
  }
  return { maybe, guarded: new Set(guarded.map(same.kept)) }
}

const NOTHING: Query = { words: [], born: [], number: null }
const SAME_DAY = 'born on the same day'
/** Whoever was born on the day comes before whoever is only called so, and these before who has only part of the name. */
const [OTHER_DAY, IN_PART] = [10, 20]

async function alike(db: Db, words: readonly string[], sameDay: ReadonlySet<SubjectId>): Promise<readonly Judged[]> {
  if (words.length === 0) return []
  return (await candidates(db, { ...NOTHING, words })).map((one) => {
    const name = one.far === 0 ? 'same name' : 'name nearly the same'
    return sameDay.has(one.subject)
      ? { ...one, why: [name, SAME_DAY] }
      : { ...one, far: one.far + OTHER_DAY, why: [name] }
  })
}

async function alikeInPart(
  db: Db,
  words: readonly string[],
  sameDay: ReadonlySet<SubjectId>,
): Promise<readonly Judged[]> {
  if (sameDay.size === 0) return []
  const found = await Promise.all(words.map((word) => candidates(db, { ...NOTHING, words: [word] })))
  return found
    .flat()
    .filter(({ subject }) => sameDay.has(subject))
    .map((one) => ({ ...one, far: one.far + IN_PART, why: ['part of the name', SAME_DAY] }))
}
