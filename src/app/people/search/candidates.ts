import { Person, PersonIdentifier, PersonName } from '../../../areas/people/person.ts'
import { Restriction } from '../../../areas/people/safety.ts'
import type { PlainDate } from '../../../core/dates/plain-date.ts'
import { type DateSpan, readDates } from '../../../core/dates/read-dates.ts'
import type { SubjectId } from '../../../core/definitions/field.ts'
import { findSamePeople } from '../../../store/records/merges.ts'
import {
  bareNumber,
  findDated,
  findNumbered,
  findSaying,
  listSubjectsIn,
  listTexts,
  type Said,
} from '../../../store/records/search.ts'
import type { Db } from '../../../store/records/transaction.ts'
import { BEGINS, EXACT, nearness, partsOf, wordsOf } from './nearness.ts'

const NAMES = { type: PersonName, role: 'person', fields: ['given', 'knownAs', 'family'] } as const
const IDENTIFIERS = { type: PersonIdentifier, role: 'person', fields: ['identifier'] } as const
const BIRTHS = { type: Person, role: 'person', field: 'bornOn' } as const

const LONGEST_QUERY = 200
const MOST_WORDS = 8
const LONGEST_WORD = 60
/** Beyond so many the words are too common to look at what is only near them. */
const MOST_ROWS = 2000

/** What somebody looks for: words of a name, days of birth, and the whole as a number. */
export type Query = {
  readonly words: readonly string[]
  readonly born: readonly DateSpan[]
  /** Null where there is no figure in it. */
  readonly number: string | null
}

/** Somebody who may be meant. `far`: the smaller the nearer; `texts`: the name by which they were found. */
export type Candidate = {
  readonly subject: SubjectId
  readonly far: number
  readonly misspelt: boolean
  readonly texts: readonly string[]
}

/** Reads what was typed. `June 2014` may be a month or a girl's name and a year: all readings are looked for. */
export function readQuery(typed: string, today: PlainDate): readonly Query[] {
  const text = typed.slice(0, LONGEST_QUERY)
  const { spans, rest } = readDates(text, today)
  const query = { words: wordsIn(rest), born: spans, number: isLikeNumber(text) ? bareNumber(text) : null }
  const [, month, year] = /^\s*(april|may|june|august)\s+(\d{4})\s*$/i.exec(text) ?? []
  if (month === undefined || year === undefined) return [query]
  return [query, { words: wordsIn(month), born: readDates(year, today).spans, number: null }]
}

/** Figures, and at most a few letters beside them: `943 476 5919`, `QQ 12 34 56 C`, `A1234567`. */
const isLikeNumber = (text: string): boolean =>
  /\d/.test(text) &&
  text
    .trim()
    .split(/\s+/)
    .every((word) => /\d/.test(word) || word.length <= 3)

const wordsIn = (text: string): readonly string[] =>
  wordsOf(text)
    .slice(0, MOST_WORDS)
    .map((word) => word.slice(0, LONGEST_WORD))

/** The names that there are, whosever, each with its words. */
export type Names = () => Promise<readonly { readonly text: string; readonly parts: readonly string[] }[]>

/** They are looked up when they are first asked for, and then known. */
export function namesIn(db: Db): Names {
  let names: ReturnType<Names> | undefined
  return () => {
    names ??= listTexts(db, NAMES).then((texts) => texts.map((text) => ({ text, parts: partsOf(text) })))
    return names
  }
}

/** Whoever may be meant, the nearest first, each once; those whose record is restricted among them. */
export async function candidates(db: Db, query: Query, names: Names): Promise<readonly Candidate[]> {
  const numbered = query.number === null ? [] : await byNumber(db, query.number)
  const named = query.words.length === 0 ? undefined : await byName(db, query.words, names, {})
  const born = query.born.length === 0 ? undefined : new Set(await bornIn(db, query.born))
  const onDay = new Set(await bornIn(db, named === undefined ? [] : query.born.filter(({ from, to }) => from === to)))
  return nearest([...numbered, ...together(named, born, onDay)])
}

/** Whose name and birth fit; where there is nobody, whoever has the name, or was born on that very day. */
function together(
  named: readonly Candidate[] | undefined,
  born: ReadonlySet<SubjectId> | undefined,
  onDay: ReadonlySet<SubjectId>,
): readonly Candidate[] {
  if (named === undefined) return [...(born ?? [])].map(asFound)
  if (born === undefined) return named
  const both = named.filter(({ subject }) => born.has(subject))
  return both.length > 0 ? both : [...named, ...[...onDay].map(asFound)].map((one) => ({ ...one, misspelt: true }))
}

/** By something else than a name. */
const asFound = (subject: SubjectId): Candidate => ({ subject, far: EXACT, misspelt: false, texts: [] })

/**
 * Whoever may be meant of those whose record is or was restricted, as they may be found by people who are not to know it: by two whole words of
 * the name, or by a whole number. Neither by the beginning of a word nor by a date of birth, and no more by the right date than by a wrong one:
 * see docs/decisions/0013.
 */
