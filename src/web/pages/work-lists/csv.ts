import type { SeenNeed, SeenUnknown } from '../../../app/counting/work-list.ts'
import type { CsvTable } from '../../../app/csv.ts'
import type { WorkTaken } from '../../../app/exports/work.ts'
import { explainNeed, explainUnknown } from '../../../core/counting/explain-need.ts'
import type { Need } from '../../../core/counting/work-list.ts'
import { toText } from '../../../core/dates/plain-date.ts'

/** How it stands, by when it was or is due, how many days it has been overdue or so, and from what day that counts. */
function stands(need: Need): readonly (string | number | null)[] {
  if ('occurrence' in need)
    return [need.occurrence.state, toText(need.due), Math.max(0, need.days), toText(need.occurrence.from)]
  return [need.holding.name, null, need.days, need.since === null ? null : toText(need.since)]
}

/** A work list as rows of cells, those of whom it is not known last. */
export function workCsv({ needs, unknown }: WorkTaken): CsvTable {
  const who = ({ subject, name, bornOn }: SeenNeed | SeenUnknown) => [
    subject,
    name,
    bornOn === null ? null : toText(bornOn),
  ]
  const whose = ({ team, worker }: SeenNeed | SeenUnknown) => [worker?.label ?? null, team?.label ?? null]
  const heading = ['Number', 'Name', 'Date of birth', 'State', 'Due', 'Days overdue', 'Counted from', 'Why then']
  return [
    [...heading, 'Worker', 'Team', 'Source'],
    ...needs.map((need) => [
      ...who(need),
      ...stands(need),
      explainNeed(need),
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
      ...whose(one),
      one.occurrence?.source ?? null,
    ]),
  ]
}
