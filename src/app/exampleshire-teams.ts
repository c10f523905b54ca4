import { AdoptionDecision } from '../areas/children-in-care/adoption-plans.ts'
import { Allocation } from '../areas/organisation/allocation.ts'
import { Locality, Team, TeamMembership, Worker } from '../areas/organisation/workers.ts'
import { addDays, type PlainDate, plainDate } from '../core/dates/plain-date.ts'
import type { SubjectId, SubjectKind } from '../core/definitions/field.ts'
import type { RecordType } from '../core/definitions/record-type.ts'
import type { Content, Value } from '../core/record/content.ts'
import { standing } from '../core/record/standing.ts'
import { findAccount } from '../store/accounts.ts'
import { importRecords } from '../store/records/import.ts'
import type { ImportRow } from '../store/records/record-file.ts'
import { type Db, inTransaction } from '../store/records/transaction.ts'
import { makeSubjects } from '../store/records/write.ts'
import { atHomeBeforeCourt } from '../synthetic/court.ts'
import type { Made } from '../synthetic/history.ts'
import { random } from '../synthetic/random.ts'
import { onBreaksOf } from '../synthetic/short-breaks.ts'
import type { App } from './app.ts'
import { recount } from './counting/calculate.ts'
import { resolvePeople } from './records/who.ts'
import { recordsOf } from './records-of.ts'

const since = plainDate('2020-01-06')
/** The first is that of the demonstration's social worker and manager: who signs in as one of them has children in care. */
const teams = [
  'North team',
  'Vale locality',
  'Heath locality',
  'Harbour locality',
  'Unaccompanied young people',
] as const
/** Of personal advisers: who has left care, and who soon will. */
const LEAVING_CARE = 'Leaving care'
const WORKERS_IN_TEAM = 9
/** Of those who chair reviews, apart from the teams whose children they are about. */
const REVIEWING = 'Reviewing officers'
const names =
  'Abel Ada Bea Cass Dee Edie Fay Gil Hal Ida Jo Kit Lou Max Nell Ona Pat Ray Sal Ty Una Val Wes Yan Zoe'.split(' ')
const families =
  'Amery Barton Cole Dray Esdaile Fry Gough Hext Ings Joyce Keech Loder Maunder Nott Orme Pitt Roper Symes Tuck Vine'.split(
    ' ',
  )

type Given = {
  readonly type: RecordType
  readonly identity: string
  readonly subjects: Content['subjects']
  readonly fields: Readonly<Record<string, Value>>
}

/** Gives every child who is in care a team and a worker, loaded as files are. One in twenty waits for a worker. */
export function allocateAll(app: App, made: readonly Made[], until: PlainDate): Promise<void> {
  return inTransaction(app.store, async (db) => {
    const atHome = [...atHomeBeforeCourt(made, { until }), ...onBreaksOf(made, { until })]
    const { people } = await resolvePeople(
      db,
      [...made.map(({ child }) => child.number), ...atHome.map(({ number }) => number)],
      { madeAt: app.clock.now(), madeBy: 'Demonstration', knownOn: app.clock.today },
    )
    const staff = await makeStaff(app, db)
    const officers = await makeTeam(app, db, {
      at: teams.length,
      name: REVIEWING,
      known: await knownStaff(app, db, 'anwen'),
      ...reviewing,
    })
    const advisers = await makeTeam(app, db, { at: teams.length + 1, name: LEAVING_CARE, ...advising })
    const adopting = await makeTeam(app, db, {
      at: teams.length + 2,
      name: 'Adoption',
      known: await knownStaff(app, db, 'fran'),
      ...ofAdoption,
    })
    const virtualSchool = await makeTeam(app, db, { at: teams.length + 3, name: 'Virtual school', ...teaching })
    const allocations = made.flatMap((one) => {
      const person = people.get(one.child.number)
      return [
        ...allocation(one, person, staff, until),
        ...reviewedBy(one, person, officers, until),
        ...adviserOf(one, person, advisers),
        ...adoptionWorkerOf(one, person, adopting, until),
        ...educationAdviserOf(one, person, virtualSchool, until),
      ]
    })
    const atHomeToo = atHome.flatMap(({ number, since }) => allocationAtHome(number, people.get(number), staff, since))
    await load(app, db, [
      ...[...staff, officers, advisers, adopting, virtualSchool].flatMap(({ records }) => records),
      ...allocations,
      ...atHomeToo,
    ])
    await recount(app, db, [...people.values()])
  })
}

