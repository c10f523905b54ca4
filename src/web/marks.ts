import type { Direction, Movement, Rag } from '../core/figures/judge.ts'

/** A rating as it is drawn: the kind picks shape and colour, the word stands beside them. */
export type RagMark = { readonly kind: 'green' | 'amber' | 'red' | 'below'; readonly word: string }

const ragMarks: Readonly<Record<Rag, RagMark>> = {
  green: { kind: 'green', word: 'Green' },
  amber: { kind: 'amber', word: 'Amber' },
  red: { kind: 'red', word: 'Red' },
  'worse than target': { kind: 'below', word: 'Worse than target' },
}

export const ragMark = (rag: Rag | null): RagMark | undefined => (rag === null ? undefined : ragMarks[rag])

/** The arrow is the number's movement; the word says whether that is good. */
export type DirectionMark = { readonly icon: 'up' | 'down' | 'flat'; readonly word: string; readonly moved: string }

const arrows = {
  up: { icon: 'up', moved: 'the figure went up' },
  down: { icon: 'down', moved: 'the figure went down' },
  level: { icon: 'flat', moved: 'the figure went neither up nor down' },
} as const
const words = { better: 'Better', worse: 'Worse', same: 'Same' } as const

export function directionMark(direction: Direction | null, movement: Movement | null): DirectionMark | undefined {
  return direction === null || movement === null ? undefined : { ...arrows[movement], word: words[direction] }
}

/** "August, England and good neighbours". */
export const listed = (items: readonly string[]): string =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`

/** The same words at the beginning of a sentence. */
export const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