export async function guardedCandidates(
  db: Db,
  query: Query,
  { names, today }: { readonly names: Names; readonly today: PlainDate },
): Promise<readonly SubjectId[]> {
  const restricted = await listSubjectsIn(db, Restriction)
  // Their name may stand under another number.
  const same = await findSamePeople(db, restricted, today)
  const among = [...new Set(restricted.flatMap(same.numbers))]
  const numbered = query.number === null ? [] : (await byNumber(db, query.number)).map(({ subject }) => subject)
  const named = query.words.length === 0 ? [] : await byName(db, query.words, names, { among })
  const whole = named.filter(({ texts }) => namesWhole(query.words, texts)).map(({ subject }) => subject)
  return [...new Set([...numbered, ...whole])].filter((subject) => among.includes(subject))
}

/** Whether the words name two different words of a name (the only one, where it has no more), none of them by its beginning. */
function namesWhole(words: readonly string[], texts: readonly string[]): boolean {
  const parts = [...new Set(texts.flatMap(wordsOf))]
  const named = words.map((word) => parts.filter((part) => isWhole(word, part)))
  const each = new Set(named.flatMap((some) => some.slice(0, 1)))
  return named.every((some) => some.length > 0) && each.size >= Math.min(2, parts.length)
}

const isWhole = (word: string, part: string): boolean => {
  const far = nearness(word, part)
  return far !== undefined && (far !== BEGINS || nearness(part, word) === BEGINS)
}

async function byNumber(db: Db, number: string): Promise<readonly Candidate[]> {
  if (number === '') return []
  const own = /^\d{1,15}$/.test(number) ? [Number(number) as SubjectId] : []
  const subjects = [...own, ...(await findNumbered(db, IDENTIFIERS, number))]
  return subjects.map(asFound)
}

async function bornIn(db: Db, spans: readonly DateSpan[]): Promise<readonly SubjectId[]> {
  const found = await Promise.all(spans.map((span) => findDated(db, BIRTHS, span)))
  return found.flat()
}

/** Texts of names, and how far each is from a word. */
type Near = ReadonlyMap<string, number>

async function byName(
  db: Db,
  words: readonly string[],
  names: Names,
  within: { readonly among?: readonly SubjectId[] },
): Promise<readonly Candidate[]> {
  const texts = await names()
  const readings = [words, joined(words)].filter((one, at) => at === 0 || one.length < words.length)
  const found = await Promise.all(
    readings.map(async (reading) => {
      const near = reading.map((word) => nearTo(word, texts))
      return (await rowsFor(db, near, within)).map((said) => scored(near, said))
    }),
  )
  return nearest(found.flat())
}

/** `O Brien` and `Mc Donald` as one word each. */
function joined(words: readonly string[]): readonly string[] {
  const all: string[] = []
  for (const word of words) {
    const last = all.at(-1)
    if (last !== undefined && last.length <= 2) all[all.length - 1] = last + word
    else all.push(word)
  }
  return all
}

function nearTo(word: string, texts: readonly { readonly text: string; readonly parts: readonly string[] }[]): Near {
  const near = new Map<string, number>()
  for (const { text, parts } of texts) {
    for (const part of parts) {
      const far = nearness(word, part)
      if (far !== undefined && far < (near.get(text) ?? Number.POSITIVE_INFINITY)) near.set(text, far)
    }
  }
  return near
}

/**
 * Of common words only those who have them exactly, or beginning so: what is merely near would crowd them out. Those come first, so that a
 * common name is not looked for three times.
 */
async function rowsFor(
  db: Db,
  near: readonly Near[],
  within: { readonly among?: readonly SubjectId[] },
): Promise<readonly Said[]> {
  let rows: readonly Said[] = []
  for (const furthest of [EXACT, BEGINS, Number.POSITIVE_INFINITY]) {
    const lists = near.map((one) => [...one].filter(([, far]) => far <= furthest).map(([text]) => text))
    if (lists.some((list) => list.length === 0)) continue
    const wider = await findSaying(db, NAMES, lists, { ...within, most: MOST_ROWS })
    const crowded = wider.length >= MOST_ROWS
    if (rows.length === 0 || !crowded) rows = wider
    if (crowded) break
  }
  return rows
}

function scored(near: readonly Near[], { subject, texts }: Said): Candidate {
  const said = texts.filter((text) => text !== null)
  const far = near.map((one) => Math.min(...said.map((text) => one.get(text) ?? Number.POSITIVE_INFINITY)))
  return {
    subject,
    far: far.reduce((sum, one) => sum + one, 0),
    misspelt: far.some((one) => one > BEGINS),
    texts: said,
  }
}

/** Each once, as near as they come. */
function nearest(all: readonly Candidate[]): readonly Candidate[] {
  const best = new Map<SubjectId, Candidate>()
  for (const one of all.toSorted((a, b) => a.far - b.far)) if (!best.has(one.subject)) best.set(one.subject, one)
  return [...best.values()]
}