function allocation(
  { child, care }: Made,
  person: SubjectId | undefined,
  staff: readonly Staffed[],
  until: PlainDate,
): readonly Given[] {
  const last = care.at(-1)
  if (person === undefined || last === undefined) return []
  const source = random(Number(child.number)).fork('allocated')
  const team = child.unaccompanied ? staff.at(-1) : source.pick(staff.slice(0, -1))
  if (team === undefined) return []
  const endedOn = last.endedOn <= until ? addDays(last.endedOn, 1) : null
  return [
    {
      type: Allocation,
      identity: `${child.number}|${last.startedOn}`,
      subjects: { person: [person], team: [team.id], worker: source.chance(0.05) ? [] : [source.pick(team.workers)] },
      fields: { role: 'social-worker', startedOn: last.startedOn, endedOn },
    },
  ]
}

/** A child who is at home: about whom a court may be asked, or who has short breaks. */
function allocationAtHome(
  number: string,
  person: SubjectId | undefined,
  staff: readonly Staffed[],
  startedOn: PlainDate,
): readonly Given[] {
  if (person === undefined) return []
  const source = random(Number(number)).fork('allocated')
  const team = source.pick(staff.slice(0, -1))
  return [
    {
      type: Allocation,
      identity: `${number}|${startedOn}`,
      subjects: { person: [person], team: [team.id], worker: source.chance(0.06) ? [] : [source.pick(team.workers)] },
      fields: { role: 'social-worker', startedOn, endedOn: null },
    },
  ]
}

/** Each time in care has its reviewing officer, nearly always within a few days. */
function reviewedBy(
  { child, care }: Made,
  person: SubjectId | undefined,
  { id, workers }: Staffed,
  until: PlainDate,
): readonly Given[] {
  if (person === undefined) return []
  const source = random(Number(child.number)).fork('reviewed')
  const worker = source.pick(workers)
  return care.flatMap(({ startedOn, endedOn }) => {
    const allocatedOn = addDays(startedOn, source.chance(0.92) ? source.whole(0, 4) : source.whole(8, 25))
    if (allocatedOn > until || allocatedOn >= endedOn) return []
    return [
      {
        type: Allocation,
        identity: `${child.number}|reviewed|${startedOn}`,
        subjects: { person: [person], team: [id], worker: [worker] },
        fields: {
          role: 'reviewing-officer',
          startedOn: allocatedOn,
          endedOn: endedOn <= until ? endedOn : null,
        },
      },
    ]
  })
}

/** The personal adviser, beside the social worker while care goes on. */
function adviserOf(
  { child, leaving }: Made,
  person: SubjectId | undefined,
  { id, workers }: Staffed,
): readonly Given[] {
  const { adviser } = leaving
  if (person === undefined || adviser === undefined) return []
  const source = random(Number(child.number)).fork('adviser')
  return [
    {
      type: Allocation,
      identity: `${child.number}|adviser`,
      subjects: { person: [person], team: [id], worker: [source.pick(workers)] },
      fields: { role: 'personal-adviser', startedOn: adviser.from, endedOn: adviser.to },
    },
  ]
}

/** An adoption worker beside the social worker, from the decision on and for a year after the order. */
function adoptionWorkerOf(
  { child, care, planned }: Made,
  person: SubjectId | undefined,
  { id, workers }: Staffed,
  until: PlainDate,
): readonly Given[] {
  const { decidedOn, reversedOn } = planned.find(({ type }) => type === AdoptionDecision)?.fields ?? {}
  const last = care.at(-1)
  if (person === undefined || last === undefined || typeof decidedOn !== 'number' || decidedOn > until) return []
  const ends = typeof reversedOn === 'number' ? (reversedOn as PlainDate) : addDays(last.endedOn, 365)
  return [
    {
      type: Allocation,
      identity: `${child.number}|adoption`,
      subjects: { person: [person], team: [id], worker: [random(Number(child.number)).fork('adoption').pick(workers)] },
      fields: { role: 'adoption-worker', startedOn: decidedOn, endedOn: ends <= until ? ends : null },
    },
  ]
}

/** An adviser of the virtual school for each time in care; nine in ten have one. */
function educationAdviserOf(
  { child, care }: Made,
  person: SubjectId | undefined,
  { id, workers }: Staffed,
  until: PlainDate,
): readonly Given[] {
  if (person === undefined) return []
  const source = random(Number(child.number)).fork('virtual school')
  const [worker, hasOne] = [source.pick(workers), source.chance(0.9)]
  return care
    .filter(({ startedOn }) => hasOne && startedOn <= until)
    .map(({ startedOn, endedOn }) => ({
      type: Allocation,
      identity: `${child.number}|virtual school|${startedOn}`,
      subjects: { person: [person], team: [id], worker: [worker] },
      fields: { role: 'virtual-school', startedOn, endedOn: endedOn <= until ? endedOn : null },
    }))
}

