import { describe, expect, it } from 'vitest'
import { readMyWork } from '../../../src/app/my-work/read.ts'
import { listWaiting } from '../../../src/app/people/sign-off.ts'
import { type AccountKey, accountKeys, does, type PersonKey, peopleKeys, reads } from './expected.ts'
import { keysOf, rowsSince } from './listed.ts'
import { Signed } from './made-up-records.ts'
import { send } from './sending.ts'
import { leaks, none } from './walk.ts'
import { contractWorld } from './world.ts'

// Of these lists somebody's row of the day is enough, whichever list it was: so no other list is looked at in this file.

const world = contractWorld()
const account = (key: AccountKey) => world().accounts[key].account

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
      const waiting = await listWaiting(world().app, account(key))
      const records = waiting.map(({ record }) => record)
      const theirs = peopleKeys.filter((person) => records.includes(world().people[person].signed))
      expect([key, theirs, waiting.length]).toEqual([key, expected, expected.length])
      const { body } = await send(world(), world().accounts[key], { method: 'GET', url: '/sign-off' })
      none(leaks(world(), key, { answer: 'shown', text: body }))
      expect([key, await rowsSince(world(), 0, key, 'list')]).toEqual([key, expected])
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
      const { people, rings } = await readMyWork(world().app, account(key), 'mine')
      expect([
        key,
        keysOf(
          world(),
          people.map(({ subject }) => subject),
        ),
      ]).toEqual([key, expected])
      expect([key, rings.length > 0]).toEqual([key, theirs.length > expected.length])
      // One row of the day is enough, of whatever list.
      expect([key, await rowsSince(world(), 0, key, 'list')]).toEqual([key, expect.arrayContaining([...expected])])
    }
  })

  it('has on its page no more than that, for one’s team either', async () => {
    for (const key of accountKeys)
      for (const whose of ['mine', 'team']) {
        const url = `/my-work?whose=${whose}`
        const { statusCode, body } = await send(world(), world().accounts[key], { method: 'GET', url })
        expect(statusCode).toBe(200)
        none(leaks(world(), key, { answer: 'shown', text: body }))
      }
  })

  /** Broken glass lets one read, and not find. */
  const findsIn = (key: AccountKey, person: PersonKey): boolean =>
    !(reads[key][person] === 'ring' || (key === 'broke the glass' && person === 'closed'))
})
