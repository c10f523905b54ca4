import { type Need, type WorkList, worstFirst } from '../../core/counting/work-list.ts'
import type { PlainDate } from '../../core/dates/plain-date.ts'
import type { SubjectId } from '../../core/definitions/field.ts'
import type { Account } from '../../store/accounts.ts'
import { inTransaction } from '../../store/records/transaction.ts'
import { auditListed } from '../access/listed.ts'
import { viewerOf } from '../access/viewer.ts'
import type { App } from '../app.ts'
import { naming } from '../people/naming.ts'
import { asListed, calledAll, isOverdue, type SeenWork, seenWork } from './seen-work.ts'
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
  /** What the teams are called whose work it is. */
  readonly teams: ReadonlyMap<SubjectId, string>
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
    const people = named.flatMap((subject) => seen.flatMap((one) => one.people.get(subject) ?? []).slice(0, 1))
    const shown = await asListed(app, db, viewer, people)
    await auditListed(app, { db, viewer }, account, { action: 'list', detail: 'longest overdue' }, shown)
    const called = await calledAll(app, db, named)
    const name = naming(app, { db, viewer })
    const teams = new Set(seen.flatMap(({ needs }) => needs.flatMap(({ attributes }) => attributes['team'] ?? [])))
    const labels = [...teams].map(
      async (id) => [Number(id) as SubjectId, (await name(Number(id) as SubjectId)).label] as const,
    )
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
