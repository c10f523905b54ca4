import type { ActionRead } from '../../../app/actions/read.ts'
import type { Series } from '../../../app/figures.ts'
import type { MonthRead, SectionOfMonth, Words } from '../../../app/months/cycle.ts'
import { mayStep } from '../../../app/months/leave.ts'
import { Refused } from '../../../app/refused.ts'
import { periodLabel, periodText } from '../../../core/dates/period.ts'
import type { PlainDate } from '../../../core/dates/plain-date.ts'
import { type Commentary, standingOf, wantsExplaining } from '../../../core/figures/month.ts'
import { written, writtenShort } from '../../../core/figures/written.ts'
import { directionMark, ragMark } from '../../marks.ts'
import { address } from '../../query.ts'
import type { Who } from '../../session.ts'
import { actionRow } from '../actions/row.ts'
import { monthAddress } from './asked.ts'
import { actionsHeading } from './view.ts'
import { saidText } from './words.ts'

const PARTS = [
  { name: 'well', label: 'What is going well', of: ({ goingWell }: Words) => goingWell },
  { name: 'worries', label: 'What worries us', of: ({ worries }: Words) => worries },
  { name: 'doing', label: 'What we are doing about it', of: ({ doing }: Words) => doing },
] as const

/** The form in which a section of a month and its figures are written about. Refused where there is no such section. */
type Promised = { readonly actions: readonly ActionRead[]; readonly today: PlainDate }

export function commentaryView(read: MonthRead, key: string, who: Who, { actions, today }: Promised) {
  const { dataset, period, sections, taken } = read
  const section = sections.find((one) => one.key === key)
  if (section === undefined) throw new Refused('not found', `The ${dataset.label} has no section “${key}”.`)
  const isOpen = standingOf(taken).signedOff === undefined
  const back = monthAddress({ dataset: dataset.key, period })
  const own = actions.filter(({ origin }) => origin.from === 'month' && origin.section === key)
  const mayWrite = isOpen && mayStep(who.account, 'comment')
  const toAct = (indicator?: string) =>
    mayWrite
      ? address('/actions/new', { dataset: dataset.key, month: periodText(period), section: key, indicator })
      : undefined
  return {
    page: { title: section.label, navigation: 'publish' as const, who: { name: who.account.name, form: who.form } },
    heading: headingOf(section),
    lead: `${dataset.label}, ${periodLabel(period)}. It is read by the board, and by the public once it is published: name no child, and nothing by which one could be known.`,
    back,
    action: `${back}/sections/${key}`,
    form: who.form,
    mayWrite,
    act: toAct(),
    actionsHeading: actionsHeading(own),
    actions: own.map((action) => actionRow(action, today, period.from)),
    closed: isOpen
      ? 'Your role reads this commentary and does not write it.'
      : 'The month is signed off. To change anything, open it again.',
    about: partsOf('section', section.said.get(null)),
    figures: figuresFirstMissed(section).map((series) => ({
      ...figureOf(section, series),
      act: toAct(series.indicator.key),
    })),
  }
}

function headingOf({ label, missed, explained, state }: SectionOfMonth): string {
  const left = missed.length - explained.length
  if (left > 0)
    return `${label}: ${left} ${left === 1 ? 'figure misses its target and is' : 'figures miss their targets and are'} not explained`
  return state === 'written' ? `${label}: written` : `${label}: nothing is said of the section yet`
}

const figuresFirstMissed = ({ series, missed }: SectionOfMonth): readonly Series[] => [
  ...series.filter(({ indicator }) => missed.includes(indicator.key)),
  ...series.filter(({ indicator }) => !missed.includes(indicator.key)),
]

function figureOf({ said }: SectionOfMonth, { indicator, latest }: Series) {
  const { unit } = indicator
  const words = said.get(indicator.key)
  return {
    key: indicator.key,
    label: indicator.label,
    href: address(`/indicators/${indicator.key}`, { period: periodText(latest.period) }),
    provisional: latest.provisional,
    value: latest.value === null ? undefined : written(latest.value, unit),
    previous: latest.previous === null ? undefined : written(latest.previous, unit),
    target: latest.target === undefined ? undefined : writtenShort(latest.target.target, unit),
    rag: ragMark(latest.rag),
    direction: directionMark(latest.direction, latest.movement),
    missed: wantsExplaining(latest.rag),
    // What meets its target, and of which nothing is said, is closed until somebody opens it.
    open: wantsExplaining(latest.rag) || words !== undefined,
    parts: partsOf(indicator.key, words),
  }
}

const partsOf = (prefix: string, words: Commentary | undefined) => ({
  said: words === undefined ? undefined : saidText(words),
  boxes: PARTS.map(({ name, label, of }) => ({
    id: `${prefix}-${name}`,
    label,
    text: words === undefined ? '' : of(words),
  })),
})

/**
 * What was typed of the section and of each figure, where it is other than what the form showed: somebody else may have written of the others
 * meanwhile, and what stood in this form of those is not to take its place.
 */
export function wordsIn(fields: ReadonlyMap<string, readonly string[]>): readonly Words[] {
  const text = (name: string) => (fields.get(name)?.[0] ?? '').replaceAll('\r\n', '\n').trim()
  const isTyped = (box: string) => text(box) !== text(`${box}-was`)
  const about = [...fields.keys()].flatMap((box) => {
    const prefix = /^(.+)-(?:well|worries|doing)$/.exec(box)?.[1]
    return prefix !== undefined && isTyped(box) ? [prefix] : []
  })
  return [...new Set(about)].map((prefix) => ({
    indicator: prefix === 'section' ? null : prefix,
    goingWell: text(`${prefix}-well`),
    worries: text(`${prefix}-worries`),
    doing: text(`${prefix}-doing`),
  }))
}
