import type { Fields, RecordId, Sensitivity, SubjectId, SubjectKind, ValuesOf } from './field.ts'
import type { Icon } from './icon.ts'

/** A part that a subject plays in a record. `many`: any number of them, each their own (three siblings at one conference). */
export type Role = {
  readonly kind: SubjectKind
  readonly label: string
  readonly many?: true
  readonly optional?: true
}
export type Roles = Readonly<Record<string, Role>>

/** Another record that this one follows from or belongs to. */
export type Link = { readonly to: string; readonly label: string; readonly optional?: true }
export type Links = Readonly<Record<string, Link>>

/** One page of a long form: what it is about, and the roles, links and fields that it asks. */
type Step = { readonly label: string; readonly asks: readonly string[] }

/** What is written down: from this come table, validation, import template, form, page and data dictionary. */
export type RecordType<R extends Roles = Roles, L extends Links = Links, F extends Fields = Fields> = {
  readonly key: string
  readonly label: string
  /** In a sentence about how many there are: "3 case notes". */
  readonly plural: string
  readonly source: string
  readonly subjects: R
  readonly links: L
  readonly fields: F
  /**
   * The date field that dates the record: before it, the chronology does not show the record at all.
   * `always`: a fact that has no date of its own (who somebody is).
   */
  readonly dated: keyof F & string
  /** For records that stay open, the date field that ends them: the first day on which they no longer hold. */
  readonly ends?: keyof F & string
  /** The field that stands for the record in a chronology. Left out, the first text or else the first code that is filled in. */
  readonly headline?: keyof F & string
  /** What stands beside it in a chronology; left out, a sheet of paper. */
  readonly icon?: Icon
  /** Where one type is several sorts of thing (a note of a visit, of a phone call): the code that tells them apart, and the icons that differ. */
  readonly sorts?: { readonly by: keyof F & string; readonly icons: Readonly<Record<string, Icon>> }
  /** The yes or no that says whether it is one to find again in years to come. */
  readonly significant?: keyof F & string
  /** What makes a row of an import the same record as an earlier row: names of roles, links and fields. */
  readonly identity: readonly string[]
  readonly sensitivity: Sensitivity
  /** The steps in which a long form asks: each role, link and field in one of them. Left out, all is asked on one page. */
  readonly steps?: readonly Step[]
  /** A manager must sign the record before it is final. */
  readonly signedOffBy?: 'manager'
}

/** A record type whose record has no date: it is true of its subject always. */
export const ALWAYS = 'always'

type Definition<R extends Roles, L extends Links, F extends Fields> = Omit<
  RecordType<R, L, F>,
  'key' | 'links' | 'dated' | 'sensitivity'
> & {
  readonly dated: (keyof F & string) | typeof ALWAYS
  readonly links?: L
  readonly sensitivity?: Sensitivity
}

/** Defines a record type. What can only be checked when everything is defined is checked at start-up. */
export const recordType = <
  const R extends Roles,
  const L extends Links = Record<never, never>,
  const F extends Fields = Fields,
>(
  key: string,
  definition: Definition<R, L, F>,
) => ({ links: {} as L, sensitivity: 'ordinary' as const, ...definition, key })

type SubjectsOf<R extends Roles> = {
  readonly [K in keyof R]: R[K] extends { readonly many: true }
    ? readonly SubjectId[]
    : R[K] extends { readonly optional: true }
      ? SubjectId | null
      : SubjectId
}
type LinksOf<L extends Links> = {
  readonly [K in keyof L]: L[K] extends { readonly optional: true } ? RecordId | null : RecordId
}

/** A record of a type as rules and pages read it: its id, whom it is about, what it links to, its fields. */
export type RecordOf<T> = T extends {
  readonly subjects: infer R extends Roles
  readonly links: infer L extends Links
  readonly fields: infer F extends Fields
}
  ? { readonly id: RecordId } & SubjectsOf<R> & LinksOf<L> & ValuesOf<F>
  : never
