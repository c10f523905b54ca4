import { createHash } from 'node:crypto'
import { type PlainDate, shortText } from '../../core/dates/plain-date.ts'
import type { ListDays } from '../../core/reconciliation/compare.ts'
import type { InputFile, Issue } from '../../formats/issue.ts'
import { readTheirList } from '../../formats/their-list/read.ts'
import { addList, findSameList, holdTheirLists, type TheirList } from '../../store/reconciliation/lists.ts'
import type { App } from '../app.ts'
import type { Exchanger } from '../records/exchange.ts'
import { Refused } from '../refused.ts'
import { getReconciliation, loading } from './leave.ts'

/** A list to be loaded, and the days that it is of: only of those can it be said that something is missing from it. */
export type AskedList = ListDays & { readonly reconciliation: string; readonly file: InputFile }

export type ListLoaded =
  | { readonly refused: true; readonly issues: readonly Issue[] }
  | {
      readonly refused: false
      readonly list: TheirList
      readonly entries: number
      readonly issues: readonly Issue[]
      /** The same file was loaded for the same days before: nothing was done. */
      readonly isThere: boolean
    }

/**
 * Loads a list that somebody else keeps: keeps it as it came, with who and when, and what it says row by row. Nothing of our record is changed by it, now or
 * later. A file that cannot be read is refused whole.
 * @throws Refused when they may not, or its days are none
 */
export async function loadTheirList(
  app: App,
  who: Exchanger,
  { reconciliation, file, from, to }: AskedList,
): Promise<ListLoaded> {
  const of = getReconciliation(app, reconciliation)
  if (to <= from)
    throw new Refused('bad input', `The list ends before it begins, on ${shortText(from)}. Put the days right.`)
  const read = await readTheirList(of, file, app.clock.today)
  const detail = `${of.label}${read.refused ? ', refused' : ''}: ${file.name}`
  return loading(app, who, detail, async (db): Promise<ListLoaded> => {
    if (read.refused) return read
    await holdTheirLists(db)
    const sha256 = createHash('sha256').update(file.bytes).digest('hex')
    const loaded = { entries: read.entries.length, issues: read.issues, refused: false as const }
    const same = await findSameList(db, { reconciliation: of.key, sha256, from, to })
    if (same !== undefined) return { ...loaded, list: same, isThere: true }
    const list = await addList(db, {
      ...{ reconciliation: of.key, sha256, bytes: file.bytes, from, to, items: read.items, entries: read.entries },
      fileName: file.name.split(/[\\/]/).at(-1) ?? '',
      issues: read.issues.map(({ row, column, message, severity }) => ({ row, column, message, severity })),
      loadedAt: app.clock.now(),
      account: who.id,
      loadedBy: who.name,
    })
    return { ...loaded, list, isThere: false }
  })
}

/** The days of a list whose last day was given: that day is among them. */
export const untilWith = (last: PlainDate): PlainDate => (last + 1) as PlainDate
