import type { ActionRead } from '../../../app/actions/read.ts'
import type { Series } from '../../../app/figures.ts'
import { isToExplain, type MonthRead, type SectionOfMonth, type Words } from '../../../app/months/cycle.ts'
import { mayStep } from '../../../app/months/leave.ts'
import { Refused } from '../../../app/refused.ts'
import { periodLabel, periodText } from '../../../core/dates/period.ts'
import type { PlainDate } from '../../../core/dates/plain-date.ts'
import { NOTHING_SAID, type Said } from '../../../core/figures/commentary.ts'
import { type Commentary, standingOf } from '../../../core/figures/month.ts'
import { written, writtenShort } from '../../../core/figures/written.ts'
import { address } from '../../query.ts'
import type { Who } from '../../session.ts'
import { ratingOf, wentOf } from '../../stands.ts'
import { actionRow } from '../actions/row.ts'
import { monthAddress } from './asked.ts'
import { actionsHeading } from './view.ts'
import { saidText } from './words.ts'

const PARTS = [
  { name: 'well', label: 'What is going well', of: ({ goingWell }: Said) => goingWell },
  { name: 'worries', label: 'What worries us', of: ({ worries }: Said) => worries },
  { name: 'doing', label: 'What we are doing about it', of: ({ doing }: Said) => doing },
] as const

/** What somebody sent that was not kept, what of others is in its way, and why. */
export type Sent = { readonly words: readonly Words[]; readonly others: readonly Commentary[]; readonly fault: string }

type Promised = { readonly actions: readonly ActionRead[]; readonly today: PlainDate }

/** The form in which a section of a month and its figures are written about. Refused where there is no such section. */
export function commentaryView(read: MonthRead, key: string, who: Who, { actions, today }: Promised, sent?: Sent) {
  const { dataset, period, sections, taken } = read
  const section = sections.find((one) => one.key === key)
  if (section === undefined) throw new Refused('not found', `The ${dataset.label} has no section “${key}”.`)
  const isOpen = standingOf(taken).signedOff === undefined
  const back = monthAddress({ dataset: dataset.key, period })
  const own = actions.filter(({ origin }) => origin.from === 'month' && origin.section === key)
  const mayWrite = isOpen && mayStep(who.account, 'comment')
  const parts = (prefix: string, indicator: string | null) =>
    partsOf(prefix, section.said.get(indicator), mayWrite ? sent : undefined, indicator)
  const toAct = (indicator?: string) =>
    mayWrite
      ? address('/actions/new', { dataset: dataset.key, month: periodText(period), section: key, indicator })
      : undefined
  return {
    fault: sent === undefined ? undefined : { text: sent.fault, href: `#${boxOf(sent)}` },
    unsent: mayWrite || sent === undefined ? [] : sent.words.map((words) => unsentOf(section, words)),
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
    about: parts('section', null),
    figures: figuresFirstMissed(section).map((series) => {
      const { key: indicator } = series.indicator
      const isSent = sent?.words.some((one) => one.indicator === indicator) ?? false
      return { ...figureOf(section, series, isSent), parts: parts(indicator, indicator), act: toAct(indicator) }
    }),
  }
}

function headingOf({ label, missed, explained, state }: SectionOfMonth): string {
  const left = missed.length - explained.length
  if (left > 0)
    return `${label}: ${left} ${left === 1 ? 'figure has to be explained and is' : 'figures have to be explained and are'} not explained`
  return state === 'written' ? `${label}: written` : `${label}: nothing is said of the section yet`
}

const figuresFirstMissed = ({ series, missed }: SectionOfMonth): readonly Series[] => [
  ...series.filter(({ indicator }) => missed.includes(indicator.key)),
  ...series.filter(({ indicator }) => !missed.includes(indicator.key)),
]

function figureOf({ said }: SectionOfMonth, series: Series, isSent: boolean) {
  const { indicator, latest } = series
  const rag = ratingOf(series)
  const { unit } = indicator
  const words = said.get(indicator.key)
  const isWanted = isToExplain(series)
  return {
    key: indicator.key,
    label: indicator.label,
    href: address(`/indicators/${indicator.key}`, { period: periodText(latest.period) }),
    provisional: latest.provisional,
    value: latest.value === null ? undefined : written(latest.value, unit),
    previous: latest.previous === null ? undefined : written(latest.previous, unit),
    target: latest.target === undefined ? undefined : writtenShort(latest.target.target, unit),
    rag,
    direction: wentOf(series),
    exceptional: isWanted && rag === undefined ? indicator.exceptional : undefined,
    // What meets its target, and of which nothing is said, is closed until somebody opens it.
    open: isWanted || isSent || words !== undefined,
  }
}

function partsOf(prefix: string, words: Commentary | undefined, sent: Sent | undefined, indicator: string | null) {
  const typed = sent?.words.find((one) => one.indicator === indicator)
  const other = sent?.others.find((one) => one.indicator === indicator)
  return {
    said: words === undefined ? undefined : saidText(words),
    boxes: PARTS.map(({ name, label, of }) => {
      const was = words === undefined ? '' : of(words)
      const isTyped = typed !== undefined && of(typed) !== of(typed.shown ?? NOTHING_SAID)
      const theirs = isTyped && other !== undefined && of(other) !== of(typed) ? of(other) : undefined
      const id = `${prefix}-${name}`
      return {
        ...{ id, label, was, text: isTyped ? of(typed) : was },
        error: id === FIRST_BOX && sent?.words.length === 0 ? sent.fault : undefined,
        theirs: theirs === undefined ? undefined : { who: other?.by ?? '', text: theirs },
      }
    }),
  }
}

/** Where to go first. Of a form in which nothing was written, its first box. */
const boxOf = (sent: Sent): string => (sent.words.length === 0 ? FIRST_BOX : (inTheWayOf(sent) ?? 'unsent'))
const FIRST_BOX = 'section-well'

/** The box in which somebody else wrote as well. */
function inTheWayOf({ words, others }: Sent): string | undefined {
  const [first] = others
  const typed = words.find(({ indicator }) => first !== undefined && indicator === first.indicator)
  const box = PARTS.find(({ of }) => typed !== undefined && of(typed) !== of(typed.shown ?? NOTHING_SAID))
  return first === undefined || box === undefined ? undefined : `${first.indicator ?? 'section'}-${box.name}`
}

/** What was typed and can no longer be kept, to be copied. */
const unsentOf = ({ label, series }: SectionOfMonth, words: Words) => ({
  label: series.find(({ indicator }) => indicator.key === words.indicator)?.indicator.label ?? label,
  texts: PARTS.flatMap(({ label: what, of }) => (of(words) === '' ? [] : [{ what, text: of(words) }])),
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
    ...saidIn((box) => text(`${prefix}-${box}`)),
    shown: saidIn((box) => text(`${prefix}-${box}-was`)),
  }))
}

const saidIn = (of: (box: string) => string): Said => ({
  goingWell: of('well'),
  worries: of('worries'),
  doing: of('doing'),
})
