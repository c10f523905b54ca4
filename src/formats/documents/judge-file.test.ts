import fc from 'fast-check'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, it, test } from 'vitest'
import { cleanFileName, extensionOf } from './file-name.ts'
import { endingsTaken, judgeFile, kindsTaken } from './judge-file.ts'

const bytes = (...parts: readonly (string | readonly number[])[]): Uint8Array =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part))))

const pdf = bytes('%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n')
const html = bytes('<!DOCTYPE html><html><script>alert(1)</script></html>')
const svg = bytes('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')
const program = bytes('MZ', [0x90, 0, 3, 0, 0, 0], 'This program cannot be run in DOS mode.')
const png = bytes([0x89], 'PNG\r\n', [0x1a, 0x0a, 0, 0, 0, 13], 'IHDR')
const jpeg = bytes([0xff, 0xd8, 0xff, 0xe0, 0, 16], 'JFIF')
const zip = (parts: Readonly<Record<string, string>>) =>
  zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])))
const docx = zip({ '[Content_Types].xml': '<Types/>', 'word/document.xml': '<w:document/>' })
const xlsx = zip({ '[Content_Types].xml': '<Types/>', 'xl/workbook.xml': '<workbook/>' })
const pptx = zip({ '[Content_Types].xml': '<Types/>', 'ppt/presentation.xml': '<p/>' })
const openDocument = (kind: string) =>
  zipSync({
    mimetype: [strToU8(`application/vnd.oasis.opendocument.${kind}`), { level: 0 }],
    'content.xml': strToU8('<office/>'),
  })
const mpeg4 = (brand: string) => bytes([0, 0, 0, 24], `ftyp${brand}`, [0, 0, 0, 0])
const mail = bytes(
  'Received: from school\r\n by us\r\nFrom: a@school.example\r\nDate: Tue, 3 Oct 2023\r\n\r\n<p>Hello</p>',
)

/** A compound file whose directory has a stream of that name. */
function compound(stream: string): Uint8Array {
  const file = Buffer.alloc(1024)
  Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]).copy(file)
  Buffer.from(stream, 'utf16le').copy(file, 640)
  file[640 + 64] = (stream.length + 1) * 2
  file[640 + 66] = 2
  return file
}
const message = compound('__properties_version1.0')

const mediaType = (name: string, file: Uint8Array) => {
  const judged = judgeFile(name, file)
  return 'type' in judged ? judged.type.mediaType : undefined
}
const problem = (name: string, file: Uint8Array) => {
  const judged = judgeFile(name, file)
  return 'problem' in judged ? judged.problem : undefined
}

