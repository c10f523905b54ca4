import type { Begun } from '../../../app/people/choices.ts'
import type { Typed } from '../../../app/people/drafts.ts'
import type { RecordId } from '../../../core/definitions/field.ts'
import type { RecordType } from '../../../core/definitions/record-type.ts'
import type { Fault } from '../../../core/record/validate.ts'
import { address } from '../../query.ts'

/** A form that somebody has open: what it asks, where it was begun, what was typed, and the draft that keeps it. */
export type OpenForm = {
  readonly type: RecordType
  readonly begun: Begun
  readonly typed: Typed
  readonly draft: { readonly id: number; readonly savedAt: Date } | undefined
  readonly correcting: { readonly record: RecordId; readonly basedOn: number } | undefined
  /** Which of the steps of a long form is shown, from 1. */
  readonly step: number
  readonly faults: readonly Fault[]
  /** The record that says the same already. */
  readonly same?: RecordId
  readonly notice?: string
}

type Placed = Pick<OpenForm, 'type' | 'begun' | 'correcting'>

/** The address of a form without its draft: where it is sent. */
export function formAddress({ type, begun, correcting }: Placed): string {
  if (correcting !== undefined) return `/records/${correcting.record}/correct`
  if (begun === undefined) return `/things/new/${type.key}`
  return `/${begun.kind === 'person' ? 'people' : 'things'}/${begun.subject}/record/${type.key}`
}

/** The address at which a draft is gone on with. */
export const draftAddress = (open: Placed & { readonly draft: number; readonly step?: number }, at = ''): string =>
  address(formAddress(open), {
    draft: String(open.draft),
    step: open.step === undefined || open.step === 1 ? undefined : String(open.step),
  }) + (at === '' ? '' : `#${at}`)

/** What a button of a form does. */
export type Doing =
  | { readonly do: 'put' | 'save' | 'drop' }
  | { readonly do: 'find' | 'add'; readonly name: string }
  | { readonly do: 'take'; readonly name: string; readonly row: number }
  | { readonly do: 'step'; readonly step: number }

/** Which button was pressed. Whatever cannot be read saves the draft: that is never wrong. */
export function doingOf(value: string | undefined): Doing {
  const [what = '', rest = ''] = (value ?? '').split(/:(.*)/s)
  if (what === 'put' || what === 'drop') return { do: what }
  if ((what === 'find' || what === 'add') && rest !== '') return { do: what, name: rest }
  const [, name = '', row = ''] = /^(.+)\.(\d{1,3})$/.exec(rest) ?? []
  if (what === 'take' && name !== '') return { do: 'take', name, row: Number(row) }
  if (what === 'step' && /^[1-9]\d?$/.test(rest)) return { do: 'step', step: Number(rest) }
  return { do: 'save' }
}

/** For whom a new person or thing is made: a draft, and the name of the question there. */
export const FOR = 'form.for'
export const STEP = 'form.step'
/** The record that ends when the new one begins: a form that follows it. */
export const INSTEAD = 'form.instead'

/** `12.relative`: where to go back to, and which question it answers. */
export function madeFor(typed: Typed): { readonly draft: number; readonly name: string } | undefined {
  const [, draft, name] = /^([1-9]\d{0,14})\.([a-zA-Z0-9]+)$/.exec(typed[FOR]?.[0] ?? '') ?? []
  return draft === undefined || name === undefined ? undefined : { draft: Number(draft), name }
}

/** The record that a new one follows, if it follows one. */
export function followedIn(typed: Typed): RecordId | undefined {
  const number = typed[INSTEAD]?.[0] ?? ''
  return /^[1-9]\d{0,14}$/.test(number) ? (Number(number) as RecordId) : undefined
}

/** What belongs to the sending of a form, and not to what was typed. */
const sending: ReadonlySet<string> = new Set(['form', 'draft', 'do', 'basedOn', STEP])

/**
 * What was typed, with what earlier steps of the form say in its draft: a page sends only what it asks, and says nothing of a box that is
 * not ticked.
 */
export function typedIn(type: RecordType, sent: ReadonlyMap<string, readonly string[]>, before: Typed = {}): Typed {
  const now = [...sent].filter(([name]) => !sending.has(name))
  const asked = type.steps?.[Number(sent.get(STEP)?.[0] ?? 1) - 1]?.asks
  if (asked === undefined) return Object.fromEntries(now)
  const others = Object.entries(before).filter(([name]) => !asked.includes(name.split('.')[0] ?? ''))
  return Object.fromEntries([...others, ...now])
}

/** The role that the page on which a form was begun settles: that of those whose record it is, where it is one person's or thing's. */
export function settledIn({ type, begun, correcting }: Placed): string | undefined {
  if (correcting !== undefined || begun === undefined) return undefined
  const [name, role] = Object.entries(type.subjects).find(([, { kind }]) => kind === begun.kind) ?? []
  return role?.many ? undefined : name
}

/** What the page settles, where nobody else was chosen. */
export function settled(form: Placed, typed: Typed): Typed {
  const name = settledIn(form)
  if (name === undefined || (typed[name] ?? []).some((one) => one !== '')) return {}
  return { [name]: [String(form.begun?.subject)] }
}

/** The step of a form that asks a field, from 1. */
export function stepOf({ steps = [] }: RecordType, field: string): number {
  const at = steps.findIndex(({ asks }) => asks.includes(field.split('.')[0] ?? ''))
  return at < 0 ? 1 : at + 1
}
