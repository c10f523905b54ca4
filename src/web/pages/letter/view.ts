import type { LetterChoices } from '../../../app/letters/choices.ts'
import type { Choice } from '../../../app/people/choices.ts'
import type { Typed } from '../../../app/people/drafts.ts'
import type { SubjectId } from '../../../core/definitions/field.ts'
import { type Letter, leftToSay } from '../../../core/definitions/letter.ts'
import type { Fault } from '../../../core/record/validate.ts'
import type { Who } from '../../session.ts'

/** A letter that somebody is writing. */
export type Writing = {
  readonly subject: SubjectId
  readonly letter: Letter
  readonly typed: Typed
  readonly faults: readonly Fault[]
  readonly draft: number | undefined
}

const pageOf = (who: Who, title: string) => ({
  title,
  navigation: 'people' as const,
  who: { name: who.account.name, form: who.form },
})

/** Which letter, and to whom. */
export function chooseView(who: Who, subject: SubjectId, letters: readonly Letter[], { people }: LetterChoices) {
  return {
    page: pageOf(who, 'Write a letter'),
    back: `/people/${subject}`,
    action: `/people/${subject}/letters`,
    letters: letters.map(({ key, label, purpose }) => ({ value: key, label, purpose })),
    people,
  }
}

/** Writing one. */
export function writeView(
  who: Who,
  { subject, letter, typed, faults, draft, choices }: Writing & { choices: LetterChoices },
) {
  const value = (name: string) => typed[name]?.[0] ?? ''
  const errorOf = (name: string) => faults.find(({ field }) => field === name)?.message
  const chosen = (options: readonly Choice[], name: string) =>
    options.map((option) => ({ ...option, chosen: (typed[name] ?? []).includes(option.value) }))
  const left = leftToSay(`${value('title')} ${value('text')}`)
  return {
    page: pageOf(who, `Letter: ${letter.label}`),
    back: `/people/${subject}/letters`,
    action: `/people/${subject}/letters/${letter.key}`,
    form: who.form,
    draft,
    heading: letter.label,
    purpose: letter.purpose,
    left: left.length,
    faults: faults.map(({ field, message }) => ({ href: `#${field}`, message })),
    values: Object.fromEntries(
      ['to', 'address', 'from', 'title', 'text', 'sentOn.day', 'sentOn.month', 'sentOn.year'].map((name) => [
        name,
        value(name),
      ]),
    ),
    errors: Object.fromEntries(
      ['people', 'to', 'title', 'text', 'how', 'sentOn', 'explained'].map((name) => [name, errorOf(name)]),
    ),
    people: chosen(choices.people, 'people'),
    ways: chosen(choices.ways, 'how'),
    gone: value('gone') === 'yes',
    explained: chosen(answers, 'explained'),
  }
}

const answers: readonly Choice[] = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
  { value: 'not known', label: 'Not known' },
]

/** A letter as it stands on paper. */
export type Paper = {
  readonly blocks: readonly PaperBlock[]
  readonly back: { readonly href: string; readonly label: string }
  readonly title: string
  readonly draft: boolean
  readonly file: { readonly href: string; readonly label: string } | undefined
}
type PaperBlock = { readonly kind: 'heading' | 'paragraph'; readonly lines: readonly string[] }

export function paperView(who: Who, { blocks, back, title, draft, file }: Paper) {
  return {
    page: pageOf(who, title),
    back,
    draft,
    file,
    // A letter without a heading of its own still has one for whoever listens to the page.
    heading: blocks.some(({ kind }) => kind === 'heading') ? undefined : title,
    blocks: blocks.map(({ kind, lines }) => ({ kind, text: lines.join('\n') })),
  }
}

/** The blocks of a letter from its words on the record. Its heading is what the record is called by. */
export function blocksIn(says: string, title: string): readonly PaperBlock[] {
  const blocks = says.split('\n\n').map((block) => block.split('\n'))
  const heading = blocks.findIndex((lines) => title.startsWith(`${lines.join('\n')} (letter to `))
  return blocks.map((lines, at) => ({ kind: at === heading ? 'heading' : 'paragraph', lines }))
}
