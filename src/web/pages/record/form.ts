import type { Choice } from '../../../app/people/choices.ts'
import { ownRoleOf } from '../../../app/people/drafts.ts'
import { type PlainDate, shortText } from '../../../core/dates/plain-date.ts'
import { type CodeList, isCodeOn, labelOf } from '../../../core/definitions/code-list.ts'
import type { FieldDefinition, Fields, SubjectId, SubjectKind } from '../../../core/definitions/field.ts'
import type { RecordType, Role } from '../../../core/definitions/record-type.ts'
import { fileShown } from './file-question.ts'
import { type Around, chosenOf, type Question, question } from './question.ts'
import { rowsOf } from './rows.ts'

/** Up to this many are shown side by side; more are a list to choose from. */
const MOST_RADIOS = 6
/** A family is read side by side; more people than this are a list too. */
const MOST_PEOPLE = 12

/** The questions of a record type's form, in the order of its definition: whom it is about first, then what it follows from. */
export function questions(type: RecordType, around: Around, settled: string | undefined): readonly Question[] {
  const own = ownRoleOf(type) ?? ''
  const owners = around.typed[own] ?? []
  const roles = Object.entries(type.subjects).map(([name, role]) =>
    settled === name
      ? fixed(name, role, around)
      : roleQuestion(name, role, name === own ? around : withOwnersLast(around, owners)),
  )
  const links = Object.entries(type.links).map(([name, { to, label, optional }]) => {
    const given = around.typed[name] ?? []
    const base = question(name, { label, ...(optional ? {} : { required: true as const }) }, around)
    return recordQuestion(base, to, given, around)
  })
  return [...roles, ...links, ...fieldQuestions(type.fields, around)]
}

/** Whose record it is comes last among those whom it names, and not at all where it cannot be the same person. */
function withOwnersLast(around: Around, owners: readonly string[]): Around {
  const { person } = around.choices.subjects
  const isOwner = ({ value }: Choice) => owners.includes(value)
  const themselves = around.choices.betweenTwo ? [] : person.filter(isOwner)
  const subjects = { ...around.choices.subjects, person: [...person.filter((one) => !isOwner(one)), ...themselves] }
  return { ...around, choices: { ...around.choices, subjects } }
}

/** The questions of fields alone. */
export const fieldQuestions = (fields: Fields, around: Around): readonly Question[] =>
  Object.entries(fields).map(([name, field]) => fieldQuestion(name, field, around))

function fixed(name: string, { kind, label, optional }: Role, around: Around): Question {
  const base = question(name, { label, ...(optional ? {} : { required: true as const }) }, around)
  const [number] = around.typed[name] ?? []
  const known = around.choices.chosen.get(Number(number) as SubjectId)
  const options = [{ value: number ?? '', label: known ?? '', chosen: true }]
  return { ...base, control: 'fixed', options, find: kind === 'person' ? 'Somebody else' : 'Another' }
}

function roleQuestion(name: string, { kind, label, many, optional }: Role, around: Around): Question {
  const given = around.typed[name] ?? []
  const base = question(name, { label, ...(optional ? {} : { required: true as const }) }, around)
  return subjectQuestion(base, { kind, many: many === true, given }, around)
}

type AskedSubject = { readonly kind: SubjectKind; readonly many: boolean; readonly given: readonly string[] }

/** Whoever was chosen is among the options, also when they were found by searching. */
function subjectQuestion(base: Question, { kind, many, given }: AskedSubject, { choices }: Around): Question {
  const offered = choices.subjects[kind]
  const others = given
    .filter((value) => value !== '' && !offered.some((one) => one.value === value))
    .map((value) => ({ value, label: choices.chosen.get(Number(value) as SubjectId) ?? `Number ${value}` }))
  const options = chosenOf([...others, ...offered], given)
  const control = many ? 'checkboxes' : kind === 'person' && options.length <= MOST_PEOPLE ? 'radios' : 'select'
  return { ...base, control: options.length === 0 ? 'radios' : control, options, find: finds[kind] }
}

const finds: Readonly<Record<SubjectKind, string>> = {
  person: 'Find or add somebody',
  worker: 'Find another worker',
  team: 'Find another team',
  household: 'Find or add a household',
  establishment: 'Find or add a place',
  agency: 'Find or add an agency',
}

function recordQuestion(base: Question, of: string, given: readonly string[], { choices }: Around): Question {
  const offered = choices.records.get(of) ?? []
  const others = given
    .filter((value) => value !== '' && !offered.some((one) => one.value === value))
    .map((value) => ({ value, label: 'The record chosen before' }))
  const hint =
    offered.length + others.length === 0
      ? [base.hint, 'There is none on the record yet.'].filter(Boolean).join(' ')
      : base.hint
  return { ...base, hint, control: 'select', options: chosenOf([...others, ...offered], given) }
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
      return { ...base, control: 'radios', options: chosenOf(yesNo, given) }
    case 'date':
    case 'planned-date':
      return { ...base, control: 'date' }
    case 'instant':
      return { ...base, control: 'moment' }
    case 'code': {
      const options = chosenOf(codesFor(field.list, given, around.codesOn(field)), given)
      const sideBySide = options.length <= MOST_RADIOS && !isInRow(name)
      return { ...base, control: sideBySide ? 'radios' : 'select', options }
    }
    case 'codes':
      return {
        ...base,
        control: 'checkboxes',
        options: chosenOf(codesFor(field.list, given, around.codesOn(field)), given),
      }
    case 'subject':
      return subjectQuestion(base, { kind: field.of, many: false, given }, around)
    case 'record':
      return recordQuestion(base, field.of, given, around)
    case 'address':
      return { ...base, control: 'address' }
    case 'group':
      return {
        ...base,
        control: 'group',
        rows: Array.from({ length: Math.max(field.required ? 1 : 0, rowsOf(around.typed, name)) }, (_, at) =>
          Object.entries(field.fields).map(([part, definition]) =>
            fieldQuestion(`${name}.${at}.${part}`, definition, around),
          ),
        ),
      }
    case 'document':
      return { ...base, control: 'file', file: fileShown(around.files, given[0]) }
  }
}

/** Rows of a group are kept short. */
const isInRow = (name: string): boolean => name.includes('.')

const yesNo: readonly Choice[] = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
  { value: 'not known', label: 'Not known' },
]

/**
 * The codes valid on the record's own date. While that is not known, all of them, those that are not valid for ever with their days. A code
 * that was chosen stays among them, valid or not: what is wrong with it is said, and it is never dropped without a word.
 */
function codesFor(list: CodeList, given: readonly string[], on: PlainDate | null): readonly Choice[] {
  const kept = given.filter((code) => code !== '' && !Object.hasOwn(list.codes, code))
  const codes = Object.keys(list.codes).filter(
    (code) => on === null || given.includes(code) || isCodeOn(list, code, on),
  )
  return [...codes, ...kept].map((code) => {
    const days = on === null || !isCodeOn(list, code, on) ? daysOf(list, code) : ''
    return { value: code, label: `${labelOf(list, code)}${days}` }
  })
}

function daysOf({ codes }: CodeList, code: string): string {
  const { from, to } = codes[code] ?? {}
  if (from === undefined && to === undefined) return ''
  if (to === undefined && from !== undefined) return ` (from ${shortText(from)})`
  return from === undefined || to === undefined
    ? ` (until ${to === undefined ? '' : shortText(to)})`
    : ` (from ${shortText(from)} until ${shortText(to)})`
}
