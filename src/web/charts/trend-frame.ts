import { element, escapeXml } from './svg.ts'
import { drawText, type Text } from './text.ts'
import type { TrendPlan } from './trend-plan.ts'

export type Drawing = {
  readonly className: 'wide' | 'narrow'
  readonly width: number
  readonly height: number
  readonly marks: string
  readonly texts: readonly Text[]
}

/** The finished drawing: one image to a screen reader, named by its title and description. */
export function trendFrame(
  { id, title, description }: Pick<TrendPlan, 'id' | 'title' | 'description'>,
  drawing: Drawing,
): string {
  const { className, width, height, marks, texts } = drawing
  const titleId = `${id}-${className}-title`
  const descriptionId = `${id}-${className}-desc`
  const attributes = {
    class: className,
    viewBox: `0 0 ${Math.ceil(width)} ${Math.ceil(height)}`,
    role: 'img',
    'aria-labelledby': `${titleId} ${descriptionId}`,
  }
  const words =
    element('title', { id: titleId }, escapeXml(title)) + element('desc', { id: descriptionId }, escapeXml(description))
  return element('svg', attributes, words + marks + texts.map(drawText).join(''))
}

/** Room above the plot: a line for the axis caption and the key, a line for the letters of breaks. */
export function roomAbove({ breaks }: TrendPlan, hasTopLine: boolean): number {
  return 14 + (hasTopLine ? 14 : 0) + (breaks.length > 0 ? 18 : 0)
}
