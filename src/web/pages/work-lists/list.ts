import type { App } from '../../../app/app.ts'
import type { SeenNeed, WorkFound } from '../../../app/counting/work-list.ts'
import type { Limit } from '../../../core/counting/chronology.ts'
import { isWatched, worstFirst } from '../../../core/counting/work-list.ts'
import { addDays, longText, type PlainDate } from '../../../core/dates/plain-date.ts'
import { whyUnanswered } from '../../../core/timescales/unanswered.ts'
import { SOON_DAYS } from '../../due.ts'
import type { View } from '../../render.ts'
import type { Who } from '../../session.ts'
import { type Asked, FOUR_WEEKS, listAddress, NOBODY, onlyText, type Show, type Sort, shows } from './asked.ts'
import { averagedColumns, columnsCounted } from './columns.ts'
import { countsOf, headingOf, leadOf, standsOut } from './finding.ts'
import { columnRows, type PartRow, partRows } from './parts.ts'
import { type Head, headOf, type Row, rowOf, unknownRow } from './rows.ts'

type Choice = { readonly value: string; readonly label: string; readonly chosen: boolean }

type Group = { readonly label: string; readonly rows: readonly Row[] }

export type ListView = View & {
  readonly heading: string
  readonly lead: string
  readonly csv: string | undefined
  /** What its file is, where a layout of it was agreed with somebody. */
  readonly agreedLayout: string | undefined
  readonly action: string
  readonly choices: {
    readonly whose: readonly Choice[]
    readonly team: readonly Choice[]
    readonly worker: readonly Choice[]
    readonly show: readonly Choice[]
    readonly only: readonly { readonly label: string; readonly options: readonly Choice[] }[]
  }
  readonly sort: Sort
  readonly clear: string | undefined
  readonly standsOut: readonly string[]
  readonly sorting: Readonly<Record<Sort, { readonly href: string; readonly here: boolean }>>
  readonly groups: readonly Group[]
  /** What it means that nobody is listed. */
  readonly nobody: string
  readonly rest: string
  readonly notShown: string
  /** Said where nothing was ever kept that would tell whether it was done. */
  readonly neverHeld: string
  readonly byTeam: readonly PartRow[]
  readonly byWorker: readonly PartRow[]
  readonly byColumn: ReturnType<typeof columnRows>
  readonly head: Head
  /** Of which numbers each part of it has the average. */
  readonly averages: readonly string[]
  readonly rules: readonly { readonly text: string; readonly how: string }[]
  readonly source: string
  /** What those are called who need somebody now. */
  readonly now: string
  /** By a test nothing is due: it is so, or not. */
  readonly isTest: boolean
}

/** A work list: who needs something, worst first and why. */
export function listView(app: App, found: WorkFound, asked: Asked, viewer: Who): ListView {
  const counts = countsOf(found)
  return {
    page: {
      title: found.work.label,
      navigation: 'work-lists',
      who: { name: viewer.account.name, form: viewer.form },
    },
    heading: headingOf(found, counts),
    lead: leadOf(found, asked),
    csv: found.needs.some(({ mayExport }) => mayExport) ? listAddress(asked, '.csv') : undefined,
    // Not `layout`: that is what the page itself is called inside a template.
    agreedLayout: found.work.layout?.label,
    action: `/work-lists/${asked.key}`,
    choices: choicesOf(found, asked, viewer),
    sort: asked.sort,
    clear:
      (asked.team ?? asked.worker ?? asked.whose ?? asked.only ?? (asked.show === 'soon' ? undefined : asked.show))
        ? listAddress({ key: asked.key, sort: asked.sort })
        : undefined,
    standsOut: standsOut(found),
    sorting: sortingOf(asked),
    groups: groupsOf(app, found, asked),
    nobody: nobodyText(found, asked),
    rest: restText(found, counts),
    notShown: notShownText(found),
    neverHeld: neverHeldText(found),
    byTeam: partRows(found, 'team', asked),
    byWorker: partRows(found, 'worker', asked),
    byColumn: columnRows(found, asked),
    head: headOf(found.work),
    averages: averagedColumns(found.work.columns ?? {}).map(([, { label }]) => label),
    rules: rulesOf(found),
    source: (found.work.timescale ?? found.work).source,
    now: found.work.test === undefined ? 'Overdue' : 'Now',
    isTest: found.work.test !== undefined,
  }
}

function choicesOf({ work, teams, workers, onList }: WorkFound, asked: Asked, { account }: Who): ListView['choices'] {
  const choice = (chosen: string | undefined) => (value: string, label: string) => ({
    value,
    label,
    chosen: value === (chosen ?? ''),
  })
  const [whose, team, worker, show] = [asked.whose, asked.team, asked.worker, asked.show].map(choice)
  if (!whose || !team || !worker || !show) throw new Error('There are four choices')
  return {
    whose:
      account.worker === null
        ? []
        : [whose('', 'Whom I may see'), whose('mine', 'Allocated to me'), whose('team', 'Allocated to my teams')],
    team: [team('', 'Any team'), team(NOBODY, 'No team'), ...teams.map(({ id, label }) => team(String(id), label))],
    worker: [
      worker('', 'Anyone'),
      worker(NOBODY, 'Nobody yet'),
      ...workers.map(({ id, label }) => worker(String(id), label)),
    ],
    show: Object.entries(work.test === undefined ? shows : showsOfTest).map(([key, label]) => show(key, label)),
    only: columnsCounted(work, onList).map(({ key, label, values }) => ({
      label,
      options: values.map((one) => {
        const value = onlyText({ column: key, value: one.value })
        return { value, label: one.label, chosen: asked.only !== undefined && value === onlyText(asked.only) }
      }),
    })),
  }
}

