import type { ActionRead, FrozenAction } from '../../../app/actions/read.ts'
import type { MonthRead, SectionOfMonth } from '../../../app/months/cycle.ts'
import type { Month } from '../../../app/months/month.ts'
import { audienceWords } from '../../../app/months/publish.ts'
import { periodLabel, periodText } from '../../../core/dates/period.ts'
import { longText, type PlainDate, shortText } from '../../../core/dates/plain-date.ts'
import type { Report } from '../../../core/definitions/report.ts'
import { audiences, placeOf, standingOf, wantsReason } from '../../../core/figures/month.ts'
import { listed } from '../../marks.ts'
import { address } from '../../query.ts'
import type { Who } from '../../session.ts'
import { actionRow } from '../actions/row.ts'
import { monthAddress, versionAddress } from './asked.ts'
import { type Stage, stagesOf } from './stages.ts'
import { many, saidText } from './words.ts'

/** What somebody tried to do with a month, and why it was not done. */
export type Tried = {
  readonly what: string
  readonly words: string
  readonly fault: string
  readonly chosen: Readonly<Record<string, string>>
}

type Around = {
  /** How many of its frozen figures would be different today. */
  readonly restated: number
  /** How many errors of data stand open. */
  readonly errors: number
  /** What was promised in it, and what was carried on to it. */
  readonly actions: readonly ActionRead[]
  /** The same as they stood when its last version was frozen. */
  readonly frozen: readonly FrozenAction[]
  readonly before: Month
  readonly today: PlainDate
  readonly reports: readonly Report[]
  readonly tried: Tried | undefined
}

/** The month's cycle, the commentary by section, the versions that were frozen and what would be different today. */
export function monthView(
  read: MonthRead,
  { restated, errors, actions, frozen, before, today, reports, tried }: Around,
  who: Who,
) {
  const { dataset, period, sections, publications, published } = read
  const month = { dataset: dataset.key, period }
  const own = monthAddress(month)
  const stages = stagesOf({ ...read, reports, errors }, who)
  return {
    page: {
      title: `Publish ${periodLabel(period)}`,
      navigation: 'publish' as const,
      who: { name: who.account.name, form: who.form },
    },
    heading: headingOf(read),
    lead: `${dataset.label}, ${periodLabel(period)}. ${longText(today)}.`,
    action: own,
    form: who.form,
    fault: tried?.fault,
    faultAt: tried && faultAt(tried, stages),
    tried: tried?.what ?? '',
    typed: tried?.words ?? '',
    asBoard: address(`/datasets/${dataset.key}`, { period: periodText(period) }),
    forPublic: publications.length === 0 ? undefined : `${own}/public`,
    before: { label: periodLabel(before.period), href: monthAddress(before) },
    sections: sections.toSorted(leastFirst).map((section) => sectionOf(section, own)),
    stages,
    chosen: tried?.chosen ?? {},
    frozen: frozen.map(frozenRow),
    actionsHeading: actionsHeading(actions),
    actions: actions.map((action) => actionRow(action, today, period.from)),
    versions: publications.toReversed().map(({ id, version, knownOn, frozenAt, frozenBy, reason }) => ({
      label: `Version ${version}, as known on ${shortText(knownOn)}`,
      href: versionAddress({ ...month, version }),
      published: publishedText(published.filter(({ publication }) => publication === id)),
      who: saidText({ by: frozenBy, at: frozenAt }),
      reason: reason ?? undefined,
    })),
    restated: publications.length === 0 ? undefined : restatedOf(restated, own),
  }
}

