import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { Kysely, sql } from 'kysely'
import { afterAll, beforeAll, inject } from 'vitest'
import { PARTNER } from '../../../src/app/access/roles.ts'
import { hashOf } from '../../../src/app/access/sign-in.ts'
import type { App } from '../../../src/app/app.ts'
import { calculate } from '../../../src/app/counting/calculate.ts'
import { Team, TeamMembership, Worker } from '../../../src/areas/organisation/workers.ts'
import { parsePeriod } from '../../../src/core/dates/period.ts'
import type { PlainDate } from '../../../src/core/dates/plain-date.ts'
import { catalogue } from '../../../src/core/definitions/catalogue.ts'
import type { SubjectId } from '../../../src/core/definitions/field.ts'
import { type Account, addAccount, addSession, findAccount } from '../../../src/store/accounts.ts'
import { addGlassBroken } from '../../../src/store/broken-glass.ts'
import { EmbeddedDialect, startEmbedded } from '../../../src/store/embedded-dialect.ts'
import { migrate } from '../../../src/store/migrate.ts'
import type { Store } from '../../../src/store/open.ts'
import { makeRecordTables } from '../../../src/store/records/make-tables.ts'
import { addMerge } from '../../../src/store/records/merges.ts'
import { type Db, inTransaction } from '../../../src/store/records/transaction.ts'
import type { Tables } from '../../../src/store/tables.ts'
import { buildServer } from '../../../src/web/server.ts'
import { madeOnce } from '../../databases/made-once.ts'
import { appOn } from '../../support/app.ts'
import { beginDrafts } from './begun-drafts.ts'
import { type AccountKey, accountKeys, type PersonKey, peopleKeys } from './expected.ts'
import { contractAreas, contractTypes, daysFrom, since } from './made-up-records.ts'
import {
  type Canary,
  type MadeUpPerson,
  makePerson,
  ownCanaries,
  type Tied,
  tieTogether,
  type Working,
} from './people.ts'
import { type Write, writer } from './writer.ts'

/** Somebody who is signed in already: signing in takes a while on purpose. */
export type SignedIn = { readonly account: Account; readonly token: string }

export type World = {
  readonly app: App
  readonly store: Store
  readonly server: FastifyInstance
  readonly people: Readonly<Record<PersonKey, MadeUpPerson>>
  readonly accounts: Readonly<Record<AccountKey, SignedIn>>
  /** Somebody of another agency who is signed in: no account of any of these. */
  readonly partner: { readonly userName: string; readonly token: string }
  readonly canaries: readonly Canary[]
  readonly tied: readonly Tied[]
  readonly working: Working
  readonly write: Write
  /** A number of as many figures as another, which is nobody's and no record's. */
  nobodyLike(number: number): number
}

const HOUR = 3_600_000

/** The made-up store and the server over it, for all tests of the file. It is filled once per run; each file has a copy. */
export function contractWorld(): () => World {
  let world: World | undefined
  beforeAll(async () => {
    const workshop = inject('databaseWorkshop')
    const made: Made = JSON.parse(await madeOnce(workshop, 'contract-world', () => make(workshop)))
    const store = await open(await readFile(made.image))
    const app = contractApp(store)
    world = { ...made, app, store, server: await buildServer(app), write: writer(store.db, made.filer), nobodyLike }
  })
  afterAll(async () => {
    await world?.server.close()
    await world?.store.close()
  })
  return () => {
    if (world === undefined) throw new Error('The made-up store is there only while tests run.')
    return world
  }
}

type Made = Awaited<ReturnType<typeof fill>> & { readonly image: string }

/** The months whose figures were counted: that in which everything was written, and the last. */
export const countedPeriods = [parsePeriod('2023-01'), parsePeriod('2023-09')] as const

const contractApp = (store: Store): App => appOn(store, { catalogue: catalogue(contractAreas) })

const nobodyLike = (number: number): number => Number('9'.repeat(String(number).length))

async function open(image: Uint8Array<ArrayBuffer>): Promise<Store> {
  const client = await startEmbedded({ loadDataDir: new Blob([image]) })
  const db = new Kysely<Tables>({ dialect: new EmbeddedDialect(client) })
  return { db, kind: 'embedded', close: () => db.destroy() }
}

