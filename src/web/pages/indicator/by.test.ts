import { beforeAll, expect, it } from 'vitest'
import { careSite } from '../../../../test/support/in-care.ts'
import { calculate } from '../../../app/counting/calculate.ts'
import { parsePeriodRange } from '../../../core/dates/period.ts'

const site = careSite()
beforeAll(() => calculate(site().app, parsePeriodRange('2023-08..2023-09')))

const byTable = async (address: string) => {
  const { body } = await (await site().visitor('marian')).get(address)
  return /<h2 id="by">.*?<\/section>/s.exec(body)?.[0] ?? ''
}

it('a figure by why it is not so says how many, and no share of them', async () => {
  const table = await byTable('/indicators/iha-within-20-days?authority=exampleshire&period=2023-08&by=whyLate')
  expect(table).toMatch(/By why it was late.*Nobody has written down why<\/a>.*data-label="Number".*>1</s)
  expect(table).not.toContain('95% interval')
  const team = await byTable('/indicators/iha-within-20-days?authority=exampleshire&period=2023-08&by=team')
  expect(team).toContain('95% interval')
})

it('a figure made of numbers has its figure for each part', async () => {
  const query = 'authority=exampleshire&period=2023-09&by=schoolYear'
  expect(await byTable(`/indicators/cic-average-attendance-academic-ytd?${query}`)).toMatch(
    />Share<\/th>.*data-label="Share"/s,
  )
})
