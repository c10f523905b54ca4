import { sql } from 'kysely'
import pg from 'pg'
import { describe, expect, onTestFinished, test } from 'vitest'
import { eachDatabase } from '../../../test/databases/each-database.ts'
import { appOn, productTypes } from '../../../test/support/app.ts'
import { contentOf } from '../../../test/support/content.ts'
import { known, madeUpArea, madeUpTypes, Stay } from '../../../test/support/counted.ts'
import { areas } from '../../areas/index.ts'
import { Person } from '../../areas/people/person.ts'
import { Restriction } from '../../areas/people/safety.ts'
import { plainDate } from '../../core/dates/plain-date.ts'
import { catalogue } from '../../core/definitions/catalogue.ts'
import { addAccount } from '../../store/accounts.ts'
import { dropConnection, findGroup, listConnections } from '../../store/analysts/connections.ts'
import { scramVerifier } from '../../store/analysts/scram.ts'
import { openStore, type Place, type Store } from '../../store/open.ts'
import { tableOf } from '../../store/records/columns.ts'
import { makeSubject, writeVersion } from '../../store/records/write.ts'
import { endUser, giveRoles } from '../access/users.ts'
import type { App } from '../app.ts'
import { bringUpToDate } from '../counting/calculate.ts'
import { countedFigures } from '../counting/figures.ts'
import { onNewDay } from '../counting/nightly.ts'
import { addConnection, connectionsOf, endConnection } from './connections.ts'
import { fillReport } from './report.ts'

const recordedAt = new Date('2023-10-01T09:00:00Z')
const stamp = {
  recordedAt,
  recordedBy: 'Ada Keech',
  reason: null,
  source: 'form' as const,
  knownOn: plainDate('2023-10-01'),
}

/** Ann and Ben are guests in September, Ben restricted; Olwen gives accounts, and Iain is an analyst. */
async function guestHouse(where: Place & { readonly kind: 'postgresql' }) {
  const store = await openStore(where, new Map([...productTypes, ...madeUpTypes]))
  onTestFinished(() => store.close())
  const app = appOn(store, { catalogue: catalogue([...areas, madeUpArea]) })
  const person = () => makeSubject(store.db, { kind: 'person', madeAt: recordedAt, madeBy: 'test' })
  const [ann, ben] = [await person(), await person()]
  for (const guest of [ann, ben]) {
    const { content } = known(Stay, guest, { startedOn: '2023-05-10', room: 'attic' })
    await writeVersion(store.db, { ...stamp, type: Stay, content })
    const born = contentOf(Person, { person: [guest] }, { bornOn: plainDate('2010-05-04') })
    await writeVersion(store.db, { ...stamp, type: Person, content: born })
  }
  const team = await makeSubject(store.db, { kind: 'team', madeAt: recordedAt, madeBy: 'test' })
  const restricted = { person: [ben], teamToRing: [team] }
  const content = contentOf(Restriction, restricted, { startedOn: plainDate('2023-01-01') })
  await writeVersion(store.db, { ...stamp, type: Restriction, content })
  for (const [userName, role] of [
    ['olwen', 'operator'],
    ['iain', 'performance-analyst'],
    ['tom', 'social-worker'],
  ] as const)
    await addAccount(store.db, {
      userName,
      name: userName,
      worker: null,
      roles: [role],
      passwordHash: 'x',
      madeAt: recordedAt,
    })
  await bringUpToDate(app)
  takeAway(store)
  return { app, store, ann, url: where.url }
}

/** Takes away what was made on the server: its roles outlive a test's database. */
function takeAway({ db }: Store): void {
  onTestFinished(async () => {
    for (const { userName } of await listConnections(db)) await dropConnection(db, userName)
    const group = await findGroup(db)
    if (group === undefined) return
    await sql`drop owned by ${sql.id(group)}`.execute(db)
    await sql`drop role ${sql.id(group)}`.execute(db)
  })
}

async function connect(url: string, role: string, password: string) {
  const as = new URL(url)
  as.searchParams.set('user', role)
  as.searchParams.set('password', password)
  const client = new pg.Client({ connectionString: as.href })
  client.on('error', () => {})
  await client.connect()
  onTestFinished(() => client.end().catch(() => {}))
  return async (text: string) => (await client.query(text)).rows
}

