import { benchmarkOf, type FigureLine, type Series } from '../../../app/figures.ts'
import { monthName, shortText } from '../../../core/dates/plain-date.ts'
import type { Unit } from '../../../core/definitions/indicator.ts'
import { concern, isWorse } from '../../../core/figures/attention.ts'
import { settled } from '../../../core/figures/settled.ts'
import { written, writtenShort } from '../../../core/figures/written.ts'
import { listed } from '../../marks.ts'
import { isSignal, type RangeStretch, rangeOfLatest } from './ranges.ts'

/** The heading: what is measured, what it is, and how it stands. */
export function heading({ indicator, latest }: Series): string {
  if (latest.value === null) return `${indicator.label}: no figure`
  const figure = written(latest.value, indicator.unit)
  if (latest.provisional) return `${indicator.label}: ${figure} so far, provisional`
  if (latest.target === undefined || latest.rag === null) return `${indicator.label}: ${figure}`
  return `${indicator.label}: ${figure}, ${standing(latest)}`
}

function standing({ rag, target, indicator }: FigureLine): string {
  if (target === undefined) return ''
  const goal = writtenShort(target.target, indicator.unit)
  return rag === 'green' ? `meeting the target of ${goal}` : `missing the target of ${goal}`
}

/** "53 over the target": the gap in the figure's own unit, or that there is none. */
export function gapText({ value, target, rag, indicator, provisional }: FigureLine): string {
  if (target === undefined) return 'no target is set'
  if (value === null) return 'no figure to hold against it'
  if (provisional) return 'too early to hold this month against it'
  if (rag === 'green') return 'target met'
  const gap = Math.abs(value - target.target)
  return `${amountOf(gap, indicator.unit)} ${value > target.target ? 'over' : 'short of'} it`
}

/** A gap too small to be written is still one: the target is missed. */
function amountOf(gap: number, unit: Unit): string {
  const number = written(gap, unit).replace('%', '')
  const shown = /[1-9]/.test(number) ? number : `less than ${number.replace(/0$/, '1')}`
  if (unit !== 'per cent') return shown
  const short = shown.replace(/\.0$/, '')
  return `${short} percentage ${short === '1' ? 'point' : 'points'}`
}

/** What the figure says, in two to four sentences: against its target, since last month, beyond chance, beside others. */
export function whatThisSays(series: Series, ranges: readonly RangeStretch[]): readonly string[] {
  const { latest } = series
  if (latest.value === null) return ['There is no figure for this month.']
  const judged = latest.provisional ? [finalSentence(series)] : [targetSentence(series), changeSentence(series, ranges)]
  return [
    ...judged,
    baseSentence(latest),
    latest.provisional ? '' : othersSentence(latest),
    ...standingSentence(series),
  ].filter((sentence) => sentence !== '')
}

/** Of a figure that may still change: what the last final one was, and how it stood. */
function finalSentence(series: Series): string {
  const early = 'It is provisional: not everybody’s answer can be known yet, so it is not judged.'
  const final = settled(series)
  if (final === undefined || final.latest.value === null) return early
  const { latest, indicator } = final
  return `${early} In ${monthName(latest.period.from)}, the last month that is final, it was ${written(final.latest.value, indicator.unit)}. ${targetSentence(final)}`.trim()
}

function targetSentence({ latest, lines, indicator }: Series): string {
  const { value, target, rag } = latest
  if (value === null || target === undefined || rag === null) return ''
  if (rag === 'green') return 'The target is met.'
  const why = concern({
    value,
    goodIs: indicator.goodIs,
    rag,
    direction: latest.direction,
    target: target.target,
    england: undefined,
    neighbours: undefined,
    ratings: lines.map((line) => line.rag),
  })
  const months = why?.missedInARow ?? 1
  return `The target is missed by ${gapText(latest).replace(/ (over|short of) it$/, '')}${months > 1 ? `, for the ${ordinal(months)} month in a row` : ''}.`
}

