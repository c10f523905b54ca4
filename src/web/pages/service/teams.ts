import type { WorkListsFound } from '../../../app/counting/work-lists.ts'
import { isWatched } from '../../../core/counting/work-list.ts'
import { shareInterval } from '../../../core/figures/share-interval.ts'
import { isSoon } from '../../due.ts'
import { listed } from '../../marks.ts'
import { listAddress, NOBODY } from '../work-lists/asked.ts'

/** One team's part of one work list. */
type TeamCell = {
  readonly list: string
  readonly team: string
  readonly overdue: number
  /** By a test nothing is overdue: it is so now. */
  readonly isTest: boolean
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

/** A table of teams and lists: whichever are fewer stand side by side, so that it fits a screen. */
export type Teams = {
  readonly rowsAre: 'Team' | 'List'
  readonly columns: readonly string[]
  readonly lines: readonly {
    readonly label: string
    readonly small: string
    readonly cells: readonly (TeamCell & { readonly column: string })[]
  }[]
  readonly says: readonly string[]
}

/** As many columns as fit. */
const MOST_COLUMNS = 7

/** What is overdue and due on some lists, by team; the team with the most overdue first. Of whom the viewer may see. */
export function byTeam(found: WorkListsFound): Teams {
  const some = found.lists.filter(({ work, needs }) => needs.length > 0 && !isWatched(work))
  const lists = some.filter(({ needs }) => teamsOf(needs).size > 1)
  const rows = rowsOf({ ...found, lists })
  const names = lists.map(({ work }) => work.label)
  const says = [
    ...saying(rows, names),
    ...(lists.length < some.length ? ['Lists that are the work of one team alone are not compared.'] : []),
  ]
  if (names.length > MOST_COLUMNS && rows.length <= MOST_COLUMNS) return { ...teamsAcross(rows, names), says }
  const worst = lists.toSorted((a, b) => overdueIn(b) - overdueIn(a)).slice(0, MOST_COLUMNS)
  const shown = names.filter((name) => worst.some(({ work }) => work.label === name))
  return shown.length === names.length
    ? { ...listsAcross(rows, shown), says }
    : {
        ...listsAcross(rows, shown),
        says: [...says, `Of ${names.length} lists, the ${shown.length} with the most overdue.`],
      }
}

/** One team alone has nothing to differ from. */
export const areSeveral = ({ rowsAre, lines, columns }: Teams): boolean =>
  (rowsAre === 'Team' ? lines : columns).length > 1

const teamsOf = (needs: WorkListsFound['lists'][number]['needs']): ReadonlySet<string | null> =>
  new Set(needs.map(({ attributes }) => attributes['team'] ?? null))

const overdueIn = ({ needs }: WorkListsFound['lists'][number]): number => needs.filter(({ isNow }) => isNow).length

const listsAcross = (rows: readonly TeamRow[], lists: readonly string[]): Omit<Teams, 'says'> => ({
  rowsAre: 'Team',
  columns: lists,
  lines: rows.map(({ label, locality, cells }) => ({
    label,
    small: locality,
    cells: cells.filter(({ list }) => lists.includes(list)).map((cell) => ({ ...cell, column: cell.list })),
  })),
})

const teamsAcross = (rows: readonly TeamRow[], lists: readonly string[]): Omit<Teams, 'says'> => ({
  rowsAre: 'List',
  columns: rows.map(({ label }) => label),
  lines: lists.map((list) => ({
    label: list,
    small: '',
    cells: rows.flatMap(({ cells }) =>
      cells.filter((cell) => cell.list === list).map((cell) => ({ ...cell, column: cell.team })),
    ),
  })),
})

function rowsOf({ on, lists, teams }: WorkListsFound): readonly TeamRow[] {
  const keys = new Set(lists.flatMap(({ needs }) => needs.map(({ attributes }) => attributes['team'] ?? null)))
  const rows = [...keys].map((team): TeamRow => {
    const called = [...teams].find(([id]) => String(id) === team)?.[1]
    const label = called?.label ?? WITHOUT
    const cells = lists.map(({ work, needs }): TeamCell => {
      const own = needs.filter(({ attributes }) => (attributes['team'] ?? null) === team)
      const overdue = own.filter(({ isNow }) => isNow).length
      return {
        list: work.label,
        team: label,
        overdue,
        isTest: work.test !== undefined,
        of: own.length,
        soon: own.filter(({ due }) => due !== null && isSoon(due, on)).length,
        href: listAddress({ key: work.key, team: team ?? NOBODY, show: 'all' }),
        differs: differs({ overdue, of: own.length }, needs),
      }
    })
    return {
      label,
      locality: (called?.localities ?? []).join(', '),
      cells,
      overdue: cells.reduce((sum, cell) => sum + cell.overdue, 0),
    }
  })
  return rows.toSorted((a, b) => b.overdue - a.overdue || a.label.localeCompare(b.label, 'en-GB'))
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
