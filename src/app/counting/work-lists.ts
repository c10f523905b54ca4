import { type Need, type WorkList, worstFirst } from '../../core/counting/work-list.ts'
import type { PlainDate } from '../../core/dates/plain-date.ts'
import type { SubjectId } from '../../core/definitions/field.ts'
import type { Account } from '../../store/accounts.ts'
import { inTransaction } from '../../store/records/transaction.ts'
import { auditListed } from '../access/listed.ts'
import { viewerOf } from '../access/viewer.ts'
import type { App } from '../app.ts'
import { naming as namesOf } from '../people/naming.ts'
import { localitiesOf } from './localities.ts'
import type { Looking } from './members.ts'
import { asListed, type Called, calledAll, isOverdue, only, type SeenWork, seenWork } from './seen-work.ts'
import { type WhoseWork, whoseWorkOf } from './whose.ts'
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
  /** The worst few of the list of which some are named. */
  readonly names: Names | undefined
}

/** Somebody on a list by name, and whose work they are. */
export type NamedNeed = Need & Called & WhoseWork
export type Names = { readonly work: WorkList; readonly needs: readonly NamedNeed[]; readonly all: number }

/** Of which list some are named, the worst first, and how many. */
type Naming = { readonly work: WorkList; readonly most: number }

/**
 * How much is overdue and due on several work lists on a day. Whoever is named leaves a row in the audit: who has waited longest, and the worst few of one
 * of the lists where that is asked for.
 */
export function findWorkLists(
  app: App,
  account: Account,
  works: readonly WorkList[],
  on: PlainDate,
  naming?: Naming,
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
    const name = namesOf(app, { db, viewer })
    const parts = seen.flatMap(({ needs }) => needs.flatMap(({ attributes }) => attributes['team'] ?? []))
    const teams = [...new Set(parts)].map((id) => Number(id) as SubjectId)
    const localities = await localitiesOf(app, db, teams)
    const labels = teams.map(async (id) => [id, { label: (await name(id)).label, localities: localities(id) }] as const)
    const first = naming && seen.find(({ work }) => work === naming.work)
    return {
      on,
      names: first && (await firstOf(app, { db, viewer, account }, first, naming.most)),
      lists: seen.map(({ work, needs, unknown, notShown }, at) => {
        const worst = longest[at]
        return {
          work,
          needs,
          notKnown: unknown.length,
          notShown,
          longest: worst && { ...worst, name: called(worst.subject).name },
        }
      }),
      teams: new Map(await Promise.all(labels)),
    }
  })
}

async function firstOf(app: App, looking: Looking, { work, needs, guarded }: SeenWork, most: number): Promise<Names> {
  const { db, viewer, account } = looking
  const first = needs.toSorted(worstFirst).slice(0, most)
  const subjects = [...new Set(first.map(({ subject }) => subject))]
  const shown = await asListed(app, db, viewer, only(guarded, subjects))
  await auditListed(app, looking, account, { action: 'list', detail: work.label }, shown)
  const called = await calledAll(app, db, subjects)
  const whose = await whoseWorkOf(namesOf(app, looking), first)
  return { work, needs: first.map((need) => ({ ...need, ...called(need.subject), ...whose(need) })), all: needs.length }
}
