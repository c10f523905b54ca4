import { compoundFile } from './compound-file.ts'
import type { DocumentKind, Looked } from './document-types.ts'
import { isMail, isMarkup, isPlainText } from './text-file.ts'
import { zipFile } from './zip-file.ts'

/**
 * What a file is, by its bytes alone; its name is somebody's word. It counts as what it is from its very first byte on, so that one made to
 * be two things at once is at most what it begins as. Nothing is unpacked: of a ZIP only the list of what is in it is read.
 */
export function lookAt(bytes: Uint8Array): Looked {
  const kind = told.find(({ is }) => is(bytes))?.kind
  if (kind !== undefined) return { kind }
  if (startsWith(bytes, '%PDF-')) return { unfit: 'broken' }
  if (startsWith(bytes, 'PK')) return zipFile(bytes)
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])) return compoundFile(bytes)
  if (programs.some((start) => startsWith(bytes, start))) return { unfit: 'program' }
  if (isMarkup(bytes)) return { unfit: 'web page' }
  if (isMail(bytes)) return { kind: 'mail' }
  return isPlainText(bytes) ? { kind: 'text' } : { unfit: 'unknown' }
}

/** The kinds that can be told by how they begin. */
const told: readonly { readonly kind: DocumentKind; readonly is: (bytes: Uint8Array) => boolean }[] = [
  { kind: 'pdf', is: isPdf },
  { kind: 'png', is: (bytes) => startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]) },
  { kind: 'jpeg', is: (bytes) => startsWith(bytes, [0xff, 0xd8, 0xff]) },
  { kind: 'heic', is: (bytes) => ['heic', 'heix', 'heim', 'heis', 'hevc', 'mif1'].includes(brandOf(bytes)) },
  // Many phones' recorders name only the container, which is that of any MPEG-4.
  {
    kind: 'm4a',
    is: (bytes) => ['M4A ', 'M4B ', 'mp41', 'mp42', 'isom', 'iso2', '3gp4', '3gp5'].includes(brandOf(bytes)),
  },
  { kind: 'wav', is: (bytes) => startsWith(bytes, 'RIFF') && latin(bytes, 8, 12) === 'WAVE' },
  { kind: 'mp3', is: (bytes) => startsWith(bytes, 'ID3') || isMp3Frame(bytes) },
]

/** Programs of Windows, Linux and macOS, scripts, Java classes, shortcuts. */
const programs: readonly (string | readonly number[])[] = [
  'MZ',
  '\x7fELF',
  '#!',
  [0xca, 0xfe, 0xba, 0xbe],
  [0xcf, 0xfa, 0xed, 0xfe],
  [0xce, 0xfa, 0xed, 0xfe],
  [0x4c, 0x00, 0x00, 0x00, 0x01, 0x14, 0x02, 0x00],
]

/** Whole to its end, with nothing behind it: a page or a ZIP that was hung on to a PDF is refused. */
function isPdf(bytes: Uint8Array): boolean {
  const end = latin(bytes, bytes.length - 1024, bytes.length)
  return /^%PDF-[12]\.\d/.test(latin(bytes, 0, 8)) && /%%EOF[\s\0]*$/.test(end)
}

const brandOf = (bytes: Uint8Array): string => (latin(bytes, 4, 8) === 'ftyp' ? latin(bytes, 8, 12) : '')

/** The head of a frame: eleven bits set, layer III, and a bit rate and a sampling rate that there are. */
function isMp3Frame([first = 0, second = 0, third = 0]: Uint8Array): boolean {
  const isLayer3 = ((second >> 1) & 3) === 1
  const [bitRate, sampling] = [third >> 4, (third >> 2) & 3]
  return first === 0xff && second >> 5 === 7 && isLayer3 && bitRate > 0 && bitRate < 15 && sampling < 3
}

function startsWith(bytes: Uint8Array, start: string | readonly number[]): boolean {
  const wanted = typeof start === 'string' ? [...start].map((one) => one.charCodeAt(0)) : start
  return wanted.every((byte, at) => bytes[at] === byte)
}

/** Bytes as text, one character each. */
const latin = (bytes: Uint8Array, from: number, to: number): string =>
  new TextDecoder('latin1').decode(bytes.subarray(Math.max(0, from), to))