/** Makes the store and gives, as text, where its image is and what is in it. */
async function make(workshop: string): Promise<string> {
  const client = await startEmbedded({})
  const db = new Kysely<Tables>({ dialect: new EmbeddedDialect(client) })
  try {
    await migrate(db)
    await makeRecordTables(db, contractTypes)
    // Numbers of four figures, so that there are others of as many which are nobody's; no person has that of a record.
    await sql`alter table subject alter column id restart with 1001`.execute(db)
    await sql`alter table record alter column id restart with 5001`.execute(db)
    await sql`alter table document alter column id restart with 7001`.execute(db)
    await sql`alter table broken_glass alter column id restart with 8001`.execute(db)
    const app = contractApp({ db, kind: 'embedded', close: () => db.destroy() })
    const filled = await inTransaction(app.store, (transaction) => fill(app, transaction))
    await calculate(app, countedPeriods)
    const image = join(workshop, 'contract-world.tar')
    await writeFile(image, await client.image())
    return JSON.stringify({ ...filled, image })
  } finally {
    await db.destroy()
  }
}

async function fill(app: App, db: Db) {
  const madeAt = new Date()
  const filer = await addAccount(db, {
    userName: 'filer',
    name: 'Filer',
    worker: null,
    roles: [],
    passwordHash: 'none',
    madeAt,
  })
  const write = writer(db, filer)
  const partner = await makePartner(db)
  const teams = await makeTeams(write)
  const accounts = await makeAccounts(app, db, write, teams)
  const worker = (key: AccountKey) => accounts[key].account.worker ?? teams.colleague
  const working: Working = {
    today: app.clock.today,
    ...teams,
    everybody: accountKeys.flatMap((key) => {
      const { account } = accounts[key]
      const team = key === 'adoption-worker' ? teams.adoption : teams.north
      return account.worker === null ? [] : [{ worker: account.worker, team }]
    }),
    trusted: [worker('social-worker'), worker('team-manager'), worker('director')],
  }
  const people = {} as Record<PersonKey, MadeUpPerson>
  for (const key of peopleKeys) people[key] = await makePerson(key, write, working)
  const { canaries, tied } = await tieTogether(people, write, working)
  await breakGlasses(app, db, accounts, people)
  await recordTwice(app, db, people)
  const everybody = Object.values(accounts).map(({ account }) => account)
  await beginDrafts(db, everybody, Object.values(people), app.clock.now())
  return { people, accounts, partner, filer, canaries: [...ownCanaries(peopleKeys), ...canaries], tied, working }
}

/** Everybody was recorded twice, and it is known from today. */
async function recordTwice(app: App, db: Db, people: World['people']): Promise<void> {
  const said = { knownOn: app.clock.today, at: app.clock.now(), by: 'Contract', reason: 'A test' }
  for (const { subject, second } of Object.values(people))
    await addMerge(db, { kept: subject, merged: second, ...said })
}

async function makeTeams(write: Write) {
  const team = async (name: string, service: string, phone: string) => {
    const id = await write.make('team')
    await write.new(Team, { team: [id] }, '', { name, service, phone, startedOn: null })
    return id
  }
  const colleague = await write.make('worker')
  await write.new(Worker, { worker: [colleague] }, '', { name: 'A Colleague', startedOn: null })
  return {
    north: await team('North', 'children-in-care', '01632 960010'),
    east: await team('East', 'children-in-care', '01632 960011'),
    south: await team('South', 'child-protection', '01632 960020'),
    adoption: await team('Adoption', 'adoption', '01632 960050'),
    colleague,
  }
}

type Teams = Awaited<ReturnType<typeof makeTeams>>

/** What is out of the ordinary about an account; otherwise it has the role of its name, and a worker in the North team. */
type Odd = {
  readonly roles?: readonly string[]
  readonly worker?: 'none' | 'has left'
  readonly team?: 'none' | 'has left it' | 'adoption'
}

