import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { judgeFile } from '../documents/judge-file.ts'
import { type LetterPage, letterDocx } from './docx.ts'

const letter = (changes: Partial<LetterPage> = {}): LetterPage => ({
  title: 'A visit to Maya',
  author: 'Tom Fairweather',
  writtenAt: '2023-10-04T09:00:00Z',
  blocks: [
    { kind: 'paragraph', lines: ['North team', '01632 960010'] },
    { kind: 'heading', lines: ['A visit to Maya'] },
    { kind: 'paragraph', lines: ['Dear Carys & Sheila', 'a < b'] },
  ],
  ...changes,
})
const parts = (bytes: Uint8Array) =>
  new Map(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]))
const unescaped = (xml: string) => xml.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
/** What a reader sees: a line for each line of each paragraph. */
const lines = (bytes: Uint8Array) =>
  [...(parts(bytes).get('word/document.xml') ?? '').matchAll(/<w:t [^>]*>([^<]*)<\/w:t>/g)].map(([, text = '']) =>
    unescaped(text),
  )

test('is a Word document, with its title, author and language', () => {
  const bytes = letterDocx(letter())
  expect(judgeFile('letter.docx', bytes)).toMatchObject({ type: { extensions: ['docx'] } })
  const properties = parts(bytes).get('docProps/core.xml') ?? ''
  expect(properties).toContain(
    '<dc:title>A visit to Maya</dc:title><dc:creator>Tom Fairweather</dc:creator><dc:language>en-GB<',
  )
  expect(parts(bytes).get('word/document.xml')).toContain(
    '<w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t xml:space="preserve">A visit to Maya</w:t>',
  )
})

test('the same letter is the same bytes, and another is not', () => {
  expect(Buffer.from(letterDocx(letter())).equals(letterDocx(letter()))).toBe(true)
  expect(Buffer.from(letterDocx(letter())).equals(letterDocx(letter({ title: 'Another' })))).toBe(false)
})

test('says every line as it was written, whatever is in it, and nothing that breaks it', () => {
  const line = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.string({ unit: fc.constantFrom('<', '>', '&', '"', ']]>', ' ', 'é') }),
  )
  fc.assert(
    fc.property(fc.array(fc.array(line, { minLength: 1 }), { minLength: 1 }), (blocks) => {
      const written = letterDocx(letter({ blocks: blocks.map((lines) => ({ kind: 'paragraph', lines })) }))
      expect(lines(written)).toEqual(blocks.flat())
    }),
  )
  const odd = letterDocx(letter({ blocks: [{ kind: 'paragraph', lines: ['a\u0000b\u0008c\ud800d\uffff\te'] }] }))
  expect(lines(odd)).toEqual(['abcd\te'])
})
