import { previousPeriod } from '../dates/period.ts'
import type { FrozenFigure } from '../figures/frozen.ts'
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

/** What the public has of figures. How one is rated is said where it is shown, and which way it went where the one before is shown too. */
export function publicFigures(all: readonly Disclosed[]): readonly PublicFigure[] {
  const shown = new Set(all.filter(isWhole).map(({ figure }) => nameOf(figure)))
  return all.map(({ figure, shown: one }) => {
    const { target, rag, direction, movement, benchmarks, breakNote } = figure.judged
    const before = nameOf({ ...figure, period: previousPeriod(figure.period) })
    const isExact = one.kind === 'whole' && one.roundedTo === null
    const isMovementSeen = isExact && shown.has(before)
    const { section, indicator, period, provisional, definition } = figure
    return {
      ...{ section, indicator, period, provisional, definition, shown: one },
      judged: {
        ...{ target, benchmarks, breakNote, rag: isExact ? rag : null },
        ...{ direction: isMovementSeen ? direction : null, movement: isMovementSeen ? movement : null },
      },
    }
  })
}

const isWhole = ({ shown }: Disclosed): boolean => shown.kind === 'whole'
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
