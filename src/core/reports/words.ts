import { coverage, type Period } from '../dates/period.ts'
import { monthName } from '../dates/plain-date.ts'
import { type Concern, isWorse, type JudgedFigure } from '../figures/attention.ts'
import type { Rag } from '../figures/judge.ts'
import { written, writtenShort } from '../figures/written.ts'
import { benchmarkOf, type FrozenSeries, type ShownFigure } from './material.ts'

/** “August, England and good neighbours”. */
export const listed = (items: readonly string[]): string =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`

/** “1 figure”, “3 figures”. */
export const many = (count: number, one: string, more = `${one}s`): string => `${count} ${count === 1 ? one : more}`

export const ratingWords: Readonly<Record<Rag, string>> = {
  green: 'Green',
  amber: 'Amber',
  red: 'Red',
  'worse than target': 'Worse than target',
}

/** What the order of attention is decided from. */
export const judgedFigure = ({ latest, lines }: FrozenSeries): JudgedFigure => ({
  value: latest.value,
  goodIs: latest.definition.goodIs,
  rag: latest.judged.rag,
  direction: latest.judged.direction,
  target: latest.judged.target ?? undefined,
  england: benchmarkOf(latest, 'england'),
  neighbours: benchmarkOf(latest, 'good-statistical-neighbours'),
  ratings: lines.map(({ judged }) => judged.rag),
})

/** “56.2% against a target of 85%”; “56.2% in August against a target of 85%” of another month than that of the report. */
export function againstTarget(figure: ShownFigure, of: Period): string {
  const { value, period, judged, definition } = figure
  if (value === null) return 'no figure'
  const when = period.from === of.from ? '' : ` in ${monthName(period.from)}`
  const is = `${written(value, definition.unit)}${when}`
  return judged.target === null ? is : `${is} against a target of ${writtenShort(judged.target, definition.unit)}`
}

/** Whether a figure has just begun to count again from nought, as one of the academic year does in September: it is no better or worse than before. */
export const beginsAnew = ({ latest: { definition, period } }: FrozenSeries): boolean =>
  definition.covers === 'academic year to date' && coverage('academic year to date', period, []).from === period.from

/** The figure of the month before, where it is shown. */
export const beforeOf = ({ lines }: FrozenSeries): ShownFigure | undefined => lines.at(-2)

/** “from 61.5% in August to 56.2%”, or only what it is where the month before is not known. */
export function sinceBefore(series: FrozenSeries): string {
  const { value, definition } = series.latest
  const before = beforeOf(series)
  if (value === null) return 'no figure'
  if (before === undefined || before.value === null) return written(value, definition.unit)
  return `from ${written(before.value, definition.unit)} in ${monthName(before.period.from)} to ${written(value, definition.unit)}`
}

/** Why a figure that misses its target stands where it does: worse than what, and for how long. */
export function reasons(series: FrozenSeries, concern: Concern): string {
  const { latest, lines } = series
  const [before, england] = [beforeOf(series), benchmarkOf(latest, 'england')]
  const neighbours = benchmarkOf(latest, 'good-statistical-neighbours')
  const short = (value: number) => writtenShort(value, latest.definition.unit)
  const than = [
    ...(concern.worseThanBefore && before ? [monthName(before.period.from)] : []),
    ...(concern.worseThanEngland && england !== undefined ? [`England (${short(england)})`] : []),
    ...(concern.worseThanNeighbours && neighbours !== undefined ? [`good neighbours (${short(neighbours)})`] : []),
  ]
  const since = concern.missedInARow > 1 ? `Missed ${inARow(concern.missedInARow, lines.length)}.` : ''
  return [than.length > 0 ? `Worse than ${listed(than)}.` : '', since].filter(Boolean).join(' ')
}

/** “in all 6 months shown”, “for 3 months”. */
export const inARow = (count: number, shown: number): string =>
  count === shown ? `in all ${shown} months shown` : `for ${count} months`

/** Better than England, where it is: what a figure that meets its target may say of itself. */
export function betterThanEngland({ value, definition: { unit, goodIs } }: ShownFigure, england: number | undefined) {
  if (value === null || england === undefined || goodIs === 'neither') return ''
  return isWorse(england, value, goodIs) ? `Better than England (${writtenShort(england, unit)}).` : ''
}

/** The first sentence of what somebody wrote: the rest stands in its section. */
export const firstSentence = (text: string): string => /^[\s\S]*?[.!?](?=\s|$)/.exec(text.trim())?.[0] ?? text.trim()
