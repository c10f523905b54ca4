import type { Period } from '../dates/period.ts'
import { worstFirst } from '../figures/attention.ts'
import type { Direction, Rag } from '../figures/judge.ts'
import { settled } from '../figures/settled.ts'
import type { Part } from './document.ts'
import { benchmarkOf, type FrozenMonth, type FrozenSeries, type ShownFigure, saidOf, sectionsOf } from './material.ts'
import {
  againstTarget,
  beforeOf,
  beginsAnew,
  betterThanEngland,
  firstSentence,
  inARow,
  judgedFigure,
  many,
  reasons,
  sinceBefore,
} from './words.ts'

/** Of each kind of finding so many are told one by one; how many more there are is said. */
const MOST = 5

/** How a number of figures stand against their targets, and which way they went. One that may still change is rated by the last that is final, and went no way yet. */
export type Standing = Readonly<Record<Rag | 'not rated' | Direction, number>>

export function standingOfSeries(series: readonly FrozenSeries[]): Standing {
  const all = series.map((one) => settled(one)?.latest.judged)
  const rated = (rag: Rag | null) => all.filter((judged) => (judged?.rag ?? null) === rag).length
  const went = (direction: Direction) =>
    series.filter(({ latest }) => !latest.provisional && latest.judged.direction === direction).length
  return {
    ...{
      green: rated('green'),
      amber: rated('amber'),
      red: rated('red'),
      'worse than target': rated('worse than target'),
    },
    ...{ 'not rated': rated(null), better: went('better'), worse: went('worse'), same: went('same') },
  }
}

/** What figures come to, in one sentence: how many miss their targets; without targets, how many got worse. */
export function standingText(all: readonly FrozenSeries[]): string {
  const { green, amber, red, 'worse than target': below, better, worse } = standingOfSeries(all)
  const [missed, rated] = [amber + red + below, green + amber + red + below]
  const went = `${worse === 0 ? 'No figure' : many(worse, 'figure')} got worse since the month before and ${better === 0 ? 'none' : better} got better.`
  if (rated === 0) return went
  if (missed === 0)
    return `${rated === 1 ? 'The one figure with a target meets it' : `All ${rated} figures with a target meet it`}. ${went}`
  const reds = red === 0 ? '' : `, ${red} of them red`
  if (missed === rated)
    return `${rated === 1 ? 'The one figure with a target misses it' : `None of the ${rated} figures with a target meets it`}${reds}. ${went}`
  const those = `${missed} of the ${many(rated, 'figure')} with a target ${missed === 1 ? 'misses' : 'miss'} it${reds}.`
  return `${those} ${went}`
}

/**
 * What the month comes to, told worst first. Variants say again what the figure that they narrow says, so they are only counted.
 * @param chapter the key of the chapter in which it stands
 */
export function findings(month: FrozenMonth, chapter: string): readonly Part[] {
  const { period } = month.publication
  const all = sectionsOf(month).flatMap(({ series }) => series)
  const own = all.flatMap((one) => (one.definition.variantOf === null ? (settled(one) ?? []) : []))
  const missed = worstFirst(own.map((series) => ({ ...judgedFigure(series), series })))
  const isMissed = new Set(missed.map(({ row }) => row.series))
  const final = own.filter(({ latest }) => latest.period.from === period.from)
  const rest = final.filter((series) => !isMissed.has(series))
  return [
    { kind: 'finding', text: standingText(all) },
    ...told(`${chapter}-missed`, 'What misses its target, the worst first', {
      items: missed.map(({ row: { series }, concern }) =>
        sentences(
          `${series.definition.label}: ${againstTarget(series.latest, period)}.`,
          reasons(series, concern),
          doing(month, series),
        ),
      ),
      nothing: all.some(({ latest }) => latest.judged.rag !== null)
        ? 'No figure misses its target.'
        : 'No figure of this month has a target to be held against.',
    }),
    ...told(`${chapter}-worse`, 'What got worse', {
      items: moved(rest, 'worse').map((series) =>
        sentences(
          `${series.definition.label}: ${sinceBefore(series)}.`,
          running(series, 'worse'),
          doing(month, series),
        ),
      ),
      nothing: 'Nothing else got worse since the month before.',
    }),
    ...told(`${chapter}-better`, 'What got better', {
      items: moved(final, 'better').map((series) =>
        sentences(`${series.definition.label}: ${sinceBefore(series)}.`, running(series, 'better')),
      ),
      nothing: 'No figure got better since the month before.',
    }),
    ...told(`${chapter}-well`, 'What is going well', {
      items: [...goingWell(own, period), ...wellInWords(month)],
      nothing: `No figure with a target meets it${month.holds === 'figures alone' ? '' : ', and nobody wrote what is going well'}.`,
    }),
  ]
}

