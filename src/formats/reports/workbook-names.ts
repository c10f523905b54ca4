export const CONTENTS = 'Contents'
/** As Excel has it. */
const LONGEST = 31

/** What the sheet of each table is called, by its caption: without what a name may not have, not too long, and unlike all others whatever their capitals. */
export function sheetNames(captions: readonly string[]): ReadonlyMap<string, string> {
  const taken = new Set([CONTENTS.toLowerCase(), 'history'])
  return new Map(
    captions.map((caption) => {
      const name = firstFree(plainName(caption), taken)
      taken.add(name.toLowerCase())
      return [caption, name] as const
    }),
  )
}

const plainName = (caption: string): string =>
  caption
    .replace(/[[\]:*?/\\\p{Cc}]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s']+|[\s']+$/g, '') || 'Table'

function firstFree(name: string, taken: ReadonlySet<string>): string {
  for (let number = 1; ; number++) {
    const end = number === 1 ? '' : ` (${number})`
    const one = cut(name, LONGEST - end.length) + end
    if (!taken.has(one.toLowerCase())) return one
  }
}

/** At the end of a word where one ends late enough. */
function cut(name: string, longest: number): string {
  if (name.length <= longest) return name
  const end = /[\s,;]+[^\s,;]*$/.exec(name.slice(0, longest + 1))?.index ?? 0
  return name.slice(0, end > longest / 2 ? end : longest).replace(/[\s'\ud800-\udbff]+$/, '')
}

/** A sheet's name as a reference to its cells has it. */
export const quoted = (name: string): string => `'${name.replaceAll("'", "''")}'`
