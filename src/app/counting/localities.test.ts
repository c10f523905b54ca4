import { expect, it } from 'vitest'
import { careSite } from '../../../test/support/in-care.ts'
import { parsePeriod, parsePeriodRange } from '../../core/dates/period.ts'
import { getAccount } from '../access/accounts.ts'
import { partsOf } from './breakdown.ts'
import { calculate } from './calculate.ts'
import { readList, standings } from './list.ts'

const site = careSite()

it('a figure that is by team is by the locality of the teams too, and its list is narrowed to one', async () => {
  const { app, numbers } = site()
  await calculate(app, parsePeriodRange('2023-09..2023-09'))
  const director = await getAccount(app, 'marian')
  const asked = { indicator: 'cic-number-month-end', period: parsePeriod('2023-09') }
  const { breakdowns } = await partsOf(app, director, asked)
  const locality = breakdowns.find(({ key }) => key === 'locality')
  expect(locality?.cuts.map(({ label, all }) => [label, all])).toEqual([
    ['North locality', 2],
    ['South locality', 1],
  ])
  const only = { attribute: 'locality', value: 'South locality' }
  const list = await readList(app, director, { ...asked, standings, only, order: 'name', page: 1, most: 50 })
  expect(list.members.map(({ subject }) => subject)).toEqual([numbers.Ivo])
})
