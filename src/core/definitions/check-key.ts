/** One thing wrong with a definition, with the path to it: `children-in-care > cic-rate-month-end > label`. */
export type Problem = { readonly path: string; readonly problem: string }

const KEY = /^[a-z0-9]+(-[a-z0-9]+)*$/

/** Faults of keys that have to be well formed, and each used once. */
export function keyProblems(all: readonly { readonly path: string; readonly key: string }[]): readonly Problem[] {
  const seen = new Set<string>()
  return all.flatMap(({ path, key }) => {
    const problems: Problem[] = []
    if (!KEY.test(key)) problems.push({ path, problem: 'a key is lower-case words joined by hyphens' })
    if (seen.has(key)) problems.push({ path, problem: 'this key is used twice' })
    seen.add(key)
    return problems
  })
}

/** A fault for each of these words that is missing, told under `path > its name`. */
export const emptyProblems = (path: string, words: Readonly<Record<string, string>>): readonly Problem[] =>
  Object.entries(words)
    .filter(([, written]) => written.trim() === '')
    .map(([name]) => ({ path: `${path} > ${name}`, problem: 'is empty' }))
