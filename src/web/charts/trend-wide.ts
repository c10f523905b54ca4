import { breakTexts } from './breaks.ts'
import { periodLabels } from './period-labels.ts'
import { axisRoom, trendCanvas } from './trend-canvas.ts'
import { drawEndLabels, endLabels, endRoom, heightOfAll, placeEndLabels } from './trend-end-labels.ts'
import { roomAbove, trendFrame } from './trend-frame.ts'
import { innerLabels, latestLabel } from './trend-inner-labels.ts'
import { keyLine, pointKey } from './trend-key.ts'
import { axisTexts, trendMarks } from './trend-marks.ts'
import type { TrendPlan } from './trend-plan.ts'

const width = 820
/** Taller only where the labels at the right would not fit. */
const usualHeight = 380
const roomBelow = 40

/** For a dot that is not at the right end, where its label could not say which month it means. */
function latestWords({ latest }: TrendPlan): string {
  const words = `${latest.label} ${latest.yearLabel}: ${latest.written}`
  return latest.provisional ? `${words}, provisional` : words
}

/** The drawing for screens from 768 px and for paper: everything is named where it ends, at the right. */
export function trendWide(plan: TrendPlan): string {
  const items = pointKey(plan)
  const top = roomAbove(plan, items.length > 0 || plan.axis.caption !== undefined)
  const labels = endLabels(plan)
  const bottom = Math.max(usualHeight - roomBelow, top + heightOfAll(labels))

  const left = axisRoom(plan)
  const level = trendCanvas(plan, { left, right: width, top, bottom })
  const placed = placeEndLabels(labels, level.y, { top, bottom })
  const right = width - endRoom(placed)
  const canvas = trendCanvas(plan, { left, right, top, bottom })

  const ends = drawEndLabels(placed, right)
  const key = keyLine(items, right, 12)
  const axis = axisTexts(canvas)
  const latest = plan.endsWithLatest ? [] : [latestLabel(canvas, latestWords(plan), { left, right }, axis)]
  return trendFrame(plan, {
    className: 'wide',
    width,
    height: bottom + roomBelow,
    marks: trendMarks(canvas) + ends.marks + key.marks,
    texts: [
      ...axis,
      ...key.texts,
      ...breakTexts(plan.breaks, canvas.before, { y: top - 6, left: left - 4, right: width - 2 }),
      ...periodLabels(plan.points, canvas.x, { y: bottom + 18, left: 2, right: width - 2 }),
      ...latest,
      ...innerLabels(canvas, [...axis, ...latest]),
      ...ends.texts,
    ],
  })
}
