import { type FigureMembers, membersOf, type SeenMember } from '../../app/counting/members.ts'
import { Refused } from '../../app/refused.ts'
import { testsOf } from '../../core/counting/plan.ts'
import type { Command } from '../command.ts'
import { formatOption, printAnswer } from '../output.ts'
import { viewerOf } from '../viewer.ts'
import { readDate } from './due.ts'
import { readPeriod } from './figures.ts'

export const members: Command = {
  name: 'members',
  usage: 'INDICATOR --period 2023-09 [--variant excl-uasc] [--known-on DATE] [--as USER] [--format table|csv|json]',
  summary: 'the list behind a figure: who is counted, who is not, and why; of those whom the user may see',
  words: { least: 1, most: 1 },
  options: {
    period: { type: 'string' },
    variant: { type: 'string' },
    'known-on': { type: 'string' },
    ...formatOption,
  },
  async run(args, around) {
    const asked = args.text('period')
    if (asked === undefined) throw new Refused('bad usage', 'Say which period: --period 2023-09')
    const [period, day, variant] = [readPeriod(asked), args.text('known-on'), args.text('variant')]
    const knownOn = day === undefined ? undefined : readDate(day)
    const app = await around.openApp('los members')
    const indicator = variant === undefined ? (args.words[0] ?? '') : `${args.words[0]}-${variant}`
    const found = await membersOf(app, await viewerOf(app, args), {
      indicator,
      period,
      ...(knownOn === undefined ? {} : { knownOn }),
    })
    if (found.notShown > 0) around.remark(`${found.notShown} more are in this figure whom the user may not see.`)
    printAnswer(args, around, {
      rows: found.members,
      json: found.members.map((member) => asJson(found, member)),
      columns: [
        { heading: 'Subject', right: true, cell: ({ subject }) => String(subject) },
        { heading: 'Record', right: true, cell: ({ record }) => (record === null ? '' : String(record)) },
        {
          heading: 'Counted',
          cell: ({ verdict }) =>
            ({ '1': 'yes', '0': 'no', '?': 'not known', '!': 'not known whether in it', '-': '' })[verdict],
        },
        ...found.list.attributes.map(([, { label }], at) => ({
          heading: label,
          cell: ({ attributes }: SeenMember) => attributes[at] ?? 'not known',
        })),
      ],
    })
    return undefined
  },
}

const asJson = ({ list, counting }: FigureMembers, { subject, record, verdict, answers, attributes }: SeenMember) => ({
  subject,
  record,
  counted: verdict === '1' ? true : verdict === '0' ? false : null,
  answers: Object.fromEntries(testsOf(list, counting).map((at) => [list.tests[at]?.name ?? '', answerOf(answers[at])])),
  attributes: Object.fromEntries(list.attributes.map(([name], at) => [name, attributes[at] ?? null])),
})

const answerOf = (mark: string | undefined): boolean | null => (mark === '1' ? true : mark === '0' ? false : null)
