import { element, escapeXml, units } from '../svg.ts'
import { drawText, type Text } from '../text.ts'
import type { GenogramPerson } from './input.ts'
import { lineHeight } from './label.ts'
import type { Layout, PlacedSymbol } from './layout.ts'
import type { Stroke } from './lines.ts'
import type { GenogramPlan } from './plan.ts'
import type { Look, Spot } from './spot.ts'

type Point = { readonly x: number; readonly y: number }

/** Where a place is in the finished drawing. */
type Turn = (spot: Spot) => Point

/** The finished drawing, in the middle of a width: one image to a screen reader, named by its title and description. */
export function draw(
  plan: GenogramPlan,
  layout: Layout,
  { className, width }: { className: string; width: number },
): string {
  const { look, size } = layout
  const upright = look.way === 'upright'
  const drawn = upright ? { width: size.across, height: size.down } : { width: size.down, height: size.across }
  const whole = Math.max(width, drawn.width)
  const left = Math.max(0, (whole - drawn.width) / 2)
  const turn: Turn = ({ across, down }) => (upright ? { x: left + across, y: down } : { x: left + down, y: across })
  const [titleId, descriptionId] = [`${plan.id}-${className}-title`, `${plan.id}-${className}-desc`]
  return element(
    'svg',
    {
      class: className,
      viewBox: `0 0 ${Math.ceil(whole)} ${Math.ceil(drawn.height)}`,
      role: 'img',
      'aria-labelledby': `${titleId} ${descriptionId}`,
    },
    [
      element('title', { id: titleId }, escapeXml(plan.title)),
      element('desc', { id: descriptionId }, escapeXml(plan.description)),
      ...layout.outlines.map(({ corners }) => element('path', { class: 'g-home', d: closed(corners.map(turn)) })),
      ...layout.lines.map(({ from, to, line }) =>
        element('path', { class: line === 'dashed' ? 'g-line g-dashed' : 'g-line', d: straight(turn(from), turn(to)) }),
      ),
      ...layout.strokes.map((stroke) => element('path', { class: 'g-line', d: strokes(stroke, look, turn) })),
      ...layout.names.map(({ at, content }) =>
        drawText({ ...turn(at), className: 't2 ts halo', anchor: 'middle', content }),
      ),
      ...layout.symbols.map((placed) => {
        const person = plan.people[placed.person]
        return person === undefined ? '' : symbol(person, turn(placed.at), look) + label(placed, look, turn)
      }),
    ].join(''),
  )
}

const straight = (from: Point, to: Point): string => `M${units(from.x)} ${units(from.y)}L${units(to.x)} ${units(to.y)}`

const closed = (points: readonly Point[]): string =>
  `M${points.map(({ x, y }) => `${units(x)} ${units(y)}`).join('L')}z`

/** Slanting strokes across a line that runs along the row. */
function strokes({ at, count }: Stroke, { way }: Look, turn: Turn): string {
  const { x, y } = turn(at)
  const offsets = count === 2 ? [-4, 4] : [0]
  return offsets
    .map((offset) =>
      way === 'upright'
        ? straight({ x: x + offset - 4, y: y + 9 }, { x: x + offset + 4, y: y - 9 })
        : straight({ x: x - 9, y: y + offset + 4 }, { x: x + 9, y: y + offset - 4 }),
    )
    .join('')
}

/** Square, circle, diamond or triangle; a second one within for the subject, a cross for whoever has died. */
function symbol({ shape, isSubject, died }: GenogramPerson, { x, y }: Point, { symbol: half }: Look): string {
  const outer = half + (isSubject ? 2 : 0)
  const cross = half * (shape === 'male' ? 1 : shape === 'unborn' ? 0.4 : shape === 'female' ? 0.7 : 0.5)
  const middle = shape === 'unborn' ? y + half * 0.3 : y
  return [
    form(shape, x, y, outer),
    ...(isSubject ? [form(shape, x, y, half - 3)] : []),
    ...(died
      ? [
          element('path', {
            class: 'g-line',
            d:
              straight({ x: x - cross, y: middle - cross }, { x: x + cross, y: middle + cross }) +
              straight({ x: x + cross, y: middle - cross }, { x: x - cross, y: middle + cross }),
          }),
        ]
      : []),
  ].join('')
}

function form(shape: GenogramPerson['shape'], x: number, y: number, half: number): string {
  const className = 'g-person'
  switch (shape) {
    case 'male':
      return element('rect', { class: className, x: x - half, y: y - half, width: half * 2, height: half * 2 })
    case 'female':
      return element('circle', { class: className, cx: x, cy: y, r: half })
    case 'not known':
      return element('path', {
        class: className,
        d: closed([
          { x, y: y - half },
          { x: x + half, y },
          { x, y: y + half },
          { x: x - half, y },
        ]),
      })
    case 'unborn':
      return element('path', {
        class: className,
        d: closed([
          { x, y: y - half },
          { x: x + half, y: y + half * 0.8 },
          { x: x - half, y: y + half * 0.8 },
        ]),
      })
  }
}

function label({ at, label: { lines, height }, labelDown }: PlacedSymbol, { way }: Look, turn: Turn): string {
  const start = turn({ ...at, down: labelDown })
  return lines
    .map(({ content, className }, index): Text => {
      const down = index * lineHeight
      return way === 'upright'
        ? { x: start.x, y: start.y + 11 + down, className: `${className} halo`, anchor: 'middle', content }
        : { x: start.x, y: start.y - height / 2 + 11 + down, className: `${className} halo`, anchor: 'start', content }
    })
    .map(drawText)
    .join('')
}
