import type { Breakdown, Cut, Parts } from '../../../app/counting/breakdown.ts'
import type { Standing } from '../../../app/counting/list.ts'
import type { FigureLine } from '../../../app/figures.ts'
import { shareInterval } from '../../../core/figures/share-interval.ts'
import { written } from '../../../core/figures/written.ts'
import { intervalStrip } from '../../charts/interval-strip.ts'
import { listed } from '../../marks.ts'
import { address } from '../../query.ts'

/** What the address of every page about this figure says. */
export type Query = { readonly authority: string; readonly period: string }

type Opening = { readonly text: string; readonly href: string }

type ByRow = {
  readonly label: string
  readonly href: string
  readonly all: Opening
  readonly counted: Opening | undefined
  readonly notKnown: Opening | undefined
  readonly figure: string
  readonly between: string
  readonly strip: string
}

export type ByView = {
  readonly heading: string
  readonly isShare: boolean
  /** What the figure of each part is called where it is no share of them: an average; undefined where the number is the figure. */
  readonly figure: string | undefined
  readonly hasNotKnown: boolean
  readonly rows: readonly ByRow[]
  readonly chance: string | undefined
  readonly others: readonly { readonly label: string; readonly href: string }[]
}

/** What is read first where nobody has chosen: whose work it is. */
const FIRST = 'team'

/** A figure broken down by one thing; each number opens its list. Undefined where there is nothing to break it down by. */
export function byView(
  { counting, breakdowns, seen }: Parts,
  latest: FigureLine,
  { key, query, chosen }: { readonly key: string; readonly query: Query; readonly chosen: string | undefined },
): ByView | undefined {
  const found = (by: string | undefined) => breakdowns.find((one) => one.key === by)
  const breakdown = found(chosen) ?? found(FIRST) ?? breakdowns[0]
  if (breakdown === undefined || seen.all === 0) return undefined
  const summary = latest.indicator.counts?.measure?.summary
  const { isReason } = breakdown
  // Of a pooled share nothing is drawn: the sessions of one child are no sample.
  const isShare = latest.indicator.unit === 'per cent' && summary !== 'pooled' && !isReason
  const list: Lister = (cut, show) =>
    address(`/indicators/${key}/list`, {
      ...query,
      only: `${breakdown.key}:${cut.value ?? ''}`,
      ...(show === undefined ? {} : { show }),
    })
  return {
    heading: breakdown.label,
    isShare,
    figure: isReason || summary === undefined ? undefined : called[summary],
    hasNotKnown: !isReason && breakdown.cuts.some(({ figure }) => figure.notKnown > 0),
    rows: breakdown.cuts.map((cut) => ({
      ...opening(cut, list, isReason || (counting.counted.length === 0 && counting.measure === undefined)),
      figure: cut.figure.value === null ? '' : written(cut.figure.value, latest.indicator.unit),
      ...(isShare ? drawn(cut, seen.value, latest.target?.target) : { between: '', strip: '' }),
    })),
    chance: isShare ? chance(breakdown, seen.value) : undefined,
    others: breakdowns
      .filter((one) => one !== breakdown)
      .map((one) => ({
        label: one.label.toLowerCase(),
        href: `${address(`/indicators/${key}`, { ...query, by: one.key })}#by`,
      })),
  }
}

const called = { mean: 'Average', median: 'Median', pooled: 'Share' } as const

type Lister = (cut: Cut, show?: Standing) => string

function opening(cut: Cut, list: Lister, everybodyCounts: boolean) {
  const { label, figure, all } = cut
  const number = (count: number, show?: Standing): Opening => ({ text: written(count, 'count'), href: list(cut, show) })
  return {
    label,
    href: list(cut),
    all: number(all),
    counted: everybodyCounts ? undefined : number(figure.counted, 'counted'),
    notKnown: figure.notKnown === 0 ? undefined : number(figure.notKnown, 'not known'),
  }
}

/** How far a share can be trusted, in figures and as a drawing. */
function drawn({ figure }: Cut, all: number | null, target: number | undefined): Pick<ByRow, 'between' | 'strip'> {
  const interval = shareInterval(figure.numerator, figure.denominator ?? 0)
  if (interval === undefined || figure.value === null || all === null) return { between: '', strip: '' }
  const strip = { ...interval, value: figure.value, all, ...(target === undefined ? {} : { target }) }
  return {
    between: `${interval.low.toFixed(0)}% to ${interval.high.toFixed(0)}%`,
    strip: intervalStrip(strip),
  }
}

/** Whether the parts differ by more than small groups do of themselves. */
function chance({ cuts }: Breakdown, all: number | null): string | undefined {
  if (all === null || cuts.length < 2) return undefined
  const apart = cuts.filter(({ figure }) => {
    const interval = shareInterval(figure.numerator, figure.denominator ?? 0)
    return interval !== undefined && (interval.low > all || interval.high < all)
  })
  return apart.length === 0
    ? 'No larger a difference than chance would give in groups this small: every interval takes in the figure of all.'
    : `Further from the figure of all than chance would easily give: ${listed(apart.map(({ label }) => label))}.`
}
