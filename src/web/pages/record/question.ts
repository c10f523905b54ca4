import type { Choice, Choices } from '../../../app/people/choices.ts'
import type { Typed } from '../../../app/people/drafts.ts'
import type { PlainDate } from '../../../core/dates/plain-date.ts'
import type { FieldDefinition } from '../../../core/definitions/field.ts'
import type { Fault } from '../../../core/record/validate.ts'
import type { FileShown, FilesShown } from './file-question.ts'

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
    /** Told: it is settled by where the form was begun, and can be changed. */
    | 'fixed'
    | 'none'
  readonly value: string
  readonly parts: Readonly<Record<string, string>>
  readonly options: readonly Option[]
  /** The rows of a repeating group. */
  readonly rows: readonly (readonly Question[])[]
  /** The word on the button that searches for others than are offered; none where there is nothing to search. */
  readonly find: string | undefined
  readonly file?: FileShown
}

export type Option = Choice & { readonly chosen: boolean }

/** What a form knows while it asks: what was typed, what was wrong with it, what may be chosen, and the day whose codes are valid. */
export type Around = {
  readonly typed: Typed
  readonly faults: readonly Fault[]
  readonly choices: Choices
  readonly today: PlainDate
  /** The day whose codes a field offers; null while it is not known, when all are offered with the days on which they are valid. */
  codesOn(field: FieldDefinition): PlainDate | null
  readonly files: FilesShown
}

const PARTS = ['day', 'month', 'year', 'time', 'lines', 'postcode', 'uprn'] as const

/** A question before its kind is known: a line to write in. */
export function question(
  name: string,
  { label, hint, required }: Pick<FieldDefinition, 'label' | 'hint' | 'required'>,
  { typed, faults }: Pick<Around, 'typed' | 'faults'>,
): Question {
  return {
    name,
    label,
    hint,
    optional: required !== true,
    error: faults.find(({ field }) => field === name)?.message,
    control: 'line',
    value: typed[name]?.[0] ?? '',
    parts: Object.fromEntries(PARTS.map((part) => [part, typed[`${name}.${part}`]?.[0] ?? ''])),
    options: [],
    rows: [],
    find: undefined,
  }
}

/** The options with those marked that were chosen. */
export const chosenOf = (options: readonly Choice[], given: readonly string[]): readonly Option[] =>
  options.map((option) => ({ ...option, chosen: given.includes(option.value) }))

/** For forms that ask for no file. */
export const NO_FILES: FilesShown = { labels: new Map(), largest: 0 }

/** For forms that ask nobody to choose anybody. */
export const NO_CHOICES: Choices = {
  subjects: { person: [], worker: [], team: [], household: [], establishment: [], agency: [] },
  records: new Map(),
  chosen: new Map(),
  only: undefined,
  betweenTwo: false,
}
