import { findWork } from '../../app/counting/work-list.ts'
import { Refused } from '../../app/refused.ts'
import { explainNeed } from '../../core/counting/explain-need.ts'
import type { Need } from '../../core/counting/work-list.ts'
import { toText } from '../../core/dates/plain-date.ts'
import type { SubjectId } from '../../core/definitions/field.ts'
import type { Command } from '../command.ts'
import { formatOption, printAnswer } from '../output.ts'
import { viewerOf } from '../viewer.ts'
import { readDate } from './due.ts'

export const worklist: Command = {
  name: 'worklist',
  usage: 'KEY [--on DATE] [--team NUMBER] [--as USER] [--format table|csv|json]',
  summary: 'who needs something on a day, worst first; of those whom the user may see',
  words: { least: 1, most: 1 },
  options: { on: { type: 'string' }, team: { type: 'string' }, ...formatOption },
  async run(args, around) {
    const [day, team] = [args.text('on'), args.text('team')]
    if (team !== undefined && !/^[1-9]\d{0,14}$/.test(team))
      throw new Refused('bad usage', `“${team}” is no number of a team. It stands on the team's page.`)
    const on = day === undefined ? undefined : readDate(day)
    const app = await around.openApp('los worklist')
    const { needs, unknown, notShown } = await findWork(app, await viewerOf(app, args), {
      key: args.words[0] ?? '',
      on: on ?? app.clock.today,
      ...(team === undefined ? {} : { team: Number(team) as SubjectId }),
    })
    if (notShown.needs > 0) around.remark(`${notShown.needs} more are on the whole list whom the user may not see.`)
    if (unknown.length > 0)
      around.remark(
        `Of ${unknown.length} it is not known whether they need it: ${unknown.map(({ subject }) => subject).join(', ')}.`,
      )
    printAnswer(args, around, { rows: needs, json: needs.map(asJson), columns })
    return undefined
  },
}

const asJson = (need: Need) => ({
  subject: need.subject,
  timescale: 'occurrence' in need ? need.occurrence.timescale.key : null,
  due: need.due === null ? null : toText(need.due),
  state: stateOf(need),
  days: need.days,
  worker: numberOrNull(need.attributes['worker']),
  team: numberOrNull(need.attributes['team']),
  explanation: explainNeed(need),
})

/** How it stands with a clock; by a test, that it is so. */
const stateOf = (need: Need): string => ('occurrence' in need ? need.occurrence.state : 'now')

const numberOrNull = (text: string | null | undefined) => (text === null || text === undefined ? null : Number(text))

const columns = [
  { heading: 'Subject', right: true as const, cell: ({ subject }: Need) => String(subject) },
  { heading: 'State', cell: stateOf },
  { heading: 'Days', right: true as const, cell: ({ days }: Need) => (days === null ? '' : String(days)) },
  { heading: 'Why', cell: explainNeed },
]