/** Which question was not answered as it has to be, and where it is; none of a step that asks nothing. */
function faultAt({ what, words, chosen }: Tried, stages: readonly Stage[]) {
  const ask = stages.find((one) => one.ask?.what === what)?.ask
  if (ask === undefined) return undefined
  const offered = (ask.choices ?? []).filter(({ options }) => options.length > 1)
  const unchosen = offered.find(({ name }) => !chosen[name])
  const [first] = unchosen?.options ?? []
  if (unchosen !== undefined && first !== undefined) return { of: unchosen.name, id: `${unchosen.name}-${first.value}` }
  const to = chosen['to'] ?? ''
  // With its reason given, what is wrong is to whom it was to go.
  if (to !== '' && (words.trim() !== '' || !WANT_REASON.includes(to))) return { of: 'to', id: `to-${to}` }
  return ask.words === undefined ? undefined : { of: 'words', id: `words-${what}` }
}

const WANT_REASON: readonly string[] = audiences.filter(wantsReason)

const publishedText = (all: MonthRead['published']): string =>
  all.length === 0 ? 'Not published' : `Published ${listed(all.map(({ audience }) => audienceWords[audience]))}`
/** An action as it stood when the month was frozen. */
const frozenRow = ({ id, terms, step, words, impact, on }: FrozenAction) => ({
  what: terms.what,
  href: `/actions/${id}`,
  who: `${terms.owner}, by ${shortText(terms.dueOn)}`,
  said:
    step === 'closed'
      ? `Closed on ${shortText(on)}: ${words} ${impact}`
      : step === 'agreed'
        ? 'Open'
        : `Open: ${words}`,
})

/** `Actions: 1 overdue, of 3 open`. */
export function actionsHeading(actions: readonly ActionRead[]): string {
  const open = actions.filter(({ isOpen }) => isOpen)
  const overdue = open.filter(({ isOverdue }) => isOverdue).length
  if (open.length === 0) return 'Actions: none open'
  return overdue === 0 ? `Actions: ${open.length} open` : `Actions: ${overdue} overdue, of ${open.length} open`
}

/** How far a month has come, and what is to be done next. */
export function headingOf({ sections, taken, publications, period, missing }: MonthRead): string {
  const month = periodLabel(period)
  const version = publications.at(-1)?.version ?? 1
  switch (placeOf(taken)) {
    case 'published':
      return `${month} is published, version ${version}`
    case 'frozen':
      return `${month} is frozen, version ${version}`
    case 'signed off':
      return `${month} is signed off and can be frozen`
    case 'open':
      break
  }
  const open = sections.filter(({ state }) => state !== 'written').length
  if (open > 0) return `${many(open, 'section still needs', 'sections still need')} commentary`
  return missing.length > 0
    ? `${month} is written; ${standingOf(taken).quality === undefined ? 'its quality was not looked at yet' : missing[0]}`
    : `${month} is written and can be signed off`
}

const restatedOf = (count: number, own: string) => ({
  heading:
    count === 0
      ? 'Nothing that was frozen would be different today'
      : `${many(count, 'frozen figure')} would be different today`,
  href: count === 0 ? undefined : `${own}/restated`,
})

const order = { 'not started': 0, started: 1, written: 2 } as const
const left = ({ missed, explained }: SectionOfMonth): number => missed.length - explained.length
export const leastFirst = (a: SectionOfMonth, b: SectionOfMonth): number =>
  order[a.state] - order[b.state] || left(b) - left(a)

/** How far the commentary of a section has come, as a mark. */
export const sectionMarks = {
  'not started': { kind: 'late', icon: 'late', word: 'Not started' },
  started: { kind: 'soon', icon: 'clock', word: 'Started' },
  written: { kind: 'done', icon: 'tick', word: 'Written' },
} as const

const sectionOf = (section: SectionOfMonth, own: string) => ({
  label: section.label,
  href: `${own}/sections/${section.key}`,
  figures: many(section.series.length, 'indicator'),
  mark: sectionMarks[section.state],
  explained: section.missed.length === 0 ? undefined : `${section.explained.length} of ${section.missed.length}`,
  isBehind: left(section) > 0,
  who: section.last?.by,
  when: section.last === null ? undefined : saidText(section.last).replace(`${section.last.by}, `, ''),
})
