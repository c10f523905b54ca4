import type { Typed } from '../../../app/people/drafts.ts'
import { type PlainDate, partsOf } from '../../../core/dates/plain-date.ts'
import type { Address, FieldDefinition, Fields, PreciseInstant } from '../../../core/definitions/field.ts'
import type { RecordType } from '../../../core/definitions/record-type.ts'
import type { Content, GroupRow, Value } from '../../../core/record/content.ts'

/** What a form shows for a record that there is: its content, as it would have been typed. */
export function typedOf(type: RecordType, content: Content): Typed {
  const subjects = Object.keys(type.subjects).map((role) => [role, (content.subjects[role] ?? []).map(String)] as const)
  const links = Object.keys(type.links).map(
    (link) => [link, content.links[link] ? [String(content.links[link])] : []] as const,
  )
  return { ...Object.fromEntries([...subjects, ...links]), ...typedFields(type.fields, content.fields) }
}

/** Fields alone, as they would have been typed. */
export const typedFields = (fields: Fields, values: Content['fields']): Typed =>
  Object.fromEntries(Object.entries(fields).flatMap(([name, field]) => typedValue(name, field, values[name] ?? null)))

type Entry = readonly [string, readonly string[]]

function typedValue(name: string, field: FieldDefinition, value: Value): readonly Entry[] {
  if (value === null) return []
  switch (field.kind) {
    case 'date':
    case 'planned-date':
      return typedDate(name, Number(value) as PlainDate)
    case 'instant':
      return isInstant(value) ? typedMoment(name, value) : []
    case 'codes':
      return [[name, Array.isArray(value) ? value.map(String) : []]]
    case 'money':
      return [[name, [(Number(value) / 100).toFixed(2)]]]
    case 'address':
      return isAddress(value) ? typedAddress(name, value) : []
    case 'group':
      return Array.isArray(value) ? value.flatMap((row, at) => typedRow(`${name}.${at}`, field.fields, row)) : []
    default:
      return [[name, [String(value)]]]
  }
}

const typedAddress = (name: string, { lines, postcode, uprn }: Address): readonly Entry[] => [
  [`${name}.lines`, [lines.join('\n')]],
  [`${name}.postcode`, [postcode ?? '']],
  [`${name}.uprn`, [uprn ?? '']],
]

const typedRow = (
  name: string,
  fields: Readonly<Record<string, FieldDefinition>>,
  row: string | GroupRow,
): readonly Entry[] =>
  typeof row === 'string'
    ? []
    : Object.entries(fields).flatMap(([part, field]) => typedValue(`${name}.${part}`, field, row[part] ?? null))

function typedDate(name: string, date: PlainDate): readonly Entry[] {
  const { year, month, day } = partsOf(date)
  return [
    [`${name}.day`, [String(day)]],
    [`${name}.month`, [String(month)]],
    [`${name}.year`, [String(year)]],
  ]
}

function typedMoment(name: string, { at, precision }: PreciseInstant): readonly Entry[] {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Europe/London',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(new Date(at))
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((one) => one.type === type)?.value ?? ''
  const time = precision === 'minute' ? `${part('hour')}:${part('minute')}` : ''
  return [
    [`${name}.day`, [String(Number(part('day')))]],
    [`${name}.month`, [String(Number(part('month')))]],
    [`${name}.year`, [part('year')]],
    [`${name}.time`, [time]],
  ]
}

const isInstant = (value: Value): value is PreciseInstant =>
  typeof value === 'object' && value !== null && 'precision' in value
const isAddress = (value: Value): value is Address => typeof value === 'object' && value !== null && 'lines' in value
