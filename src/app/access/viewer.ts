import { TeamMembership } from '../../areas/organisation/workers.ts'
import type { Viewer } from '../../core/access/decide.ts'
import type { SubjectId } from '../../core/definitions/field.ts'
import type { Account } from '../../store/accounts.ts'
import { listGlassBroken } from '../../store/broken-glass.ts'
import { findSamePeople } from '../../store/records/merges.ts'
import type { Db } from '../../store/records/transaction.ts'
import type { App } from '../app.ts'
import { recordsOf } from '../records-of.ts'
import { servicesOf } from './protected.ts'
import { roles } from './roles.ts'

/** Who an account is today: roles, worker, the teams they are in and the services of those teams, and whose glass they have broken. */
export async function viewerOf(app: App, db: Db, account: Account): Promise<Viewer> {
  const teams = account.worker === null ? [] : await teamsOf(app, db, account.worker)
  return {
    account: account.id,
    name: account.name,
    roles: roles.filter(({ key }) => account.roles.includes(key)),
    worker: account.worker,
    teams,
    services: await servicesOf(app, db, teams),
    glassBrokenFor: await glassBroken(app, db, account),
  }
}

/** Whoever was opened under a number that was merged since is open under the one that was kept. */
async function glassBroken(app: App, db: Db, account: Account): Promise<readonly SubjectId[]> {
  const opened = await listGlassBroken(db, account.id, app.clock.now())
  return opened.map((await findSamePeople(db, opened, app.clock.today)).kept)
}

/** The teams that a worker is in today, by the organisation's own records. */
async function teamsOf(app: App, db: Db, worker: SubjectId): Promise<readonly SubjectId[]> {
  const memberships = await recordsOf(app, db, worker, [TeamMembership])
  return memberships
    .filter(({ content }) => content.fields['endedOn'] === null)
    .flatMap(({ content }) => content.subjects['team'] ?? [])
}
