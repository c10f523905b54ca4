import { clocksOf } from '../../app/counting/clocks.ts'
import { Refused } from '../../app/refused.ts'
import type { Occurrence } from '../../core/counting/chronology.ts'
import { toText } from '../../core/dates/plain-date.ts'
import type { SubjectId } from '../../core/definitions/field.ts'
import { explainOccurrence } from '../../core/timescales/explain.ts'
import type { Command } from '../command.ts'
import { formatOption, printAnswer } from '../output.ts'
import { viewerOf } from '../viewer.ts'
import { readDate } from './due.ts'

export const clocks: Command = {
  name: 'clocks',
  usage: 'SUBJECT [--as-at DATE] [--as USER] [--format table|csv|json]',
  summary: 'every clock that ran or runs for somebody, each occurrence with its explanation',
  words: { least: 1, most: 1 },
  options: { 'as-at': { type: 'string' }, ...formatOption },
  async run(args, around) {
    const [number = ''] = args.words
    if (!/^[1-9]\d{0,14}$/.test(number))
      throw new Refused('bad usage', `“${number}” is no number of a person. It stands on their page.`)
    const day = args.text('as-at')
    const asAt = day === undefined ? undefined : readDate(day)
    const app = await around.openApp('los clocks')
    const account = await viewerOf(app, args)
    const found = await clocksOf(app, account, Number(number) as SubjectId, asAt ?? app.clock.today)
    printAnswer(args, around, { rows: found, json: found.map(asJson), columns })
    return undefined
  },
}

const asJson = (one: Occurrence) => ({
  timescale: one.timescale.key,
  number: one.number,
  from: toText(one.from),
  due: one.due === null ? null : toText(one.due),
  done: one.done === null ? null : toText(one.done),
  state: one.state,
  explanation: explainOccurrence(one),
  source: one.source,
  records: one.because,
})

const columns = [
  { heading: 'Clock', cell: ({ timescale }: Occurrence) => timescale.label },
  { heading: 'State', cell: ({ state }: Occurrence) => state },
  { heading: 'Why', cell: explainOccurrence },
]
