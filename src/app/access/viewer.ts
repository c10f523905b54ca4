import { TeamMembership, Worker } from '../../areas/organisation/workers.ts'
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

/**
 * Who an account is today: roles, worker, the teams they are in and the services of those teams, and whose glass they have broken. Somebody who
 * no longer works here has no role, though nobody has ended the account yet.
 */
export async function viewerOf(app: App, db: Db, account: Account): Promise<Viewer> {
  const { worker } = account
  const records = worker === null ? [] : await recordsOf(app, db, worker, [Worker, TeamMembership])
  const hasLeft = records.some(({ type, content }) => type.key === Worker.key && content.fields['endedOn'] !== null)
  const teams = records
    .filter(({ type, content }) => type.key === TeamMembership.key && content.fields['endedOn'] === null)
    .flatMap(({ content }) => content.subjects['team'] ?? [])
  return {
    account: account.id,
    name: account.name,
    roles: hasLeft || account.endedAt !== null ? [] : roles.filter(({ key }) => account.roles.includes(key)),
    worker,
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
