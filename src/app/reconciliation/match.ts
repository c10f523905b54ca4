import type { PlainDate } from '../../core/dates/plain-date.ts'
import type { SubjectId } from '../../core/definitions/field.ts'
import type { KnownBy, Reconciliation } from '../../core/reconciliation/reconciliation.ts'
import { OWN_NUMBER } from '../../formats/records.ts'
import type { WhoSaid } from '../../store/reconciliation/reconciliation-tables.ts'
import { bareNumber } from '../../store/records/search.ts'
import { EXACT, nearness, wordsOf } from '../people/search/nearness.ts'

/** Somebody of ours whom a row of a list may mean. */
export type Known = {
  readonly subject: SubjectId
  /** Every number of our own that they have: more than one where they were recorded twice. */
  readonly ownNumbers: readonly SubjectId[]
  /** By kind of identifier, bare. */
  readonly numbers: readonly { readonly kind: string; readonly bare: string }[]
  /** Every name that they have or had, given names and family name apart. */
  readonly names: readonly { readonly given: readonly string[]; readonly family: string }[]
  readonly bornOn: PlainDate | null
}

type Answer = 'same' | 'near' | 'other' | 'not said'

/** How a row stands to somebody: number by number, in birth and in name. */
type Agreement = {
  readonly numbers: readonly (readonly [by: KnownBy, answer: Answer])[]
  readonly born: Answer
  readonly name: Answer
}

export type Candidate = { readonly subject: SubjectId; readonly why: string }

/** Whom a row means: one, and by what; nobody; or whom it may mean, and why that is not certain. */
export type Match =
  | { readonly is: 'one'; readonly subject: SubjectId; readonly by: string }
  | { readonly is: 'nobody' }
  | { readonly is: 'doubtful'; readonly candidates: readonly Candidate[] }

/**
 * Whom a row means. It is certain by a number that one person has, where neither another number, nor the birth, nor the name speaks against it; or by the whole
 * name and the day of birth of one person alone. Everything else is doubtful, and for somebody to look at.
 */
export function matchOf(of: Reconciliation, who: WhoSaid, among: readonly Known[]): Match {
  const possible = among
    .map((known) => ({ known, agreement: agreementOf(of, who, known) }))
    .filter(({ agreement }) => isPossible(agreement))
  if (possible.length === 0) return { is: 'nobody' }
  const numbered = possible.filter(({ agreement }) => numberOf(agreement) !== undefined)
  const certain = possible.filter(({ agreement }) => isCertain(agreement))
  // Somebody else who merely has the same name and birth is no doubt about a number.
  const rivals = numbered.length > 0 ? numbered : possible
  const [only] = certain
  if (only !== undefined && certain.length === 1 && rivals.length === 1 && rivals[0] === only)
    return { is: 'one', subject: only.known.subject, by: numberOf(only.agreement)?.label ?? 'Name and date of birth' }
  return {
    is: 'doubtful',
    candidates: possible.map(({ known, agreement }) => ({ subject: known.subject, why: whyOf(agreement) })),
  }
}

/** `#123`: how our own files name somebody who has no other number. */
export function ownNumber(text: string): SubjectId | undefined {
  const [, number] = new RegExp(`^${OWN_NUMBER}([1-9]\\d{0,14})$`).exec(text.trim()) ?? []
  return number === undefined ? undefined : (Number(number) as SubjectId)
}

function agreementOf({ knownBy }: Reconciliation, who: WhoSaid, known: Known): Agreement {
  return {
    numbers: knownBy.map((by) => [by, numberAnswer(by, who.numbers[by.key], known)] as const),
    born: who.bornOn === null || known.bornOn === null ? 'not said' : who.bornOn === known.bornOn ? 'same' : 'other',
    name: nameAnswer(who.name, known),
  }
}

function numberAnswer({ kinds }: KnownBy, said: string | undefined, { numbers, ownNumbers }: Known): Answer {
  const ours = said === undefined ? undefined : ownNumber(said)
  if (ours !== undefined) return ownNumbers.includes(ours) ? 'same' : 'other'
  const own = numbers.filter(({ kind }) => kinds.includes(kind))
  if (said === undefined || own.length === 0) return 'not said'
  return own.some(({ bare }) => bare === bareNumber(said)) ? 'same' : 'other'
}

function nameAnswer(said: string, { names }: Known): Answer {
  const words = wordsOf(said)
  if (words.length === 0 || names.length === 0) return 'not said'
  const answers = names.map((name) => oneName(words, name))
  return answers.includes('same') ? 'same' : answers.includes('near') ? 'near' : 'other'
}

/** The same: the whole family name, and one of the given names. Near: both, but for a slip or another form of it. */
function oneName(words: readonly string[], { given, family }: Known['names'][number]): Answer {
  const families = wordsOf(family)
  const isSame = (part: string) => words.some((word) => nearness(word, part) === EXACT)
  const isNear = (part: string) => words.some((word) => nearness(word, part) !== undefined)
  const own = given.flatMap(wordsOf)
  if ((families.length === 0 || families.every(isSame)) && (own.length === 0 || own.some(isSame))) return 'same'
  return (families.length === 0 || families.some(isNear)) && (own.length === 0 || own.some(isNear)) ? 'near' : 'other'
}

const numberOf = ({ numbers }: Agreement): KnownBy | undefined => numbers.find(([, answer]) => answer === 'same')?.[0]

const isPossible = (one: Agreement): boolean =>
  numberOf(one) !== undefined || (one.born === 'same' && (one.name === 'same' || one.name === 'near'))

function isCertain(one: Agreement): boolean {
  if (one.born === 'other' || one.numbers.some(([, answer]) => answer === 'other')) return false
  if (numberOf(one) === undefined) return one.born === 'same' && one.name === 'same'
  return one.born === 'same' || one.name !== 'other'
}

const words: Readonly<Record<Answer, (what: string) => string | undefined>> = {
  same: (what) => `${what} is the same`,
  near: (what) => `${what} is nearly the same`,
  other: (what) => `${what} is another`,
  'not said': () => undefined,
}

/** “NHS number is the same; date of birth is another”. */
const whyOf = ({ numbers, born, name }: Agreement): string =>
  [...numbers.map(([{ label }, answer]) => words[answer](label)), words[born]('date of birth'), words[name]('name')]
    .filter((text) => text !== undefined)
    .join('; ')