const odd: Readonly<Partial<Record<AccountKey, Odd>>> = {
  'adoption-worker': { team: 'adoption' },
  'several roles': { roles: ['social-worker', 'designated-officer'] },
  'without a team': { roles: ['social-worker'], team: 'none' },
  'without a worker': { roles: ['social-worker', 'team-manager', 'reviewing-officer'], worker: 'none' },
  'director, no worker': { roles: ['director'], worker: 'none' },
  'left the team': { roles: ['social-worker'], team: 'has left it' },
  'left the council': { roles: ['social-worker', 'director', 'operator'], worker: 'has left' },
  'without a role': { roles: [] },
  'broke the glass': { roles: ['social-worker'] },
  'broke it long ago': { roles: ['social-worker'] },
}

async function makeAccounts(app: App, db: Db, write: Write, teams: Teams): Promise<Record<AccountKey, SignedIn>> {
  const accounts = {} as Record<AccountKey, SignedIn>
  for (const key of accountKeys) {
    const { roles = [key], worker, team }: Odd = odd[key] ?? {}
    const number = worker === 'none' ? null : await makeWorker(write, app.clock.today, worker === 'has left')
    if (number !== null && team !== 'none') await joinTeam(write, app.clock.today, number, teams, team)
    accounts[key] = await makeAccount(db, key, roles, number)
  }
  return accounts
}

async function makeWorker(write: Write, today: PlainDate, hasLeft: boolean): Promise<SubjectId> {
  const worker = await write.make('worker')
  await write.new(Worker, { worker: [worker] }, '', {
    name: `Worker ${worker}`,
    startedOn: null,
    endedOn: hasLeft ? today : null,
  })
  return worker
}

async function joinTeam(write: Write, today: PlainDate, worker: SubjectId, teams: Teams, team: Odd['team']) {
  const join = (number: SubjectId, startedOn: PlainDate, endedOn: PlainDate | null) =>
    write.new(TeamMembership, { worker: [worker], team: [number] }, '', { part: 'member', startedOn, endedOn })
  if (team !== 'has left it') {
    await join(team === 'adoption' ? teams.adoption : teams.north, since, null)
    return
  }
  await join(teams.north, since, today)
  await join(teams.north, daysFrom(today, 1), null)
  // A place that was written for the wrong worker, and put right.
  const wrong = await join(teams.north, since, null)
  const right = { worker: [teams.colleague], team: [teams.north] }
  await write.again(wrong, TeamMembership, right, '', today, { part: 'member', startedOn: since })
}

/** An account with a session, which is as if it had signed in. */
export async function makeAccount(
  db: Db,
  name: string,
  roles: readonly string[],
  worker: SubjectId | null,
): Promise<SignedIn> {
  const userName = name.replaceAll(/[^a-z]+/g, '-')
  const madeAt = new Date()
  await addAccount(db, { userName, name, worker, roles, passwordHash: 'none', madeAt })
  const account = await findAccount(db, userName)
  if (account === undefined) throw new Error(`${userName} was only just added`)
  return { account, token: await begin(db, account, madeAt) }
}

async function makePartner(db: Db): Promise<World['partner']> {
  const [userName, madeAt] = ['partner', new Date()]
  const about = { userName, name: 'Partner', worker: null, roles: [PARTNER], partnerOf: ['Vale'], passwordHash: 'none' }
  const id = await addAccount(db, { ...about, madeAt })
  return { userName, token: await begin(db, { id, userName }, madeAt) }
}

/** Begins a session, and gives its token. */
async function begin(db: Db, { id, userName }: Pick<Account, 'id' | 'userName'>, madeAt: Date): Promise<string> {
  const token = `token of ${userName}`
  const endsAt = new Date(madeAt.getTime() + HOUR)
  await addSession(db, { tokenHash: hashOf(token), account: id, madeAt, endsAt })
  return token
}

async function breakGlasses(
  app: App,
  db: Db,
  accounts: Record<AccountKey, SignedIn>,
  people: World['people'],
): Promise<void> {
  const now = app.clock.now().getTime()
  for (const [key, hours] of [
    ['broke the glass', 0],
    ['broke it long ago', -5],
  ] as const)
    for (const person of ['elsewhere', 'closed', 'sealed'] as const)
      await addGlassBroken(db, {
        account: accounts[key].account.id,
        subject: people[person].subject,
        reason: 'A test',
        at: new Date(now + hours * HOUR),
        endsAt: new Date(now + (hours + 4) * HOUR),
      })
}
