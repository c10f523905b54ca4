import type { PartnersLine, PartnersLocality } from '../../../app/localities/partners.ts'
import type { StaffLine, StaffLocality } from '../../../app/localities/staff.ts'
import { periodText, shortLabel } from '../../../core/dates/period.ts'
import type { Unit } from '../../../core/definitions/indicator.ts'
import type { Shown } from '../../../core/disclosure/shown.ts'
import type { FrozenFigure } from '../../../core/figures/frozen.ts'
import { direction, movement, type Rag } from '../../../core/figures/judge.ts'
import { written, writtenShort } from '../../../core/figures/written.ts'
import { sparkline } from '../../charts/sparkline.ts'
import { type DirectionMark, directionMark, type RagMark, ragMark } from '../../marks.ts'
import { address } from '../../query.ts'
import { cellText } from '../public/words.ts'

type Cell = { readonly text: string; readonly href: string | undefined }

/** A figure of a locality beside that of the whole authority. */
export type Row = {
  readonly label: string
  readonly variant: string | undefined
  readonly cells: readonly (Cell & { readonly month: string; readonly isLatest: boolean; readonly isQuiet: boolean })[]
  readonly whole: Cell
  readonly spark: string
  readonly direction: DirectionMark | undefined
  readonly target: string | undefined
  readonly rag: RagMark | undefined
  /** What has to be said with it. */
  readonly why: string | undefined
}

/** What a row says in one line, where it is among what to look at first. */
export type Miss = { readonly label: string; readonly text: string }

type Judged = { readonly value: number | null; readonly rag: Rag | null; readonly unit: Unit }

/** Whether it misses its target, whoever sets how far off is red. */
export const misses = ({ rag }: Pick<Judged, 'rag'>): boolean => rag !== null && rag !== 'green'

const numberIn = (shown: Shown | undefined): number | null => (shown?.kind === 'whole' ? shown.value : null)

/** A row of what partners see: of what is withheld it says so, and why. */
export function partnersRow(
  { whole, target, latest, months }: PartnersLine,
  { months: periods }: PartnersLocality,
): Row {
  const { definition } = whole
  const [value, before] = [numberIn(latest.shown), numberIn(months.at(-2)?.shown)]
  return {
    ...named(definition),
    cells: periods.map((period, at) => {
      const shown = months[at]?.shown
      return {
        ...{ month: shortLabel(period), isLatest: at === periods.length - 1, isQuiet: shown?.kind !== 'whole' },
        ...{ text: shown === undefined ? 'No figure' : cellText({ ...whole, shown }), href: undefined },
      }
    }),
    whole: { text: cellText(whole), href: undefined },
    spark: sparkline({ values: months.map((one) => numberIn(one?.shown)) }),
    direction: wentTo(value, before, definition),
    target: target === null ? undefined : writtenShort(target, definition.unit),
    rag: ragMark(latest.rag),
    // Why something is withheld stands once, below; how far an average is rounded stands with it.
    why: latest.shown.kind === 'whole' ? (latest.shown.words ?? undefined) : undefined,
  }
}

/** A row of what those who work here see: each figure opens to its list, by the doors that there are. */
export function staffRow({ whole, target, rag, months }: StaffLine, { locality, months: periods }: StaffLocality): Row {
  const { indicator } = whole
  const [value = null, before = null] = [months.at(-1), months.at(-2)]
  const list = `/indicators/${indicator.key}/list`
  return {
    ...named({
      label: indicator.label,
      variantOf: indicator.variantOf ?? null,
      variantLabel: indicator.variantLabel ?? null,
    }),
    cells: periods.map((period, at) => {
      const one = months[at] ?? null
      return {
        ...{ month: shortLabel(period), isLatest: at === periods.length - 1, isQuiet: one === null },
        text: one === null ? 'No figure' : written(one, indicator.unit),
        href: one === null ? undefined : address(list, { period: periodText(period), only: `locality:${locality}` }),
      }
    }),
    whole: {
      text: whole.value === null ? 'No figure' : written(whole.value, indicator.unit),
      href: address(`/indicators/${indicator.key}`, { period: periodText(whole.period), by: 'locality' }),
    },
    spark: sparkline({ values: months }),
    direction: wentTo(value, before, indicator),
    target: target === null ? undefined : writtenShort(target, indicator.unit),
    rag: ragMark(rag),
    why: undefined,
  }
}

const named = ({
  label,
  variantOf,
  variantLabel,
}: Pick<FrozenFigure['definition'], 'label' | 'variantOf' | 'variantLabel'>) => ({
  label,
  variant: variantOf === null ? undefined : (variantLabel ?? label),
})

/** Which way it went as it is written: what is written alike is the same. */
function wentTo(
  value: number | null,
  before: number | null,
  { unit, goodIs }: Pick<FrozenFigure['definition'], 'unit' | 'goodIs'>,
): DirectionMark | undefined {
  const alike = value !== null && before !== null && written(value, unit) === written(before, unit)
  const then = alike ? value : before
  return directionMark(direction(value, then, goodIs), movement(value, then))
}
