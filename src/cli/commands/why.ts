import { type Line, type Side, whyMoved } from '../../app/counting/why.ts'
import { Refused } from '../../app/refused.ts'
import type { Verdict } from '../../core/counting/tally.ts'
import { periodText, previousPeriod } from '../../core/dates/period.ts'
import { toText } from '../../core/dates/plain-date.ts'
import type { Command } from '../command.ts'
import { formatOption, printAnswer } from '../output.ts'
import { viewerOf } from '../viewer.ts'
import { readDate } from './due.ts'
import { readPeriod } from './figures.ts'

export const why: Command = {
  name: 'why',
  usage: 'INDICATOR --period 2023-09 [--since 2023-08] [--known-on DATE] [--as USER] [--format table|csv|json]',
  summary:
    'why a figure moved since an earlier period (the one before), or since it was known on an earlier day; adds up line by line',
  words: { least: 1, most: 1 },
  options: {
    period: { type: 'string' },
    since: { type: 'string' },
    'known-on': { type: 'string' },
    ...formatOption,
  },
  async run(args, around) {
    const [asked, since, day] = [args.text('period'), args.text('since'), args.text('known-on')]
    if (asked === undefined) throw new Refused('bad usage', 'Say which period: --period 2023-09')
    const period = readPeriod(asked)
    // With a day and no other period it is the same period, as it was known then.
    const before = since === undefined ? (day === undefined ? previousPeriod(period) : period) : readPeriod(since)
    const knownOn = day === undefined ? {} : { knownOn: readDate(day) }
    const app = await around.openApp('los why')
    const found = await whyMoved(app, await viewerOf(app, args), {
      indicator: args.words[0] ?? '',
      before: { period: before, ...knownOn },
      after: { period },
    })
    const others = found.others === undefined ? [] : [{ ...found.others, before: null, after: null, because: null }]
    const rows = [...found.lines, ...others]
    printAnswer(args, around, {
      rows,
      json: { before: sideAsJson(found.before), lines: rows.map(lineAsJson), after: sideAsJson(found.after) },
      columns: [
        { heading: 'Was', cell: ({ before: was }) => wordOf(was) },
        { heading: 'Is', cell: ({ after: is }) => wordOf(is) },
        { heading: 'Because of', cell: ({ because }) => because ?? '' },
        { heading: 'Members', right: true, cell: ({ members }) => String(members) },
        { heading: 'All', right: true, cell: ({ all }) => signed(all) },
        { heading: 'Counted', right: true, cell: ({ counted }) => signed(counted) },
        {
          heading: 'Leaves',
          right: true,
          cell: ({ leaves }) => (leaves.value === null ? '' : String(Math.round(leaves.value * 100) / 100)),
        },
      ],
    })
    return undefined
  },
}

type Row = Omit<Line, 'key' | 'before' | 'after'> & { readonly before: Verdict | null; readonly after: Verdict | null }

/** How somebody stands in a figure, in a word or two. */
export const verdictWords: Readonly<Record<Verdict, string>> = {
  '1': 'counted',
  '0': 'not counted',
  '?': 'not known',
  '!': 'not known whether in it',
  '-': 'not in it',
}
/** Those whom the user may not see moved in ways that are not told apart. */
const wordOf = (verdict: Verdict | null): string => (verdict === null ? 'not yours to see' : verdictWords[verdict])
const signed = (number: number): string => (number > 0 ? `+${number}` : String(number))

const sideAsJson = ({ period, knownOn, stand }: Side) => ({
  period: periodText(period),
  knownOn: toText(knownOn),
  numerator: stand.numerator,
  denominator: stand.denominator,
  notKnown: stand.notKnown,
  all: stand.all,
  value: stand.value,
})

const lineAsJson = ({ before, after, because, members, all, counted, leaves }: Row) => ({
  was: wordOf(before),
  is: wordOf(after),
  because,
  members,
  all,
  counted,
  leaves: leaves.value,
})
