import type { DocumentKind, Looked } from './document-types.ts'

/** A part, as a ZIP's own list has it. */
type Entry = { readonly name: string; readonly unpacked: number; readonly startsAt: number }

const [END, LISTED, PART] = [0x06054b50, 0x02014b50, 0x04034b50]
/** No honest document unpacks to this many bytes. */
const MOST_UNPACKED = 1024 ** 3

/**
 * What an Office or OpenDocument file is, by the list at its end. Only a ZIP that fills the file from its first byte to its last counts: programs
 * look for the list from the end, so whatever stands before it or behind it could be something else.
 */
export function zipFile(bytes: Uint8Array): Looked {
  const entries = entriesOf(bytes)
  if (entries === undefined) return { unfit: 'broken' }
  if (entries.reduce((sum, { unpacked }) => sum + unpacked, 0) > MOST_UNPACKED) return { unfit: 'packed folder' }
  if (entries.some(({ name }) => /(^|\/)vbaProject\.bin$|^Basic\//i.test(name))) return { unfit: 'macros' }
  const has = (name: string) => entries.some((one) => one.name === name)
  const kind = has('[Content_Types].xml')
    ? office.find(({ part }) => has(part))?.kind
    : openDocuments.get(mediaTypeIn(bytes, entries[0]))
  return kind === undefined ? { unfit: 'packed folder' } : { kind }
}

const office: readonly { readonly part: string; readonly kind: DocumentKind }[] = [
  { part: 'word/document.xml', kind: 'docx' },
  { part: 'xl/workbook.xml', kind: 'xlsx' },
  { part: 'ppt/presentation.xml', kind: 'pptx' },
]

const openDocuments: ReadonlyMap<string, DocumentKind> = new Map([
  ['application/vnd.oasis.opendocument.text', 'odt'],
  ['application/vnd.oasis.opendocument.spreadsheet', 'ods'],
])

/** An OpenDocument file says what it is in its first part, which is not packed (OpenDocument 1.3, part 2, section 3.3). */
function mediaTypeIn(bytes: Uint8Array, first: Entry | undefined): string {
  if (first?.name !== 'mimetype' || first.startsAt !== 0) return ''
  const view = viewOf(bytes)
  const start = 30 + view.getUint16(26, true) + view.getUint16(28, true)
  return latin(bytes.subarray(start, start + first.unpacked))
}

/** The list of a ZIP; undefined where it is not whole. The larger form of the list is for files larger than any that is taken. */
function entriesOf(bytes: Uint8Array): readonly Entry[] | undefined {
  const view = viewOf(bytes)
  const end = bytes.length - 22
  if (end < 0 || view.getUint32(0, true) !== PART || view.getUint32(end, true) !== END) return undefined
  const entries: Entry[] = []
  let at = view.getUint32(end + 16, true)
  while (at + 46 <= end && view.getUint32(at, true) === LISTED) {
    const nameEnd = at + 46 + view.getUint16(at + 28, true)
    entries.push({
      name: latin(bytes.subarray(at + 46, nameEnd)),
      unpacked: view.getUint32(at + 24, true),
      startsAt: view.getUint32(at + 42, true),
    })
    at = nameEnd + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  const isWhole = at === end && entries.length === view.getUint16(end + 10, true)
  return isWhole && entries.some(({ startsAt }) => startsAt === 0) ? entries : undefined
}

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
const latin = (bytes: Uint8Array): string => new TextDecoder('latin1').decode(bytes)
