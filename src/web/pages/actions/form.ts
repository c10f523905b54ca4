import type { FastifyRequest } from 'fastify'
import type { Typed } from '../../../app/people/drafts.ts'
import { Refused } from '../../../app/refused.ts'
import type { PlainDate } from '../../../core/dates/plain-date.ts'
import { codeList } from '../../../core/definitions/code-list.ts'
import { code, type Fields, paragraphs, plannedDate } from '../../../core/definitions/field.ts'
import type { Content, Value } from '../../../core/record/content.ts'
import type { Fault } from '../../../core/record/validate.ts'
import { valueFaults } from '../../../core/record/value-faults.ts'
import { formOf, type Who } from '../../session.ts'
import { fieldQuestions } from '../record/form.ts'
import { parseFields } from '../record/parse.ts'
import { NO_CHOICES, NO_FILES } from '../record/question.ts'

export type Owners = readonly { readonly userName: string; readonly name: string }[]

/** A list to choose from in a form, of what there is now. */
export const choiceOf = (label: string, options: readonly (readonly [key: string, label: string])[]) =>
  codeList(label, { label, source: 'What there is now', codes: Object.fromEntries(options) })

/** What an action asks: what, who, by when, and how we shall know. */
export const termsFields = (owners: Owners): Fields => ({
  what: paragraphs('What is to be done', { required: true }),
  owner: code(
    'Who does it',
    choiceOf(
      'Owners',
      owners.map(({ userName, name }) => [userName, name] as const),
    ),
    {
      required: true,
    },
  ),
  dueOn: plannedDate('By when', { required: true, hint: 'The last day that is in time.' }),
  howKnown: paragraphs('How we shall know that it helped', {
    required: true,
    hint: 'A figure that moves, something children or young people say, something that can be seen.',
  }),
})

/** A form as it was sent: what was typed and what it says, or what is wrong with it. */
export type Sent = {
  readonly typed: Typed
  readonly values: Content['fields']
  readonly faults: readonly Fault[]
}

export const NOTHING_SENT: Sent = { typed: {}, values: {}, faults: [] }

/** Reads a form that was sent and holds it against its fields. */
export function sentForm(request: FastifyRequest, who: Who, fields: Fields, today: PlainDate): Sent {
  const typed: Typed = Object.fromEntries([...formOf(request, who)].filter(([name]) => name !== 'form'))
  const { values, faults } = parseFields(fields, typed)
  const unread = new Set(faults.map(({ field }) => field))
  const missing = Object.entries(fields).flatMap(([name, field]) =>
    unread.has(name) ? [] : valueFaults(name, field, values[name], { today, codesOn: today, ends: undefined }),
  )
  return { typed, values, faults: [...faults, ...missing] }
}

/** Does what a form asks for; what is refused for what was typed is a fault of its first field. */
export async function doneOr(sent: Sent, field: string, work: () => Promise<string>): Promise<string | Sent> {
  if (sent.faults.length > 0) return sent
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof Refused) || error.kind !== 'bad input') throw error
    return { ...sent, faults: [{ field, message: error.message }] }
  }
}

/** The questions of a form, with what was typed and what was wrong. */
export const questionsOf = (fields: Fields, { typed, faults }: Sent, today: PlainDate) =>
  fieldQuestions(fields, { typed, faults, choices: NO_CHOICES, files: NO_FILES, today, codesOn: () => today })

/** What stopped a form, each a link to its question. */
export const stopsOf = ({ faults }: Sent) => ({
  faults: faults.map(({ field, message }) => ({ href: `#${field}`, message })),
  stop: faults.length === 1 ? 'One thing stops it' : `${faults.length} things stop it`,
})

export const textIn = (value: Value | undefined): string => (typeof value === 'string' ? value : '')
export const dayIn = (value: Value | undefined): PlainDate | undefined =>
  typeof value === 'number' ? (value as PlainDate) : undefined
