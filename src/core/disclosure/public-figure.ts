import { previousPeriod } from '../dates/period.ts'
import type { FrozenFigure } from '../figures/frozen.ts'
import { direction, movement, type Rag, rag } from '../figures/judge.ts'
import type { ShownFigure } from '../reports/material.ts'
import type { Disclosed, Shown } from './shown.ts'

/** A figure as the public has it: nothing else of it is kept for the public, and so nothing else can be shown. */
export type PublicFigure = Pick<FrozenFigure, 'section' | 'indicator' | 'period' | 'provisional' | 'definition'> & {
  readonly shown: Shown
  readonly judged: Pick<
    FrozenFigure['judged'],
    'target' | 'rag' | 'direction' | 'movement' | 'benchmarks' | 'breakNote'
  >
}

/**
 * What the public has of figures. How one is rated is said where it is shown, and which way it went where the one before is shown too: both by what is shown, where that is less
 * exact than the figure is.
 */
export function publicFigures(all: readonly Disclosed[]): readonly PublicFigure[] {
  const shown = new Map(all.flatMap((one) => (one.shown.kind === 'whole' ? [[nameOf(one.figure), one]] : [])))
  return all.map((one) => {
    const { section, indicator, period, provisional, definition, judged } = one.figure
    const { target, benchmarks, breakNote } = judged
    const before = shown.get(nameOf({ ...one.figure, period: previousPeriod(period) }))
    return {
      ...{ section, indicator, period, provisional, definition, shown: one.shown },
      judged: { target, benchmarks, breakNote, rag: ratedAs(one), ...wentAs(one, before) },
    }
  })
}

/** Where numbers of people are rounded nothing is rated by them. */
function ratedAs({ figure, shown }: Disclosed): Rag | null {
  if (shown.kind !== 'whole' || shown.roundedTo !== null) return null
  const { rag: rated, target, redBeyond } = figure.judged
  if (shown.words === null || target === null) return rated
  return rag(shown.value, figure.definition.goodIs, { target, ...(redBeyond === null ? {} : { redBeyond }) })
}

function wentAs(
  { figure, shown }: Disclosed,
  before: Disclosed | undefined,
): Pick<PublicFigure['judged'], 'direction' | 'movement'> {
  if (shown.kind !== 'whole' || shown.roundedTo !== null || before?.shown.kind !== 'whole')
    return { direction: null, movement: null }
  if (shown.words === null && before.shown.words === null)
    return { direction: figure.judged.direction, movement: figure.judged.movement }
  const [now, then] = [shown.value, before.shown.value]
  return { direction: direction(now, then, figure.definition.goodIs), movement: movement(now, then) }
}

const nameOf = ({ indicator, period }: Pick<FrozenFigure, 'indicator' | 'period'>): string =>
  `${indicator} ${period.kind} ${period.from}`

/** The same for a report, in which nothing is but what the public has. */
export function forReport({ shown, judged, ...figure }: PublicFigure): ShownFigure {
  const numbers = shown.kind === 'whole' ? shown : { value: null, numerator: null, denominator: null }
  return {
    ...figure,
    ...{ value: numbers.value, numerator: numbers.numerator, denominator: numbers.denominator },
    ...{ notKnown: null, notPlaced: 0, source: 'calculated', fingerprint: null },
    judged: { ...judged, redBeyond: null, previous: null, note: null, publishedIn: null },
    withheld: shown.kind === 'whole' || shown.kind === 'none' ? null : shown.words,
  }
}