const SEPTEMBER = "from_on = '2023-09-01' and period = 'month'"

eachDatabase(
  ({ open, place }) => {
    /** On a server that others can connect to. The embedded store is none: of it there is one thing to say. */
    const onServer = (name: string, work: (where: Place & { readonly kind: 'postgresql' }) => Promise<void>) =>
      test(name, async () => {
        const where = await place()
        if (where.kind === 'postgresql') await work(where)
        else
          await expect(addConnection(appOn(await open()), 'olwen', 'iain')).rejects.toThrow(
            'Analysts connect to PostgreSQL',
          )
      })

    describe('the schema that analysts read', () => {
      onServer('has the figures of the pages, and whom an analyst may take out under a pseudonym', async (where) => {
        const { app, store, ann, url } = await guestHouse(where)
        if (store.kind === 'embedded') {
          await expect(addConnection(app, 'olwen', 'iain')).rejects.toThrow('Analysts connect to PostgreSQL')
          return
        }
        const { role, password } = await addConnection(app, 'olwen', 'iain')
        const ask = await connect(url, role, password)
        const figures = await ask(
          `select indicator, numerator::int as n, denominator::int as of from figure where ${SEPTEMBER}`,
        )
        expect(figures).toHaveLength(
          [...app.catalogue.indicators.values()].filter(({ counts }) => counts !== undefined).length,
        )
        expect(figures).toContainEqual({ indicator: 'in-attic', n: 2, of: 2 })
        expect(await sameAsPages(app, await ask(`select * from figure where ${SEPTEMBER}`))).toBe(true)
        const members = await ask(
          `select person, record, "is", "by" from member where indicator = 'in-attic' and ${SEPTEMBER}`,
        )
        expect(members).toEqual([
          { person: expect.stringMatching(/^[0-9a-f]{16}$/), record: null, is: 'counted', by: expect.anything() },
        ])
        await fillReport(app)
        expect(
          await ask(`select person, record, "is", "by" from member where indicator = 'in-attic' and ${SEPTEMBER}`),
        ).toEqual(members)
        const [person, ...others] = await ask('select * from ssd_person')
        expect(person).toMatchObject({ pers_person_id: members[0]?.person, pers_dob: expect.anything() })
        expect([
          others,
          Object.keys(person ?? {}).filter((name) => /forename|surname|common_child/.test(name)),
        ]).toEqual([[], []])
        expect((await ask('select pers_dob::text as born from ssd_person'))[0]?.born).toBe('2010-05-15')
        expect(JSON.stringify(await ask('select * from member'))).not.toContain(`"${ann}"`)
      })

      onServer('is all that a connection reads, and it writes nothing', async (where) => {
        const { app, url } = await guestHouse(where)
        const { role, password } = await addConnection(app, 'olwen', 'iain')
        const ask = await connect(url, role, password)
        for (const table of ['version', 'member', 'account', 'setting', 'audit', tableOf(Stay).name, 'subject'])
          await expect(ask(`select * from public.${table}`), table).rejects.toThrow('permission denied')
        await expect(ask('delete from figure')).rejects.toThrow(/read-only|permission denied/)
        await ask('set default_transaction_read_only = off')
        await expect(ask('delete from figure')).rejects.toThrow('permission denied')
        await expect(ask('create table mine (a int)')).rejects.toThrow(/read-only|permission denied/)
        const comments = await ask("select col_description('report.member'::regclass, 5) as words")
        expect(comments[0]?.words).toContain('pseudonym')
      })

      onServer('is filled anew when the day turns, while somebody reads what was there', async (where) => {
        const { app, store, ann, url } = await guestHouse(where)
        const { role, password } = await addConnection(app, 'olwen', 'iain')
        const ask = await connect(url, role, password)
        await ask('begin')
        const count = `select count(*)::int as members from member where indicator = 'guests' and ${SEPTEMBER}`
        expect(await ask(count)).toEqual([{ members: 1 }])
        const { content } = known(Stay, ann, { startedOn: '2023-05-10', endedOn: '2023-08-01', room: 'attic' })
        await writeVersion(store.db, { ...stamp, type: Stay, content })
        await store.db.deleteFrom('counted_period').execute()
        await onNewDay(app)()
        await ask('commit')
        expect(await ask('select count(*)::int as members from figure where numerator is null')).toEqual([
          { members: 0 },
        ])
        // Its tables were dropped when nobody had them any more, at the latest with the next filling.
        await fillReport(app)
        const { rows } = await sql`select nspname from pg_namespace where nspname ~ '^report_'`.execute(store.db)
        expect(rows).toEqual([])
      })
    })

    describe('a connection', () => {
      onServer('is given to an analyst by who gives accounts, each by itself in the audit', async (where) => {
        const { app, store } = await guestHouse(where)
        await expect(addConnection(app, 'iain', 'iain')).rejects.toThrow('gives no accounts')
        await expect(addConnection(app, 'olwen', 'tom')).rejects.toThrow('is no performance analyst')
        const first = await addConnection(app, 'olwen', 'iain')
        expect(await connectionsOf(app, 'olwen')).toEqual([{ userName: 'iain', role: first.role }])
        const again = await addConnection(app, 'olwen', 'iain')
        expect(again.role).toBe(first.role)
        expect(again.password).not.toBe(first.password)
        await endConnection(app, 'olwen', 'iain')
        expect(await connectionsOf(app, 'olwen')).toEqual([])
        await expect(endConnection(app, 'olwen', 'iain')).rejects.toThrow('has no connection')
        const kept = await store.db.selectFrom('audit').select(['action', 'account_name']).orderBy('id').execute()
        expect(kept.map(({ action }) => action)).toEqual([
          // Who gives no accounts and asked to.
          'administer',
          'analyst’s connection',
          'analyst’s connection',
          'end analyst’s connection',
        ])
      })

      for (const how of ['ends', 'has another role'])
        onServer(`ends with an account that ${how}, whatever it is asking`, async (where) => {
          const { app, url } = await guestHouse(where)
          const { role, password } = await addConnection(app, 'olwen', 'iain')
          const ask = await connect(url, role, password)
          await ask('select 1')
          if (how === 'ends') await endUser(app, 'olwen', 'iain')
          else await giveRoles(app, 'olwen', 'iain', ['social-worker'])
          await expect(ask('select 1')).rejects.toThrow()
          await expect(connect(url, role, password)).rejects.toThrow()
        })

      onServer('has a password that the server itself would have kept so', async (where) => {
        const { store } = await guestHouse(where)
        const name = sql.id(`los_test_scram_${process.pid}`)
        await sql`set password_encryption = 'scram-sha-256'`.execute(store.db)
        await sql`create role ${name} password 'three-random-words'`.execute(store.db)
        onTestFinished(async () => void (await sql`drop role ${name}`.execute(store.db)))
        const { rows } = await sql<{ kept: string }>`
        select rolpassword as kept from pg_authid where rolname = ${`los_test_scram_${process.pid}`}`.execute(store.db)
        const kept = rows[0]?.kept ?? ''
        const salt = Buffer.from(/:([^$]+)\$/.exec(kept)?.[1] ?? '', 'base64')
        expect(scramVerifier('three-random-words', salt)).toBe(kept)
      })
    })
  },
  new Map([...productTypes, ...madeUpTypes]),
)

/** Whether figures as analysts read them are those that the pages show. */
async function sameAsPages(app: App, rows: readonly Record<string, unknown>[]): Promise<boolean> {
  const indicators = [...app.catalogue.indicators.values()]
  const september = { kind: 'month', from: plainDate('2023-09-01'), to: plainDate('2023-10-01') } as const
  const figures = await countedFigures(app, app.store.db, {
    indicators,
    periods: [september],
    knownOn: app.clock.today,
  })
  const read = new Map(rows.map((row) => [row['indicator'], row] as const))
  return figures.every(({ indicator, numerator, notKnown }) => {
    const row = read.get(indicator)
    return Number(row?.['numerator']) === numerator && row?.['not_known'] === notKnown
  })
}
