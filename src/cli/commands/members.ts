import { type FigureList, type Listed, readList, standings } from '../../app/counting/list.ts'
import { type FigureMembers, membersOf } from '../../app/counting/members.ts'
import type { SeenMember } from '../../app/counting/seen.ts'
import { Refused } from '../../app/refused.ts'
import { testsOf } from '../../core/counting/plan.ts'
import type { Command } from '../command.ts'
import { formatOption, printAnswer } from '../output.ts'
import { viewerOf } from '../viewer.ts'
import { readDate } from './due.ts'
import { readPeriod } from './figures.ts'

export const members: Command = {
  name: 'members',
  usage:
    'INDICATOR --period 2023-09 [--variant excl-uasc] [--known-on DATE] [--reasons] [--as USER] [--format table|csv|json]',
  summary: 'the list behind a figure: who is counted, who is not, and why; of those whom the user may see',
  words: { least: 1, most: 1 },
  options: {
    period: { type: 'string' },
    variant: { type: 'string' },
    'known-on': { type: 'string' },
    reasons: { type: 'boolean' },
    ...formatOption,
  },
  async run(args, around) {
    const asked = args.text('period')
    if (asked === undefined) throw new Refused('bad usage', 'Say which period: --period 2023-09')
    const [period, day, variant] = [readPeriod(asked), args.text('known-on'), args.text('variant')]
    const knownOn = day === undefined ? undefined : readDate(day)
    const app = await around.openApp('los members')
    const indicator = variant === undefined ? (args.words[0] ?? '') : `${args.words[0]}-${variant}`
    const figure = { indicator, period, ...(knownOn === undefined ? {} : { knownOn }) }
    if (args.flag('reasons')) {
      const everybody = { standings, order: 'standing', page: 1, most: Number.MAX_SAFE_INTEGER }
      const list = await readList(app, await viewerOf(app, args), { ...figure, ...everybody })
      if (list.notShown > 0) around.remark(unseen(list.notShown))
      printAnswer(args, around, { rows: reasonRows(list), json: list.members.map(withReasons), columns: reasonColumns })
      return undefined
    }
    const found = await membersOf(app, await viewerOf(app, args), figure)
    if (found.notShown > 0) around.remark(unseen(found.notShown))
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
        ...found.offered.map(({ at, attribute }) => ({
          heading: attribute.label,
          cell: ({ attributes }: SeenMember) => attributes[at] ?? 'not known',
        })),
      ],
    })
    return undefined
  },
}

const unseen = (count: number): string => `${count} more are in this figure whom the user may not see.`

const asJson = (
  { list, counting, offered }: FigureMembers,
  { subject, record, verdict, answers, attributes }: SeenMember,
) => ({
  subject,
  record,
  counted: verdict === '1' ? true : verdict === '0' ? false : null,
  answers: Object.fromEntries(testsOf(list, counting).map((at) => [list.tests[at]?.name ?? '', answerOf(answers[at])])),
  attributes: Object.fromEntries(offered.map(({ key, at }) => [key, attributes[at] ?? null])),
})

const answerOf = (mark: string | undefined): boolean | null => (mark === '1' ? true : mark === '0' ? false : null)

/** A row for each test of each member: its answer, and the records that decided it. */
const reasonRows = ({ members }: FigureList) =>
  members.flatMap((member) => member.reasons.map((reason) => ({ member, reason })))

type ReasonRow = ReturnType<typeof reasonRows>[number]

const reasonColumns = [
  { heading: 'Subject', right: true as const, cell: ({ member }: ReasonRow) => String(member.subject) },
  { heading: 'Name', cell: ({ member }: ReasonRow) => member.name },
  { heading: 'Stands as', cell: ({ member }: ReasonRow) => member.standing },
  { heading: 'Test', cell: ({ reason }: ReasonRow) => reason.name },
  { heading: 'Answer', cell: ({ reason }: ReasonRow) => answerWord(reason.answer) },
  { heading: 'Decided by', cell: ({ reason }: ReasonRow) => reason.records.map(({ label }) => label).join('; ') },
]

const answerWord = (mark: string): string => (mark === '1' ? 'yes' : mark === '0' ? 'no' : 'not known')

const withReasons = ({ subject, record, name, standing, reasons }: Listed) => ({
  subject,
  record,
  name,
  standing,
  reasons: reasons.map(({ name: test, answer, records }) => ({
    test,
    answer: answerOf(answer),
    decidedBy: records.map((one) => ({ record: one.record, label: one.label })),
  })),
})
