import { stringify } from 'csv-stringify/sync'
import type { PlainDate } from '../../core/dates/plain-date.ts'
import { codesOn } from '../../core/definitions/code-list.ts'
import type { FieldDefinition } from '../../core/definitions/field.ts'
import type { RecordType } from '../../core/definitions/record-type.ts'
import { columnsOf, type KeyColumn, type TemplateColumn } from './columns.ts'

const heading = ['template', 'column', 'what it is', 'needed', 'how it is written', 'codes']

/** What each column of some templates holds and how it is written, as a table. */
export const guideTo = (types: readonly RecordType[], today: PlainDate): string =>
  stringify([heading, ...types.flatMap((type) => columnsOf(type).map((column) => line(type, column, today)))])

function line(type: RecordType, column: TemplateColumn, today: PlainDate): readonly string[] {
  const of = 'link' in column ? column.of : column
  const linked = 'link' in column ? type.links[column.link] : undefined
  const needed = linked === undefined ? isNeeded(type, of) : linked.optional !== true
  const label = 'role' in of ? (type.subjects[of.role]?.label ?? of.role) : of.definition.label
  const said = linked === undefined ? label : `${linked.label}: ${label}`
  return [type.key, column.heading, said, needed ? 'yes' : '', how(type, of), codes(of, today)]
}

const isNeeded = ({ subjects }: RecordType, of: KeyColumn): boolean =>
  'role' in of ? subjects[of.role]?.optional !== true : of.definition.required === true && of.part === undefined

function how({ subjects }: RecordType, of: KeyColumn): string {
  if ('field' in of) return of.part === undefined ? ways[of.definition.kind] : 'text'
  const { kind = 'person', many } = subjects[of.role] ?? {}
  const one = kind === 'person' ? 'case number' : `identifier of the ${kind} in the case system`
  return many === true ? `${one}; several with ; between them` : one
}

const ways: Readonly<Record<FieldDefinition['kind'], string>> = {
  text: 'text',
  number: 'number',
  money: 'pence, without a sign or a comma',
  'yes-no': 'yes, no or not known',
  date: '2023-09-30 or 30/09/2023',
  'planned-date': '2023-09-30 or 30/09/2023',
  instant: '2023-09-30 14:05, or the day alone',
  code: 'one of the codes',
  codes: 'codes, with ; between them',
  subject: 'identifier in the case system',
  address: 'text',
  record: '',
  document: '',
  group: '',
}

const codes = (of: KeyColumn, today: PlainDate): string =>
  'field' in of && (of.definition.kind === 'code' || of.definition.kind === 'codes')
    ? codesOn(of.definition.list, today)
        .map(({ code, label }) => `${code} = ${label}`)
        .join('; ')
    : ''
