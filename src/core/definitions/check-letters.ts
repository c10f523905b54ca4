import { emptyProblems, keyProblems, type Problem } from './check-key.ts'
import { type Letter, letterFills, unknownFills } from './letter.ts'

/** All faults of the letters that areas offer, each with its path: `people > appointment`. */
export function lettersProblems(
  all: readonly { readonly area: string; readonly letter: Letter }[],
): readonly Problem[] {
  const placed = all.map(({ area, letter }) => ({ path: `${area} > ${letter.key}`, key: letter.key, letter }))
  return [
    ...keyProblems(placed),
    ...placed.flatMap(({ path, letter }) => {
      const { label, purpose, source, title, text } = letter
      return [
        ...emptyProblems(path, { label, purpose, source, title, text }),
        ...unknownFills(letter).map((name) => ({
          path,
          problem: `nothing is known to fill in for {${name}}; there is ${Object.keys(letterFills).join(', ')}`,
        })),
      ]
    }),
  ]
}
