import type { PlainDate } from '../../core/dates/plain-date.ts'
import { element } from './svg.ts'

export type ClockBar = { readonly from: PlainDate; readonly due: PlainDate; readonly today: PlainDate }

const left = 2
const right = 96

/** A decorative bar of a running clock: from its start to the day it is due, how far today is, and in red what has passed since. The sentence beside it says the same. */
export function clockBar({ from, due, today }: ClockBar): string {
  const end = Math.max(due, today, from + 1)
  const at = (day: number) => left + ((right - left) * (Math.min(Math.max(day, from), end) - from)) / (end - from)
  const stretch = (kind: string, start: number, until: number) =>
    until <= start
      ? ''
      : element('rect', { class: kind, x: percent(at(start)), y: 7, width: percent(at(until) - at(start)), height: 6 })
  const late = today > due
  const parts = [
    stretch('c-band', from, end),
    stretch(late ? 'c-fill2' : 'c-fill', from, Math.min(due, today)),
    late ? stretch('c-late', due, today) : '',
    element('circle', { class: 'c-fill', cx: percent(left), cy: 10, r: 4 }),
    element('rect', {
      class: late ? 'c-late' : 'c-fill',
      x: percent(at(due)),
      y: 2,
      width: 3,
      height: 16,
      transform: 'translate(-1.5 0)',
    }),
    element('circle', { class: 'c-now', cx: percent(at(today)), cy: 10, r: 5.5 }),
  ]
  return element(
    'svg',
    { class: 'los-clockbar los-clockbar--bare', 'aria-hidden': 'true', focusable: 'false' },
    parts.join(''),
  )
}

const percent = (share: number): string => `${Math.round(share * 10) / 10}%`
