import fc from 'fast-check'

/** What is no number, no name and no date, and what somebody writes who wants more than a page. */
export const oddities: readonly string[] = [
  '',
  '0',
  '-1',
  '1.5',
  '1e3',
  '0x10',
  ' 1021',
  '9007199254740993',
  '9'.repeat(15),
  '9'.repeat(400),
  '١٠٢١',
  '１０２１',
  'NaN',
  'Infinity',
  'null',
  'undefined',
  'true',
  '[object Object]',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  "1' or '1'='1",
  '1;drop table audit',
  '1021--',
  '%',
  '%00',
  '\0',
  '1021\0',
  '\ud800',
  '\udc00x',
  '\u202e\u2066',
  '\u2028',
  '../../etc/passwd',
  '..\\..',
  '{{7*7}}',
  '#{7*7}',
  '{% include "layout/page.njk" %}',
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "'-alert(1)-'",
  '=HYPERLINK("http://evil.example")',
  '😀'.repeat(50),
  'a\r\nSet-Cookie: x=1',
  '2023-02-31',
  '0000-00-00',
  '9999-12-31',
]

/** An oddity, or anything at all. */
export const anything = fc.oneof(
  fc.constantFrom(...oddities),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
)

/** In an address; half characters as bytes that no encoding has. */
export const inAddress = (text: string): string =>
  /\p{Surrogate}/u.test(text) ? '%ED%A0%80' : encodeURIComponent(text)
