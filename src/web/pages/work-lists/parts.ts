import type { WorkFound } from '../../../app/counting/work-list.ts'
import type { Need } from '../../../core/counting/work-list.ts'
import type { PlainDate } from '../../../core/dates/plain-date.ts'
import { isSoon } from '../../due.ts'
import { type Asked, listAddress, NOBODY } from './asked.ts'
import { averagesOf, columnsCounted } from './columns.ts'

/** How much of a list is the work of one team or worker. */
export type PartRow = {
  readonly label: string
  readonly href: string
  readonly overdue: number
  readonly soon: number
  readonly all: number
  /** The averages of its numbers, where the list has any. */
  readonly averages: readonly string[]
}

/** A list by the values of each of its columns, in the order in which those are read. */
export const columnRows = (
  { work, counted, on }: Pick<WorkFound, 'work' | 'counted' | 'on'>,
  asked: Asked,
): readonly ColumnRows[] =>
  columnsCounted(work, counted).map(({ key, label, values }) => ({
    label,
    id: `by-${key.toLowerCase()}`,
    rows: values.map(({ value, label: text, needs }) => ({
      label: text,
      href: listAddress({ ...asked, show: 'all', only: { column: key, value } }),
      ...countsOf(needs, on),
      averages: averagesOf(work, needs),
    })),
  }))

type ColumnRows = { readonly label: string; readonly id: string; readonly rows: readonly PartRow[] }

const countsOf = (needs: readonly Need[], on: PlainDate): Pick<PartRow, 'overdue' | 'soon' | 'all'> => ({
  overdue: needs.filter(({ isNow }) => isNow).length,
  soon: needs.filter(({ due }) => due !== null && isSoon(due, on)).length,
  all: needs.length,
})

/** A list by team or by worker, the most overdue first. Whoever has nobody stands among them: nobody is doing that work. */
export function partRows(
  { work, counted, on }: Pick<WorkFound, 'work' | 'counted' | 'on'>,
  part: 'team' | 'worker',
  asked: Asked,
): readonly PartRow[] {
  const groups = new Map<string, WorkFound['counted'][number][]>()
  for (const one of counted) {
    const key = String(one[part]?.id ?? NOBODY)
    groups.set(key, [...(groups.get(key) ?? []), one])
  }
  return [...groups]
    .map(([key, needs]) => ({
      label: needs[0]?.[part]?.label ?? (part === 'team' ? 'No team' : 'No worker yet'),
      href: listAddress({ ...asked, show: 'all', [part]: key }),
      ...countsOf(needs, on),
      averages: averagesOf(work, needs),
    }))
    .toSorted((a, b) => b.overdue - a.overdue || b.soon - a.soon || a.label.localeCompare(b.label, 'en-GB'))
}
