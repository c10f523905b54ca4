import { element, path } from './svg.ts'

const ROW = 20
const STEP = 10

/** A hundred rings in rows of twenty, as many of them filled as a share is in a hundred. Decorative: the number stands above it. */
export function inAHundred(share: number): string {
  const filled = Math.round(Math.min(100, Math.max(0, share)))
  const dots = (from: number, to: number) =>
    Array.from({ length: to - from }, (_, at) => {
      const dot = from + at
      return `M${(dot % ROW) * STEP + 5} ${Math.floor(dot / ROW) * STEP + 5}h0`
    }).join('')
  const size = { viewBox: '0 0 200 50', class: 'los-hundred', 'aria-hidden': 'true', focusable: 'false' }
  const rings = dots(filled, 100)
  return element(
    'svg',
    size,
    [path('is-ring', rings), path('is-hole', rings), path('is-dot', dots(0, filled))].join(''),
  )
}
