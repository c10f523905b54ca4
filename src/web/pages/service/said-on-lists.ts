import type { WorkListsFound } from '../../../app/counting/work-lists.ts'
import { isWatched } from '../../../core/counting/work-list.ts'
import { listAddress } from '../work-lists/asked.ts'
import { columnsCounted, columnsOnDashboard } from '../work-lists/columns.ts'

/** What a column of a work list says, and of how many of those whom the viewer may see: each number opens them. */
export type ColumnView = {
  readonly list: string
  readonly label: string
  readonly values: readonly { readonly label: string; readonly count: number; readonly href: string }[]
}

/** Why they are on the lists, and of whom those consist: the columns that a service reads first. */
export const saidOnLists = ({ lists }: Pick<WorkListsFound, 'lists'>): readonly ColumnView[] =>
  lists.flatMap(({ work, needs }) => {
    const counted = isWatched(work) ? needs : needs.filter(({ isNow }) => isNow)
    if (counted.length === 0) return []
    const first = columnsOnDashboard(work.columns ?? {})
    const show = work.timescale === undefined ? 'all' : 'overdue'
    return columnsCounted(work, counted)
      .filter(({ key }) => first.includes(key))
      .map(({ key, label, values }) => ({
        list: work.timescale === undefined ? work.label : `${work.label}, overdue`,
        label,
        values: values.map(({ value, label: text, needs: some }) => ({
          label: text,
          count: some.length,
          href: listAddress({ key: work.key, show, only: { column: key, value } }),
        })),
      }))
  })
