import { widthOf, wrap } from '../text.ts'
import type { GenogramPerson } from './input.ts'

type LabelLine = { readonly content: string; readonly className: string }

/** What stands at somebody's symbol. */
export type Label = { readonly lines: readonly LabelLine[]; readonly width: number; readonly height: number }

export const lineHeight = 15

const classes = { name: 'tb', line: 't2 ts', mark: 'tb ts th' } as const

/** Name, facts and marks in lines no wider than the room; `home` is the household they live in, where no outline carries its name. */
export function labelOf({ name, lines, marks }: GenogramPerson, room: number, home?: string): Label {
  const wrapped = (texts: readonly string[], className: string): readonly LabelLine[] =>
    texts.flatMap((text) => wrap(text, room, className).map((content) => ({ content, className })))
  const all = [
    ...wrapped([name], classes.name),
    ...wrapped(lines, classes.line),
    ...wrapped(marks, classes.mark),
    ...wrapped(home === undefined ? [] : [home], classes.line),
  ]
  return {
    lines: all,
    width: Math.max(0, ...all.map(({ content, className }) => widthOf(content, className))),
    height: all.length * lineHeight,
  }
}

/** The room without which a word would be cut. */
export const leastRoom = ({ name, lines, marks }: GenogramPerson): number =>
  Math.max(widestWord([name], classes.name), widestWord(lines, classes.line), widestWord(marks, classes.mark))

const widestWord = (texts: readonly string[], className: string): number =>
  Math.max(0, ...texts.flatMap((text) => text.split(' ').map((word) => Math.ceil(widthOf(word, className)))))