type Staffed = { readonly id: SubjectId; readonly workers: readonly SubjectId[]; readonly records: readonly Given[] }

async function makeStaff(app: App, db: Db): Promise<readonly Staffed[]> {
  const staff: Staffed[] = []
  for (const [at, name] of teams.entries()) {
    const known = at === 0 ? await knownStaff(app, db, 'tom') : undefined
    staff.push(await makeTeam(app, db, { at, name, known, ...caring }))
  }
  return staff
}

type Known = { readonly team: SubjectId; readonly worker: SubjectId }
type Wanted = {
  readonly at: number
  readonly name: string
  readonly service: string
  readonly roleTitle: string
  /** A team that is there already, with its manager and somebody who works in it. */
  readonly known?: Known | undefined
}
const caring = { service: 'children-in-care', roleTitle: 'Social worker' } as const
const reviewing = { service: 'reviewing', roleTitle: 'Reviewing officer' } as const
const ofAdoption = { service: 'adoption', roleTitle: 'Adoption social worker' } as const
const teaching = { service: 'virtual-school', roleTitle: 'Education adviser' } as const
const advising = { service: 'care-leavers', roleTitle: 'Personal adviser' } as const

async function makeTeam(app: App, db: Db, { at, name, service, roleTitle, known }: Wanted): Promise<Staffed> {
  const make = (kind: SubjectKind, many: number) =>
    makeSubjects(db, many, { kind, madeAt: app.clock.now(), madeBy: 'Demonstration' })
  const [id] = known === undefined ? await make('team', 1) : [known.team]
  if (id === undefined) throw new RangeError(`There is no team ${at}`)
  const made = await make('worker', WORKERS_IN_TEAM)
  const source = random(at + 1)
  const records = made.flatMap((worker, n): readonly Given[] => [
    {
      type: Worker,
      identity: `worker ${at} ${n}`,
      subjects: { worker: [worker] },
      fields: { name: `${source.pick(names)} ${source.pick(families)}`, roleTitle },
    },
    {
      type: TeamMembership,
      identity: `member ${at} ${n}`,
      subjects: { worker: [worker], team: [id] },
      fields: { part: n === 0 && known === undefined ? 'manager' : 'member', startedOn: since },
    },
  ])
  if (known !== undefined) return { id, workers: [known.worker, ...made], records }
  const team: Given = {
    type: Team,
    identity: `team ${at}`,
    subjects: { team: [id] },
    fields: { name, service, phone: `01632 9601${at}0` },
  }
  return { id, workers: made, records: [team, ...records, ...localityOf(at, name, id)] }
}

/** A team that is called after a locality serves it. */
const localityOf = (at: number, name: string, team: SubjectId): readonly Given[] =>
  name.endsWith(' locality')
    ? [{ type: Locality, identity: `locality ${at}`, subjects: { teams: [team] }, fields: { name, startedOn: since } }]
    : []

/** A worker who can sign in, and their team; undefined where the demonstration's people were not loaded. */
async function knownStaff(app: App, db: Db, userName: 'tom' | 'anwen' | 'fran'): Promise<Known | undefined> {
  const worker = (await findAccount(db, userName))?.worker ?? null
  if (worker === null) return undefined
  const [place] = standing(await recordsOf(app, db, worker, [TeamMembership]), TeamMembership, 'worker', worker)
  const [team] = place?.content.subjects['team'] ?? []
  return team === undefined ? undefined : { team, worker }
}

const SOURCE = 'demonstration'

async function load(app: App, db: Db, given: readonly Given[]): Promise<void> {
  const types = [...new Set(given.map(({ type }) => type))]
  const tables = types.map((type) => ({
    window: { type, sourceSystem: SOURCE, subjects: [] },
    rows: given
      .filter((one) => one.type === type)
      .map((one): ImportRow => ({ identity: one.identity, content: contentOf(one) })),
  }))
  const file = {
    fileName: 'Exampleshire',
    sha256: '0'.repeat(64),
    format: SOURCE,
    knownOn: since,
    recordedAt: app.clock.now(),
    recordedBy: 'Demonstration',
  }
  await importRecords(db, file, tables)
}

function contentOf({ type, subjects, fields }: Given): Content {
  const blank = (names: object) => Object.fromEntries(Object.keys(names).map((name) => [name, null] as const))
  return {
    subjects: { ...Object.fromEntries(Object.keys(type.subjects).map((role) => [role, []])), ...subjects },
    links: blank(type.links),
    fields: { ...blank(type.fields), ...fields },
  }
}
