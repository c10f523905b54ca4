import { DocumentSent, type LetterStarted, type LetterWritten, type Sending } from '../../../app/letters/letter.ts'
import type { Typed } from '../../../app/people/drafts.ts'
import type { SubjectId } from '../../../core/definitions/field.ts'
import type { Fault } from '../../../core/record/validate.ts'
import { parseForm } from '../record/parse.ts'

/** What the form of a letter that was only begun shows. */
export const typedFrom = (started: LetterStarted, subject: SubjectId): Typed => ({
  people: [String(subject)],
  to: [started.to],
  from: [started.from],
  title: [started.title],
  text: [started.text],
  gone: ['no'],
})

/** The letter that was typed. */
export function letterOf(typed: Typed): LetterWritten {
  const text = (name: string) => typed[name]?.[0] ?? ''
  return {
    people: (typed['people'] ?? []).map((one) => Number(one) as SubjectId),
    to: text('to').trim(),
    address: text('address'),
    from: text('from'),
    title: text('title').trim(),
    text: text('text').replace(/\r\n/g, '\n'),
  }
}

const ofSending = ['how', 'sentOn', 'explained'] as const

/** That it has gone, if it has, and what of that cannot be read. */
export function sendingOf(typed: Typed): {
  readonly sending: Sending | undefined
  readonly faults: readonly Fault[]
} {
  if (typed['gone']?.[0] !== 'yes') return { sending: undefined, faults: [] }
  const { content, faults } = parseForm(DocumentSent, typed)
  const [how = null, sentOn = null, explained = null] = ofSending.map((name) => content.fields[name] ?? null)
  return {
    sending: { how, sentOn, explained },
    faults: faults.filter(({ field }) => ofSending.some((name) => name === field)),
  }
}
