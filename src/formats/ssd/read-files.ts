import { misfit, splitCsv } from '../csv-table.ts'
import { unknown } from '../did-you-mean.ts'
import type { InputFile } from '../issue.ts'
import type { Finding } from '../records.ts'
import type { Column, Entity } from './column.ts'
import { entities, entityNamed, notRead } from './entities.ts'

/** A row as it stands in the file, its cells by the name of their column. */
export type RawRow = { readonly row: number; readonly cells: ReadonlyMap<string, string> }
export type RawFile = {
  readonly entity: Entity
  readonly file: string
  readonly rows: readonly RawRow[]
  /** How many rows have more or fewer cells than the heading, so that nobody knows whom they are about. */
  readonly misfits: number
}

export type FilesRead = {
  readonly files: readonly RawFile[]
  readonly findings: readonly Finding[]
  /** Nothing may be taken from any of the files while one of them cannot be read. */
  readonly refused: boolean
}

/** Takes the files apart into the entities that we know. One of an entity that is not read is told, and left. */
export function readFiles(given: readonly InputFile[]): FilesRead {
  const all = given.map(readFile)
  const files = all.flatMap(({ file }) => file ?? [])
  const findings = all.flatMap((one) => one.findings)
  const refused = all.some((one) => one.refused === true)
  if (refused || files.length > 0) return { files, findings, refused }
  const message = 'None of the files is of an entity that is read, so there is nothing to do.'
  return { files, findings: [...findings, ofFile('no-entity', given[0]?.name ?? '', message)], refused: true }
}

type FileRead = { readonly file?: RawFile; readonly findings: readonly Finding[]; readonly refused?: true }

function readFile({ name, bytes }: InputFile): FileRead {
  const entity = entityNamed(name)
  if (entity === undefined) return refusal(name, `${unknownEntity(name)} A file is named as its entity.`)
  if (typeof entity === 'string')
    return { findings: [ofFile('entity-not-read', name, `${entity} was left: ${notRead.get(entity)}`, 'warning')] }
  const split = splitCsv(bytes)
  if ('message' in split) return refusal(name, split.message, split.row)
  const [heading, ...body] = split.rows
  if (heading === undefined) return refusal(name, 'The file is empty. Its first row must name the columns.')
  const columns = heading.cells.map((text) => columnNamed(entity, text))
  const missing = entity.columns.filter((one) => !columns.includes(one))
  const needed = missing.filter((one) => one.needed === true)
  if (needed.length > 0)
    return refusal(
      name,
      `The file has no column ${needed.map((one) => one.name).join(' and none ')}, and every row needs it.`,
    )
  const misfits = body.filter(({ cells }) => cells.length !== columns.length)
  const rows = body
    .filter((one) => !misfits.includes(one))
    .map(({ row, cells }) => ({ row, cells: cellsOf(columns, cells) }))
  return {
    file: { entity, file: name, rows, misfits: misfits.length },
    findings: [
      ...columnFindings(name, heading.cells, columns, missing),
      ...leftFindings(entity, name, rows),
      ...misfits.map(({ row, cells }) => ({
        ...ofFile('row-misfit', name, `${misfit(cells.length, columns.length)} The row was left out.`),
        row,
      })),
    ],
  }
}

function unknownEntity(name: string): string {
  const bare = (name.split(/[\\/]/).at(-1) ?? '').replace(/\.csv$/i, '')
  return unknown('entity', bare, [...entities.map((one) => one.name), ...notRead.keys()])
}

const refusal = (file: string, message: string, row?: number): FileRead => ({
  findings: [{ ...ofFile('file-unreadable', file, message), row: row ?? null }],
  refused: true,
})

/** The column that a heading names, in whatever case, and by what earlier versions called it. */
function columnNamed({ columns }: Entity, heading: string): Column | undefined {
  const name = heading.trim().toLowerCase()
  return columns.find((one) => one.name === name || one.also?.includes(name) === true)
}

/** Of a column that stands twice the first counts. */
function cellsOf(columns: readonly (Column | undefined)[], cells: readonly string[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const [at, column] of columns.entries())
    if (column !== undefined && !found.has(column.name)) found.set(column.name, cells[at] ?? '')
  return found
}

function columnFindings(
  file: string,
  headings: readonly string[],
  columns: readonly (Column | undefined)[],
  missing: readonly Column[],
): readonly Finding[] {
  const strange = headings.filter((text, at) => text.trim() !== '' && columns[at] === undefined)
  const twice = columns.flatMap((one, at) => (one !== undefined && columns.indexOf(one) < at ? [one.name] : []))
  const carried = missing.filter((one) => one.left === undefined)
  return [
    ...strange.map((name) =>
      ofColumn('column-unknown', file, name, 'The entity has no such column. It was passed over.'),
    ),
    ...twice.map((name) => ofColumn('column-twice', file, name, 'The column stands twice. The first was read.')),
    ...carried.map(({ name }) => ofColumn('column-missing', file, name, `The file has no column ${name}.`)),
  ]
}

/** Columns that say something which is not taken over: each is told once. */
const leftFindings = ({ columns }: Entity, file: string, rows: readonly RawRow[]): readonly Finding[] =>
  columns.flatMap(({ name, left }) =>
    left !== undefined && rows.some(({ cells }) => !/^(?:null)?$/i.test((cells.get(name) ?? '').trim()))
      ? [ofColumn('column-left', file, name, `${name} was left. ${left}`)]
      : [],
  )

const ofColumn = (rule: string, file: string, column: string, message: string): Finding => ({
  ...ofFile(rule, file, message, 'warning'),
  column,
  fields: [column],
})

export const ofFile = (
  rule: string,
  file: string,
  message: string,
  severity: Finding['severity'] = 'error',
): Finding => ({ rule, table: null, file, row: null, column: null, fields: [], subject: null, message, severity })
