import { describe, expect, it } from 'vitest'
import { eachDatabase } from '../../../test/databases/each-database.ts'
import { madeUpOn } from '../../../test/support/made-up.ts'
import { parsePeriod } from '../../core/dates/period.ts'
import { plainDate } from '../../core/dates/plain-date.ts'
import { type Account, addAccount, findAccount } from '../../store/accounts.ts'
import type { Store } from '../../store/open.ts'
import { agreeAction } from '../actions/make.ts'
import type { App } from '../app.ts'
import { escalate, readBoard } from './board.ts'

async function account(store: Store, role: string): Promise<Account> {
  const about = { name: role, worker: null, roles: [role], passwordHash: 'x', madeAt: new Date('2023-10-01T09:00:00Z') }
  await addAccount(store.db, { userName: role, ...about })
  const added = await findAccount(store.db, role)
  if (added === undefined) throw new Error(role)
  return added
}

async function start(store: Store) {
  const made = await madeUpOn(store)
  const app: App = { ...made, own: made.authorities.get('exampleshire') }
  return { app, director: await account(store, 'director'), worker: await account(store, 'social-worker') }
}

const figureOf = async (app: App, key: string) =>
  (await readBoard(app)).figures.find(({ series }) => series.indicator.key === key)

eachDatabase(({ open }) => {
  describe('the performance board', () => {
    it('has what is past its threshold, red first, with why; what meets its target and did not move is not there', async () => {
      const { app } = await start(await open())
      const { figures } = await readBoard(app)
      expect(figures[0]).toMatchObject({
        series: { indicator: { key: 'visits-in-time' }, latest: { rag: 'red' } },
        moved: { side: 'below', isWorse: true },
      })
      expect(figures.find(({ series }) => series.indicator.key === 'first-checks')?.missed).toMatchObject({
        missedInARow: 2,
      })
      expect(await figureOf(app, 'plans-agreed')).toBeUndefined()
      const missed = figures.map((one) => one.missed !== undefined)
      expect(missed.lastIndexOf(true)).toBeLessThan(missed.includes(false) ? missed.indexOf(false) : missed.length)
    })

    it('has what was promised and is late, and not what is still in time', async () => {
      const { app, director } = await start(await open())
      const [dataset] = app.catalogue.datasets.values()
      const [section] = dataset?.sections ?? []
      const origin = {
        from: 'month',
        dataset: dataset?.key ?? '',
        period: parsePeriod('2023-09'),
        section: section?.key ?? '',
        indicator: section?.indicators[0]?.key ?? null,
      } as const
      const terms = { what: 'Ring', owner: 'director', dueOn: plainDate('2023-10-31'), howKnown: 'They answer' }
      await agreeAction(app, director, origin, terms)
      expect((await readBoard(app)).actions).toEqual([])
      const later = { ...app, clock: { ...app.clock, today: plainDate('2023-11-01') } }
      expect((await readBoard(later)).actions).toMatchObject([
        { action: { terms: { what: 'Ring' } }, area: { key: expect.any(String) } },
      ])
    })

    it('is told what a service escalates, by whoever writes commentaries, until the board has answered; both stay', async () => {
      const { app, director, worker } = await start(await open())
      const about = 'figure visits-in-time'
      const say = (who: Account, step: 'escalated' | 'answered', words: string) =>
        escalate(app, who, { about, step, words })
      await expect(say(director, 'escalated', ' ')).rejects.toThrow('Say why the board has to look at it.')
      await expect(say(worker, 'escalated', 'x')).rejects.toThrow('Your role does not')
      await expect(escalate(app, director, { about: 'figure none', step: 'escalated', words: 'x' })).rejects.toThrow(
        'nothing of that kind',
      )
      await say(director, 'escalated', 'Two posts are empty')
      expect((await figureOf(app, 'visits-in-time'))?.escalated).toMatchObject({
        words: 'Two posts are empty',
        by: 'director',
      })
      await say(director, 'answered', 'Both are filled')
      expect((await figureOf(app, 'visits-in-time'))?.escalated).toBeUndefined()
      expect((await readBoard(app)).answered.map(({ words }) => words)).toEqual(['Both are filled'])
    })
  })
})
