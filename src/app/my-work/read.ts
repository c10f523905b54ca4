import { Allocation } from '../../areas/organisation/allocation.ts'
import { TeamMembership } from '../../areas/organisation/workers.ts'
import type { Viewer } from '../../core/access/decide.ts'
import type { Guarded } from '../../core/access/decide-about-thing.ts'
import type { SubjectId } from '../../core/definitions/field.ts'
import type { RecordAsAt } from '../../core/record/chronology.ts'
import { hasEnded, standing } from '../../core/record/standing.ts'
import type { Account } from '../../store/accounts.ts'
import { listStanding } from '../../store/records/standing.ts'
import { type Db, inTransaction } from '../../store/records/transaction.ts'
import { auditListed, type Listed, listable, type Shown } from '../access/listed.ts'
import { viewerOf } from '../access/viewer.ts'
import type { App } from '../app.ts'
import { listDrafts, type OwnDraft } from '../people/drafts.ts'
import { type Named, naming } from '../people/naming.ts'
import type { WorksWith } from '../people/works-with.ts'
import { recordsOf, recordsOfAll } from '../records-of.ts'
import { type Attention, attention } from './attention.ts'
import { workHouseholds } from './households.ts'
import { type OwnWork, ownWork } from './needs.ts'
import { type WorkPerson, workersWhoLeft, workPeople } from './people.ts'
import { type Recent, recently } from './recent.ts'
import { type SentBack, sentBackTo } from './sent-back.ts'

/** Whose work is looked at: one's own, or that of one's teams. */
export type Whose = 'mine' | 'team'

export type MyWork = {
  readonly whose: Whose
  /** Names of the teams that one is in. */
  readonly teams: readonly string[]
  /** Nobody can be allocated to an account that is of no worker. */
  readonly isWorker: boolean
  readonly attention: readonly Attention[]
  /** What is due and overdue for the people of the list, by work list. */
  readonly work: readonly OwnWork[]
  /** The people and households of the list, with those of their allocations that are of the worker or team. */
  readonly people: readonly (WorkPerson & { readonly ours: readonly WorksWith[] })[]
  /** Whom to ring about people on the list whose records are restricted. */
  readonly rings: readonly string[]
  readonly drafts: readonly (OwnDraft & { readonly about: Named | null })[]
  readonly sentBack: readonly (SentBack & { readonly about: Named | null })[]
  readonly recent: readonly (Recent & { readonly name: Named })[]
}

/**
 * What somebody has before them: the people allocated to them or to their teams, what of it needs somebody now, what they have begun and where
 * they were. Managers begin with their teams. Who was shown is audited.
 */
export async function readMyWork(app: App, account: Account, asked: Whose | undefined): Promise<MyWork> {
  const drafts = await listDrafts(app, account)
  return inTransaction(app.store, async (db) => {
    const viewer = await viewerOf(app, db, account)
    const whose = asked ?? ((await managesATeam(app, db, viewer)) ? 'team' : 'mine')
    const listed = await listable(app, db, viewer, await allocatedTo(app, db, whoseOf(viewer, whose)))
    const open = listed.filter(({ decision }) => decision.may === 'yes')
    const households = await workHouseholds(app, db, viewer, whoseOf(viewer, whose))
    const guarded = new Map<SubjectId, Guarded>([
      ...open.map(({ subject, person }) => [subject, person] as const),
      ...households.map(({ entry, guarded: one }) => [entry.subject, one] as const),
    ])
    const work = await ownWork(app, db, viewer, guarded)
    const needs = work.flatMap((one) => one.needs)
    const isOurs = (one: WorksWith) =>
      whose === 'mine' ? one.workerId === viewer.worker : one.teamId !== null && viewer.teams.includes(one.teamId)
    // A mother whose record is open to the team because her child is theirs is nobody's work.
    const people = [...(await workPeople(app, db, viewer, open)), ...households.map(({ entry }) => entry)].filter(
      ({ workers }) => workers.some(isOurs),
    )
    const shown = new Set(people.map(({ subject }) => subject))
    const name = naming(app, { db, viewer })
    const recent = await recently(db, account)
    const sentBack = await sentBackTo(app, db, account.name)
    const others = await listable(
      app,
      db,
      viewer,
      [...drafts, ...recent, ...sentBack].flatMap(({ subject }) => subject ?? []),
    )
    await auditListed(
      app,
      { db, viewer },
      account,
      { action: 'list', detail: whose === 'mine' ? 'my work' : 'work of my teams' },
      eachOnce(
        listed.filter(({ subject, decision }) => decision.may === 'restricted' || shown.has(subject)),
        others,
        households.map((one) => one.shown),
      ),
    )
    return {
      whose,
      teams: await Promise.all(viewer.teams.map(async (team) => (await name(team)).label)),
      isWorker: viewer.worker !== null,
      attention: attention(people, {
        today: app.clock.today,
        left: await workersWhoLeft(app, db, people),
        isOurs,
        needs: (subject) => needs.filter((need) => need.subject === subject),
      }),
      work,
      people: people.map((person) => ({ ...person, ours: person.workers.filter(isOurs) })),
      rings: ringsOf(listed),
      drafts: await Promise.all(
        drafts.map(async (draft) => ({ ...draft, about: draft.subject === null ? null : await name(draft.subject) })),
      ),
      sentBack: await Promise.all(
        sentBack.map(async (one) => ({ ...one, about: one.subject === undefined ? null : await name(one.subject) })),
      ),
      recent: await Promise.all(recent.map(async (one) => ({ ...one, name: await name(one.subject) }))),
    }
  })
}

const whoseOf = ({ worker, teams }: Viewer, whose: Whose): readonly SubjectId[] =>
  whose === 'team' ? teams : worker === null ? [] : [worker]

async function managesATeam(app: App, db: Db, { worker }: Viewer): Promise<boolean> {
  if (worker === null) return false
  const places = standing(await recordsOf(app, db, worker, [TeamMembership]), TeamMembership, 'worker', worker)
  return places.some(({ content }) => ['manager', 'deputy'].includes(String(content.fields['part'])))
}

/** Those who are allocated to any of them today. */
async function allocatedTo(app: App, db: Db, whom: readonly SubjectId[]): Promise<readonly SubjectId[]> {
  const maybe = await listStanding(db, { type: Allocation, of: whom, role: 'person', on: app.clock.today })
  const recordsOf = await recordsOfAll(app, db, maybe, [Allocation])
  const isTheirs = ({ content: { subjects } }: RecordAsAt): boolean =>
    [...(subjects['worker'] ?? []), ...(subjects['team'] ?? [])].some((one) => whom.includes(one))
  return maybe.filter((subject) => recordsOf(subject).some((record) => !hasEnded(record) && isTheirs(record)))
}

const eachOnce = (...lists: readonly (readonly Shown[])[]): readonly Shown[] => [
  ...new Map(lists.flat().map((one) => [one.subject, one] as const)).values(),
]

const ringsOf = (listed: readonly Listed[]): readonly string[] => [
  ...new Set(listed.flatMap(({ decision }) => (decision.may === 'restricted' ? [decision.ring] : []))),
]