const sortingOf = (asked: Asked): ListView['sorting'] => {
  const to = (sort: Sort) => ({ href: listAddress({ ...asked, sort }), here: asked.sort === sort })
  return { due: to('due'), child: to('child'), team: to('team'), worker: to('worker') }
}

/** In order of due day they stand by how soon; in any other order in one group. What is not known always stands last, by itself. */
function groupsOf(app: App, { work, on, needs, unknown }: WorkFound, { sort, show }: Asked): readonly Group[] {
  const rows = needs.map((need) => ({ need, row: rowOf(app, work, need) }))
  const notKnown =
    show === 'soon' || show === 'all' || show === 'unknown' ? unknown.map((one) => unknownRow(app, work, one)) : []
  const known =
    sort === 'due'
      ? steps(on).map(({ label, holds }) => ({
          label: label === NOW && isWatched(work) ? 'Everybody' : label,
          rows: rows.filter(({ need: { due } }) => (due === null ? label === NOW : holds(due))).map(({ row }) => row),
        }))
      : [{ label: `In order of ${sort}`, rows: rows.toSorted(by(sort)).map(({ row }) => row) }]
  return [...known, { label: 'Not known', rows: notKnown }]
    .filter((group) => group.rows.length > 0)
    .map((group) => ({ ...group, label: `${group.label}: ${group.rows.length}` }))
}

function steps(on: PlainDate) {
  const [week, month] = [addDays(on, SOON_DAYS), addDays(on, FOUR_WEEKS)]
  return [
    { label: NOW, holds: (_: PlainDate) => false },
    { label: 'Overdue', holds: (due: PlainDate) => due < on },
    { label: `Due by ${longText(week)}`, holds: (due: PlainDate) => due >= on && due <= week },
    { label: `Due by ${longText(month)}`, holds: (due: PlainDate) => due > week && due <= month },
    { label: 'Later', holds: (due: PlainDate) => due > month },
  ]
}

/** By a test it has no day: it is so. */
const NOW = 'Now'

/** What may be asked for of a list by a test. */
const showsOfTest = { soon: 'Everybody', unknown: shows.unknown } as const

type Sorted = { readonly need: SeenNeed }
const by = (sort: Sort) => {
  const keyOf = ({ name, team, worker }: SeenNeed) =>
    sort === 'team' ? (team?.label ?? '') : sort === 'worker' ? (worker?.label ?? '') : name
  return (a: Sorted, b: Sorted) => keyOf(a.need).localeCompare(keyOf(b.need), 'en-GB') || worstFirst(a.need, b.need)
}

function nobodyText({ work, counted, notShown }: WorkFound, { show, team, worker, whose, only }: Asked): string {
  const whole = [team, worker, whose, only].every((one) => one === undefined)
  if (counted.length > 0) return work.test === undefined ? nothingOf[show] : 'Of everybody it is known.'
  if (!whole) return 'Nobody whose work this is stands on the list. Choose another team or worker, or everybody.'
  if (work.test !== undefined && notShown.needs === 0) return 'Of nobody is this so.'
  return notShown.needs > 0
    ? 'Everybody on this list is somebody whose record you may not open.'
    : `Nobody is of those whom it is about: ${work.population.label.toLowerCase()}. Whoever comes to be stands here from that day.`
}

const nothingOf: Readonly<Record<Show, string>> = {
  soon: 'Nothing is overdue, and nothing is due in the next 4 weeks.',
  overdue: 'Nothing is overdue.',
  week: 'Nothing is overdue, and nothing is due in the next 7 days.',
  all: 'Nothing is due.',
  unknown: 'Of everybody it is known when the next is due.',
}

function restText({ needs, counted }: WorkFound, { all }: ReturnType<typeof countsOf>): string {
  const rest = counted.length - needs.length
  if (all === 0 || needs.length === 0) return ''
  return rest === 0
    ? `${needs.length} of ${all}.`
    : `${needs.length} of ${all}. The other ${rest} ${rest === 1 ? 'is' : 'are'} due later.`
}

function neverHeldText({ without }: WorkFound): string {
  if (without === '') return ''
  const why = whyUnanswered(without)
  return `What was imported makes nobody late by this list: ${why}. Record or import one, and the days count.`
}

function notShownText({ work, notShown: { needs, overdue, unknown } }: WorkFound): string {
  if (needs + unknown === 0) return ''
  if (work.test !== undefined) return `${needs + unknown} more on the whole list that you may not see.`
  const late = overdue === 0 ? 'none of them overdue' : `${overdue} of them overdue`
  return `${needs + unknown} more on the whole list that you may not see, ${late}.`
}

const ruleText = (limit: Limit): string => {
  if ('within' in limit) return `${limit.within} after ${limit.after}`
  if ('by' in limit) return limit.why
  return 'notKnown' in limit ? limit.notKnown : limit.notRequired
}

/** By what rules the days were worked out, each once, with how many go by it. */
function rulesOf({ counted }: WorkFound): ListView['rules'] {
  const rules = new Map<string, number>()
  for (const need of counted) {
    if (!('occurrence' in need)) continue
    const { occurrence } = need
    const rule = `${ruleText(occurrence.limit)}. ${occurrence.source}`
    rules.set(rule, (rules.get(rule) ?? 0) + 1)
  }
  return [...rules]
    .toSorted(([, a], [, b]) => b - a)
    .map(([text, many]) => ({ text, how: many === 1 ? 'one goes by it' : `${many} go by it` }))
}
