import { getAccount } from '../../app/access/accounts.ts'
import { freezeMonth } from '../../app/months/freeze.ts'
import { Refused } from '../../app/refused.ts'
import { periodText } from '../../core/dates/period.ts'
import { toText } from '../../core/dates/plain-date.ts'
import type { Command } from '../command.ts'
import { readDate } from './due.ts'
import { readPeriod } from './figures.ts'

export const publish: Command = {
  name: 'publish',
  usage: 'DATASET --period 2023-09 [--known-on DATE] [--as USER]',
  summary: 'freezes a month that is signed off, for ever, as it was known on a day (today)',
  words: { least: 1, most: 1 },
  options: { period: { type: 'string' }, 'known-on': { type: 'string' } },
  async run(args, around) {
    const [asked, day] = [args.text('period'), args.text('known-on')]
    if (asked === undefined) throw new Refused('bad usage', 'Say which period: --period 2023-09')
    const period = readPeriod(asked)
    const known = day === undefined ? undefined : readDate(day)
    const app = await around.openApp('los publish')
    const frozen = await freezeMonth(app, await getAccount(app, args.text('as')), {
      dataset: args.words[0] ?? '',
      period,
      knownOn: known ?? app.clock.today,
    })
    const { dataset, version, knownOn, frozenBy } = frozen
    around.print(
      JSON.stringify({
        dataset,
        period: periodText(period),
        version,
        knownOn: toText(knownOn),
        frozenBy,
        reason: frozen.reason,
      }),
    )
    return undefined
  },
}
