import { describe, expect, it } from 'vitest'
import { eachDatabase } from '../../../test/databases/each-database.ts'
import { appOn, productTypes } from '../../../test/support/app.ts'
import type { Account } from '../../store/accounts.ts'
import { findAudit } from '../../store/audit.ts'
import { loadDemonstrationPeople } from '../demonstration-people.ts'
import { readPerson } from '../people/read.ts'
import { Refused } from '../refused.ts'
import { breakGlass } from './break-glass.ts'
import { countOpenings, finishReview, listOpenings } from './openings.ts'

const WHY = 'The police are at the door'

eachDatabase((database) => {
  const store = database.share()
  let loaded: ReturnType<typeof loadDemonstrationPeople> | undefined
  const setUp = async () => {
    loaded ??= loadDemonstrationPeople(store().db, 'none')
    const { isla, ivo, maya, dilys, marian, iain, tom, ottoline } = await loaded
    const app = appOn(store())
    const moment = { asAt: app.clock.today, knownOn: app.clock.today }
    const waiting = async (account: Account) =>
      (await listOpenings(app, account)).map(({ accountName, person, reason, opened, own }) => ({
        accountName,
        person,
        reason,
        opened,
        own,
      }))
    const [d, m, i, t, o] = [dilys, marian, iain, tom, ottoline].map(({ account }) => account)
    if (!d || !m || !i || !t || !o) throw new Error('somebody is missing')
    return { app, moment, waiting, isla, ivo, maya, dilys: d, marian: m, iain: i, tom: t, ottoline: o }
  }
  const refusal = async (work: Promise<unknown>): Promise<Refused> => {
    const error = await work.then(
      () => undefined,
      (reason: unknown) => reason,
    )
    if (error instanceof Refused) return error
    throw new Error(`It was not refused, but: ${String(error)}`)
  }

  describe('records opened without leave', () => {
    it('wait for the manager of the child’s team and for the records officer, who learn nothing of the restricted', async () => {
      const { app, moment, waiting, isla, ivo, dilys, marian, ottoline, tom, iain } = await setUp()
      await breakGlass(app, marian, isla, WHY)
      await readPerson(app, marian, isla, moment, 'page of the person')
      await breakGlass(app, marian, ivo, WHY)
      const ofIsla = {
        accountName: 'Marian Teal',
        person: { label: 'Restricted: ring South team, 01632 960020', opens: false },
        reason: WHY,
        opened: ['page of the person'],
        own: false,
      }
      expect(await waiting(dilys)).toEqual([ofIsla])
      expect(await waiting(ottoline)).toEqual([
        ofIsla,
        { ...ofIsla, person: { label: 'Ivo Santander', opens: true }, opened: [] },
      ])
      for (const account of [tom, marian, iain]) expect((await refusal(waiting(account))).kind).toBe('not allowed')
      expect([await countOpenings(app, dilys), await countOpenings(app, tom)]).toEqual([1, 0])
      expect((await findAudit(store().db, isla))[0]).toMatchObject({
        accountName: 'Ottoline Marsh',
        action: 'review openings',
        decision: 'yes',
      })
    })

    it('are looked at once, with a finding, by somebody else than who opened them', async () => {
      const { app, waiting, maya, isla, ivo, dilys, ottoline, tom } = await setUp()
      const [first, second] = await listOpenings(app, ottoline)
      if (first === undefined || second === undefined) throw new Error('nothing waits')
      const found = { verdict: 'needed', finding: 'The police confirmed it' } as const
      expect((await refusal(finishReview(app, tom, first.id, found))).kind).toBe('not found')
      expect((await refusal(finishReview(app, dilys, second.id, found))).kind).toBe('not allowed')
      expect((await refusal(finishReview(app, dilys, 999_999, found))).kind).toBe('not found')
      expect((await refusal(finishReview(app, dilys, first.id, { ...found, finding: ' ' }))).kind).toBe('bad input')
      await finishReview(app, dilys, first.id, found)
      expect((await refusal(finishReview(app, ottoline, first.id, found))).kind).toBe('in the way')
      expect(await waiting(dilys)).toEqual([])
      expect((await findAudit(store().db, isla)).map(({ detail }) => detail)).toContain(
        'opening by Marian Teal: needed',
      )
      expect((await findAudit(store().db, ivo))[0]).toMatchObject({ accountName: 'Dilys Okafor', decision: 'no' })

      await breakGlass(app, dilys, maya, WHY)
      const own = (await listOpenings(app, dilys)).find(({ own }) => own)
      expect((await refusal(finishReview(app, dilys, own?.id ?? 0, found))).message).toContain('somebody else')
    })
  })
}, productTypes)
