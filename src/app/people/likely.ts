import { type PlainDate, partsOf as partsOfDate } from '../../core/dates/plain-date.ts'
import type { SubjectId } from '../../core/definitions/field.ts'
import type { Account } from '../../store/accounts.ts'
import { inTransaction } from '../../store/records/transaction.ts'
import { mayAmong } from '../access/may-find.ts'
import { viewerOf } from '../access/viewer.ts'
import type { App } from '../app.ts'
import { type Found, findPeople } from './find.ts'
import { nearness, partsOf, wordsOf } from './search/nearness.ts'

/** What is known of somebody before there is a record of them. */
export type Sought = { readonly names: readonly string[]; readonly bornOn: PlainDate | null }

/** Somebody who may be them already, and why; or, of somebody restricted, whom to ring before a second record is made. */
export type Likely = { readonly found: Found; readonly why: readonly string[]; readonly mayChoose: boolean }

const MOST = 10

/**
 * Who may be meant: alike by name, misspelt too, or born on that day and alike in part of the name; the likeliest first. It is the search of
 * people, asked with the name and with the name and day: what that says of somebody restricted, and keeps in the log, holds here.
 * @param need what the viewer has to be allowed, for somebody found to be chosen into a form
 */
export async function findLikely(
  app: App,
  account: Account,
  { names, bornOn }: Sought,
  need: 'find' | 'record' = 'find',
): Promise<readonly Likely[]> {
  const words = names.flatMap(wordsOf)
  if (words.length === 0) return []
  const asked = [names.join(' '), ...(bornOn === null ? [] : [`${names.join(' ')} ${written(bornOn)}`])]
  const answers: Found[] = []
  for (const text of asked) answers.push(...(await findPeople(app, account, text)).people)
  const rings = [...new Set(answers.flatMap((one) => (one.kind === 'restricted' ? [one.ring] : [])))]
  const people = new Map(answers.flatMap((one) => (one.kind === 'person' ? [[one.subject, one] as const] : [])))
  const alike = [...people.values()]
    .flatMap((one) => judged(one, words, bornOn) ?? [])
    .toSorted((a, b) => a.rank - b.rank)
  const may = await mayChooseAmong(app, account, [...people.keys()], need)
  return [
    ...rings.map((ring): Likely => ({ found: { kind: 'restricted', ring }, why: [], mayChoose: false })),
    ...alike.slice(0, MOST).map(({ found, why }) => ({ found, why, mayChoose: may.has(found.subject) })),
  ]
}

const mayChooseAmong = (app: App, account: Account, people: readonly SubjectId[], need: 'find' | 'record') =>
  inTransaction(app.store, async (db) => mayAmong(app, { db, viewer: await viewerOf(app, db, account) }, people, need))

/** As somebody would write it into the search. */
function written(date: PlainDate): string {
  const { year, month, day } = partsOfDate(date)
  return `${day}/${month}/${year}`
}

type FoundPerson = Extract<Found, { kind: 'person' }>
type Judged = { readonly found: FoundPerson; readonly why: readonly string[]; readonly rank: number }

/** Undefined for whoever was found for neither: born on the day under quite another name. */
function judged(found: FoundPerson, words: readonly string[], bornOn: PlainDate | null): Judged | undefined {
  const parts = [found.name, found.foundAs ?? ''].flatMap(partsOf)
  const near = words.map((word) => Math.min(...parts.map((part) => nearness(word, part) ?? Number.POSITIVE_INFINITY)))
  const sameDay = bornOn !== null && found.bornOn === bornOn
  const day = sameDay ? ['born on the same day'] : []
  if (near.every(Number.isFinite)) {
    const far = near.reduce((sum, one) => sum + one, 0)
    return { found, why: [far === 0 ? 'same name' : 'name nearly the same', ...day], rank: far + (sameDay ? 0 : 10) }
  }
  return sameDay && near.some(Number.isFinite) ? { found, why: ['part of the name', ...day], rank: 20 } : undefined
}
