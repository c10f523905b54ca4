import { bringUpToDate, calculate as calculateAll } from '../../app/counting/calculate.ts'
import { Refused } from '../../app/refused.ts'
import { parsePeriodRange } from '../../core/dates/period.ts'
import type { Command } from '../command.ts'

export const calculate: Command = {
  name: 'calculate',
  usage: '[--periods 2023-04..2023-09]',
  summary: 'counts everybody in these periods; without them, whatever of the last three years is not up to date',
  words: { least: 0, most: 0 },
  options: { periods: { type: 'string' } },
  async run(args, around) {
    const asked = args.text('periods')
    const periods = asked === undefined ? undefined : readPeriods(asked)
    const app = await around.openApp('los calculate')
    const done = periods === undefined ? await bringUpToDate(app) : await calculateAll(app, periods)
    around.print(JSON.stringify(done))
    return undefined
  },
}

function readPeriods(text: string) {
  try {
    return parsePeriodRange(text)
  } catch (error) {
    if (error instanceof RangeError) throw new Refused('bad input', error.message)
    throw error
  }
}
