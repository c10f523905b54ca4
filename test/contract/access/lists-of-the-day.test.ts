import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import type { App } from '../../../src/app/app.ts'
import { exportTracker, findTracker } from '../../../src/app/counting/tracker.ts'
import { findWork } from '../../../src/app/counting/work-list.ts'
import { findWorkLists } from '../../../src/app/counting/work-lists.ts'
import { exportWork } from '../../../src/app/exports/work.ts'
import { readMyWork } from '../../../src/app/my-work/read.ts'
import { listWaiting } from '../../../src/app/people/sign-off.ts'
import { Refused } from '../../../src/app/refused.ts'
import { plainDate } from '../../../src/core/dates/plain-date.ts'
import { type AccountKey, accountKeys, does, type PersonKey, peopleKeys, reads, readsLetter } from './expected.ts'
import { keysOf, rowsSince } from './listed.ts'
import { Signed } from './made-up-records.ts'
import { send } from './sending.ts'
import { lastRow, leaks, none } from './walk.ts'
import { contractWorld } from './world.ts'

const world = contractWorld()
const account = (key: AccountKey) => world().accounts[key].account

/**
 * The app so many days ago. Of these lists somebody's row of the day is enough, whichever list it was: so each is looked at on a day of its own, one
 * after the other, and the last of them today.
 */
const daysAgo = (days: number): App => {
  const { app } = world()
  return { ...app, clock: { ...app.clock, now: () => new Date(app.clock.now().getTime() - days * 86_400_000) } }
}
/** Whose glass is broken now was it on those days too. */
beforeAll(async () => {
  const now = world().app.clock.now()
  const then = new Date(now.getTime() - 30 * 86_400_000)
  await sql`update broken_glass set broken_at = ${then} where ends_at > ${now}`.execute(world().store.db)
})

const readable = (key: AccountKey): readonly PersonKey[] =>
  peopleKeys.filter((person) => readsLetter(reads[key][person], 'o'))
/** Does something, and gives who is in the rows that it left. */
async function auditedBy(key: AccountKey, work: () => Promise<unknown>): Promise<readonly PersonKey[]> {
  const last = await lastRow(world())
  await work()
  return rowsSince(world(), last, key, 'list')
}

describe('a work list', () => {
  const key = 'looking-in'

  it('has exactly those who may be read, and each is audited', async () => {
    for (const who of accountKeys) {
      const expected = readable(who)
      const audited = await auditedBy(who, async () => {
        const app = daysAgo(5)
        const { needs } = await findWork(app, account(who), { key, on: app.clock.today })
        const found = keysOf(
          world(),
          needs.map(({ subject }) => subject),
        )
        expect([who, found]).toEqual([who, expected])
      })
      expect([who, audited]).toEqual([who, expected])
    }
  })

  it('names of several lists only somebody who may be read, who is audited', async () => {
    const works = [...world().app.catalogue.workLists.values()].filter((work) => work.key === key)
    for (const who of accountKeys) {
      const app = daysAgo(4)
      const named: PersonKey[] = []
      const audited = await auditedBy(who, async () => {
        const { lists } = await findWorkLists(app, account(who), works, app.clock.today)
        const needs = lists.flatMap((list) => list.needs.map(({ subject }) => subject))
        expect([who, keysOf(world(), needs)]).toEqual([who, readable(who)])
        named.push(
          ...keysOf(
            world(),
            lists.flatMap(({ longest }) => longest?.subject ?? []),
          ),
        )
      })
      expect([who, named.length]).toEqual([who, Math.min(1, readable(who).length)])
      expect([who, audited]).toEqual([who, named])
    }
  })

  it('is taken out with those alone whose record one may take out', async () => {
    for (const who of accountKeys) {
      const app = daysAgo(3)
      const expected = readable(who).filter((person) => does[who][person].includes('e'))
      const taken = await exportWork(app, account(who), { key, on: app.clock.today }).catch((error: unknown) => {
        if (error instanceof Refused) return { needs: [] }
        throw error
      })
      const found = keysOf(
        world(),
        taken.needs.map(({ subject }) => subject),
      )
      expect([who, found]).toEqual([who, expected])
      const rows = await rowsSince(world(), 0, who, 'export')
      expect([who, rows]).toEqual([who, expected])
    }
  })
})

