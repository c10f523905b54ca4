import { getAccount } from '../../app/access/accounts.ts'
import type { Exemption } from '../../app/disclosure/decide.ts'
import { freezeMonth } from '../../app/months/freeze.ts'
import type { Month } from '../../app/months/month.ts'
import { publishReport } from '../../app/months/publish.ts'
import { reportsOf } from '../../app/months/report.ts'
import { Refused } from '../../app/refused.ts'
import { periodText } from '../../core/dates/period.ts'
import { toText } from '../../core/dates/plain-date.ts'
import { type Audience, audiences } from '../../core/figures/month.ts'
import type { Arguments, Command, Surroundings } from '../command.ts'
import { readDate } from './due.ts'
import { readPeriod } from './figures.ts'

export const publish: Command = {
  name: 'publish',
  usage:
    'DATASET --period 2023-09 [--known-on DATE] [--to AUDIENCE [--report KEY] [--words TEXT] [--exempt KEY=REASON]...] [--as USER]',
  summary:
    'freezes a month that is signed off as it was known on a day; with --to, publishes what is frozen, for ever. --to public keeps back the sections and indicators that --exempt names, and everybody reads why',
  words: { least: 1, most: 1 },
  options: {
    period: { type: 'string' },
    'known-on': { type: 'string' },
    to: { type: 'string' },
    report: { type: 'string' },
    words: { type: 'string' },
    exempt: { type: 'string', multiple: true },
  },
  async run(args, around) {
    const [asked, to] = [args.text('period'), args.text('to')]
    if (asked === undefined) throw new Refused('bad usage', 'Say which period: --period 2023-09')
    const month = { dataset: args.words[0] ?? '', period: readPeriod(asked) }
    if (to === undefined && args.texts('exempt').length > 0)
      throw new Refused('bad usage', 'What is exempt is said when a month is published: give --to public.')
    if (to === undefined) await freeze(args, around, month)
    else await publishTo(args, around, { ...month, audience: audienceIn(to) })
    return undefined
  },
}

async function freeze(args: Arguments, around: Surroundings, month: Month): Promise<void> {
  const day = args.text('known-on')
  const known = day === undefined ? undefined : readDate(day)
  const app = await around.openApp('los publish')
  const account = await getAccount(app, args.text('as'))
  const frozen = await freezeMonth(app, account, { ...month, knownOn: known ?? app.clock.today })
  const { dataset, version, knownOn, frozenBy, reason } = frozen
  const period = periodText(month.period)
  around.print(JSON.stringify({ dataset, period, version, knownOn: toText(knownOn), frozenBy, reason }))
}

async function publishTo(
  args: Arguments,
  around: Surroundings,
  asked: Month & { readonly audience: Audience },
): Promise<void> {
  if (args.text('known-on') !== undefined)
    throw new Refused('bad usage', 'A month is frozen as known on a day, and then published: give --known-on or --to.')
  const exempt = args.texts('exempt').map(readExemption)
  const app = await around.openApp('los publish')
  const reports = reportsOf(app, asked).map(({ key }) => key)
  const report = args.text('report') ?? (reports.length === 1 ? reports[0] : undefined)
  if (report === undefined)
    throw new Refused('bad usage', `Say which report: --report ${reports.join(' or ') || '(there is none of it)'}`)
  const account = await getAccount(app, args.text('as'))
  const { audience, words, by } = await publishReport(app, account, {
    ...asked,
    report,
    words: args.text('words') ?? '',
    exempt,
  })
  around.print(JSON.stringify({ report, period: periodText(asked.period), audience, words, publishedBy: by }))
}

/** “missing=an inspection goes on”: a section or an indicator, and why it is kept back. */
function readExemption(text: string): Exemption {
  const [of = '', ...words] = text.split('=')
  const reason = words.join('=').trim()
  if (of.trim() === '' || reason === '')
    throw new Refused('bad usage', `Say what is kept back and why: --exempt KEY=REASON, not --exempt ${text}`)
  return { of: of.trim(), reason }
}

function audienceIn(text: string): Audience {
  const audience = audiences.find((one) => one === text)
  if (audience === undefined)
    throw new Refused('bad usage', `Nothing is published to "${text}". Write --to ${audiences.join(', ')}.`)
  return audience
}
