import { everLoads } from '../../../app/reconciliation/leave.ts'
import type { FindingRead, ReconciliationRead } from '../../../app/reconciliation/read.ts'
import { type Instant, londonDate, londonText } from '../../../core/dates/instant.ts'
import { shortText } from '../../../core/dates/plain-date.ts'
import { address } from '../../query.ts'
import type { Who } from '../../session.ts'
import { type AskedPage, isAsked, type Show, shows } from './asked.ts'
import { nameIn, pathOf } from './names.ts'
import { daysText, dayText, many, stateMark, whoText } from './words.ts'

/** A list of theirs beside our records: whoever differs, the worst first, and who is to put it right. */
export function reconciliationView(read: ReconciliationRead, asked: AskedPage, who: Who) {
  const { of, list, lists, findings, notShown } = read
  const own = pathOf(of.key)
  const shown = findings.filter((one) => isAsked(asked, one))
  const named = list === undefined || list === lists[0] ? undefined : String(list.id)
  return {
    page: { title: of.label, navigation: 'services' as const, who: { name: who.account.name, form: who.form } },
    heading: headingOf(read),
    label: of.label,
    source: of.source,
    lead: list && leadOf(read),
    isEmpty: list === undefined,
    load: everLoads(who.account) ? `${own}/new` : undefined,
    csv: findings.some(({ mayExport }) => mayExport) ? address(`${own}.csv`, { list: named }) : undefined,
    measures: (of.measures ?? []).length > 0 ? `${own}/measures` : undefined,
    theirs: of.theirs,
    ours: of.ours,
    action: own,
    listed: named,
    show: shows.map((value) => ({ value, label: showText(read, value), chosen: value === asked.show })),
    items: of.items
      .filter(({ key }) => list?.items.includes(key))
      .map(({ key, label }) => ({ value: key, label, chosen: asked.items.includes(key) })),
    rows: shown.map((one) => rowOf(read, one, named)),
    nobody: nobodyText(read, shown.length),
    notShown: notShownText(notShown),
    ...faultsOf(list),
    others: lists
      .filter((one) => one !== list)
      .map((one) => ({
        href: address(own, { list: one === lists[0] ? undefined : String(one.id) }),
        label: `${one.fileName}, of ${daysText(one)}`,
        by: `${one.loadedBy}, ${londonText(one.loadedAt.getTime() as Instant)}`,
      })),
  }
}

function notShownText({ all, open }: ReconciliationRead['notShown']): string | undefined {
  if (all === 0) return undefined
  const left = open === 0 ? 'none of them is' : `${open} of them ${open === 1 ? 'is' : 'are'}`
  return `${many(all, 'more day')} on the list ${all === 1 ? 'is' : 'are'} of children whose record you may not read, or of nobody we know; ${left} still to be put right.`
}

/** The rows that could not be read, and the columns that were not. */
const faultsOf = (list: ReconciliationRead['list']) => ({
  faults: (list?.issues ?? [])
    .filter(({ severity }) => severity === 'error')
    .map(({ row, message }) => ({ where: row === null ? '' : `Row ${row}`, message })),
  columns: (list?.issues ?? []).flatMap(({ severity, column }) => (severity === 'warning' ? (column ?? []) : [])),
})

function headingOf({ of, list, tally }: ReconciliationRead): string {
  if (list === undefined) return `${of.label}: no list was loaded yet`
  const { open, ours, theirs } = tally.standing
  const left = open + ours + theirs
  if (left === 0) return `All ${many(tally.all, 'day')} on the list agree with ours, or were settled`
  const parts = [
    ...(open > 0 ? [`${open} undecided`] : []),
    ...(ours > 0 ? [`${ours} for ${of.ours.toLowerCase()}`] : []),
    ...(theirs > 0 ? [`${theirs} for ${of.theirs.toLowerCase()}`] : []),
  ]
  return `${many(left, 'difference')} to put right: ${parts.join(', ')}`
}

function leadOf({ list, tally }: ReconciliationRead): string {
  if (list === undefined) return ''
  return `${list.fileName}, of ${daysText(list)}. Loaded by ${list.loadedBy}, ${londonText(list.loadedAt.getTime() as Instant)}. ${tally.state.same} of ${many(tally.all, 'day')} are the same.`
}

function showText({ of, tally }: ReconciliationRead, show: Show): string {
  const { open, ours, theirs, cleared } = tally.standing
  const counted = {
    open: ['To put right', open + ours + theirs],
    undecided: ['Undecided', open],
    ours: [`For ${of.ours.toLowerCase()}`, ours],
    theirs: [`For ${of.theirs.toLowerCase()}`, theirs],
    cleared: ['The same, or settled', cleared],
    all: ['Everything', tally.all],
  } as const
  const [label, count] = counted[show]
  return `${label} (${count})`
}

/** An empty list says what that means. */
function nobodyText({ findings, notShown }: ReconciliationRead, shown: number): string | undefined {
  if (shown > 0) return undefined
  if (findings.length === 0 && notShown.all > 0) return 'None of it is of a child whose record you may read.'
  return 'Nothing on the list stands so.'
}

function rowOf({ of }: ReconciliationRead, one: FindingRead, list: string | undefined) {
  const { child, said, item, theirs, ours, decided } = one
  const born = child?.bornOn ?? said?.bornOn ?? null
  const last = decided.at(-1)
  return {
    name: nameIn(one),
    href: address(`${pathOf(of.key)}/rows/${one.key}`, { list }),
    born: born === null ? undefined : `born ${shortText(born)}`,
    item: item.label,
    theirs: dayText(theirs),
    ours: dayText(ours?.on ?? null),
    mark: stateMark(of, one),
    who: whoText(of, one),
    decided: last === undefined ? undefined : `“${last.words}” ${last.by}, ${shortText(dayOf(last.at))}`,
  }
}

const dayOf = (at: Date) => londonDate(at.getTime() as Instant)
