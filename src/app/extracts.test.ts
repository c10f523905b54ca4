import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { eachDatabase } from '../../test/databases/each-database.ts'
import { appOn, demonstrationOn, productTypes } from '../../test/support/app.ts'
import { figuresOfMade, madeIn, published, recordsByChild } from '../../test/support/made-children.ts'
import { episodeFaults } from '../areas/children-in-care/episode-faults.ts'
import type { EpisodeRow } from '../areas/children-in-care/episode-rows.ts'
import { birthday } from '../core/dates/age.ts'
import { validate } from '../core/record/validate.ts'
import { demonstrationSize, demonstrationTime, demonstrationWith, loadExampleshire } from './exampleshire.ts'
import { extractsOf } from './extracts.ts'
import { importRecords } from './records/import-records.ts'

const { until, years } = demonstrationTime
const small = { ...demonstrationWith(12), children: 15 }
const seeds = fc.integer({ min: 0, max: 1_000_000 })

describe('a made-up authority', () => {
  test('has lawful histories of care, whatever the seed, and nobody in care as a grown-up', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        for (const { child, care, episodes } of madeIn({ ...small, seed }).made) {
          const rows: readonly EpisodeRow[] = episodes.map((one) => ({
            urn: null,
            placementPostcode: one.place?.postcode ?? null,
            ...one,
          }))
          expect(episodeFaults(rows)).toEqual([])
          for (const { endedOn } of care) expect(endedOn).toBeLessThanOrEqual(birthday(child.bornOn, 18))
        }
      }),
      { numRuns: 15 },
    )
  })

  test('has only records that anybody may write', () => {
    for (const seed of [1, 2, 3]) {
      const { records } = madeIn({ ...small, seed })
      for (const { kind, content } of recordsByChild(records).flatMap(([, known]) => known))
        expect(validate(kind, content, until)).toEqual([])
    }
  })

  test('is the same for the same seed, and has as many children as asked', () => {
    const files = (seed: number) => {
      const { made, wanted } = madeIn({ ...small, seed })
      expect(made).toHaveLength(Math.max(made.filter(({ care }) => care.length > 0).length, small.children))
      return [...extractsOf(made, wanted)].map(({ year, knownOn, files }) => ({ year, knownOn, files }))
    }
    expect(files(7)).toEqual(files(7))
    expect(files(7)).not.toEqual(files(8))
  })

  /** How far the demonstration's figure may be from what Dorset published for the month. */
  test.each([
    ['cic-number-month-end', 5],
    ['uasc-number-month-end', 5],
    ['cic-placed-with-parents', 8],
    ['cic-3-plus-placements-12-months', 3],
    ['cic-long-term-placement-stability-under-16', 5],
    ['cic-placed-outside-dorset', 5],
    ['unregulated-placements', 8],
    ['unregulated-placements-excl-uasc', 8],
    ['cic-in-foster-placement', 4],
    ['cic-in-private-provision', 6],
    ['dental-check-within-12-months', 5],
    ['annual-health-assessment-on-time-12-months-plus', 6],
    ['immunisations-up-to-date-12-months-plus', 5],
    ['cic-missing-at-least-one-episode-12-months', 4],
    ['permanence-plan-completed-4-months-plus', 2],
    ['permanence-plan-completed-4-months-plus-excl-uasc', 2],
    ['long-term-fostering-achieved-permanence', 6],
    ['long-term-fostering-achieved-permanence-excl-uasc', 6],
    ['iro-escalations-informal', 5],
    ['iro-escalations-formal', 3],
    ['iro-escalations-closed', 6],
    ['cic-average-attendance-academic-ytd', 3],
    ['cic-with-ehcp', 4],
    ['cic-suspended-current-academic-year', 2],
    ['cic-neet', 5],
    ['sdq-completed-4-16', 4],
    ['sdq-average-score-4-16', 1],
    ['care-leavers-in-touch-19-21', 3],
    ['care-leavers-bed-and-breakfast-17-25', 4],
    ['care-leavers-unsuitable-accommodation-17-25', 5],
    ['care-leavers-suitable-accommodation-19-21', 3],
    ['care-leavers-pathway-plan-up-to-date-17-25', 4],
    ['care-leavers-eet-19-21', 5],
    ['health-passports-due', 3],
    ['health-passports-completed', 3],
  ])('as the demonstration, is near what was published: %s', (indicator, within) => {
    const counted = figuresOfMade(demonstrationSize).get(indicator)
    expect(Math.abs((counted ?? Number.NaN) - published(indicator, '2023-09'))).toBeLessThanOrEqual(within)
  })
})

eachDatabase(({ open }) => {
  test('the demonstration is what anybody gets who imports the written files: to import them again changes nothing', async () => {
    const store = await open()
    const app = await demonstrationOn(store)
    await loadExampleshire(app, small)
    const { made, wanted } = madeIn(small)
    for (const { format, files, ...asked } of extractsOf(made, wanted)) {
      const inputs = files.map(({ name, text }) => ({ name, bytes: Buffer.from(text) }))
      const who = { id: null, name: 'Somebody', roles: ['operator' as const] }
      const again = await importRecords(appOn(store), who, format, { files: inputs, ...asked })
      expect(again).toMatchObject({ refused: false, changed: [] })
    }
    const counted = await store.db.selectFrom('counted_period').select('id').execute()
    expect(counted.length).toBeGreaterThan(12 * years)
  })
}, productTypes)
