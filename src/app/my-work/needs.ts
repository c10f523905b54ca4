import { decide, type Viewer } from '../../core/access/decide.ts'
import type { Need, Unknown, WorkList } from '../../core/counting/work-list.ts'
import type { Db } from '../../store/records/transaction.ts'
import type { Listed } from '../access/listed.ts'
import type { App } from '../app.ts'
import { sensitivitiesOf } from '../counting/seen-work.ts'
import { workedOut } from '../counting/work.ts'

/** What the people on somebody's own list need, by one work list. */
export type OwnWork = {
  readonly work: WorkList
  readonly needs: readonly Need[]
  readonly unknown: readonly Unknown[]
}

/** What people need today by every work list, of what the viewer may read about each of them. */
export async function ownWork(
  app: App,
  db: Db,
  viewer: Viewer,
  listed: readonly Listed[],
): Promise<readonly OwnWork[]> {
  const people = new Map(listed.map(({ subject, person }) => [subject, person] as const))
  const works = [...app.catalogue.workLists.values()]
  const worked = await workedOut(app, db, works, [app.clock.today], [...people.keys()])
  return worked.map(({ work, on: [today = { needs: [], unknown: [] }] }) => {
    const kept = sensitivitiesOf(work)
    const may = ({ subject }: Need | Unknown): boolean => {
      const person = people.get(subject)
      return person !== undefined && kept.every((one) => decide(viewer, 'read', person, one).may === 'yes')
    }
    return { work, needs: today.needs.filter(may), unknown: today.unknown.filter(may) }
  })
}
