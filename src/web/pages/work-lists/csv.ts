import type { SeenNeed, SeenUnknown } from '../../../app/counting/work-list.ts'
import type { CsvTable } from '../../../app/csv.ts'
import type { WorkTaken } from '../../../app/exports/work.ts'
import { explainNeed, explainUnknown } from '../../../core/counting/explain-need.ts'
import type { AlwaysTaken, Layout } from '../../../core/counting/layout.ts'
import type { Need } from '../../../core/counting/work-list.ts'
import { toText } from '../../../core/dates/plain-date.ts'
import { saidCell } from './columns.ts'

type Cell = CsvTable[number][number]

/** How it stands, by when it was or is due, how many days it has been overdue or so, and from what day that counts. */
function stands(need: Need): readonly Cell[] {
  if ('occurrence' in need)
    return [need.occurrence.state, toText(need.due), Math.max(0, need.days), toText(need.occurrence.from)]
  return [need.holding.name, null, need.days, need.since === null ? null : toText(need.since)]
}

/** A work list as rows of cells, those of whom it is not known last; in the layout that was agreed, where one was. */
export const workCsv = (taken: WorkTaken): CsvTable =>
  taken.work.layout === undefined ? wholeCsv(taken) : inLayout(taken, taken.work.layout)

function wholeCsv({ work: { columns = {} }, needs, unknown }: WorkTaken): CsvTable {
  const who = ({ subject, name, bornOn }: SeenNeed | SeenUnknown) => [
    subject,
    name,
    bornOn === null ? null : toText(bornOn),
  ]
  const whose = ({ team, worker }: SeenNeed | SeenUnknown) => [worker?.label ?? null, team?.label ?? null]
  const heading = ['Number', 'Name', 'Date of birth', 'State', 'Due', 'Days overdue', 'Counted from', 'Why then']
  const says = Object.entries(columns)
  return [
    [...heading, ...says.map(([, { label }]) => label), 'Worker', 'Team', 'Source'],
    ...needs.map((need) => [
      ...who(need),
      ...stands(need),
      explainNeed(need),
      ...says.map(([key, column]) => saidCell(column, need.says?.[key] ?? null)),
      ...whose(need),
      'occurrence' in need ? need.occurrence.source : need.holding.source,
    ]),
    ...unknown.map((one) => [
      ...who(one),
      'not known',
      null,
      null,
      one.occurrence === null ? null : toText(one.occurrence.from),
      explainUnknown(one),
      ...says.map(() => null),
      ...whose(one),
      one.occurrence?.source ?? null,
    ]),
  ]
}

/** What was agreed, and nothing else: whoever gets it reads it by machine. Those of whom it is not known whether they need something are not in it. */
function inLayout({ work: { columns = {} }, needs }: WorkTaken, layout: Layout): CsvTable {
  const cell = (need: SeenNeed, takes: string): Cell => {
    const column = columns[takes]
    if (column !== undefined) return saidCell(column, need.says?.[takes] ?? null)
    return Object.entries(always).find(([key]) => key === takes)?.[1](need) ?? null
  }
  return [
    layout.columns.map(({ heading }) => heading),
    ...needs.map((need) => layout.columns.map(({ takes }) => cell(need, takes))),
  ]
}

const always: Readonly<Record<AlwaysTaken, (need: SeenNeed) => Cell>> = {
  number: ({ subject }) => subject,
  name: ({ name }) => name,
  bornOn: ({ bornOn }) => (bornOn === null ? null : toText(bornOn)),
  state: (need) => ('occurrence' in need ? need.occurrence.state : need.holding.name),
  due: ({ due }) => (due === null ? null : toText(due)),
  why: explainNeed,
  worker: ({ worker }) => worker?.label ?? null,
  team: ({ team }) => team?.label ?? null,
}
