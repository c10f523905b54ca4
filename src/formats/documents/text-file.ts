/** How a page, a drawing or any other markup begins, whatever a file calls itself. */
const markup =
  /^\s*<(?:!doctype|!--|\?xml|html|head|body|script|svg|iframe|object|meta|title|style|img|a\s|div|p>|table)/i

/** Whether a browser would take it for a page: markup begins within what a browser looks at (WHATWG MIME Sniffing, section 7.1). */
export const isMarkup = (bytes: Uint8Array): boolean => markup.test(beginningOf(bytes))

/** Whether it begins with the headings of an e-mail (RFC 5322, section 3.6): who from, and when. The body may be anything. */
export function isMail(bytes: Uint8Array): boolean {
  const head = beginningOf(bytes, 65_536).split(/\r?\n\r?\n/)[0] ?? ''
  const lines = head.split(/\r?\n/)
  return (
    lines.length > 1 &&
    lines.every((line) => /^([!-9;-~]+:|[ \t])/.test(line)) &&
    /^from:/im.test(head) &&
    /^(date|received):/im.test(head) &&
    !hasUnseen(bytes)
  )
}

/** Text that somebody typed: in UTF-8 or UTF-16, or in the older encoding of Windows, with no character that cannot be seen. */
export const isPlainText = (bytes: Uint8Array): boolean => bytes.length > 0 && !hasUnseen(bytes)

/** The first 512 bytes (or so many) as text, without the mark of its encoding. */
function beginningOf(bytes: Uint8Array, most = 512): string {
  return new TextDecoder(encodingOf(bytes)).decode(bytes.subarray(0, most))
}

/** Control characters other than a tab, the end of a line and the end of a page. */
function hasUnseen(bytes: Uint8Array): boolean {
  if (encodingOf(bytes) === 'utf-16le' || encodingOf(bytes) === 'utf-16be')
    return /[^\P{Cc}\t\n\r\f]/u.test(new TextDecoder(encodingOf(bytes)).decode(bytes))
  return bytes.some(
    (byte) => (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0c && byte !== 0x0d) || byte === 0x7f,
  )
}

function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  return 'utf-8'
}
