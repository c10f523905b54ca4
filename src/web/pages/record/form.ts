import type { Choice, Choices } from '../../../app/people/choices.ts'
import type { Typed } from '../../../app/people/drafts.ts'
import { type PlainDate, partsOf } from '../../../core/dates/plain-date.ts'
import { codesOn } from '../../../core/definitions/code-list.ts'
import type { FieldDefinition, PreciseInstant } from '../../../core/definitions/field.ts'
import type { RecordType } from '../../../core/definitions/record-type.ts'
import type { Content, GroupRow, Value } from '../../../core/record/content.ts'
import type { Fault } from '../../../core/record/validate.ts'
import { type FileShown, type FilesShown, fileShown } from './file-question.ts'
import { ROWS } from './parse.ts'

/** One question of a form. `control` says which of the design system's components asks it. */
export type Question = {
  readonly name: string
  readonly label: string
  readonly hint: string | undefined
  readonly optional: boolean
  readonly error: string | undefined
  readonly control:
    | 'line'
    | 'paragraphs'
    | 'date'
    | 'moment'
    | 'radios'
    | 'checkboxes'
    | 'select'
    | 'address'
    | 'group'
    | 'file'
    | 'none'
  readonly value: string
  readonly parts: Readonly<Record<string, string>>
  readonly options: readonly (Choice & { readonly chosen: boolean })[]
  readonly rows: readonly (readonly Question[])[]
  readonly file?: FileShown
}

type Around = {
  readonly typed: Typed
  readonly faults: readonly Fault[]
  readonly choices: Choices
  readonly today: PlainDate
  readonly files: FilesShown
}

/** Up to this many codes are shown side by side; more are a list to choose from. */
const MOST_RADIOS = 6

/** The questions of a record type's form, in the order of its definition: whom it is about first. */
export function questions(type: RecordType, around: Around): readonly Question[] {
  const roles = Object.entries(type.subjects).map(([name, { kind, label, many, optional }]) => {
    const options = around.choices[kind]
    const base = question(name, { label, ...(optional ? {} : { required: true as const }) }, around)
    return {
      ...base,
      control: many ? ('checkboxes' as const) : ('select' as const),
      options: chosen(options, around.typed[name] ?? []),
    }
  })
  return [...roles, ...Object.entries(type.fields).map(([name, field]) => fieldQuestion(name, field, around))]
}

function question(
  name: string,
  { label, hint, required }: Pick<FieldDefinition, 'label' | 'hint' | 'required'>,
  { typed, faults }: Around,
): Question {
  return {
    name,
    label,
    hint,
    optional: required !== true,
    error: faults.find(({ field }) => field === name || field.startsWith(`${name}.`))?.message,
    control: 'line',
    value: typed[name]?.[0] ?? '',
    parts: Object.fromEntries(
      ['day', 'month', 'year', 'time', 'lines', 'postcode'].map((part) => [part, typed[`${name}.${part}`]?.[0] ?? '']),
    ),
    options: [],
    rows: [],
  }
}

function fieldQuestion(name: string, field: FieldDefinition, around: Around): Question {
  const base = question(name, field, around)
  const given = around.typed[name] ?? []
  switch (field.kind) {
    case 'text':
      return { ...base, control: field.length === 'line' ? 'line' : 'paragraphs' }
    case 'number':
    case 'money':
      return base
    case 'yes-no':
      return { ...base, control: 'radios', options: chosen(yesNo, given) }
    case 'date':
    case 'planned-date':
      return { ...base, control: 'date' }
    case 'instant':
      return { ...base, control: 'moment' }
    case 'code': {
      const options = chosen(
        codesOn(field.list, around.today).map(({ code, label }) => ({ value: code, label })),
        given,
      )
      return { ...base, control: options.length <= MOST_RADIOS ? 'radios' : 'select', options }
    }
    case 'codes':
      return {
        ...base,
        control: 'checkboxes',
        options: chosen(
          codesOn(field.list, around.today).map(({ code, label }) => ({ value: code, label })),
          given,
        ),
      }
    case 'subject':
      return { ...base, control: 'select', options: chosen(around.choices[field.of], given) }
    case 'address':
      return { ...base, control: 'address' }
    case 'group':
      return {
        ...base,
        control: 'group',
        rows: Array.from({ length: ROWS }, (_, at) =>
          Object.entries(field.fields).map(([part, definition]) =>
            fieldQuestion(`${name}.${at}.${part}`, definition, around),
          ),
        ),
      }
    case 'document':
      return { ...base, control: 'file', file: fileShown(around.files, given[0]) }
    case 'record':
      return { ...base, control: 'none' }
  }
}

const yesNo: readonly Choice[] = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
  { value: 'not known', label: 'Not known' },
]

const chosen = (options: readonly Choice[], given: readonly string[]) =>
  options.map((option) => ({ ...option, chosen: given.includes(option.value) }))

/** What a form shows for a record that there is: its content, as it would have been typed. */
export function typedOf(type: RecordType, content: Content): Typed {
  const subjects = Object.keys(type.subjects).map((role) => [role, (content.subjects[role] ?? []).map(String)] as const)
  const links = Object.keys(type.links).map(
    (link) => [link, content.links[link] ? [String(content.links[link])] : []] as const,
  )
  const fields = Object.entries(type.fields).flatMap(([name, field]) =>
    typedValue(name, field, content.fields[name] ?? null),
  )
  return Object.fromEntries([...subjects, ...links, ...fields])
}

type Entry = readonly [string, readonly string[]]

function typedValue(name: string, field: FieldDefinition, value: Value): readonly Entry[] {
  if (value === null) return []
  if (field.kind === 'date' || field.kind === 'planned-date') return typedDate(name, Number(value) as PlainDate)
  if (field.kind === 'instant') return isInstant(value) ? typedMoment(name, value) : []
  if (field.kind === 'codes') return [[name, Array.isArray(value) ? value.map(String) : []]]
  if (field.kind === 'money') return [[name, [(Number(value) / 100).toFixed(2)]]]
  if (typeof value === 'object' && 'lines' in value)
    return [
      [`${name}.lines`, [value.lines.join('\n')]],
      [`${name}.postcode`, [value.postcode ?? '']],
    ]
  if (field.kind === 'group' && Array.isArray(value))
    return value.flatMap((row, at) => typedRow(`${name}.${at}`, field.fields, row))
  return [[name, [String(value)]]]
}

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
    [`${name}.day`, [part('day')]],
    [`${name}.month`, [part('month')]],
    [`${name}.year`, [part('year')]],
    [`${name}.time`, [time]],
  ]
}

const isInstant = (value: Value): value is PreciseInstant =>
  typeof value === 'object' && value !== null && 'precision' in value
