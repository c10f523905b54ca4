import type { Instant } from '../dates/instant.ts'
import type { PlainDate } from '../dates/plain-date.ts'
import type { CodeList } from './code-list.ts'

/** What a record can be about. */
const subjectKinds = ['person', 'worker', 'team', 'household', 'establishment', 'agency'] as const
export type SubjectKind = (typeof subjectKinds)[number]

/** Numbers of subjects, records and documents in the store. Branded, so that one is never taken for another. */
export type SubjectId = number & { readonly __brand: 'SubjectId' }
export type RecordId = number & { readonly __brand: 'RecordId' }
export type DocumentId = number & { readonly __brand: 'DocumentId' }

/** Not known is an answer: it was asked. Nothing at all means that it was not. */
export type YesNo = 'yes' | 'no' | 'not known'

/** A moment, and how exactly it is known: a date without a time is not midnight. */
export type PreciseInstant = { readonly at: Instant; readonly precision: 'minute' | 'day' }

/** An address as it is written on an envelope. */
export type Address = {
  readonly lines: readonly string[]
  readonly postcode: string | null
  readonly uprn: string | null
}

/**
 * How closely a field or record is kept. `confidential`: an address or contact that even family may not learn. `health`, `criminal`:
 * special category data beyond what every worker needs. `allegation`, `adoption`: does not exist for anyone outside that service.
 */
export const sensitivities = ['ordinary', 'confidential', 'health', 'criminal', 'allegation', 'adoption'] as const
export type Sensitivity = (typeof sensitivities)[number]

type Closer = Readonly<Partial<Record<string, Sensitivity>>>

type Common = {
  readonly label: string
  readonly hint?: string
  readonly required?: true
  /**
   * The date field from which this one is true: before it, the chronology does not show it. Left out, the record's own date.
   * `always`: true from the start of the subject's life (a date of birth).
   */
  readonly trueFrom?: string
  readonly sensitivity?: Sensitivity
  /**
   * People are looked for by it, so the store keeps its values in order: as they are written or, `as a number`, only their letters and figures.
   */
  readonly lookedUp?: 'as written' | 'as a number'
}

/** A field of a record, by its kind. */
export type FieldDefinition = Common &
  (
    | { readonly kind: 'text'; readonly length: 'line' | 'paragraphs' }
    | { readonly kind: 'number'; readonly decimals: number; readonly least?: number; readonly most?: number }
    /** Pence. */
    | { readonly kind: 'money' }
    | { readonly kind: 'yes-no' }
    | { readonly kind: 'date' }
    /** What is meant to happen. It is never "done". */
    | { readonly kind: 'planned-date' }
    | { readonly kind: 'instant' }
    /** `closer`: codes that are kept more closely than the field, so that whoever may not read one sees the field empty. */
    | { readonly kind: 'code'; readonly list: CodeList; readonly closer?: Closer }
    | { readonly kind: 'codes'; readonly list: CodeList }
    | { readonly kind: 'subject'; readonly of: SubjectKind }
    | { readonly kind: 'record'; readonly of: string }
    | { readonly kind: 'address' }
    | { readonly kind: 'document' }
    | { readonly kind: 'group'; readonly fields: Fields }
  )
export type Fields = Readonly<Record<string, FieldDefinition>>

/** A definition that knows the type of its values; the type is not there when the program runs. */
export type Field<T> = FieldDefinition & { readonly __value?: T }

/** What a field of a group or record holds: null where nothing was recorded. */
type ValueOf<F> = F extends { readonly __value?: infer T } ? T | null : never
export type ValuesOf<F extends Fields> = { readonly [K in keyof F]: ValueOf<F[K]> }

type Options = Omit<Common, 'label'>
const field = <T>(definition: FieldDefinition): Field<T> => definition

/** A line of text. */
export const text = (label: string, options: Options = {}) =>
  field<string>({ kind: 'text', length: 'line', label, ...options })
/** Several paragraphs of text. */
export const paragraphs = (label: string, options: Options = {}) =>
  field<string>({ kind: 'text', length: 'paragraphs', label, ...options })
export const number = (
  label: string,
  options: Options & { readonly decimals?: number; readonly least?: number; readonly most?: number } = {},
) => field<number>({ kind: 'number', decimals: 0, label, ...options })
/** An amount in pence. */
export const money = (label: string, options: Options = {}) => field<number>({ kind: 'money', label, ...options })
export const yesNo = (label: string, options: Options = {}) => field<YesNo>({ kind: 'yes-no', label, ...options })
export const date = (label: string, options: Options = {}) => field<PlainDate>({ kind: 'date', label, ...options })
export const plannedDate = (label: string, options: Options = {}) =>
  field<PlainDate>({ kind: 'planned-date', label, ...options })
export const instant = (label: string, options: Options = {}) =>
  field<PreciseInstant>({ kind: 'instant', label, ...options })
export const code = <C extends string>(
  label: string,
  list: CodeList<C>,
  options: Options & { readonly closer?: Readonly<Partial<Record<C, Sensitivity>>> } = {},
) => field<C>({ kind: 'code', list, label, ...options })
export const codes = <C extends string>(label: string, list: CodeList<C>, options: Options = {}) =>
  field<readonly C[]>({ kind: 'codes', list, label, ...options })
export const person = (label: string, options: Options = {}) =>
  field<SubjectId>({ kind: 'subject', of: 'person', label, ...options })
export const worker = (label: string, options: Options = {}) =>
  field<SubjectId>({ kind: 'subject', of: 'worker', label, ...options })
/** Another record, of the record type with that key. */
export const record = (label: string, of: string, options: Options = {}) =>
  field<RecordId>({ kind: 'record', of, label, ...options })
export const address = (label: string, options: Options = {}) => field<Address>({ kind: 'address', label, ...options })
export const document = (label: string, options: Options = {}) =>
  field<DocumentId>({ kind: 'document', label, ...options })
/** Fields that are asked several times over, such as each point of a plan. */
export const group = <const F extends Fields>(label: string, fields: F, options: Options = {}) =>
  field<readonly ValuesOf<F>[]>({ kind: 'group', fields, label, ...options })
