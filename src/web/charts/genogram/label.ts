import { widthOf, wrap } from '../text.ts'
import type { GenogramPerson } from './input.ts'

export type LabelLine = { readonly content: string; readonly className: string }

/** What stands at somebody's symbol. */
export type Label = { readonly lines: readonly LabelLine[]; readonly width: number; readonly height: number }

export const lineHeight = 15

/** Name, facts and marks in lines no wider than the room; `home` is the household they live in, where no outline carries its name. */
export function labelOf({ name, lines, marks }: GenogramPerson, room: number, home?: string): Label {
  const wrapped = (texts: readonly string[], className: string): readonly LabelLine[] =>
    texts.flatMap((text) => wrap(text, room, className).map((content) => ({ content, className })))
  const all = [
    ...wrapped([name], 'tb'),
    ...wrapped(lines, 't2 ts'),
    ...wrapped(marks, 'tb ts th'),
    ...wrapped(home === undefined ? [] : [home], 't2 ts'),
  ]
  return {
    lines: all,
    width: Math.max(0, ...all.map(({ content, className }) => widthOf(content, className))),
    height: all.length * lineHeight,
  }
}
