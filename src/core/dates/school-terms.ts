import { addDays, type PlainDate, shortText, weekday } from './plain-date.ts'

const termNames = ['autumn', 'spring', 'summer'] as const
export type TermName = (typeof termNames)[number]
export const isTermName = (text: string): text is TermName => termNames.some((name) => name === text)

/**
 * A school term as an authority sets it for its own schools. Half-open: `to` is the first day after the last school day. Academies and other authorities'
 * schools set their own, and every school has training days: a limit in school days is right to within those.
 */
export type Term = Span & {
  readonly name: TermName
  /** `2023/24` */
  readonly academicYear: string
  readonly halfTerm: Span
}

/** Half-open, as a period is. */
type Span = { readonly from: PlainDate; readonly to: PlainDate }

/** Between two terms lie the summer holidays at most; a longer gap is a term that is missing. */
const LONGEST_HOLIDAYS = 60

/** The last term that ends in a stretch of days; undefined where none does. */
export const termEndingIn = (terms: readonly Term[], { from, to }: Span): Term | undefined =>
  terms.findLast((term) => from < term.to && term.to <= to)

/** The term that a day lies in, half term included; undefined in the holidays between terms. */
export const termOn = (terms: readonly Term[], date: PlainDate): Term | undefined =>
  terms.find(({ from, to }) => from <= date && date < to)

/** As it stands in a sentence: "the summer term 2023". */
export const termLabel = ({ name, academicYear }: Term): string => `the ${name} term of ${academicYear}`

/** Every school day of the terms, in order: a weekday in a term, outside half term, that is no bank holiday. */
export function schoolDaysOf(terms: readonly Term[], isHoliday: (date: PlainDate) => boolean): readonly PlainDate[] {
  const days: PlainDate[] = []
  for (const { from, to, halfTerm } of terms)
    for (let day = from; day < to; day = addDays(day, 1)) {
      const isOff = halfTerm.from <= day && day < halfTerm.to
      if (!isOff && !isWeekend(day) && !isHoliday(day)) days.push(day)
    }
  return days
}

const isWeekend = (date: PlainDate): boolean => weekday(date) === 'Saturday' || weekday(date) === 'Sunday'

/** What is wrong with a list of terms: each after the one before it, without a term left out, with its half term inside it. */
export function faultsOfTerms(terms: readonly Term[]): readonly string[] {
  return terms.flatMap((term, at) => {
    const { from, to, halfTerm } = term
    const about = `${termLabel(term)} (from ${shortText(from)})`
    const before = terms[at - 1]
    if (to <= from) return [`${about} ends before it begins`]
    if (halfTerm.from <= from || halfTerm.to >= to || halfTerm.to <= halfTerm.from)
      return [`${about}: its half term does not lie inside it`]
    if (before === undefined) return []
    if (from < before.to) return [`${about} begins before ${termLabel(before)} has ended`]
    return from - before.to > LONGEST_HOLIDAYS ? [`a term is missing before ${about}`] : []
  })
}
