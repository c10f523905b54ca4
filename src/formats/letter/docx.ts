import { strToU8, zipSync } from 'fflate'

/** A letter as it stands on paper: blocks of lines, one of which is its heading. */
export type LetterPage = {
  readonly title: string
  readonly author: string
  /** As ISO 8601 in UTC. */
  readonly writtenAt: string
  readonly blocks: readonly LetterBlock[]
}
export type LetterBlock = { readonly kind: 'heading' | 'paragraph'; readonly lines: readonly string[] }

/**
 * A letter as a Word document (ECMA-376, Office Open XML): A4, in a plain face of 12 points, its language and title said, its heading a heading, so that it can be
 * put on the council's paper and is read well aloud. The same letter makes the same bytes.
 */
export function letterDocx(letter: LetterPage): Uint8Array {
  const parts = {
    '[Content_Types].xml': contentTypes,
    '_rels/.rels': relations([
      ['officeDocument', 'word/document.xml', OFFICE],
      ['metadata/core-properties', 'docProps/core.xml', PACKAGE],
    ]),
    'word/_rels/document.xml.rels': relations([['styles', 'styles.xml', OFFICE]]),
    'word/document.xml': documentXml(letter),
    'word/styles.xml': styles,
    'docProps/core.xml': properties(letter),
  }
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(HEAD + text)])), {
    // A ZIP cannot say an earlier one; the letter's own date stands in its properties.
    mtime: '1980-01-01T00:00:00',
  })
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships'
const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml'

const contentTypes = [
  '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">',
  '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
  '<Default Extension="xml" ContentType="application/xml"/>',
  `<Override PartName="/word/document.xml" ContentType="${wordType}.document.main+xml"/>`,
  `<Override PartName="/word/styles.xml" ContentType="${wordType}.styles+xml"/>`,
  '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>',
  '</Types>',
].join('')

const relations = (all: readonly (readonly [kind: string, target: string, base: string])[]): string =>
  [
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">',
    ...all.map(
      ([kind, target, base], at) => `<Relationship Id="r${at + 1}" Type="${base}/${kind}" Target="${target}"/>`,
    ),
    '</Relationships>',
  ].join('')

const face = '<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:eastAsia="Arial" w:cs="Arial"/>'
/** Sizes are half points, distances twentieths of a point. */
const styles = [
  `<w:styles xmlns:w="${WORD}"><w:docDefaults>`,
  `<w:rPrDefault><w:rPr>${face}<w:sz w:val="24"/><w:szCs w:val="24"/><w:lang w:val="en-GB"/></w:rPr></w:rPrDefault>`,
  '<w:pPrDefault><w:pPr><w:spacing w:after="200" w:line="288" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>',
  '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>',
  '<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/>',
  '<w:pPr><w:keepNext/><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/><w:bCs/><w:sz w:val="26"/><w:szCs w:val="26"/></w:rPr></w:style>',
  '</w:styles>',
].join('')

const documentXml = ({ blocks }: LetterPage): string =>
  [
    `<w:document xmlns:w="${WORD}"><w:body>`,
    ...blocks.map(paragraph),
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/>',
    '<w:pgMar w:top="1418" w:right="1418" w:bottom="1418" w:left="1418" w:header="709" w:footer="709" w:gutter="0"/></w:sectPr>',
    '</w:body></w:document>',
  ].join('')

function paragraph({ kind, lines }: LetterBlock): string {
  const style = kind === 'heading' ? '<w:pPr><w:pStyle w:val="Heading1"/></w:pPr>' : ''
  const runs = lines.map((line) => `<w:t xml:space="preserve">${escaped(line)}</w:t>`).join('<w:br/>')
  return `<w:p>${style}<w:r>${runs}</w:r></w:p>`
}

const properties = ({ title, author, writtenAt }: LetterPage): string =>
  [
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"',
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"',
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
    `<dc:title>${escaped(title)}</dc:title><dc:creator>${escaped(author)}</dc:creator><dc:language>en-GB</dc:language>`,
    `<dcterms:created xsi:type="dcterms:W3CDTF">${writtenAt}</dcterms:created></cp:coreProperties>`,
  ].join('')

/** Text within XML 1.0, which cannot hold most control characters at all. */
const escaped = (text: string): string =>
  text
    .replace(/[^\P{Cc}\t]|[\ufffe\uffff]|\p{Surrogate}/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
