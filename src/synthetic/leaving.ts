import type { PlainDate } from '../core/dates/plain-date.ts'
import type { Child } from './child.ts'

/** `to` is the first day after it; null while it lasts. */
export type Lasting = { readonly from: PlainDate; readonly to: PlainDate | null }

/** The days in a young person's life that the service goes by. */
export type Leaving = {
  readonly child: Child
  readonly sixteen: PlainDate
  readonly adult: PlainDate
  /** The first day of being eligible; undefined for whoever was in care for less than 13 weeks. */
  readonly eligibleOn: PlainDate | undefined
  readonly leftOn: PlainDate
  readonly lastPlacement: string
  readonly reasonEnded: string
  readonly until: PlainDate
}
