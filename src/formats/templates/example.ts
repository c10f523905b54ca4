import { parseInstant } from '../../core/dates/instant.ts'
import { addDays, type PlainDate, plainDate, toText } from '../../core/dates/plain-date.ts'
import { codesOn } from '../../core/definitions/code-list.ts'
import type { FieldDefinition, SubjectKind } from '../../core/definitions/field.ts'
import { ALWAYS, type RecordType } from '../../core/definitions/record-type.ts'
import type { Value } from '../../core/record/content.ts'
import type { NamedRecord, SourceRow } from '../records.ts'
import { hasTemplate, keyColumns, recordTypes } from './columns.ts'
import { identityOf } from './identity.ts'

// Each template has an example, made from its definition: a row with every cell filled, and a row with only what must be there.

/** Everybody and everything in the examples, by their identifiers; the second row is of others. */
const identifiers: Readonly<Record<SubjectKind, readonly [string, string]>> = {
  person: ['900001', '900002'],
  household: ['H-101', 'H-102'],
  establishment: ['E-101', 'E-102'],
  agency: ['A-101', 'A-102'],
  team: ['T-101', 'T-102'],
  worker: ['W-101', 'W-102'],
}

/** Such as a mother beside her child: whoever plays a later part in a record is somebody else. */
const others: Readonly<Record<SubjectKind, string>> = {
  person: '9100',
  household: 'H-20',
  establishment: 'E-20',
  agency: 'A-20',
  team: 'T-20',
  worker: 'W-20',
}

type Row = Pick<SourceRow, 'subjects' | 'fields' | 'links'>

/** The rows of the example of a record type: the whole of one, and the least of another. */
export const exampleOf = (type: RecordType): readonly Row[] => [
  rowOf(type, 0, () => true),
  rowOf(type, 1, (isNeeded) => isNeeded),
]

function rowOf(type: RecordType, at: 0 | 1, isFilled: (isNeeded: boolean) => boolean): Row {
  const subjects = Object.fromEntries(
    Object.entries(type.subjects).map(([role, { optional }]) => [
      role,
      isFilled(optional !== true || isKey(type, role)) ? [partOf(type, role, at)] : [],
    ]),
  )
  const links = Object.entries(type.links).flatMap(([link, { to, optional }]) => {
    const linked = recordTypes.get(to)
    const named = linked === undefined || !isFilled(optional !== true) ? undefined : nameOf(linked, at)
    return named === undefined ? [] : [[link, named] as const]
  })
  const fields = Object.entries(type.fields).map(([name, field]): readonly [string, Value] => {
    const isNeeded = field.required === true || isKey(type, name)
    return [name, isFilled(isNeeded) ? valueIn(type, name, field, at) : null]
  })
  return { subjects, links: Object.fromEntries(links), fields: Object.fromEntries(fields) }
}

const isKey = ({ identity }: RecordType, name: string): boolean => identity.includes(name)

/** Another record, by what it is known by in its own example. */
function nameOf(type: RecordType, at: 0 | 1): NamedRecord | undefined {
  if (!hasTemplate(type) || keyColumns(type).length === 0) return undefined
  const { subjects, fields } = rowOf(type, at, (isNeeded) => isNeeded)
  return { identity: identityOf(type, { subjects, fields }), subjects, fields }
}

function partOf({ subjects }: RecordType, role: string, at: 0 | 1): string {
  const kind = subjects[role]?.kind ?? 'person'
  const alike = Object.keys(subjects).filter((one) => subjects[one]?.kind === kind)
  const place = alike.indexOf(role)
  return place <= 0 ? identifiers[kind][at] : `${others[kind]}${place}${at + 1}`
}

const BEGAN = plainDate('2023-09-04')

/** Records begin on one day; whatever else has a date is a day later each, and the end is last. */
function dayOf({ fields, dated, ends }: RecordType, name: string, at: 0 | 1): PlainDate {
  const first = addDays(BEGAN, at)
  if (name === dated) return first
  if (name === ends) return addDays(first, 60)
  const dates = Object.keys(fields).filter((one) => ['date', 'instant'].includes(fields[one]?.kind ?? ''))
  return fields[name]?.trueFrom === ALWAYS ? plainDate('2011-04-12') : addDays(first, 1 + dates.indexOf(name))
}

function valueIn(type: RecordType, name: string, field: FieldDefinition, at: 0 | 1): Value {
  switch (field.kind) {
    case 'text':
      return isKey(type, name) ? `${field.label} ${at + 1}` : `An example of “${field.label}”`
    case 'number':
      return Math.min(field.most ?? 3, Math.max(field.least ?? 3, 3))
    case 'money':
      return 12_500
    case 'yes-no':
      return 'yes'
    case 'date':
      return dayOf(type, name, at)
    case 'planned-date':
      return addDays(BEGAN, 200)
    case 'instant':
      return { at: parseInstant(`${toText(dayOf(type, name, at))}T13:30Z`), precision: 'minute' }
    case 'code':
      return codesOn(field.list, codesDay(type, field, at))[0]?.code ?? null
    case 'codes':
      return codesOn(field.list, codesDay(type, field, at))
        .slice(0, 2)
        .map(({ code }) => code)
    case 'subject':
      return identifiers[field.of][at]
    case 'address':
      return { lines: ['1 Example Street', 'Exampleton'], postcode: 'ZZ99 9ZZ', uprn: '100012345678' }
    case 'record':
    case 'document':
    case 'group':
      return null
  }
}

/** The day whose codes are valid: that from which the field is true, or the record's own. */
const codesDay = (type: RecordType, { trueFrom }: FieldDefinition, at: 0 | 1): PlainDate =>
  dayOf(type, trueFrom === undefined || trueFrom === ALWAYS ? type.dated : trueFrom, at)
