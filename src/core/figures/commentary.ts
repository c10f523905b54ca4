import type { Commentary } from './month.ts'

/** What can be said of a section or a figure. */
export type Said = Pick<Commentary, 'goingWell' | 'worries' | 'doing'>

export const NOTHING_SAID: Said = { goingWell: '', worries: '', doing: '' }

const boxes = ['goingWell', 'worries', 'doing'] as const

/**
 * What comes of what somebody typed where others may have written meanwhile: box by box, whoever changed it. Undefined where both changed one box,
 * and not to the same.
 * @param shown what stood there when they began to type
 * @param latest what stands there now
 */
export function together(shown: Said, typed: Said, latest: Said): Said | undefined {
  const isBoth = boxes.some(
    (box) => typed[box] !== shown[box] && latest[box] !== shown[box] && typed[box] !== latest[box],
  )
  if (isBoth) return undefined
  const of = (box: (typeof boxes)[number]) => (typed[box] === shown[box] ? latest[box] : typed[box])
  return { goingWell: of('goingWell'), worries: of('worries'), doing: of('doing') }
}
