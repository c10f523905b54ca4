import type { App } from '../../app/app.ts'
import { type Cut, partsOf } from '../../app/counting/breakdown.ts'
import { findPlace } from '../../app/counting/lists.ts'
import type { FigureLine } from '../../app/figures.ts'
import { Refused } from '../../app/refused.ts'
import { periodText } from '../../core/dates/period.ts'
import type { PlainDate } from '../../core/dates/plain-date.ts'
import { written } from '../../core/figures/written.ts'
import type { viewerOf } from '../viewer.ts'

type Account = Awaited<ReturnType<typeof viewerOf>>
type Row = Pick<FigureLine, 'indicator' | 'period' | 'source'>

/** One part of a figure: those of its members who have one value of what it is broken down by. */
export type CutRow = Row & { readonly by: string; readonly cut: Cut }

/**
 * Figures broken down by something, over the members whom the user may see.
 * @throws Refused when none of them can be broken down by it, saying by what they can
 */
export async function cutBy(
  app: App,
  account: Account,
  rows: readonly Row[],
  { by, knownOn }: { readonly by: string; readonly knownOn: PlainDate },
): Promise<readonly CutRow[]> {
  const cuts: CutRow[] = []
  const offered = new Set<string>()
  for (const row of rows) {
    if (row.source !== 'calculated' || findPlace(app, row.indicator) === undefined) continue
    const asked = { indicator: row.indicator.key, period: row.period, knownOn }
    for (const one of (await partsOf(app, account, asked)).breakdowns) {
      offered.add(one.key)
      if (one.key === by) cuts.push(...one.cuts.map((cut) => ({ ...row, by, cut })))
    }
  }
  if (cuts.length === 0 && !offered.has(by)) throw new Refused('bad usage', nothingBy(by, [...offered]))
  return cuts
}

const nothingBy = (by: string, offered: readonly string[]): string =>
  offered.length === 0
    ? '--by: these figures were published without the children they count, so they cannot be broken down.'
    : `--by ${by}: nothing here is broken down by that. There is: ${offered.join(', ')}.`

export const cutAsJson = ({ indicator, period, by, cut: { value, label, figure } }: CutRow) => ({
  indicator: indicator.key,
  period: periodText(period),
  by: { attribute: by, value, label },
  numerator: figure.numerator,
  denominator: figure.denominator,
  notKnown: figure.notKnown,
  value: figure.value,
  unit: indicator.unit,
  source: 'calculated',
})

export const cutColumns = [
  { heading: 'Indicator', cell: ({ indicator }: CutRow) => indicator.label },
  { heading: 'By', cell: ({ cut }: CutRow) => cut.label },
  {
    heading: 'Value',
    right: true as const,
    cell: ({ indicator, cut }: CutRow) => (cut.figure.value === null ? '' : written(cut.figure.value, indicator.unit)),
  },
  { heading: 'Counted', right: true as const, cell: ({ cut }: CutRow) => String(cut.figure.counted) },
]
