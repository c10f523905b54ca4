import { expect, test } from 'vitest'
import { calculate } from '../../src/app/counting/calculate.ts'
import { demonstrationWith, importExampleshire } from '../../src/app/exampleshire.ts'
import { lastPeriods, periodContaining } from '../../src/core/dates/period.ts'
import { eachDatabase } from '../databases/each-database.ts'
import { appOn, productTypes } from '../support/app.ts'
import { countedBy, expectSame, takeSnapshot, withoutOthers } from './counting/snapshot.ts'
import { holdingNothing } from './counting.ts'
import { fastest } from './measure.ts'

/**
 * How many times the time of SQL by hand. Generous, some three times what it is on a small authority and a busy machine; what it is at full size is in docs/bench.md. Above
 * it counting has become many times slower than it was, such as by a question to the store for every child.
 */
const NO_MORE_THAN = 1
/** The same with records that are read anew. */
const ANEW_NO_MORE_THAN = 2
/** All indicators, those with clocks of working days too, each beside each that SQL counts: there are six times as many. */
const EACH_NO_MORE_THAN = 2
/** Four times as many children, and no more than so many times as long: two to three. */
const GROWS_NO_MORE_THAN = 6

eachDatabase(({ open }) => {
  test('what we count is what SQL written by hand counts, and takes no longer, nor twice as long where its records are read anew or with clocks and all; four times the children, about four times as long', async () => {
    const small = appOn(await open())
    const large = appOn(await open())
    await importExampleshire(small, demonstrationWith(20))
    await importExampleshire(large, demonstrationWith(80))
    const months = lastPeriods(periodContaining('month', small.clock.today), 36)
    const [same, more] = [withoutOthers(small), withoutOthers(large)]
    const [theirs = Number.NaN, ours = Number.NaN, all = Number.NaN, oursLarge = Number.NaN, anew = Number.NaN] =
      await fastest(4, [
        () => takeSnapshot(large, months.length),
        () => calculate(same, months),
        () => calculate(large, months),
        () => calculate(more, months),
        () => calculate(holdingNothing(more), months),
      ])
    await expectSame(more, months)
    expect(oursLarge / theirs).toBeLessThan(NO_MORE_THAN)
    expect(anew / theirs).toBeLessThan(ANEW_NO_MORE_THAN)
    expect(all / countedBy(large) / (theirs / countedBy(more))).toBeLessThan(EACH_NO_MORE_THAN)
    expect(oursLarge / ours).toBeLessThan(GROWS_NO_MORE_THAN)
  })
}, productTypes)