describe('what is taken', () => {
  it('is said in full', () => {
    for (const ending of endingsTaken.split(',').filter((one) => one !== '.jpg' && one !== '.heif'))
      expect(kindsTaken).toContain(ending.slice(1).toUpperCase())
  })

  it.each([
    ['a.pdf', pdf, 'application/pdf'],
    ['A.PDF', pdf, 'application/pdf'],
    ['a.docx', docx, 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    ['a.xlsx', xlsx, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
    ['a.pptx', pptx, 'application/vnd.openxmlformats-officedocument.presentationml.presentation'],
    ['a.odt', openDocument('text'), 'application/vnd.oasis.opendocument.text'],
    ['a.ods', openDocument('spreadsheet'), 'application/vnd.oasis.opendocument.spreadsheet'],
    ['a.png', png, 'image/png'],
    ['a.jpg', jpeg, 'image/jpeg'],
    ['a.jpeg', jpeg, 'image/jpeg'],
    ['a.heic', mpeg4('heic'), 'image/heic'],
    ['a.m4a', mpeg4('M4A '), 'audio/mp4'],
    ['a.wav', bytes('RIFF', [4, 0, 0, 0], 'WAVEfmt '), 'audio/wav'],
    ['a.mp3', bytes('ID3', [4, 0]), 'audio/mpeg'],
    ['a.mp3', bytes([0xff, 0xfb, 0x90, 0x64]), 'audio/mpeg'],
    ['a.txt', Buffer.from('Maya said: “hello”. £5'), 'text/plain'],
    ['a.txt', bytes('From Windows, in its older letters: \xa35'), 'text/plain'],
    ['a.txt', Buffer.from('\ufeffMaya', 'utf16le'), 'text/plain'],
    ['a.txt', mail, 'text/plain'],
    ['a.eml', mail, 'message/rfc822'],
    ['a.msg', message, 'application/vnd.ms-outlook'],
  ])('%s as what it is', (name, file, type) => {
    expect(mediaType(name, file)).toBe(type)
  })
})

describe('what is not', () => {
  it.each([
    ['a page', 'letter.pdf', html, 'what is in it is a web page'],
    ['a page after blanks and a mark', 'letter.txt', Buffer.from('\ufeff\n  <HTML>'), 'what is in it is a web page'],
    ['a drawing with script', 'photo.png', svg, 'what is in it is a web page'],
    ['a drawing with script, in XML', 'photo.jpg', bytes('<?xml version="1.0"?><svg/>'), 'what is in it is a web page'],
    ['a program', 'letter.pdf', program, 'what is in it is a program'],
    ['a script', 'letter.txt', bytes('#!/bin/sh\nrm -r /'), 'what is in it is a program'],
    [
      'a picture by another name',
      'scan.pdf',
      jpeg,
      'what is in it is a JPEG picture. Give it a name that ends in .jpg',
    ],
    ['a spreadsheet by another name', 'letter.docx', xlsx, 'what is in it is an Excel workbook'],
    ['a message in which nothing is one', 'letter.msg', compound('WordDocument'), 'locked with a password'],
    ['an Office file locked with a password', 'letter.docx', compound('EncryptedPackage'), 'locked with a password'],
    [
      'macros',
      'letter.docx',
      zip({ '[Content_Types].xml': '', 'word/document.xml': '', 'word/vbaProject.bin': '' }),
      'has macros',
    ],
    ['a packed folder', 'letter.docx', zip({ 'letter.exe': 'MZ' }), 'is a packed folder'],
    ['nothing', 'letter.pdf', bytes(), '“letter.pdf” is empty'],
    ['noise', 'letter.txt', bytes([0, 1, 2, 3]), 'what is in it is something else'],
    ['an ending that is not taken', 'page.html', html, 'files that end in .html are not taken'],
    ['an ending behind another', 'letter.pdf.exe', program, 'files that end in .exe are not taken'],
    ['no ending', 'letter', pdf, 'its name has no ending'],
  ])('%s', (_, name, file, why) => {
    expect(problem(name, file)).toContain(why)
  })

  it.each([
    ['a page hung on to a PDF', 'a.pdf', Buffer.concat([pdf, html])],
    ['a ZIP hung on to a PDF', 'a.pdf', Buffer.concat([pdf, docx])],
    ['a PDF that begins with something else', 'a.pdf', Buffer.concat([html, pdf])],
    ['a PDF cut off', 'a.pdf', pdf.subarray(0, 40)],
    ['something in front of a ZIP', 'a.docx', Buffer.concat([pdf, docx])],
    ['a program behind a ZIP', 'a.docx', Buffer.concat([docx, program])],
    ['a ZIP cut off', 'a.docx', docx.subarray(0, docx.length - 5)],
  ])('two things at once, or half of one: %s', (_, name, file) => {
    expect(mediaType(name, file)).toBeUndefined()
  })

  it('counts what a ZIP would unpack to from its list, and unpacks nothing', () => {
    const bomb = Buffer.from(docx)
    const listed = bomb.indexOf(Buffer.from([0x50, 0x4b, 1, 2]))
    bomb.writeUInt32LE(0xfffffffe, listed + 24)
    expect(problem('a.docx', bomb)).toContain('is a packed folder')
  })

  test('whatever the bytes, it answers, and takes only what it was told they are', () => {
    const starts = [pdf, docx, openDocument('text'), message, png, mail, html]
    const mangled = fc
      .tuple(fc.constantFrom(...starts), fc.array(fc.tuple(fc.nat(2000), fc.nat(255)), { maxLength: 12 }), fc.nat(1200))
      .map(([start, changes, length]) => {
        const file = Buffer.from(start.subarray(0, Math.max(1, start.length - (length % start.length))))
        for (const [at, byte] of changes) file[at % file.length] = byte
        return file
      })
    fc.assert(
      fc.property(fc.oneof(mangled, fc.uint8Array({ minLength: 1, maxLength: 300 })), (file) => {
        const taken = ['a.pdf', 'a.docx', 'a.odt', 'a.msg', 'a.png', 'a.txt', 'a.mp3'].filter((name) =>
          mediaType(name, file),
        )
        expect(taken.length).toBeLessThanOrEqual(1)
      }),
      { numRuns: 500 },
    )
  })
})

describe('names', () => {
  it.each([
    ['../../etc/passwd', 'passwd'],
    ['C:\\Users\\tom\\Maya.pdf', 'Maya.pdf'],
    ['/absolute/Maya.pdf', 'Maya.pdf'],
    ['..', 'Document'],
    ['', 'Document'],
    [' . Maya .pdf . ', 'Maya .pdf'],
    ['Maya\u202efdp.exe', 'Mayafdp.exe'],
    ['Maya\r\nSet-Cookie: a.pdf', 'MayaSet-Cookie- a.pdf'],
    ['.pdf', 'Document.pdf'],
    ['a"b<c>.pdf', 'a-b-c-.pdf'],
    ['CON.pdf', '_CON.pdf'],
    ['Zoe\u0308 Ľubica 李小龍 رسالة.pdf', 'Zoë Ľubica 李小龍 رسالة.pdf'],
  ])('%j is kept as %j', (given, kept) => {
    expect(cleanFileName(given)).toBe(kept)
  })

  test('a clean name has no folder and nothing unseen, is not too long, keeps its ending, and is clean already', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 400 }),
        fc.constantFrom('.pdf', '.docx', ''),
        (start, ending) => {
          const name = cleanFileName(start + ending)
          expect(name).not.toMatch(/[/\\\p{Cc}\p{Cf}<>:"|?*]|^\.|^$/u)
          expect([...name].length).toBeLessThanOrEqual(121)
          if (ending !== '' && !/[/\\]$/.test(start)) expect(`.${extensionOf(name)}`).toBe(ending)
          expect(cleanFileName(name)).toBe(name)
        },
      ),
    )
  })
})
