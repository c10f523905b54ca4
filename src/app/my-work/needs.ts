import type { Viewer } from '../../core/access/decide.ts'
import { decideAbout, type Guarded } from '../../core/access/decide-about-thing.ts'
import { isWatched, type Need, type Unknown, type WorkList } from '../../core/counting/work-list.ts'
import type { SubjectId } from '../../core/definitions/field.ts'
import type { Db } from '../../store/records/transaction.ts'
import type { App } from '../app.ts'
import { sensitivitiesOf } from '../counting/seen-work.ts'
import { workedOut } from '../counting/work.ts'

/** What the people on somebody's own list need, by one work list. */
export type OwnWork = {
  readonly work: WorkList
  readonly needs: readonly Need[]
  readonly unknown: readonly Unknown[]
}

/** What people and households need today by every work list, of what the viewer may read about each of them. */
export async function ownWork(
  app: App,
  db: Db,
  viewer: Viewer,
  listed: ReadonlyMap<SubjectId, Guarded>,
): Promise<readonly OwnWork[]> {
  const works = [...app.catalogue.workLists.values()].filter((work) => !isWatched(work))
  const worked = await workedOut(app, db, works, [app.clock.today], [...listed.keys()])
  return worked.map(({ work, on: [today = { needs: [], unknown: [] }] }) => {
    const kept = sensitivitiesOf(work)
    const may = ({ subject }: Need | Unknown): boolean => {
      const one = listed.get(subject)
      return (
        one !== undefined && kept.every((sensitivity) => decideAbout(viewer, 'read', one, sensitivity).may === 'yes')
      )
    }
    return { work, needs: today.needs.filter(may), unknown: today.unknown.filter(may) }
  })
}
