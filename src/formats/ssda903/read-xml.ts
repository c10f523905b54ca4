import { SaxesParser } from 'saxes'
import type { InputFile } from '../issue.ts'
import { ofFile } from './findings.ts'
import type { RawFile, RawRow, RawTable } from './raw.ts'
import { type TableName, tables } from './tables.ts'

// The XML of the return: EXPSSDA903 > CHILD > HEADER and EPISODE. Some tables are elements of their own within HEADER, others are fields of it.
// Source: the 2021 schema (CLA.xsd, version 3.3.0). It has no place for social workers and deprivation of liberty orders.

export const root = 'EXPSSDA903'

/** Elements that are rows of a table. */
export const rowElements: Readonly<Record<string, TableName>> = {
  AREVIEW: 'Reviews',
  AMISSING: 'Missing',
  PERMANENCE: 'PrevPerm',
  OC2: 'OC2',
  AD_PLACED: 'PlacedAdoption',
  EPISODE: 'Episodes',
}

/** Tables whose columns are fields of the header: there is a row where any of these is filled in. */
export const inHeader: readonly TableName[] = ['AD1', 'OC3', 'UASC']

const renamed: Readonly<Record<string, string>> = { CHILDID: 'CHILD', PL: 'PLACE' }

export const looksLikeXml = (bytes: Uint8Array): boolean =>
  /^\uFEFF?\s*</.test(new TextDecoder().decode(bytes.subarray(0, 200)))

type Open = { readonly line: number; readonly fields: Map<string, string> }

/** Reads the whole return from one XML file. */
export function readXml(file: InputFile): RawFile {
  const found = new Map<TableName, RawRow[]>()
  const add = (name: TableName, row: RawRow) => {
    const rows = found.get(name)
    if (rows === undefined) found.set(name, [row])
    else rows.push(row)
  }
  try {
    for (const child of parse(new TextDecoder('utf-8', { fatal: true }).decode(file.bytes))) addChild(child, add)
  } catch (error) {
    if (!(error instanceof TypeError || error instanceof NotReadable)) throw error
    const message = error instanceof NotReadable ? error.message : 'The file is not in UTF-8. Export it again.'
    return { tables: [], findings: [ofFile('file-unreadable', file.name, message)] }
  }
  return {
    tables: tables.flatMap((table): RawTable[] => {
      const rows = found.get(table.name)
      return rows === undefined ? [] : [{ table, file: file.name, rows, lost: [] }]
    }),
    findings: [],
  }
}

class NotReadable extends Error {}

type Child = { readonly header: Open; readonly rows: readonly (Open & { readonly element: string })[] }

/** The children of the file one after another. What is in an element that nobody knows is passed over. */
function parse(text: string): readonly Child[] {
  const parser = new SaxesParser()
  const children: { header: Open; rows: (Open & { element: string })[] }[] = []
  const path: string[] = []
  let inside: Open | undefined
  let written = ''
  parser.on('error', (error) => {
    throw new NotReadable(`The file is not whole XML: ${error.message}. Export it again.`)
  })
  parser.on('opentag', ({ name }) => {
    if (path.length === 0 && name !== root)
      throw new NotReadable(`The file begins with ${name}; the return begins with ${root}.`)
    path.push(name)
    written = ''
    const line = parser.line
    if (name === 'CHILD' && path.length === 2) children.push({ header: { line, fields: new Map() }, rows: [] })
    const child = children.at(-1)
    if (child === undefined) return
    if (name === 'HEADER') inside = child.header
    else if (Object.hasOwn(rowElements, name)) {
      const row = { line, fields: new Map<string, string>(), element: name }
      child.rows.push(row)
      inside = row
    }
  })
  parser.on('text', (more) => {
    written += more
  })
  parser.on('closetag', ({ name, isSelfClosing }) => {
    path.pop()
    const isRow = Object.hasOwn(rowElements, name)
    if (isRow) inside = path.at(-1) === 'HEADER' ? children.at(-1)?.header : undefined
    else if (name === 'HEADER') inside = undefined
    else inside?.fields.set(renamed[name] ?? name, isSelfClosing ? '' : written.trim())
    written = ''
  })
  parser.write(text).close()
  return children
}

function addChild({ header, rows }: Child, add: (name: TableName, row: RawRow) => void): void {
  const { line, fields } = header
  const said = (name: string) => fields.get(name) ?? ''
  const everywhere: [string, string][] = ['CHILD', 'DOB', 'SEX'].map((name) => [name, said(name)])
  add('Header', { row: line, cells: fields })
  for (const name of inHeader) if (isSaid(name, said)) add(name, { row: line, cells: fields })
  for (const { element, line: row, fields: own } of rows) {
    const name = rowElements[element]
    if (name !== undefined) add(name, { row, cells: new Map([...everywhere, ...own]) })
  }
}

/** Whether the header says anything of a table. Whether a child is unaccompanied it says with 1 or 0, and 0 is no row. */
function isSaid(name: TableName, said: (name: string) => string): boolean {
  if (name === 'UASC') return said('UASC') === '1' || said('DUC') !== ''
  const columns = tables.find((table) => table.name === name)?.columns ?? []
  return columns.some((column) => !['CHILD', 'DOB', 'SEX'].includes(column.name) && said(column.name) !== '')
}
