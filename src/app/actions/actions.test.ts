import { describe, expect, it } from 'vitest'
import { eachDatabase } from '../../../test/databases/each-database.ts'
import { madeUpOn } from '../../../test/support/made-up.ts'
import { parsePeriod } from '../../core/dates/period.ts'
import { addDays, plainDate } from '../../core/dates/plain-date.ts'
import { type Account, addAccount, findAccount } from '../../store/accounts.ts'
import { findFrozenActions, freezeActions } from '../../store/actions/actions.ts'
import { addPublication, holdPublications } from '../../store/months/publications.ts'
import type { Store } from '../../store/open.ts'
import type { App } from '../app.ts'
import { agreeAction, tellAction } from './make.ts'
import { agreeObjective, makePlan, readPlan, tellObjective } from './plans.ts'
import { actionsWith, readAction, readActions } from './read.ts'

async function account(store: Store, role: string): Promise<Account> {
  const about = { name: role, worker: null, roles: [role], passwordHash: 'x', madeAt: new Date('2023-10-01T09:00:00Z') }
  await addAccount(store.db, { userName: role, ...about })
  const added = await findAccount(store.db, role)
  if (added === undefined) throw new Error(role)
  return added
}

const september = parsePeriod('2023-09')
const on = (app: App, today: string): App => ({ ...app, clock: { ...app.clock, today: plainDate(today) } })

async function start(store: Store) {
  const made = await madeUpOn(store)
  const own = made.authorities.get('exampleshire')
  const app = { ...made, own }
  const [dataset] = app.catalogue.datasets.values()
  const [section] = dataset?.sections ?? []
  const [indicator] = section?.indicators ?? []
  if (dataset === undefined || section === undefined || indicator === undefined) throw new Error('There is no dataset')
  const origin = {
    from: 'month',
    dataset: dataset.key,
    period: september,
    section: section.key,
    indicator: indicator.key,
  } as const
  const [director, worker] = [await account(store, 'director'), await account(store, 'social-worker')]
  const terms = {
    what: 'Ring every family',
    owner: 'social-worker',
    dueOn: plainDate('2023-10-31'),
    howKnown: 'They answer',
  }
  return { app, origin, director, worker, terms, dataset: dataset.key }
}

