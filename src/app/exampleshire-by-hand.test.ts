import { describe, expect, it } from 'vitest'
import { eachDatabase } from '../../test/databases/each-database.ts'
import { demonstrationOn, productTypes } from '../../test/support/app.ts'
import { MissingEpisode } from '../areas/children-in-care/missing-episodes.ts'
import { WorkerAway } from '../areas/organisation/absences.ts'
import { Allocation } from '../areas/organisation/allocation.ts'
import { londonDate } from '../core/dates/instant.ts'
import { findRecord } from '../store/records/find.ts'
import { listRecords } from '../store/records/list.ts'
import { STANDING_DATE } from './demonstration.ts'
import { demonstrationWith, importExampleshire } from './exampleshire.ts'
import { writeByHand } from './exampleshire-by-hand.ts'

eachDatabase(({ open }) => {
  describe('what people of Exampleshire write by hand', () => {
    it('is of returns alone, after them, as a further version; and one worker is away, with cover for some', async () => {
      const app = await demonstrationOn(await open())
      const { db } = app.store
      await importExampleshire(app, demonstrationWith(60))
      const episodes = await listRecords(db, MissingEpisode, null)
      const told = episodes.filter(({ content }) => content.fields['interviewOffered'] !== null)
      expect(told.length).toBeGreaterThan(0)
      for (const { record, content } of told) {
        const { kind, endedOn, interviewOffered, interviewAccepted, interviewHeldAt } = content.fields
        expect([kind, typeof endedOn]).toEqual(['M', 'number'])
        if (interviewAccepted === 'yes') expect(interviewOffered).toBe('yes')
        const held = interviewHeldAt as { readonly at: Parameters<typeof londonDate>[0] } | null
        if (held === null) continue
        expect(interviewAccepted).toBe('yes')
        expect(londonDate(held.at)).toBeGreaterThanOrEqual(Number(endedOn))
        expect(londonDate(held.at)).toBeLessThanOrEqual(STANDING_DATE)
        expect((await findRecord(db, MissingEpisode, record)).length).toBeGreaterThan(1)
      }
      const away = await listRecords(db, WorkerAway, null)
      const workers = new Set(away.map(({ content }) => content.subjects['worker']?.[0]))
      expect([away.length > 0, workers.size]).toEqual([true, 1])
      const [worker] = workers
      const covers = (await listRecords(db, Allocation, null)).filter(
        ({ content }) => content.fields['coverFor'] === worker,
      )
      const childOf = (one: (typeof away)[number], role: string) => one.content.subjects[role]?.[0]
      const covered = new Set(covers.map((one) => childOf(one, 'person')))
      expect(covered.size).toBeGreaterThan(0)
      expect(covered.size).toBeLessThan(away.length)
      const children = new Set(away.map((one) => childOf(one, 'child')))
      expect([...covered].every((child) => children.has(child))).toBe(true)
      expect(covers.some(({ content }) => content.subjects['worker']?.[0] === worker)).toBe(false)
    })

    it('writes of nobody twice', async () => {
      const app = await demonstrationOn(await open())
      await writeByHand(app, STANDING_DATE)
      expect(await listRecords(app.store.db, WorkerAway, null)).toEqual([])
    })
  })
}, productTypes)
