import type { SeenNeed, SeenUnknown } from '../../../app/counting/work-list.ts'
import type { CsvTable } from '../../../app/csv.ts'
import type { WorkTaken } from '../../../app/exports/work.ts'
import { toText } from '../../../core/dates/plain-date.ts'
import { explainOccurrence } from '../../../core/timescales/explain.ts'

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
      need.occurrence.state,
      toText(need.due),
      Math.max(0, need.days),
      toText(need.occurrence.from),
      explainOccurrence(need.occurrence),
      ...whose(need),
      need.occurrence.source,
    ]),
    ...unknown.map((one) => [
      ...who(one),
      'not known',
      null,
      null,
      one.occurrence === null ? null : toText(one.occurrence.from),
      one.occurrence === null ? 'Not known whether they belong on this list.' : explainOccurrence(one.occurrence),
      ...whose(one),
      one.occurrence?.source ?? null,
    ]),
  ]
}
