import { HouseholdAllocation } from '../../areas/organisation/allocation.ts'
import { AllocationRole } from '../../areas/organisation/services.ts'
import { Household } from '../../areas/people/households.ts'
import type { Viewer } from '../../core/access/decide.ts'
import { decideAbout, type Guarded } from '../../core/access/decide-about-thing.ts'
import { labelOf } from '../../core/definitions/code-list.ts'
import type { SubjectId } from '../../core/definitions/field.ts'
import type { RecordAsAt } from '../../core/record/chronology.ts'
import { hasEnded } from '../../core/record/standing.ts'
import { listStanding } from '../../store/records/standing.ts'
import type { Db } from '../../store/records/transaction.ts'
import { guardedAmong } from '../access/guarded.ts'
import type { Shown } from '../access/listed.ts'
import type { App } from '../app.ts'
import { type Named, naming, thingNameOf } from '../people/naming.ts'
import type { WorksWith } from '../people/works-with.ts'
import { recordsOfAll } from '../records-of.ts'
import type { WorkPerson } from './people.ts'

/** A household on a list of work, with what a decision about it depends on. */
export type WorkHousehold = { readonly entry: WorkPerson; readonly guarded: Guarded; readonly shown: Shown }

/** The households that are the work of a worker, or of teams, of which the viewer may read. */
export async function workHouseholds(
  app: App,
  db: Db,
  viewer: Viewer,
  whom: readonly SubjectId[],
): Promise<readonly WorkHousehold[]> {
  const on = app.clock.today
  const households = await listStanding(db, { type: HouseholdAllocation, of: whom, role: 'household', on })
  const recordsOf = await recordsOfAll(app, db, households, [HouseholdAllocation, Household])
  const guarded = await guardedAmong(app, db, households)
  const name = naming(app, { db, viewer })
  const found = await Promise.all(
    households.map(async (subject): Promise<readonly WorkHousehold[]> => {
      const one = guarded.get(subject)
      const decision = one === undefined ? undefined : decideAbout(viewer, 'read', one)
      if (one === undefined || decision?.may !== 'yes') return []
      const records = recordsOf(subject)
      const standing = records.filter((record) => record.type.key === HouseholdAllocation.key && !hasEnded(record))
      const workers = await Promise.all(standing.map((record) => worksWithHousehold(record, name)))
      const called = thingNameOf(subject, records) ?? `Household ${subject}`
      const entry = { kind: 'household' as const, subject, name: called, bornOn: null, tags: [], workers }
      return [{ entry, guarded: one, shown: { subject, otherNumbers: [], decision } }]
    }),
  )
  return found.flat()
}

async function worksWithHousehold(
  { content, on }: RecordAsAt,
  name: (subject: SubjectId) => Promise<Named>,
): Promise<WorksWith> {
  const [worker = null] = content.subjects['worker'] ?? []
  const [team = null] = content.subjects['team'] ?? []
  return {
    role: labelOf(AllocationRole, String(content.fields['role'])),
    ofFamily: false,
    worker: worker === null ? null : (await name(worker)).label,
    workerId: worker,
    team: team === null ? '' : (await name(team)).label,
    teamId: team,
    phone: null,
    since: on,
    coverFor: null,
    endsOn: null,
  }
}
