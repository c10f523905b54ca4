import type { Choice } from './choices.ts'
import { wordings } from './wordings.ts'

/** The code that a cell's words stand for; undefined where they stand for none, or could be two. */
export function readChoice(choice: Choice, text: string): string | undefined {
  const { codes, labels } = prepared(choice)
  const bare = text.replace(/^\s*[a-z]{1,2}\)\s*/, '').trim()
  const first = /^[A-Za-z0-9]+/.exec(bare)?.[0]?.toUpperCase() ?? ''
  // Local systems divide the national codes further: N1a, N1SB.
  const national = codes.get(first) ?? codes.get(first.replace(/^([A-Z]\d)[A-Z]+\d?$/, '$1'))
  if (national !== undefined && (/^[A-Za-z0-9]+\s*(?:[-:)–,]|$)/.test(bare) || !codes.has(first))) return national
  const words = wordsOf(bare)
  const exact = labels.get(words)
  if (exact !== undefined) return exact
  const inside = bare.split(/[^A-Za-z0-9]+/).filter((word) => word.length > 1 && word === word.toUpperCase())
  const found = new Set(inside.flatMap((word) => codes.get(word) ?? []))
  if (found.size === 1) return [...found][0]
  return longestBeginning(labels, words)
}

type Prepared = {
  /** By the code in capitals, our code: of those that stand in the list themselves. */
  readonly codes: ReadonlyMap<string, string>
  /** By the words of a label or wording. */
  readonly labels: ReadonlyMap<string, string>
}

const made = new Map<Choice, Prepared>()

function prepared(choice: Choice): Prepared {
  const known = made.get(choice) ?? prepare(choice)
  made.set(choice, known)
  return known
}

function prepare(choice: Choice): Prepared {
  const entries = Object.entries(choice.written)
  const codes = new Map<string, string>()
  const labels = new Map<string, string>()
  for (const [code, written] of entries) {
    const bare = written.replace(/^[a-z]{1,2}\) /, '')
    if (bare.toUpperCase().startsWith(code.toUpperCase())) codes.set(code.toUpperCase(), code)
    labels.set(wordsOf(bare), code)
    labels.set(wordsOf(bare.replace(/^[A-Z0-9]+(?:: | - )/, '')), code)
  }
  for (const [code, words] of wordingsOf(choice)) labels.set(words, code)
  // Initials stand for the whole: "M", "F".
  if (codes.size === 0) for (const [code] of entries) if (code.length === 1) labels.set(code.toLowerCase(), code)
  return { codes, labels }
}

/** How systems word the codes: those of the lists for inspection, and those that stand with a choice itself. */
const wordingsOf = (choice: Choice): readonly (readonly [code: string, words: string])[] =>
  [wordings.get(choice), choice.also].flatMap((said) =>
    Object.entries(said ?? {}).flatMap(([code, all]) => all.map((words) => [code, words] as const)),
  )

/** Small letters and figures with one space between words. */
const wordsOf = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/['’]/g, '')
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .trim()

/** What systems put before the words themselves. */
const BEFORE = /^(?:\d{1,2}[a-z]? |cin |cla |c f |due to |care leaver accommodation |[a-z]\d? (?:16 )?)/

const longestBeginning = (labels: Prepared['labels'], words: string): string | undefined =>
  beginning(labels, words) ?? beginning(labels, words.replace(BEFORE, ''))

function beginning(labels: Prepared['labels'], words: string): string | undefined {
  let best = ''
  for (const label of labels.keys())
    if (label.length > 2 && label.length > best.length && words.startsWith(label)) best = label
  return labels.get(words) ?? (best === '' ? undefined : labels.get(best))
}
