import type { FigureLine, Series } from '../../../app/figures.ts'
import { type Period, periodLabel } from '../../../core/dates/period.ts'
import { comparators } from '../../../core/figures/series.ts'
import { listed } from '../../marks.ts'

export type Note = { readonly number: number; readonly text: string }

/** Numbered notes, each said once however many rows it is about. */
export type Notes = { numbersOf(indicator: string): readonly number[]; of(numbers: readonly number[]): readonly Note[] }

/** The notes of the rows, numbered in the order of the rows. */
export function notesOf(rows: readonly Series[]): Notes {
  const numbers = new Map<string, number>()
  const ofIndicator = new Map<string, readonly number[]>()
  for (const series of rows) {
    const mine = [...changes(series), ...remarks(series)].map((text) => {
      const number = numbers.get(text) ?? numbers.size + 1
      numbers.set(text, number)
      return number
    })
    ofIndicator.set(series.indicator.key, mine)
  }
  return {
    numbersOf: (indicator) => ofIndicator.get(indicator) ?? [],
    of: (wanted) => [...numbers].flatMap(([text, number]) => (wanted.includes(number) ? [{ number, text }] : [])),
  }
}

/** What changed beneath a series, so that figures before and after do not compare. */
const changes = ({ lines }: Series): readonly string[] =>
  byText(lines, (line) => line.breakNote).map(({ text, when }) => `Change in ${when}: ${text}`)

/** What else has to be said about a series: provisional figures, what its source remarks, benchmarks that differ. */
export function remarks({ lines, latest }: Series): readonly string[] {
  return [
    ...byText(lines, (line) => (line.provisional ? provisional(line) : null)).map(
      ({ text, when }) => `${when}: ${text}`,
    ),
    ...byText(lines, (line) => line.note).map(({ text, when }) => `${when}: ${text}`),
    ...(latest.target?.note ? [`Target: ${latest.target.note}`] : []),
    ...differences(latest),
  ]
}

/** A cohort has time after its month; every other figure is provisional while its month is running. */
function provisional({ indicator, source }: FigureLine): string {
  const { ripeAfter, unit, counts } = indicator
  if (ripeAfter === undefined) return 'provisional. When the figure was taken, the month was not over.'
  const taken = `provisional. When the figure was taken, the ${ripeAfter} allowed after the end of the month had not passed.`
  if (source === 'published' || unit !== 'per cent' || counts === undefined) return taken
  return counts.whenNotKnown === 'leaves'
    ? `${taken} Whoever still had time is not in it.`
    : `${taken} Whoever still had time is in it as it stood that day.`
}

function differences({ benchmarks }: FigureLine): readonly string[] {
  const texts = [...new Set(benchmarks.flatMap(({ differs }) => differs ?? []))]
  return texts.map((text) => {
    const whose = benchmarks.filter(({ differs }) => differs === text).map(({ comparator }) => comparators[comparator])
    return `${whose.length === benchmarks.length ? 'Benchmarks' : whose.join(' and ')}: the definition differs. ${text}`
  })
}

/** The same remark on several months is said once, with the months. */
function byText(
  lines: readonly FigureLine[],
  of: (line: FigureLine) => string | null,
): readonly { text: string; when: string }[] {
  const texts = [...new Set(lines.flatMap((line) => of(line) ?? []))]
  return texts.map((text) => ({
    text,
    when: months(lines.filter((line) => of(line) === text).map(({ period }) => period)),
  }))
}

function months(periods: readonly Period[]): string {
  const [first, last] = [periods[0], periods.at(-1)]
  if (first === undefined || last === undefined) return ''
  const inOneGo = periods.every((one, at) => at === 0 || one.from === periods[at - 1]?.to)
  if (periods.length > 2 && inOneGo) return `${periodLabel(first)} to ${periodLabel(last)}`
  return listed(periods.map(periodLabel))
}
