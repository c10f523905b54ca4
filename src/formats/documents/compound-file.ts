import type { Looked } from './document-types.ts'

const [HEADER, ENTRY, STREAM] = [512, 128, 2]
/** At the top of every message (MS-OXMSG, section 2.4), and of nothing else that Office writes. */
const OF_A_MESSAGE = '__properties_version1.0'

/**
 * What a compound file is (MS-CFB): Outlook's messages are, and so are Office files of before 2007, installers, and Office files locked with a
 * password. Wherever in the file its directory lies, its entries begin at multiples of their length.
 */
export function compoundFile(bytes: Uint8Array): Looked {
  for (let at = HEADER; at + ENTRY <= bytes.length; at += ENTRY) {
    if (isEntry(bytes, at, OF_A_MESSAGE)) return { kind: 'outlook' }
  }
  return { unfit: 'older Office file' }
}

/** Whether an entry for a stream of that name begins there: the name in UTF-16, its length in bytes with the nought behind it, what it is. */
function isEntry(bytes: Uint8Array, at: number, name: string): boolean {
  if (bytes[at + 64] !== (name.length + 1) * 2 || bytes[at + 65] !== 0 || bytes[at + 66] !== STREAM) return false
  return [...name].every((letter, place) => {
    const here = at + place * 2
    return bytes[here] === letter.charCodeAt(0) && bytes[here + 1] === 0
  })
}