describe('a tracker', () => {
  const asked = { key: 'guests', show: 'all', soon: plainDate('2023-12-31'), page: 1, most: 500 } as const

  it('has exactly those who may be read, and each is audited', async () => {
    for (const who of accountKeys) {
      const app = daysAgo(6)
      const expected = readable(who)
      const audited = await auditedBy(who, async () => {
        const { rows, notShown } = await findTracker(app, account(who), { ...asked, on: app.clock.today })
        const found = keysOf(
          world(),
          rows.map(({ subject }) => subject),
        )
        expect([who, found, found.length + notShown.all]).toEqual([who, expected, peopleKeys.length])
      })
      expect([who, audited]).toEqual([who, expected])
    }
  })

  it('is taken out with those alone whose record one may take out', async () => {
    for (const who of accountKeys) {
      const app = daysAgo(7)
      const last = await lastRow(world())
      const expected = readable(who).filter((person) => does[who][person].includes('e'))
      const taken = await exportTracker(app, account(who), { ...asked, on: app.clock.today }).catch(
        (error: unknown) => {
          if (error instanceof Refused) return { rows: [] }
          throw error
        },
      )
      const found = keysOf(
        world(),
        taken.rows.map(({ subject }) => subject),
      )
      expect([who, found]).toEqual([who, expected])
      expect([who, await rowsSince(world(), last, who, 'export')]).toEqual([who, expected])
    }
  })
})

describe('what waits to be signed', () => {
  it('is what one may sign about everybody whose it is, and each of them is audited', async () => {
    const { store, working } = world()
    // Of two people, one of whom is nobody's to sign about.
    const both = {
      people: [world().people.mine.subject, world().people.elsewhere.subject],
      worker: [working.colleague],
    }
    await world().write.new(Signed, both, 'Of both')
    await store.db.deleteFrom('sign_off').execute()
    for (const key of accountKeys) {
      const expected = peopleKeys.filter((person) => does[key][person].includes('f'))
      const audited = await auditedBy(key, async () => {
        const { waiting } = await listWaiting(daysAgo(2), account(key))
        const records = waiting.map(({ record }) => record)
        const theirs = peopleKeys.filter((person) => records.includes(world().people[person].signed))
        expect([key, theirs, waiting.length]).toEqual([key, expected, expected.length])
      })
      expect([key, audited]).toEqual([key, expected])
    }
  })
})

describe('My work', () => {
  const allocated: readonly PersonKey[] = ['mine', 'named', 'closed', 'sealed']

  it('has one’s own people whom one may find, names nobody else, and each is audited', async () => {
    for (const key of accountKeys) {
      const { worker } = account(key)
      const theirs = worker === null ? [] : allocated.filter((one) => reads[key][one] !== 'gone')
      const expected = theirs.filter((one) => findsIn(key, one))
      const audited = await auditedBy(key, async () => {
        const { people, rings } = await readMyWork(daysAgo(1), account(key), 'mine')
        const found = keysOf(
          world(),
          people.map(({ subject }) => subject),
        )
        expect([key, found]).toEqual([key, expected])
        expect([key, rings.length > 0]).toEqual([key, theirs.length > expected.length])
      })
      // Besides those about whom one has begun to write.
      expect([key, audited]).toEqual([key, expect.arrayContaining([...expected])])
    }
  })

  /** Broken glass lets one read, and not find. */
  const findsIn = (key: AccountKey, person: PersonKey): boolean =>
    !(reads[key][person] === 'ring' || (key === 'broke the glass' && person === 'closed'))
})

describe('the pages of lists', () => {
  it.each([
    '/my-work?whose=mine',
    '/my-work?whose=team',
    '/sign-off',
    '/work-lists',
    '/work-lists/looking-in',
    '/work-lists/looking-in.csv',
    '/trackers/guests',
    '/trackers/guests?show=all&step=looked-in',
    '/trackers/guests.csv',
    '/services',
    '/services/children-in-care',
  ])('%s names nobody whom the viewer may not see there', async (url) => {
    for (const key of accountKeys) {
      const { statusCode, body } = await send(world(), world().accounts[key], { method: 'GET', url })
      expect([key, [200, 403].includes(statusCode)]).toEqual([key, true])
      none(leaks(world(), key, { answer: 'shown', text: body }))
    }
  })
})
