/** What of a letter is filled in from the record, and what stands in its place where the record does not have it. */
export const letterFills = {
  child: 'the child’s name',
  'first-name': 'the child’s first name',
  to: 'whom it is to',
  carers: 'who looks after the child',
  decisions: 'who decides what, one line each',
  worker: 'your name',
  job: 'your job',
  team: 'your team',
  phone: 'the phone number of your team',
} as const
export type LetterFill = keyof typeof letterFills

/**
 * A letter that an area offers, to be edited before it goes. `{child}` is filled in from the record; what stands in square brackets only the
 * worker can say, and the letter does not go before they have. Paragraphs are parted by an empty line.
 */
export type Letter = {
  readonly key: string
  readonly label: string
  /** What it is for, beside the label where one chooses. */
  readonly purpose: string
  readonly source: string
  readonly title: string
  readonly text: string
}

/** Defines a letter. What can only be checked when everything is defined is checked at start-up. */
export const letter = (key: string, definition: Omit<Letter, 'key'>): Letter => ({ ...definition, key })

/** A letter's title and text with what is known filled in; what is not is left in square brackets for the worker to say. */
export function fillLetter(
  { title, text }: Letter,
  known: Readonly<Partial<Record<LetterFill, string>>>,
): { readonly title: string; readonly text: string } {
  const fill = (written: string) => written.replace(FILL, (whole, name: string) => filled(known, name) ?? whole)
  return { title: fill(title), text: fill(text) }
}

function filled(known: Readonly<Partial<Record<LetterFill, string>>>, name: string): string | undefined {
  return isFill(name) ? (known[name] ?? `[${letterFills[name]}]`) : undefined
}

/** The names in braces that nothing is known for: mistakes of whoever wrote the letter. */
export const unknownFills = ({ title, text }: Letter): readonly string[] =>
  [...`${title} ${text}`.matchAll(FILL)].flatMap(([, name = '']) => (isFill(name) ? [] : [name]))

/** What is still to be said, as it stands in square brackets: `[day and time]`. */
export const leftToSay = (text: string): readonly string[] => [...new Set(text.match(/\[[^[\]]+\]/g))]

const FILL = /\{([^{}]*)\}/g
const isFill = (name: string): name is LetterFill => Object.hasOwn(letterFills, name)
