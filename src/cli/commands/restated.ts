import { type RestatedFigure, type RestatedMember, restatedSince } from '../../app/months/restated.ts'
import { Refused } from '../../app/refused.ts'
import { shortText, toText } from '../../core/dates/plain-date.ts'
import { written } from '../../core/figures/written.ts'
import type { Command } from '../command.ts'
import { formatOption, printAnswer } from '../output.ts'
import { viewerOf } from '../viewer.ts'
import { readPeriod } from './figures.ts'
import { verdictWords } from './why.ts'

export const restated: Command = {
  name: 'restated',
  usage: 'DATASET --period 2023-09 [--as USER] [--format table|csv|json]',
  summary: 'what of a frozen month would be otherwise today, by child and record, with who recorded what when',
  words: { least: 1, most: 1 },
  options: { period: { type: 'string' }, ...formatOption },
  async run(args, around) {
    const asked = args.text('period')
    if (asked === undefined) throw new Refused('bad usage', 'Say which period: --period 2023-09')
    const month = { dataset: args.words[0] ?? '', period: readPeriod(asked) }
    const app = await around.openApp('los restated')
    const { figures } = await restatedSince(app, await viewerOf(app, args), month)
    printAnswer(args, around, {
      rows: figures.flatMap(rowsOf),
      json: figures.map(asJson),
      columns: [
        { heading: 'Indicator', cell: ({ of }) => of.figure.definition.label },
        { heading: 'Frozen', right: true, cell: ({ of }) => inUnits(of, of.figure.value) },
        { heading: 'Today', right: true, cell: ({ of }) => inUnits(of, of.now) },
        { heading: 'Who', cell: ({ who }) => who?.name ?? '' },
        { heading: 'Was', cell: ({ who }) => (who === undefined ? '' : verdictWords[who.was]) },
        { heading: 'Is', cell: ({ who }) => (who === undefined ? '' : verdictWords[who.is]) },
        { heading: 'Recorded since', cell: ({ says }) => says },
      ],
    })
    return undefined
  },
}

type Row = { readonly of: RestatedFigure; readonly who: RestatedMember | undefined; readonly says: string }

/** A row for each who changed, and one for those who are not shown, or where only the rule is another. */
function rowsOf(of: RestatedFigure): readonly Row[] {
  const rows: Row[] = of.members.map((who) => ({
    of,
    who,
    says: who.recorded.map(({ label, by, knownOn }) => `${label} (${by}, ${shortText(knownOn)})`).join('; '),
  }))
  if (of.notShown > 0) rows.push({ of, who: undefined, says: `${of.notShown} more, who are not yours to see` })
  return rows.length > 0 ? rows : [{ of, who: undefined, says: of.otherRule ? 'the rule is another' : '' }]
}

const inUnits = ({ figure }: RestatedFigure, value: number | null): string =>
  value === null ? '' : written(value, figure.definition.unit)

const asJson = ({ figure, now, otherRule, members, notShown }: RestatedFigure) => ({
  indicator: figure.indicator,
  label: figure.definition.label,
  frozen: figure.value,
  now,
  otherRule,
  members: members.map(({ subject, was, is, recorded }) => ({
    subject,
    was: verdictWords[was],
    is: verdictWords[is],
    recorded: recorded.map(({ record, label, by, knownOn, reason }) => ({
      record,
      label,
      by,
      knownOn: toText(knownOn),
      reason,
    })),
  })),
  notShown,
})
