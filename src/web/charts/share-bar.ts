import { element } from './svg.ts'

/** `below`: misses its target where no threshold for red is set. `none`: nothing to judge it against. */
export type ShareKind = 'green' | 'amber' | 'red' | 'below' | 'none'

export type ShareBar = {
  readonly parts: readonly { readonly kind: ShareKind; readonly count: number }[]
  /** The count that a full bar stands for: the same for every bar of a table, so that bars compare. */
  readonly most: number
}

const classes: Readonly<Record<ShareKind, string>> = {
  green: 'c-g',
  amber: 'c-a',
  red: 'c-r',
  below: 'c-b',
  none: 'c-n',
}

// Half a unit at each end, for outlines.
const edge = 0.5
const length = 111

function segment(kind: ShareKind, x: number, width: number): string {
  const whole = element('rect', { class: classes[kind], x, y: 1, width, height: 12 })
  // Half full, so that it differs from a full and an empty segment on a grey printer too.
  return kind === 'below' ? whole + element('rect', { class: 'c-b-fill', x, y: 7, width, height: 6 }) : whole
}

/** A decorative stacked bar, 112 by 14; the counts stand beside it. Empty where there is nothing to count. */
export function shareBar({ parts, most }: ShareBar): string {
  const counted = parts.filter(({ count }) => Number.isFinite(count) && count > 0)
  const total = counted.reduce((sum, { count }) => sum + count, 0)
  if (total === 0) return ''
  const each = length / Math.max(total, Number.isFinite(most) ? most : 0)
  let x = edge
  const segments = counted.map(({ kind, count }) => {
    const room = count * each
    const drawn = segment(kind, x, room - Math.min(1, room / 3))
    x += room
    return drawn
  })
  const size = { width: '7rem', height: '0.875rem', viewBox: '0 0 112 14', 'aria-hidden': 'true', focusable: 'false' }
  return element('svg', size, segments.join(''))
}
