import { breakLetters } from './breaks.ts'
import { periodLabels } from './period-labels.ts'
import { axisRoom, trendCanvas } from './trend-canvas.ts'
import { roomAbove, trendFrame } from './trend-frame.ts'
import { latestLabel } from './trend-inner-labels.ts'
import { type KeyItem, keyRows, pointKey } from './trend-key.ts'
import { axisTexts, trendMarks } from './trend-marks.ts'
import type { TrendPlan } from './trend-plan.ts'

const width = 320
const plotHeight = 224

function keyItems(plan: TrendPlan): readonly KeyItem[] {
  const { targets, benchmarks, latest } = plan
  const range = plan.limits.at(-1)
  const words = targets.map(({ written }) => written).join(', then ')
  const names = benchmarks.map(({ label, written }) => `${label} ${written}`).join(', ')
  const points = pointKey(plan)
  const isToldOfProvisional = points.some(({ swatch }) => swatch === 'provisional')
  return [
    ...(targets.length === 0 ? [] : [{ swatch: 'target', text: `Target ${words}` } as const]),
    ...(benchmarks.length === 0 ? [] : [{ swatch: 'benchmark', text: names } as const]),
    ...(range === undefined ? [] : [{ swatch: 'band', text: `Usual range, ${range.written}` } as const]),
    ...points,
    ...(latest.provisional && !isToldOfProvisional ? [{ swatch: 'provisional', text: 'Provisional' } as const] : []),
  ]
}

/** The latest value says which month it is only where that is not the last month of the chart. */
function latestWords({ latest, points }: TrendPlan): string {
  return latest.index === points.length - 1 ? latest.written : `${latest.label}: ${latest.written}`
}

/** The drawing for phones, 320 units wide: what does not fit beside the lines is in a key below. */
export function trendNarrow(plan: TrendPlan): string {
  const top = roomAbove(plan, plan.axis.caption !== undefined)
  const bottom = top + plotHeight
  const plot = { left: axisRoom(plan), right: width - 12, top, bottom }
  const canvas = trendCanvas(plan, plot)
  const axis = axisTexts(canvas)
  const key = keyRows(keyItems(plan), 4, width - 4, bottom + 60)
  const edge = { left: plot.left, right: width - 2 }
  return trendFrame(plan, {
    className: 'narrow',
    width,
    height: bottom + (key.texts.length === 0 ? 40 : 68 + key.height),
    marks: trendMarks(canvas) + key.marks,
    texts: [
      ...axis,
      ...breakLetters(plan.breaks, canvas.before, { y: top - 6, left: plot.left - 4, right: width - 2 }),
      ...periodLabels(plan.points, canvas.x, { y: bottom + 18, left: 2, right: width - 2 }),
      latestLabel(canvas, latestWords(plan), edge, axis),
      ...key.texts,
    ],
  })
}