function changeSentence({ latest, lines, indicator }: Series, ranges: readonly RangeStretch[]): string {
  const before = lines.at(-2)
  if (latest.value === null || latest.previous === null || before === undefined)
    return 'There is no figure for the month before to compare it with.'
  const month = monthName(before.period.from)
  if (latest.movement === 'level') return `It is the same as in ${month}.`
  const from = written(latest.previous, indicator.unit)
  const judged = latest.direction === null ? '' : `, which is ${latest.direction}`
  const moved = `It went ${latest.movement} from ${from} in ${month}${judged}`
  if (latest.breakNote !== null) return `${moved}, but the two do not compare: ${stopped(lowerFirst(latest.breakNote))}`
  if (rangeOfLatest(lines, ranges) === undefined) return `${moved}. Two months are not a trend.`
  return isSignal(ranges, lines.length - 1)
    ? `${moved}: more than the usual up and down.`
    : `${moved}: no more than the usual up and down.`
}

/** On how many children a rate was worked out, and what it would be on the number of before. */
function baseSentence({ denominator, onOldBase, breakNote, indicator }: FigureLine): string {
  if (indicator.unit !== 'per 10,000' || denominator === null) return ''
  const children = (many: number) => `${many.toLocaleString('en-GB')} children`
  if (onOldBase === null) return `It is worked out with ${children(denominator)}.`
  const { value, until } = onOldBase
  // In the month of the change both numbers are said already.
  if (breakNote !== null) return `With the number of before it would be ${written(value, indicator.unit)}.`
  return `It is worked out with ${children(denominator)}, since ${shortText(until)}; with the ${children(onOldBase.children)} of before it would be ${written(value, indicator.unit)}.`
}

function othersSentence({ value, benchmarks, indicator }: FigureLine): string {
  if (value === null || benchmarks.length === 0 || indicator.goodIs === 'neither') return ''
  const others = benchmarks.map((one) => ({
    than: isWorse(value, one.value, indicator.goodIs)
      ? 'worse than'
      : one.value === value
        ? 'the same as'
        : 'better than',
    who: `${namesInSentence[one.comparator]} (${writtenShort(one.value, indicator.unit)})`,
  }))
  const said = [...new Set(others.map(({ than }) => than))].map(
    (than) => `${than} ${listed(others.filter((one) => one.than === than).map(({ who }) => who))}`,
  )
  return `It is ${said.join(', ')}.`
}

const namesInSentence = {
  england: 'England',
  region: 'the region',
  'statistical-neighbours': 'statistical neighbours',
  'good-statistical-neighbours': 'good neighbours',
} as const

/** An indicator whose rule is not agreed says so where its figure is read. */
const standingSentence = ({ indicator }: Series): readonly string[] =>
  indicator.status === 'to be confirmed'
    ? ['How it is counted is still to be confirmed; see the definition below.']
    : []

export type OthersTile = { readonly word: string; readonly detail: string }

export function othersTile(latest: FigureLine): OthersTile | undefined {
  const { value, indicator } = latest
  const [england, neighbours] = [benchmarkOf(latest, 'england'), benchmarkOf(latest, 'good-statistical-neighbours')]
  if (value === null || (england === undefined && neighbours === undefined)) return undefined
  const given = [england, neighbours].filter((one) => one !== undefined)
  const detail = [
    ...(england === undefined ? [] : [`England ${writtenShort(england, indicator.unit)}`]),
    ...(neighbours === undefined ? [] : [`good neighbours ${writtenShort(neighbours, indicator.unit)}`]),
  ].join(', ')
  return { word: sides(given.map((one) => Math.sign(value - one))), detail }
}

function sides(signs: readonly number[]): string {
  const all = signs.length === 2 ? ' both' : ''
  if (signs.every((sign) => sign > 0)) return `Above${all}`
  if (signs.every((sign) => sign < 0)) return `Below${all}`
  if (signs.every((sign) => sign === 0)) return `Level${all ? ' with both' : ''}`
  return 'Between'
}

const ordinal = (number: number): string => {
  const words = [
    '',
    'first',
    'second',
    'third',
    'fourth',
    'fifth',
    'sixth',
    'seventh',
    'eighth',
    'ninth',
    'tenth',
    'eleventh',
    'twelfth',
  ]
  return words[number] ?? `${number}${endings[new Intl.PluralRules('en-GB', { type: 'ordinal' }).select(number)]}`
}
const endings: Readonly<Record<Intl.LDMLPluralRule, string>> = {
  one: 'st',
  two: 'nd',
  few: 'rd',
  other: 'th',
  many: 'th',
  zero: 'th',
}
const stopped = (text: string) => (/[.!?]$/.test(text) ? text : `${text}.`)
const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)
