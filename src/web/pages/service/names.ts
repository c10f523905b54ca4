import type { App } from '../../../app/app.ts'
import type { Names } from '../../../app/counting/work-lists.ts'
import { listAddress } from '../work-lists/asked.ts'
import { type Head, headOf, type Row, rowOf } from '../work-lists/rows.ts'

/** The worst few of a list by name, with what it says of each. */
export type NamesView = {
  readonly label: string
  readonly head: Head
  readonly rows: readonly Row[]
  readonly all: string
  readonly href: string
}

export const namesView = (app: App, { work, needs, all }: Names): NamesView => ({
  label: work.label,
  head: headOf(work),
  rows: needs.map((need) => rowOf(app, work, need)),
  all: all === needs.length ? '' : `The first ${needs.length} of ${all}.`,
  href: listAddress({ key: work.key, show: 'all' }),
})
