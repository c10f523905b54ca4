import { intervalOf } from '../../../core/benchmarks/chance.ts'
import type { Measure } from '../../../core/benchmarks/measure.ts'
import type { Place } from '../../../core/benchmarks/places.ts'
import type { Trend, TrendYear } from '../../../core/benchmarks/trend.ts'
import { nationalText } from '../../../core/benchmarks/written.ts'
import { listed } from '../../marks.ts'
import { differenceText, inWords, middleText, sideText } from './words.ts'

/** How far back "is it getting worse?" looks: two years are not a trend. */
const YEARS_BACK = 5

/** What has happened to a place, its neighbours and the distance between them: sentences, the verdict first. Empty where there are too few years. */
export function trendText(
  { years, before }: Trend,
  measure: Measure,
  place: Place,
  size: number | undefined,
): readonly string[] {
  const known = years.filter(({ own }) => own.value !== null)
  const now = known.at(-1)
  const then =
    known.findLast(({ year }) => now !== undefined && year.endsIn <= now.year.endsIn - YEARS_BACK) ?? known[0]
  const former = formerText(years, before, measure, place)
  if (now === undefined || then === undefined || now === then) return former
  const [ownNow, ownThen] = [now.own.value ?? 0, then.own.value ?? 0]
  const span = now.year.endsIn - then.year.endsIn
  const over = `in the ${inWords(span)} ${span === 1 ? 'year' : 'years'} to ${now.year.endsIn}`
  const [textNow, textThen] = [nationalText(ownNow, measure), nationalText(ownThen, measure)]
  const moved =
    textNow === textThen
      ? `No change: it stayed at ${textNow} ${over}.`
      : couldBeChance(ownThen, ownNow, measure, size)
        ? `No clear change: from ${textThen} to ${textNow} ${over}, which chance alone could make.`
        : `${verdict(measure, ownNow - ownThen)}from ${textThen} to ${textNow} ${over}.`
  return [moved, ...gapText(now, then, measure), ...former]
}

/** Whether what it was then lies among what a figure of so many may be now by chance. Where it is not known of how many, the change is told as it is. */
function couldBeChance(then: number, now: number, measure: Measure, size: number | undefined): boolean {
  const interval = size === undefined ? undefined : intervalOf(measure, now, size)
  return interval !== undefined && then >= interval.low && then <= interval.high
}

function verdict({ goodIs }: Measure, moved: number): string {
  const way = moved > 0 ? 'It went up' : 'It went down'
  if (goodIs === 'neither') return `${way}, `
  return moved > 0 === (goodIs === 'high')
    ? `Getting better: ${way.toLowerCase()}, `
    : `Getting worse: ${way.toLowerCase()}, `
}

function gapText(now: TrendYear, then: TrendYear, measure: Measure): readonly string[] {
  if (now.median === null || then.median === null || now.own.value === null || then.own.value === null) return []
  const [gapNow, gapThen] = [now.own.value - now.median, then.own.value - then.median]
  const theirs = `places like it went from ${middleText(then.median, measure)} to ${middleText(now.median, measure)}`
  const sizes = [differenceText(gapThen, measure), differenceText(gapNow, measure)] as const
  if (sizes[0] === sizes[1] && Math.sign(gapNow) === Math.sign(gapThen))
    return [`Meanwhile ${theirs}: the distance is the same.`]
  if (Math.sign(gapNow) !== Math.sign(gapThen) && gapNow !== 0 && gapThen !== 0)
    return [
      `Meanwhile ${theirs}: it was ${sizes[0]} ${sideText(gapThen, { ...measure, goodIs: 'neither' })} than they were, and is now ${sizes[1]} ${sideText(gapNow, { ...measure, goodIs: 'neither' })}.`,
    ]
  const change = Math.abs(gapNow) > Math.abs(gapThen) ? 'grown' : 'narrowed'
  return [`Meanwhile ${theirs}: the distance has ${change} from ${sizes[0]} to ${sizes[1]}.`]
}

function formerText(
  years: readonly TrendYear[],
  before: readonly Place[],
  measure: Measure,
  place: Place,
): readonly string[] {
  if (before.length === 0 || place.since === undefined) return []
  const said = before.flatMap((one, at) => {
    const known = years.filter((year) => typeof year.before[at] === 'number')
    const [first, last] = [known[0], known.at(-1)]
    if (first === undefined || last === undefined) return []
    const value = (year: TrendYear) => nationalText(year.before[at] ?? 0, measure)
    const name = one.name.replace(/ \(.*/, '')
    return [
      first === last
        ? `${name} had ${value(last)} in ${last.year.endsIn}`
        : `${name} went from ${value(first)} in ${first.year.endsIn} to ${value(last)} in ${last.year.endsIn}`,
    ]
  })
  return said.length === 0
    ? []
    : [`${place.name} has had its present boundaries since April ${place.since}; before, ${listed(said)}.`]
}
