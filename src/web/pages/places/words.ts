import type { Beside } from '../../../core/benchmarks/compare.ts'
import type { Distance } from '../../../core/benchmarks/furthest.ts'
import type { Measure } from '../../../core/benchmarks/measure.ts'
import type { NationalFigure } from '../../../core/benchmarks/national.ts'
import type { Place } from '../../../core/benchmarks/places.ts'
import { averageText, nationalText } from '../../../core/benchmarks/written.ts'

/** Why a place has no figure, kept apart as far as the sources do. */
const reasons = {
  c: 'kept back, so that no child can be recognised',
  u: 'kept back as unreliable',
  x: 'not returned, or not available',
  z: 'does not apply',
  k: 'rounds to nought',
  '-': 'not published; the source does not say why',
  ' ': 'not in the source',
} as const

export const whyNone = ({ mark }: NationalFigure): string => (mark === '.' ? '' : reasons[mark])

export const figureText = (figure: NationalFigure, measure: Measure): string =>
  figure.value === null ? '' : nationalText(figure.value, measure)

/** "8 percentage points", "12.3", "£115". */
export function differenceText(difference: number, measure: Measure): string {
  const size = averageText(Math.abs(difference), measure).replace(/\.0(?=%|$)/, '')
  if (measure.unit !== 'per cent') return size
  const points = size.replace('%', '')
  return `${points} percentage ${points === '1' ? 'point' : 'points'}`
}

/** The middle of the neighbours, as short as it can be written. */
export const middleText = (value: number, measure: Measure): string =>
  averageText(value, measure).replace(/\.0(?=%|$)/, '')

export const lowerFirst = (text: string): string =>
  /^[A-Z]{2}/.test(text) || /^(English|Attainment|Progress)\b/.test(text)
    ? text
    : text.charAt(0).toLowerCase() + text.slice(1)

export const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

const numbers = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']
export const inWords = (count: number): string => numbers[count] ?? `${count}`

const ordinals = ['', 'first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth']
function ordinal(count: number): string {
  const word = ordinals[count]
  if (word !== undefined && word !== '') return word
  const end = count % 100 >= 11 && count % 100 <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][count % 10] ?? 'th')
  return `${count}${end}`
}

/** How unusual a distance is, as a share of ten or a hundred authorities. */
export function unusualText({ nearer, of }: Pick<Distance, 'nearer' | 'of'>): string {
  if (nearer >= 1) return `No other of ${of} authorities is as far from its own neighbours`
  const further = Math.max(1, Math.round((1 - nearer) * 100))
  return `About ${further} in 100 authorities are as far from their own neighbours`
}

/** Whether it could be chance, in one sentence. */
export const chanceText = ({ chance, running }: Pick<Distance, 'chance' | 'running'>): string =>
  ({
    'more than chance': 'More than chance',
    'year after year': `On the same side ${inWords(running)} years in a row`,
    'not known': 'Whether it is chance is not known',
    'could be chance': 'Could be chance: few children',
  })[chance]

/** "joint 130th of 151, counted from the lowest, which is best". */
export function standingText({ standing, measure }: Beside): string | undefined {
  if (standing === undefined) return undefined
  const from = { low: 'the lowest, which is best', high: 'the highest, which is best', neither: 'the highest' }[
    measure.goodIs
  ]
  return `${standing.joint ? 'joint ' : ''}${ordinal(standing.rank)} of ${standing.of} authorities, counted from ${from}`
}

export function fifthText({ standing, measure }: Beside): string | undefined {
  if (standing === undefined) return undefined
  const judged = measure.goodIs !== 'neither'
  if (standing.fifth === 1) return judged ? 'In the best fifth' : 'In the highest fifth'
  if (standing.fifth === 5) return judged ? 'In the worst fifth' : 'In the lowest fifth'
  return `In the ${ordinal(standing.fifth)} fifth of five`
}

/** Higher or lower than another, and whether that is better; "level" where they are the same. */
export function sideText(difference: number, { goodIs }: Measure): string {
  if (difference === 0) return 'the same'
  const way = difference > 0 ? 'higher' : 'lower'
  if (goodIs === 'neither') return way
  return `${way}, which is ${difference > 0 === (goodIs === 'high') ? 'better' : 'worse'}`
}

export const goodText = ({ goodIs }: Measure): string =>
  ({ high: 'Higher is better.', low: 'Lower is better.', neither: 'Neither high nor low is better by itself.' })[goodIs]

export const themeKey = (theme: string): string =>
  theme
    .toLowerCase()
    .replaceAll('’', '')
    .replaceAll(/[^a-z0-9]+/g, '-')

export const placeHref = ({ key }: Place, ...more: readonly string[]): string => ['/places', key, ...more].join('/')