function told(
  id: string,
  text: string,
  { items, nothing }: { readonly items: readonly string[]; readonly nothing: string },
): readonly Part[] {
  const more = items.length - MOST
  const heading: Part = { kind: 'heading', level: 2, text, id }
  if (items.length === 0) return [heading, { kind: 'paragraph', text: nothing }]
  const rest = more > 0 ? [`And ${more} more, in their sections.`] : []
  return [heading, { kind: 'list', items: [...items.slice(0, MOST), ...rest] }]
}

const sentences = (...parts: readonly string[]): string => parts.filter(Boolean).join(' ')

/** What is done about a figure, in the first sentence of whoever answers for it. */
function doing(month: FrozenMonth, { latest, indicator }: FrozenSeries): string {
  const said = saidOf(month, latest.section, indicator)?.doing ?? ''
  return said === '' ? '' : `What we are doing: ${firstSentence(said)}`
}

/** Those that went this way: first those that have for longest, then those that went furthest for what they are. */
const moved = (all: readonly FrozenSeries[], direction: 'better' | 'worse'): readonly FrozenSeries[] =>
  all
    .filter(
      (series) => series.latest.judged.direction === direction && isKnown(beforeOf(series)) && !beginsAnew(series),
    )
    .toSorted((a, b) => inTurn(b, direction) - inTurn(a, direction) || share(b) - share(a))

const isKnown = (figure: ShownFigure | undefined): boolean => figure !== undefined && figure.value !== null

const inTurn = ({ lines }: FrozenSeries, direction: Direction): number =>
  lines.length - 1 - lines.findLastIndex(({ judged }) => judged.direction !== direction)

/** How far it went, as a share of what it was; from nought it went furthest. */
function share(series: FrozenSeries): number {
  const [now, was] = [series.latest.value ?? 0, beforeOf(series)?.value ?? 0]
  return was === 0 ? Number.MAX_VALUE : Math.abs(now - was) / Math.abs(was)
}

const running = (series: FrozenSeries, direction: 'better' | 'worse'): string => {
  const count = inTurn(series, direction)
  return count > 1 ? `${direction === 'worse' ? 'Worse' : 'Better'} for ${many(count, 'month')} in a row.` : ''
}

const goingWell = (all: readonly FrozenSeries[], period: Period): readonly string[] =>
  all
    .filter(({ latest }) => latest.judged.rag === 'green')
    .map((series) => {
      const met = metInARow(series)
      return sentences(
        `${series.definition.label}: ${againstTarget(series.latest, period)}.`,
        met > 1 ? `Met ${inARow(met, series.lines.length)}.` : '',
        betterThanEngland(series.latest, benchmarkOf(series.latest, 'england')),
      )
    })

const metInARow = ({ lines }: FrozenSeries): number =>
  lines.length - 1 - lines.findLastIndex(({ judged }) => judged.rag !== 'green')

/** What the sections say of what goes well, each in its first sentence. */
const wellInWords = (month: FrozenMonth): readonly string[] =>
  sectionsOf(month).flatMap(({ key, label }) => {
    const said = saidOf(month, key, null)?.goingWell ?? ''
    return said === '' ? [] : [`${label}: ${firstSentence(said)}`]
  })
