import type { Moment } from '../../../core/record/chronology.ts'
import type { PersonHead } from '../head.ts'
import type { FamilyTime, Important, Responsibility } from './arrangements.ts'
import type { Stay } from './homes.ts'
import type { Links } from './links.ts'
import type { Relation } from './relation.ts'
import type { Coded } from './said.ts'
import type { Known, Shown } from './shown.ts'

/** Names somebody within one reading. Not a number: of somebody restricted a page must not hold even that. */
export type Key = string

export type About<T extends { readonly other: unknown }> = Omit<T, 'other'>

/** Somebody connected to the person, with all that is known between the two. */
export type Relative = {
  readonly key: Key
  readonly who: Shown
  /** The nearest first; none where no relationship was recorded. */
  readonly relations: readonly Relation[]
  /** Rows below the person in a drawing of the family; undefined for whoever is no family. */
  readonly generation: number | undefined
  readonly inFamily: boolean
  readonly livesWith: boolean
  /** Where they live; undefined where that may not be known. */
  readonly homes: readonly Home[] | undefined
  readonly responsibility: readonly About<Responsibility>[]
  readonly times: readonly About<FamilyTime>[]
  readonly important: About<Important> | undefined
  readonly warnings: readonly string[]
}

export type Home = Omit<Stay, 'household' | 'until'> & { readonly key: Key; readonly name: string }

/** Who lives together on the day. */
export type HouseholdRead = {
  readonly key: Key
  readonly name: string
  readonly kind: Coded | null
  /** Whether it is a home of the person whose page it is. */
  readonly own: boolean
  readonly members: readonly (Omit<Stay, 'household' | 'until'> & { readonly key: Key; readonly name: string })[]
}

/** Who is joined to whom in a drawing, by key. */
export type LinksByKey = {
  readonly parents: readonly {
    readonly parent: Key
    readonly child: Key
    readonly birth: boolean
    readonly ended: boolean
  }[]
  readonly couples: readonly {
    readonly between: readonly [Key, Key]
    readonly married: boolean
    readonly state: Links['couples'][number]['state']
  }[]
  readonly siblings: readonly (readonly [Key, Key])[]
}

export type FamilyRead = {
  readonly self: Known
  readonly selfKey: Key
  readonly head: PersonHead
  readonly moment: Moment
  /** The nearest first. */
  readonly relatives: readonly Relative[]
  readonly links: LinksByKey
  readonly households: readonly HouseholdRead[]
  /** Where the person has lived up to the day, latest first. */
  readonly history: readonly (Omit<Stay, 'household'> & { readonly name: string })[]
  /** Who matters to the person and has no record here; it may be a pet. */
  readonly important: readonly About<Important>[]
}
