import type { App } from '../../../app/app.ts'
import type { Choices } from '../../../app/people/choices.ts'
import { endingFields, REASON } from '../../../app/people/write.ts'
import { type Instant, londonText } from '../../../core/dates/instant.ts'
import type { PlainDate } from '../../../core/dates/plain-date.ts'
import type { FieldDefinition, SubjectId } from '../../../core/definitions/field.ts'
import { ALWAYS, type RecordType } from '../../../core/definitions/record-type.ts'
import type { Content } from '../../../core/record/content.ts'
import type { Fault } from '../../../core/record/validate.ts'
import { dayGiven } from '../../../core/record/value-faults.ts'
import type { Who } from '../../session.ts'
import type { FilesShown } from './file-question.ts'
import { questions } from './form.ts'
import { draftAddress, FOR, followedIn, formAddress, INSTEAD, type OpenForm, settledIn, stepOf } from './open-form.ts'
import { parseForm } from './parse.ts'
import { question } from './question.ts'

/** The page of a form: one step of it where it has steps, with what stops it from going on the record. */
export function formView(app: App, who: Who, open: OpenForm, offered: Offered) {
  const { type, faults, draft, correcting, same, notice } = open
  return {
    ...namesOf(open),
    form: who.form,
    page: {
      title: namesOf(open).title,
      navigation: 'people' as const,
      who: { name: who.account.name, form: who.form },
    },
    action: formAddress(open),
    back: backFrom(open, offered.choices),
    draft: draft?.id,
    saved: draft && londonText(draft.savedAt.getTime() as Instant),
    basedOn: correcting?.basedOn,
    hidden: hiddenIn(open),
    notice,
    stop: stopping(faults, draft !== undefined),
    same: same === undefined ? undefined : `/records/${same}`,
    faults: faults.map((fault) => ({ href: placeOf(open, fault), message: fault.message })),
    steps: stepsView(open),
    step: type.steps === undefined ? undefined : open.step,
    next: isLast(open) ? undefined : open.step + 1,
    ...questionsOf(app, open, offered),
  }
}

/** What goes along unseen: where the form leads back to, and, while there is no draft to keep it, what its other steps say already. */
function hiddenIn({ type, typed, draft, step }: OpenForm) {
  const asks = type.steps?.[step - 1]?.asks
  const isCarried = (name: string) =>
    name === FOR ||
    name === INSTEAD ||
    (asks !== undefined && draft === undefined && !asks.includes(name.split('.')[0] ?? '') && !name.startsWith('form.'))
  return Object.entries(typed)
    .filter(([name]) => isCarried(name))
    .flatMap(([name, values]) => values.map((value) => ({ name, value })))
}

const isLast = ({ type, step }: OpenForm): boolean => type.steps === undefined || step >= type.steps.length

function questionsOf(app: App, open: OpenForm, { choices, files }: Offered) {
  const { type, typed, faults, correcting, step } = open
  const { fields } = parseForm(type, typed).content
  const codesOn = (field: FieldDefinition) => dayOfCodes(type, fields, field, app.clock.today)
  const around = { typed, faults, choices, files, today: app.clock.today, codesOn }
  const hidden = followedIn(typed) === undefined ? [] : endingFields(type)
  const all = questions(type, around, settledIn(open)).filter(({ name }) => !hidden.includes(name))
  const asks = type.steps?.[step - 1]?.asks
  const reason = question(REASON, { label: 'Why it is corrected', required: true }, around)
  const asked = asks === undefined ? all : all.filter(({ name }) => asks.includes(name))
  return {
    hasFiles: asked.some(({ control }) => control === 'file'),
    questions: asked,
    reason: correcting !== undefined && isLast(open) ? reason : undefined,
  }
}

/** What the page is called, and what its button does. */
function namesOf({ type, begun, correcting, typed, step }: OpenForm) {
  const label = type.label.toLowerCase()
  const lead = type.steps?.[step - 1]?.label ?? (followedIn(typed) === undefined ? undefined : FOLLOWS)
  if (correcting !== undefined)
    return {
      title: `Correct: ${label}`,
      heading: `Correct a record: ${label}`,
      lead,
      put: 'Correct the record',
      promise: 'The version before stays, with who wrote it.',
    }
  const title = begun === undefined ? `New: ${label}` : `Record: ${label}`
  const promise = 'It can be corrected later without losing what was there.'
  return { title, heading: title, lead, put: 'Put on the record', promise }
}

const FOLLOWS = 'It follows the one before, which ends on the day on which this one begins.'

/** What a form offers: whom and what to choose, and the files that are there. */
type Offered = { readonly choices: Choices; readonly files: FilesShown }

/**
 * The day by which a field's codes are valid: that from which it is true, or else the record's own; null while nobody has given it. As
 * `validate` holds them.
 */
function dayOfCodes(
  type: RecordType,
  values: Content['fields'],
  { trueFrom }: FieldDefinition,
  today: PlainDate,
): PlainDate | null {
  const dayOf = (name: string) => dayGiven(type.fields[name], values[name])
  const from = trueFrom === undefined || trueFrom === ALWAYS ? null : dayOf(trueFrom)
  return from ?? (type.dated === ALWAYS ? today : dayOf(type.dated))
}

function backFrom({ begun, correcting, typed }: OpenForm, choices: Choices) {
  if (correcting !== undefined) return { href: `/records/${correcting.record}`, label: 'Back' }
  if (begun === undefined) {
    const [draft] = (typed[FOR]?.[0] ?? '').split('.')
    return { href: draft ? `/drafts/${draft}` : '/people', label: 'Back' }
  }
  const label = choices.chosen.get(begun.subject as SubjectId) ?? 'Back'
  return { href: `/${begun.kind === 'person' ? 'people' : 'things'}/${begun.subject}`, label }
}

/** What the summary of errors says first: that nothing is lost. */
export function stopping(faults: readonly Fault[], saved: boolean): string {
  const count = `${faults.length} ${faults.length === 1 ? 'thing stops' : 'things stop'} it going on the record`
  return saved ? `Your draft is saved, but ${count}` : count
}

/** Where a fault is put right: on this page, or on the step that asks. */
function placeOf(open: OpenForm, { field }: Fault): string {
  const step = stepOf(open.type, field)
  if (open.type.steps === undefined || open.draft === undefined || step === open.step || field === REASON)
    return `#${field || 'main'}`
  return draftAddress({ ...open, draft: open.draft.id, step }, field)
}

function stepsView(open: OpenForm) {
  const { type, draft, step, faults } = open
  return (type.steps ?? []).map(({ label }, at) => ({
    label,
    state: at + 1 === step ? 'now' : undefined,
    faults: faults.filter(({ field }) => field !== REASON && stepOf(type, field) === at + 1).length,
    href: at + 1 === step || draft === undefined ? undefined : draftAddress({ ...open, draft: draft.id, step: at + 1 }),
  }))
}
