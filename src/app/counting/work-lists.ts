import { type Need, type WorkList, worstFirst } from '../../core/counting/work-list.ts'
import type { PlainDate } from '../../core/dates/plain-date.ts'
import type { SubjectId } from '../../core/definitions/field.ts'
import type { Account } from '../../store/accounts.ts'
import { inTransaction } from '../../store/records/transaction.ts'
import { auditListed } from '../access/listed.ts'
import { viewerOf } from '../access/viewer.ts'
import type { App } from '../app.ts'
import { naming } from '../people/naming.ts'
import { localitiesOf } from './localities.ts'
import { asListed, calledAll, isOverdue, only, type SeenWork, seenWork } from './seen-work.ts'
import { workedOut } from './work.ts'

/** A work list in one line: how much is overdue and due, of whom the viewer may see. */
type WorkCounted = Pick<SeenWork, 'work' | 'notShown'> & {
  readonly needs: readonly Need[]
  readonly notKnown: number
  /** Who has waited longest. */
  readonly longest: (Need & { readonly name: string }) | undefined
}

export type WorkListsFound = {
  readonly on: PlainDate
  readonly lists: readonly WorkCounted[]
  /** What the teams are called whose work it is, and the localities that they serve. */
  readonly teams: ReadonlyMap<SubjectId, { readonly label: string; readonly localities: readonly string[] }>
}

/** How much is overdue and due on several work lists on a day. Whoever is named, who has waited longest, leaves a row in the audit. */
export function findWorkLists(
  app: App,
  account: Account,
  works: readonly WorkList[],
  on: PlainDate,
): Promise<WorkListsFound> {
  return inTransaction(app.store, async (db) => {
    const viewer = await viewerOf(app, db, account)
    const seen = await seenWork(app, db, viewer, await workedOut(app, db, works, [on]))
    const longest = seen.map(({ needs }) => needs.filter(isOverdue).toSorted(worstFirst)[0])
    const named = [...new Set(longest.flatMap((need) => need?.subject ?? []))]
    const guarded = new Map(seen.flatMap((one) => [...one.guarded]))
    const shown = await asListed(app, db, viewer, only(guarded, named))
    await auditListed(app, { db, viewer }, account, { action: 'list', detail: 'longest overdue' }, shown)
    const called = await calledAll(app, db, named)
    const name = naming(app, { db, viewer })
    const parts = seen.flatMap(({ needs }) => needs.flatMap(({ attributes }) => attributes['team'] ?? []))
    const teams = [...new Set(parts)].map((id) => Number(id) as SubjectId)
    const localities = await localitiesOf(app, db, teams)
    const labels = teams.map(async (id) => [id, { label: (await name(id)).label, localities: localities(id) }] as const)
    return {
      on,
      lists: seen.map(({ work, needs, unknown, notShown }, at) => {
        const first = longest[at]
        return {
          work,
          needs,
          notKnown: unknown.length,
          notShown,
          longest: first && { ...first, name: called(first.subject).name },
        }
      }),
      teams: new Map(await Promise.all(labels)),
    }
  })
}
