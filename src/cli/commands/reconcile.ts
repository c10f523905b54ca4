import { loadTheirList, untilWith } from '../../app/reconciliation/load.ts'
import { type FindingRead, isOpen, type ReconciliationRead, readReconciliation } from '../../app/reconciliation/read.ts'
import { standingText, stateText, tableOf, takeOutReconciliation } from '../../app/reconciliation/take-out.ts'
import { exchangerOf } from '../../app/records/exchange.ts'
import { Refused } from '../../app/refused.ts'
import { shortText } from '../../core/dates/plain-date.ts'
import type { Arguments, Command, Surroundings } from '../command.ts'
import { readInput } from '../input.ts'
import { type Column, formatOf, formatOption, printAnswer } from '../output.ts'
import { viewerOf } from '../viewer.ts'
import { readDate } from './due.ts'
import { tellIssues } from './imported.ts'

export const reconcile: Command = {
  name: 'reconcile',
  usage: 'LIST [FILE --from DATE --to DATE] [--all] [--as USER] [--format table|csv|json]',
  summary:
    'holds a list that somebody else keeps (health-list) against the record, child by child; with a file, loads it first. The template: los template health-list',
  words: { least: 1, most: 2 },
  options: { from: { type: 'string' }, to: { type: 'string' }, all: { type: 'boolean' }, ...formatOption },
  async run(args, around) {
    const [reconciliation = '', path] = args.words
    const code = path === undefined ? undefined : await load(reconciliation, path, args, around)
    if (code !== undefined) return code
    const app = await around.openApp('los reconcile')
    const account = await viewerOf(app, args)
    if (formatOf(args) === 'csv') {
      const { table } = await takeOutReconciliation(app, account, { reconciliation })
      const [heading = [], ...rows] = table
      printAnswer(args, around, { rows, json: rows, columns: heading.map((name, at) => cellAt(String(name), at)) })
      return undefined
    }
    const read = await readReconciliation(app, account, { reconciliation })
    if (read.list === undefined) {
      around.remark('No list has been loaded yet. Load one: los reconcile LIST FILE --from DATE --to DATE')
      return undefined
    }
    const findings = args.flag('all') ? read.findings : read.findings.filter(isOpen)
    printAnswer(args, around, { rows: findings, json: jsonOf(read, findings), columns: columnsOf(read) })
    tell(read, around)
    return undefined
  },
}

/** The exit code where nothing was loaded. */
async function load(
  reconciliation: string,
  path: string,
  args: Arguments,
  around: Surroundings,
): Promise<number | undefined> {
  const [from, to] = [args.text('from'), args.text('to')]
  if (from === undefined || to === undefined)
    throw new Refused(
      'bad usage',
      'Say of which days the list is: --from 2023-09-01 --to 2023-09-30. Only of those can it be said that something is missing from it.',
    )
  const file = await readInput(path)
  const app = await around.openApp('los reconcile')
  const who = await exchangerOf(app, args.text('as'))
  const asked = { reconciliation, file, from: readDate(from), to: untilWith(readDate(to)) }
  const loaded = await loadTheirList(app, who, asked)
  tellIssues(loaded.issues, around)
  if (loaded.refused) {
    around.remark('Nothing was loaded. Put right what keeps the file from being read and load it again.')
    return 1
  }
  around.remark(
    loaded.isThere
      ? `The same file was loaded on ${loaded.list.loadedAt.toISOString().slice(0, 10)} by ${loaded.list.loadedBy}; nothing has changed.`
      : `${loaded.entries} days of the list were loaded. Nothing on the record is changed by it.`,
  )
  return undefined
}

const cellAt = (heading: string, at: number): Column<readonly (string | number | null)[]> => ({
  heading,
  cell: (row) => String(row[at] ?? ''),
})

const columnsOf = ({ of }: ReconciliationRead): readonly Column<FindingRead>[] => [
  { heading: 'Child', cell: ({ child, said }) => child?.name ?? said?.name ?? '' },
  { heading: 'What', cell: ({ item }) => item.label },
  { heading: of.theirs, cell: ({ theirs }) => (theirs === null ? '' : shortText(theirs)) },
  { heading: of.ours, cell: ({ ours }) => (ours === null ? '' : shortText(ours.on)) },
  { heading: 'How they stand', cell: (one) => stateText(of, one) },
  { heading: 'Who corrects it', cell: ({ standing }) => standingText(of, standing) },
]

const jsonOf = (read: ReconciliationRead, findings: readonly FindingRead[]): unknown => {
  const [heading = [], ...rows] = tableOf(read, findings)
  const named = rows.map((row) => Object.fromEntries(heading.map((name, at) => [String(name), row[at] ?? null])))
  return { list: read.list?.fileName, tally: read.tally, notShown: read.notShown.all, findings: named }
}

function tell({ of, tally, notShown }: ReconciliationRead, around: Surroundings): void {
  const { standing, state } = tally
  around.remark(
    `${tally.all} days in all: ${state.same} the same; ${standing.open} undecided, ${standing.ours} for ${of.ours.toLowerCase()} and ${standing.theirs} for ${of.theirs.toLowerCase()} to correct.`,
  )
  if (notShown.all > 0)
    around.remark(`${notShown.all} more are not shown: they are of children whose record you may not read.`)
}
