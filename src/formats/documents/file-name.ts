const LONGEST = 120

/** What another file system would not have, or would take for something else. */
const illegal = /[<>:"|?*]/g
/** Cannot be seen; among them the marks that turn the direction of writing, by which “gpj.exe” reads as “exe.jpg”. */
const unseen = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu
/** Windows takes these for machines, whatever stands behind the point. */
const device = /^(con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i

/** A file's name as it is kept: without the folders it came from, what cannot be seen, and what some computers cannot hold. Letters of any language stay. */
export function cleanFileName(given: string): string {
  const last = given.split(/[/\\]/).at(-1) ?? ''
  const clean = last
    .replace(unseen, '')
    .normalize('NFC')
    .replace(illegal, '-')
    .replace(/\s+/g, ' ')
    .replace(/^[ .]*\.(?=[^.]+$)/, 'Document.')
    .replace(/^[ .]+|[ .]+$/g, '')
    .replace(device, '_$1')
  return shortened(clean === '' ? 'Document' : clean)
}

/** How a name ends, in small letters, without the point; empty where it has no ending. */
export const extensionOf = (name: string): string => /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''

/** Counted in characters as people see them, so that none is cut in half; the ending stays. */
function shortened(name: string): string {
  const characters = [...name]
  if (characters.length <= LONGEST) return name
  const ending = name.length - name.lastIndexOf('.') <= 10 ? name.slice(name.lastIndexOf('.')) : ''
  return (
    characters
      .slice(0, LONGEST - ending.length)
      .join('')
      .replace(/[ .]+$/, '') + ending
  )
}
