import type { App } from '../../../app/app.ts'
import type { WorkFound } from '../../../app/counting/work-list.ts'
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

export const namesView = (app: App, { work, needs, counted }: WorkFound): NamesView => ({
  label: work.label,
  head: headOf(work),
  rows: needs.map((need) => rowOf(app, work, need)),
  all: counted.length === needs.length ? '' : `The first ${needs.length} of ${counted.length}.`,
  href: listAddress({ key: work.key, show: 'all' }),
})