eachDatabase(({ open }) => {
  describe('an action', () => {
    it('says what, who, by when and how we shall know, or is refused; whoever writes no commentary agrees none', async () => {
      const { app, origin, director, worker, terms } = await start(await open())
      const agree = (more: object) => agreeAction(app, director, origin, { ...terms, ...more })
      await expect(agree({ what: ' ' })).rejects.toThrow('Say what is to be done.')
      await expect(agree({ owner: 'nobody' })).rejects.toThrow('Choose who is to do it.')
      await expect(agree({ dueOn: undefined })).rejects.toThrow('Give the day by which it is done.')
      await expect(agree({ dueOn: addDays(app.clock.today, -1) })).rejects.toThrow('3 October 2023 has passed')
      await expect(agree({ howKnown: '' })).rejects.toThrow('Say how we shall know')
      await expect(agreeAction(app, director, { ...origin, section: 'none' }, terms)).rejects.toThrow('no such section')
      await expect(agreeAction(app, worker, origin, terms)).rejects.toThrow('Your role does not agree actions')
      expect(await readActions(app)).toEqual([])
      await agree({})
      expect(await readActions(app)).toMatchObject([
        { terms: { what: 'Ring every family', owner: { name: 'social-worker' } }, isOpen: true },
      ])
    })

    it('is carried on from month to month until it is closed with what came of it; what was said stays', async () => {
      const { app, origin, director, worker, terms, dataset } = await start(await open())
      const id = await agreeAction(app, director, origin, terms)
      const november = on(app, '2023-11-03')
      const with_ = async (month: string) =>
        (await actionsWith(november, dataset, parsePeriod(month))).map((one) => one.id)
      expect([await with_('2023-08'), await with_('2023-09'), await with_('2023-10')]).toEqual([[], [id], [id]])
      expect((await readAction(november, id)).isOverdue).toBe(true)
      // Whoever it is for says how far it has come, though their role agrees none.
      await tellAction(november, worker, id, { step: 'progress', words: 'Half of them' })
      const later = { ...terms, dueOn: plainDate('2023-12-01') }
      await expect(tellAction(november, director, id, { step: 'changed', words: '', ...later })).rejects.toThrow(
        'Say why',
      )
      // Whoever takes over what is overdue does not make it less so; nor is it due sooner than it was, in the past.
      const taken = { ...terms, owner: 'director' }
      const sooner = { ...taken, dueOn: addDays(terms.dueOn, -1) }
      await expect(tellAction(november, director, id, { step: 'changed', words: 'x', ...sooner })).rejects.toThrow(
        '30 October 2023 has passed',
      )
      await tellAction(november, director, id, { step: 'changed', words: 'They left', ...taken })
      expect(await readAction(november, id)).toMatchObject({ isOverdue: true, terms: { owner: { name: 'director' } } })
      await tellAction(november, director, id, { step: 'changed', words: 'Half term', ...later })
      await expect(tellAction(november, worker, id, { step: 'closed', words: 'Done', impact: '' })).rejects.toThrow(
        'Say what it changed',
      )
      await tellAction(november, worker, id, { step: 'closed', words: 'All were rung', impact: 'Nine came back' })
      const closed = await readAction(november, id)
      expect(closed.said.map(({ step, words, terms: { dueOn } }) => [step, words, dueOn])).toEqual([
        ['agreed', '', terms.dueOn],
        ['progress', 'Half of them', terms.dueOn],
        ['changed', 'They left', terms.dueOn],
        ['changed', 'Half term', later.dueOn],
        ['closed', 'All were rung', later.dueOn],
      ])
      expect(closed.isOpen).toBe(false)
      expect(await with_('2023-11')).toEqual([])
      await expect(tellAction(november, worker, id, { step: 'progress', words: 'More' })).rejects.toThrow(
        'It is closed',
      )
      const analyst = await account(app.store, 'designated-officer')
      await expect(tellAction(november, analyst, id, { step: 'opened again', words: 'x' })).rejects.toThrow(
        'this one is not yours',
      )
      await tellAction(november, director, id, { step: 'opened again', words: 'They moved' })
      expect(await with_('2023-11')).toEqual([id])
    })

    it('stays in a frozen month as it was then', async () => {
      const store = await open()
      const { app, origin, director, terms, dataset } = await start(store)
      const id = await agreeAction(app, director, origin, terms)
      const publication = await store.db.transaction().execute(async (db) => {
        await holdPublications(db)
        const month = { dataset, authority: 'exampleshire', period: september }
        const by = { frozenAt: app.clock.now(), account: director.id, frozenBy: director.name, reason: null }
        const frozen = await addPublication(db, { ...month, knownOn: app.clock.today, ...by }, [], [])
        await freezeActions(db, frozen.id, await readActions(app, db))
        return frozen
      })
      await tellAction(app, director, id, { step: 'closed', words: 'All were rung', impact: 'Nine came back' })
      expect(await findFrozenActions(store.db, publication.id)).toMatchObject([
        { id, step: 'agreed', agreedIn: '2023-09', terms: { what: 'Ring every family', owner: 'social-worker' } },
      ])
    })
  })

  describe('a plan of a service', () => {
    const days = { from: plainDate('2023-09-01'), to: plainDate('2024-08-31') }
    const objective = {
      what: 'Seen in time',
      measure: '',
      goodIs: '',
      baseline: 60,
      target: 75,
      dueOn: plainDate('2024-03-31'),
    }

    it('has objectives with a measure, a baseline and a target, held against the live figure or what is said', async () => {
      const { app, origin, director, worker, terms } = await start(await open())
      const [area] = app.catalogue.areas
      const given = { area: area?.key ?? '', title: 'Virtual school', ...days }
      await expect(makePlan(app, worker, given)).rejects.toThrow('Your role does not')
      await expect(makePlan(app, director, { ...given, to: days.from })).rejects.toThrow('which is not after it begins')
      const plan = await makePlan(app, director, given)
      const add = (more: object) =>
        agreeObjective(app, director, plan, { ...objective, indicator: 'visits-in-time', ...more })
      await expect(add({ indicator: '' })).rejects.toThrow('Choose the figure that measures it')
      await expect(add({ baseline: undefined })).rejects.toThrow('Give the baseline')
      await expect(add({ target: undefined })).rejects.toThrow('Give the target')
      await add({})
      await add({ indicator: '', measure: 'Schools that have a plan', goodIs: 'high' })
      const [figure, words] = (await readPlan(app, plan)).objectives
      expect(figure).toMatchObject({ now: 70, isMet: false, goodIs: 'high' })
      expect(words).toMatchObject({ now: null, isMet: undefined })
      await expect(tellObjective(app, director, figure?.id ?? 0, { standsAt: 80, words: 'x' })).rejects.toThrow(
        'says by itself',
      )
      await tellObjective(app, director, words?.id ?? 0, { standsAt: 76, words: 'Counted by hand' })
      const after = (await readPlan(app, plan)).objectives[1]
      expect(after).toMatchObject({ now: 76, isMet: true })
      expect(after?.history).toHaveLength(2)
      await agreeAction(app, director, { from: 'objective', plan, objective: words?.id ?? 0 }, terms)
      expect(await readActions(app)).toMatchObject([{ source: 'Virtual school' }])
      expect(await actionsWith(app, origin.dataset, september)).toEqual([])
    })
  })
})
