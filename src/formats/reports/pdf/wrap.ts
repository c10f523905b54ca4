export type Measure = (text: string) => number

/**
 * A text in lines that are no wider than they may be. A line that ends at a blank keeps it, so that whoever reads the file aloud does not run two
 * words into one. A word that is wider than a line is broken: after a hyphen or a slash if there is one, else wherever it must be.
 */
export function wrapped(text: string, width: number, measure: Measure): readonly string[] {
  return text.split(/\r\n|[\r\n\u2028\u2029]/).flatMap((line) => wrappedLine(line, width, measure))
}

function wrappedLine(text: string, width: number, measure: Measure): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.trim().split(/[^\S\u00a0]+/)) {
    const together = line === '' ? word : `${line} ${word}`
    if (measure(together) <= width + HAIR) {
      line = together
      continue
    }
    if (line !== '') lines.push(`${line} `)
    const pieces = broken(word, width, measure)
    lines.push(...pieces.slice(0, -1))
    line = pieces.at(-1) ?? ''
  }
  return [...lines, line]
}

function broken(word: string, width: number, measure: Measure): readonly string[] {
  if (measure(word) <= width + HAIR) return [word]
  const parts = word.split(/(?<=[-–—/_@.])(?=.)/u).flatMap((part) => brokenAnywhere(part, width, measure))
  return parts.reduce<string[]>((pieces, part) => joined(pieces, part, width, measure), [])
}

function brokenAnywhere(part: string, width: number, measure: Measure): readonly string[] {
  if (measure(part) <= width + HAIR) return [part]
  const letters = Array.from(graphemes.segment(part), ({ segment }) => segment)
  return letters.reduce<string[]>((pieces, letter) => joined(pieces, letter, width, measure), [])
}

/** The pieces with one more: on the last where there is room, else on one of its own. */
function joined(pieces: string[], part: string, width: number, measure: Measure): string[] {
  const last = pieces.at(-1)
  if (last !== undefined && measure(last + part) <= width + HAIR) pieces[pieces.length - 1] = last + part
  else pieces.push(part)
  return pieces
}

/** What two sums of the same widths may differ by. */
const HAIR = 0.01

const graphemes = new Intl.Segmenter('en-GB', { granularity: 'grapheme' })

/** The widest word of a text: no column can be narrower without breaking one. */
export const widestWord = (text: string, measure: Measure): number =>
  text.split(/\s+/).reduce((widest, word) => Math.max(widest, measure(word)), 0)
