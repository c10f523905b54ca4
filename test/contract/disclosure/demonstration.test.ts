import { beforeAll, expect, inject, test } from 'vitest'
import { calculate } from '../../../src/app/counting/calculate.ts'
import { demonstrationWith, importExampleshire } from '../../../src/app/exampleshire.ts'
import { datasetFigures } from '../../../src/app/figures.ts'
import { figuresIn } from '../../../src/app/months/freeze.ts'
import { parsePeriodRange } from '../../../src/core/dates/period.ts'
import { forAudience } from '../../../src/core/disclosure/for-audience.ts'
import { departmentsRule, isSmall } from '../../../src/core/disclosure/rule.ts'
import type { Control, Disclosed } from '../../../src/core/disclosure/shown.ts'
import type { FrozenFigure } from '../../../src/core/figures/frozen.ts'
import { openEmbedded } from '../../databases/embedded.ts'
import { appOn, productTypes } from '../../support/app.ts'
import { attack } from './attacked.ts'

// Months of a made-up authority as they would be frozen, published one after the other, and the last of them once more with what was recorded late.

let months: readonly (readonly FrozenFigure[])[] = []
let control: Omit<Control, 'before'> | undefined

beforeAll(async () => {
  const store = await openEmbedded(inject('databaseWorkshop'), productTypes)
  const app = appOn(store)
  await importExampleshire(app, demonstrationWith(90))
  await calculate(app, parsePeriodRange('2023-05..2023-09'))
  const made: (readonly FrozenFigure[])[] = []
  for (const period of parsePeriodRange('2023-08..2023-09')) {
    const asked = { audience: 'staff', authority: 'exampleshire', period, periods: 4 } as const
    made.push(figuresIn(app, await datasetFigures(app, 'corporate-parenting', asked)))
  }
  await store.close()
  months = [...made, (made.at(-1) ?? []).map(restated)]
  control = {
    indicators: app.catalogue.indicators,
    terms: app.calendar.terms,
    rule: departmentsRule,
    exempt: new Map(),
  }
})

/** What is counted of records that hang together with nothing else here is one more than it was thought to be. */
const restated = (figure: FrozenFigure): FrozenFigure =>
  !figure.indicator.startsWith('iro-') || figure.value === null
    ? figure
    : { ...figure, value: figure.value + 1, numerator: figure.value + 1 }

const publish = (all: Omit<Control, 'before'>): readonly (readonly Disclosed[])[] => {
  const before: (readonly Disclosed[])[] = []
  for (const figures of months) {
    const decided = forAudience(figures, 'public', { ...all, before })
    expect(decided.givenAway).toEqual([])
    before.push(decided.figures)
  }
  return before
}

/** What nobody would withhold who looked at each figure by itself. */
const withoutMore = ({ figure, shown }: Disclosed): Disclosed => {
  const { numerator, denominator, value } = figure
  const counts = [
    numerator ?? value ?? 0,
    ...(denominator === null ? [] : [denominator, denominator - (numerator ?? 0)]),
  ]
  return shown.kind !== 'withheld' || value === null || counts.some((one) => isSmall(departmentsRule, one))
    ? { figure, shown }
    : { figure, shown: { kind: 'whole', value, numerator, denominator, roundedTo: null, words: null } }
}

test('a solver finds nothing of what was withheld in all that is published, and finds what is left open', async () => {
  if (control === undefined) throw new Error('Nothing was made')
  const published = publish(control)
  const { tried, recovered } = await attack(published, control)
  expect(tried).toBeGreaterThan(100)
  expect(recovered).toEqual([])
  const leaking = await attack(
    published.map((one) => one.map(withoutMore)),
    control,
    5,
  )
  expect(leaking.recovered).toHaveLength(5)
}, 120_000)
