import { expect, it } from 'vitest'
import { careSite } from '../../../test/support/in-care.ts'
import { everyLine, ownPages, saidIn } from '../../../test/support/localities.ts'
import { lastPeriods, parsePeriod, parsePeriodRange } from '../../core/dates/period.ts'
import { getAccount } from '../access/accounts.ts'
import { calculate } from '../counting/calculate.ts'
import { staffLocality } from './staff.ts'

const site = careSite()
const september = parsePeriod('2023-09')

it.each(['marian', 'tom', 'nasreen'])(
  'a locality says to %s what each figure’s own page says of it, of whom they may see',
  async (userName) => {
    const { app } = site()
    await calculate(app, parsePeriodRange('2023-08..2023-09'))
    const account = await getAccount(app, userName)
    for (const locality of ['North locality', 'South locality'])
      for (const line of await everyLine(app, account, locality, september))
        expect(saidIn(line)).toEqual([
          // Of months that were never counted there is nothing.
          ...[null, null, null, null],
          ...(await ownPages(app, account, { locality, line, months: lastPeriods(september, 2) })),
        ])
  },
)

it('whoever is restricted is in no locality for those who may not open their record, and is told of as one more', async () => {
  const { app } = site()
  await calculate(app, parsePeriodRange('2023-09..2023-09'))
  const inCare = async (userName: string) => {
    const asked = { locality: 'South locality', dataset: undefined, period: september, section: undefined }
    const { lines } = await staffLocality(app, await getAccount(app, userName), asked)
    const line = lines.find(({ whole }) => whole.indicator.key === 'cic-number-month-end')
    return [line?.latest.value, line?.notShown, line?.whole.value]
  }
  expect(await inCare('marian')).toEqual([1, 1, 4])
  // Who is named in the restriction sees her, and not the two of another team.
  expect(await inCare('nasreen')).toEqual([2, 2, 4])
})
