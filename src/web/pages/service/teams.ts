import type { WorkListsFound } from '../../../app/counting/work-lists.ts'
import { shareInterval } from '../../../core/figures/share-interval.ts'
import { isSoon } from '../../due.ts'
import { listed } from '../../marks.ts'
import { listAddress, NOBODY } from '../work-lists/asked.ts'

/** One team's part of one work list. */
type TeamCell = {
  readonly list: string
  readonly overdue: number
  readonly of: number
  readonly soon: number
  readonly href: string
  /** Whether its share differs from that of all by more than chance would make likely, and which way. */
  readonly differs: 'more' | 'less' | undefined
}
type TeamRow = {
  readonly label: string
  readonly locality: string
  readonly cells: readonly TeamCell[]
  readonly overdue: number
}

export type Teams = {
  readonly lists: readonly string[]
  readonly rows: readonly TeamRow[]
  readonly says: readonly string[]
}

/** What is overdue and due on some lists, by team; the team with the most overdue first. Of whom the viewer may see. */
export function byTeam({ on, lists, teams }: WorkListsFound): Teams {
  const keys = new Set(lists.flatMap(({ needs }) => needs.map(({ attributes }) => attributes['team'] ?? null)))
  const rows = [...keys].map((team): TeamRow => {
    const cells = lists.map(({ work, needs }): TeamCell => {
      const own = needs.filter(({ attributes }) => (attributes['team'] ?? null) === team)
      const overdue = own.filter(({ isNow }) => isNow).length
      return {
        list: work.label,
        overdue,
        of: own.length,
        soon: own.filter(({ due }) => due !== null && isSoon(due, on)).length,
        href: listAddress({ key: work.key, team: team ?? NOBODY, show: 'all' }),
        differs: differs({ overdue, of: own.length }, needs),
      }
    })
    const called = [...teams].find(([id]) => String(id) === team)?.[1]
    return {
      label: called?.label ?? WITHOUT,
      locality: (called?.localities ?? []).join(', '),
      cells,
      overdue: cells.reduce((sum, cell) => sum + cell.overdue, 0),
    }
  })
  const names = lists.map(({ work }) => work.label)
  return {
    lists: names,
    rows: rows.toSorted((a, b) => b.overdue - a.overdue || a.label.localeCompare(b.label, 'en-GB')),
    says: saying(rows, names),
  }
}

function differs(
  { overdue, of }: { readonly overdue: number; readonly of: number },
  needs: readonly { readonly isNow: boolean }[],
): TeamCell['differs'] {
  const interval = shareInterval(overdue, of)
  if (interval === undefined || of < FEWEST || of === needs.length) return undefined
  const all = (100 * needs.filter(({ isNow }) => isNow).length) / needs.length
  return interval.low > all ? 'more' : interval.high < all ? 'less' : undefined
}

/** Of fewer nothing is said: one of two would stand out beside any group that does well. */
const FEWEST = 5

/** Whether the differences between teams could be chance: groups are small. */
function saying(rows: readonly TeamRow[], lists: readonly string[]): readonly string[] {
  const told = lists.flatMap((list) =>
    (['more', 'less'] as const).flatMap((way) => {
      const teams = rows.filter(({ cells }) => cells.some((cell) => cell.list === list && cell.differs === way))
      const names = listed(teams.map(({ label }) => lowerWithout(label)))
      return teams.length === 0
        ? []
        : [`${upperFirst(way)} overdue of “${list}” than chance would make likely: ${names}.`]
    }),
  )
  return told.length === 0
    ? ['The differences between the teams are no larger than chance would make them in groups of this size.']
    : [...told, 'The other differences could be chance.']
}

const WITHOUT = 'Without a team'
const lowerWithout = (label: string): string => (label === WITHOUT ? 'those without a team' : label)
const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
